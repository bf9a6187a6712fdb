'use client';

import { CircleHelp, ListChecks } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { type MouseEvent, useCallback, useMemo, useRef, useState } from 'react';
import type { ParagraphKind } from '#lib/domain/article';
import { claimKinds, guessKind } from '#lib/domain/claim';
import { type Actor, may, mayChangeClaim } from '#lib/domain/permission';
import { tally } from '#lib/domain/report';
import type { ClaimView, ParagraphView, ReviewView, SourceView, SpeakerView } from '#lib/domain/review';
import { checkVerdict, type Verdict } from '#lib/domain/standing';
import { countLength } from '#lib/domain/text';
import { Button, buttonClass } from '#ui/button';
import { Tag } from '#ui/tag';
import { languageKey } from '../../../i18n/language';
import { showPartialDate } from '../../../i18n/partial-date';
import { StandingTrack } from '../standing';
import { Paragraph } from './article-text';
import { type CardMode, ClaimCard, ClaimRow, verdictKeys } from './claim-card';
import { DetailsDialog } from './details-dialog';
import { ExportMenu } from './export-menu';
import { Filters } from './filters';
import { HelpDialog } from './help-dialog';
import { groupByParagraph, isFiltering, matches, neighbour } from './review-state';
import { SelectionToolbar } from './selection-toolbar';
import { useKeyboard } from './use-keyboard';
import { useMargin } from './use-margin';
import { useMarking } from './use-marking';
import { useReview } from './use-review';

type ReviewProps = { view: ReviewView; actor: Actor; speakers: SpeakerView[] };

const noClaims: ClaimView[] = [];

/** The review page: the article with its claims underlined, and their cards in the margin. */
export function Review({ view, actor, speakers }: ReviewProps) {
  const t = useTranslations('review');
  const { state, commands } = useReview(view, actor);
  const { article } = view;
  const { paragraphs, claims, filter, selectedId } = state;
  const mayMark = may(actor, 'mark');
  const marking = useMarking(paragraphs, mayMark);
  const [mode, setMode] = useState<CardMode>({ open: 'nothing' });
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [isListOpen, setListOpen] = useState(false);
  const margin = useRef<HTMLElement>(null);
  useMargin(margin, selectedId, mode.open);

  const groups = useRef<Map<string, ClaimView[]>>(new Map());
  groups.current = useMemo(() => groupByParagraph(claims, groups.current), [claims]);
  const shown = useMemo(() => claims.filter((claim) => matches(claim, filter)), [claims, filter]);
  const faint = useMemo(
    () => (isFiltering(filter) ? new Set(claims.filter((claim) => !matches(claim, filter)).map(({ id }) => id)) : null),
    [claims, filter],
  );
  const numberOf = useMemo(() => new Map(paragraphs.map(({ id, number }) => [id, number])), [paragraphs]);
  const cited = useMemo(() => citedSources(claims), [claims]);
  const selected = claims.find(({ id }) => id === selectedId) ?? null;
  const textOf = (paragraphId: string) => paragraphs.find(({ id }) => id === paragraphId)?.text ?? '';

  const mayEdit = may(actor, 'edit-article');
  const keep = useCallback(
    (paragraph: ParagraphView, kind: ParagraphKind) => void commands.setKind(paragraph.id, kind, paragraph.kind),
    [commands],
  );

  function select(claimId: string | null) {
    setMode({ open: 'nothing' });
    commands.select(claimId);
    if (claimId) setListOpen(false);
  }

  async function giveVerdict(claim: ClaimView, verdict: Verdict) {
    if (!checkVerdict(verdict, claim.evidence.length).ok) return setMode({ open: 'evidence', pending: verdict });
    const own = claim.judgements.find(({ reviewer }) => reviewer.id === actor.id);
    const { rationale, confidence } = own ?? { rationale: '', confidence: 'medium' as const };
    const judging = commands.judge(claim, { verdict, rationale, confidence });
    // A verified claim with its source speaks for itself; anything else wants its reason said, at once: what is typed next
    // belongs to it.
    setMode(verdict !== 'verified' && !rationale ? { open: 'rationale' } : { open: 'nothing' });
    await judging;
  }

  function acceptSelection(kind?: (typeof claimKinds)[number]) {
    const { selection, moving } = marking;
    if (!selection) return;
    const { paragraphId, span } = selection;
    marking.finish();
    if (moving) void commands.move(moving, paragraphId, span);
    else {
      setMode({ open: 'nothing' });
      void commands.mark(paragraphId, span, kind ?? guessKind(textOf(paragraphId), span));
    }
  }

  function clickText(event: MouseEvent) {
    if (!document.getSelection()?.isCollapsed || !(event.target instanceof Element)) return;
    const under: string[] = [];
    for (let mark = event.target.closest('mark'); mark; mark = mark.parentElement?.closest('mark') ?? null) {
      if (mark.dataset.claim) under.push(mark.dataset.claim);
    }
    // A second click on the same place goes one claim outward.
    const next = under[(under.indexOf(selectedId ?? '') + 1) % under.length];
    if (next) select(next);
  }

  function walk(step: 1 | -1) {
    const next = neighbour(shown, selectedId, step);
    if (next) select(next.id);
  }

  function walkParagraph(step: 1 | -1) {
    const places = paragraphs.map(
      ({ number }) => document.getElementById(`p${number}`)?.getBoundingClientRect().top ?? 0,
    );
    const at = places.findIndex((top) => top > 106);
    const current = at < 0 ? places.length - 1 : at;
    const next = Math.min(places.length - 1, Math.max(0, step === 1 ? current : current - 2));
    window.scrollBy({ top: (places[next] ?? 0) - 104 });
  }

  function beginMarking() {
    const from = selected && paragraphs.find(({ id }) => id === selected.paragraphId);
    const visible = paragraphs.find(
      ({ kind, number }) =>
        kind !== 'boilerplate' && (document.getElementById(`p${number}`)?.getBoundingClientRect().bottom ?? 0) > 120,
    );
    const paragraph = from ?? visible;
    if (paragraph) marking.begin(paragraph, from && selected ? selected.start : 0);
  }

  function onKey(event: KeyboardEvent): boolean {
    const { key } = event;
    const withModifier = event.metaKey || event.ctrlKey || event.altKey;
    if (key === 'ArrowRight' || key === 'ArrowLeft') {
      const direction = key === 'ArrowRight' ? 1 : -1;
      return marking.stride({ direction, isExtending: event.shiftKey, byWord: withModifier });
    }
    if (key === 'ArrowDown' || key === 'ArrowUp') return marking.strideParagraph(key === 'ArrowDown' ? 1 : -1);
    if (key === 'z' && (event.metaKey || event.ctrlKey) && !event.shiftKey) {
      void commands.undo();
      return true;
    }
    if (withModifier) return false;
    if (marking.selection) {
      const kind = claimKinds[Number(key) - 1];
      if (key === 'Enter' || kind) {
        acceptSelection(kind);
        return true;
      }
    }
    switch (key.toLowerCase()) {
      case 'escape':
        if (marking.selection || marking.moving) marking.finish();
        else if (mode.open !== 'nothing') setMode({ open: 'nothing' });
        else select(null);
        return true;
      case 'j':
      case 'k':
        walk(key.toLowerCase() === 'j' ? 1 : -1);
        return true;
      case '[':
      case ']':
        walkParagraph(key === ']' ? 1 : -1);
        return true;
      case 'z':
        void commands.undo();
        return true;
      case '?':
        setHelpOpen(true);
        return true;
      case 'm':
        if (mayMark) beginMarking();
        return mayMark;
    }
    if (!selected) return false;
    const verdict = verdictKeys[key.toLowerCase()];
    if (verdict && may(actor, 'judge')) {
      void giveVerdict(selected, verdict);
      return true;
    }
    switch (key.toLowerCase()) {
      case 's':
        if (may(actor, 'add-source')) setMode({ open: 'evidence', pending: null });
        return true;
      case 'r':
        if (selected.judgements.some(({ reviewer }) => reviewer.id === actor.id)) setMode({ open: 'rationale' });
        return true;
      case 'e':
        if (mayChangeClaim(actor, selected)) marking.move(selected);
        return true;
      case 'delete':
        if (mayChangeClaim(actor, selected)) void commands.remove(selected);
        return true;
    }
    return false;
  }
  useKeyboard(onKey);

  const count = tally(claims);
  return (
    <main className="mx-auto grid max-w-[1180px] gap-x-10 px-4.5 pt-6 pb-48 sm:px-6 lg:grid-cols-[minmax(0,680px)_minmax(320px,380px)] lg:justify-center lg:pb-20 lg:pl-16">
      <article lang={article.language} className="min-w-0">
        <ArticleHead view={view} mayEdit={mayEdit} />
        <div className="sticky top-13 z-10 -mx-1 mb-5 flex items-center gap-3 bg-paper px-1 py-2.5 font-sans text-[12.5px] text-ink-2">
          <span className="num whitespace-nowrap">{t('checked', { settled: count.settled, total: count.total })}</span>
          <StandingTrack tally={count} />
          <span className="num hidden whitespace-nowrap sm:inline">
            {count.total > 0 && t('open', { count: count.total - count.settled })}
          </span>
          <button
            type="button"
            aria-label={t('help.title')}
            className="text-ink-3 hover:text-ink"
            onClick={() => setHelpOpen(true)}
          >
            <CircleHelp size={16} />
          </button>
        </div>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: every claim is reached by j and k, and by its card */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: clicks are for the marks inside */}
        <div onClick={clickText}>
          {paragraphs.map((paragraph) => {
            const own = groups.current.get(paragraph.id) ?? noClaims;
            return (
              <Paragraph
                key={paragraph.id}
                paragraph={paragraph}
                claims={own}
                selectedId={selected?.paragraphId === paragraph.id ? selectedId : null}
                faint={faint}
                onKeep={mayEdit ? keep : null}
              />
            );
          })}
        </div>
      </article>

      <aside
        ref={margin}
        aria-label={t('margin')}
        data-open={isListOpen || Boolean(selected)}
        className="max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-20 max-lg:hidden max-lg:max-h-[58dvh] max-lg:overflow-auto max-lg:rounded-t-2xl max-lg:border-t max-lg:border-line max-lg:bg-sheet max-lg:px-4 max-lg:pt-2 max-lg:pb-6 max-lg:shadow-lift max-lg:data-[open=true]:block lg:sticky lg:top-13 lg:h-[calc(100dvh-3.25rem)] lg:overflow-y-auto lg:overscroll-contain lg:pr-1 lg:pb-[40vh] lg:[scrollbar-width:thin]"
      >
        <button
          type="button"
          aria-label={t('closeSheet')}
          className="mx-auto mb-1 block px-8 py-2 lg:hidden"
          onClick={() => (isListOpen ? setListOpen(false) : select(null))}
        >
          <span className="block h-1 w-9 rounded-full bg-line" />
        </button>
        <div
          data-margin-head
          className={`-mx-1 bg-paper px-1 pt-3 pb-2.5 max-lg:bg-sheet lg:sticky lg:top-0 lg:z-10 ${isListOpen || !selected ? '' : 'max-lg:hidden'}`}
        >
          {claims.length > 0 && <Filters claims={claims} filter={filter} meId={actor.id} onFilter={commands.filter} />}
        </div>
        {claims.length === 0 && <EmptyMargin mayMark={mayMark} />}
        {claims.length > 0 && shown.length === 0 && <p className="py-6 text-center text-ink-2">{t('noneMatch')}</p>}
        <div className="grid gap-2.5">
          {(selected && !shown.includes(selected) ? [selected, ...shown] : shown).map((claim) => (
            <div
              key={claim.id}
              data-card-paragraph={claim.paragraphId}
              className={claim.id === selectedId || isListOpen ? 'min-w-0' : 'min-w-0 max-lg:hidden'}
            >
              {claim.id === selectedId ? (
                <ClaimCard
                  {...{ claim, actor, mode, setMode, cited, speakers, commands }}
                  paragraph={numberOf.get(claim.paragraphId) ?? 0}
                  onVerdict={(verdict) => void giveVerdict(claim, verdict)}
                  onMove={() => marking.move(claim)}
                  onShow={() => document.getElementById(`c${claim.number}`)?.scrollIntoView({ block: 'center' })}
                />
              ) : (
                <ClaimRow claim={claim} paragraph={numberOf.get(claim.paragraphId) ?? 0} onSelect={select} />
              )}
            </div>
          ))}
        </div>
      </aside>

      {!selected && !isListOpen && !marking.selection && (
        <div className="fixed inset-x-0 bottom-0 z-10 flex items-center gap-3 border-t border-line bg-sheet px-4 py-2 lg:hidden print:hidden">
          <Button className="flex-1" onClick={() => setListOpen(true)}>
            <ListChecks size={16} /> {t('showList', { count: claims.length })}
          </Button>
        </div>
      )}
      {marking.selection && mayMark && (
        <SelectionToolbar
          box={marking.selection.box}
          guess={guessKind(textOf(marking.selection.paragraphId), marking.selection.span)}
          moving={marking.moving?.number ?? null}
          onMark={acceptSelection}
          onMove={() => acceptSelection()}
          onCancel={marking.finish}
        />
      )}
      <HelpDialog open={isHelpOpen} onOpenChange={setHelpOpen} />
    </main>
  );
}

function citedSources(claims: ClaimView[]): SourceView[] {
  return [...new Map(claims.flatMap(({ evidence }) => evidence.map(({ source }) => [source.id, source]))).values()];
}

function ArticleHead({ view: { article, paragraphs }, mayEdit }: { view: ReviewView; mayEdit: boolean }) {
  const t = useTranslations('review');
  const words = useTranslations('words');
  const format = useFormatter();
  const length = countLength(
    paragraphs.filter(({ kind }) => kind !== 'boilerplate').map(({ text }) => text),
    article.language,
  );
  return (
    <header className="mb-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[12.5px] text-ink-3">
        {article.sample && <Tag tone="accent">{t('sample')}</Tag>}
        {article.publisher && <b className="font-medium text-ink-2">{article.publisher}</b>}
        {article.byline && <span>{article.byline}</span>}
        {article.publishedOn && (
          <time dateTime={article.publishedOn}>{showPartialDate(format, article.publishedOn)}</time>
        )}
        <span>{t('revision', { number: article.revision })}</span>
        <span>{words(`length.${length.unit}`, { count: length.count })}</span>
        <span>{words(`language.${languageKey(article.language)}`)}</span>
        {article.url && (
          <a href={article.url} target="_blank" rel="noreferrer noopener" className="text-accent hover:underline">
            {t('original')}
          </a>
        )}
      </div>
      <h1 className="mt-2 font-serif text-[25px]/[1.3] font-semibold tracking-tight sm:text-[32px]/[1.3]">
        {article.title}
      </h1>
      <div className="mt-3 flex flex-wrap gap-2">
        <Link href={`/articles/${article.id}/report`} className={buttonClass('primary', 'small')}>
          {t('report')}
        </Link>
        <ExportMenu articleId={article.id} />
        {mayEdit && <DetailsDialog article={article} />}
      </div>
    </header>
  );
}

function EmptyMargin({ mayMark }: { mayMark: boolean }) {
  const t = useTranslations('review.empty');
  return (
    <div className="rounded-lg border border-dashed border-line px-4 py-6 text-ink-2">
      <h2 className="font-serif text-[16px] font-semibold text-ink">{t('title')}</h2>
      <p className="mt-1.5">{mayMark ? t('text') : t('viewer')}</p>
      {mayMark && <p className="mt-2 text-[13px] text-ink-3">{t('keys')}</p>}
    </div>
  );
}
