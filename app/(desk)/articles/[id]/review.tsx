'use client';

import { CircleHelp } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ParagraphKind } from '#lib/domain/articles/article';
import type { ParagraphView } from '#lib/domain/articles/article-view';
import type { ClaimView, SourceView, SpeakerView } from '#lib/domain/claims/claim-view';
import { checkVerdict } from '#lib/domain/claims/judge';
import type { Verdict } from '#lib/domain/claims/standing';
import { pendingSuggestions, type SuggestionView } from '#lib/domain/claims/suggestion';
import { type Actor, may, mayChangeClaim } from '#lib/domain/people/permission';
import type { PersonView } from '#lib/domain/people/person-view';
import { tally } from '#lib/domain/report/report';
import type { ReviewView } from '#lib/domain/review/review';
import type { PresentPerson, ReviewUpdate } from '#lib/domain/review/update';
import { type ClaimKind, claimKinds, guessKind } from '#lib/reading/claim-kinds';
import { Button } from '#ui/button';
import { useKeyboard } from '../../../browser/use-keyboard';
import { StandingTrack } from '../../../words/standing';
import { ArticleHead } from './_article/article-head';
import { Paragraph } from './_article/article-text';
import { reviewLayout } from './_article/layout-classes';
import { SelectionToolbar } from './_article/selection-toolbar';
import { useMarking } from './_article/use-marking';
import { type CardMode, ClaimCard, ClaimRow, fetchForms, verdictKeys } from './_claim/claim-card';
import { useDiscussion } from './_discussion/use-discussion';
import { LiveBar } from './_live/live-bar';
import { useLive } from './_live/use-live';
import { Filters } from './_margin/filters';
import { HelpDialog } from './_margin/help-dialog';
import { EmptyList, Margin } from './_margin/margin';
import { markElement, useMargin } from './_margin/use-margin';
import { groupByParagraph, isFiltering, type List, matches, neighbour, suggestionMatches } from './_state/state';
import { useAddress } from './_state/use-address';
import { useReview } from './_state/use-review';
import { SuggestionCard, SuggestionRow } from './_suggestions/suggestion-card';
import { SuggestionFilters } from './_suggestions/suggestion-filters';
import { SuggestionHint, useHoveredSuggestion } from './_suggestions/suggestion-hint';

type ReviewProps = {
  view: ReviewView;
  actor: Actor;
  speakers: SpeakerView[];
  /** To whom work may be given. */
  assignees: PersonView[];
  people: PersonView[];
  /** Comments that name the actor and that they have not seen. */
  unread: string[];
};

// Opened by those who hand out work, seldom by others.
const AssignDialog = dynamic(() => import('./_work/assign-dialog').then((dialog) => dialog.AssignDialog));
// Asks the server when the page is there.
const Faults = dynamic(() => import('./_ledger/inconsistencies').then((faults) => faults.Faults));
const ConflictDialog = dynamic(() => import('./_state/conflict-dialog').then((dialog) => dialog.ConflictDialog));
const ClaimSection = dynamic(() => import('./_discussion/claim-section').then((section) => section.ClaimSection));
const ParagraphDialog = dynamic(() =>
  import('./_discussion/paragraph-dialog').then((dialog) => dialog.ParagraphDialog),
);

const Orphans = dynamic(() => import('./_revisions/orphans').then((list) => list.Orphans));
const ParagraphTools = dynamic(() => import('./_revisions/paragraph-tools').then((tools) => tools.ParagraphTools));

const noClaims: ClaimView[] = [];
const nobody: PersonView[] = [];
const noSuggestions: SuggestionView[] = [];

/** The review page: the article with its claims underlined, and their cards in the margin. */
export function Review({ view, actor, speakers, assignees, people, unread }: ReviewProps) {
  const t = useTranslations('review');
  const { state, commands, conflict } = useReview(view, actor);
  const { article, threads } = view;
  const { remember, tracked, undo } = commands;
  const discussion = useDiscussion({ articleId: article.id, threads, actor, people, unread, remember, tracked, undo });
  const { paragraphs, claims, assignments, list, filter, suggestionFilter, selectedId } = state;
  const showThreads = discussion.dispatch;
  const update = useCallback(
    (change: ReviewUpdate) => {
      commands.update(change);
      if (change.threads) showThreads({ type: 'threads', threads: change.threads });
    },
    [commands, showThreads],
  );
  const live = useLive(article, list === 'claims' ? selectedId : null, { update, settled: commands.settled });
  const present = useMemo(() => groupByClaim(live.people), [live.people]);
  useEffect(() => void fetchForms(), []);
  const mayMark = may(actor, 'mark');
  const marking = useMarking(paragraphs, mayMark);
  const [mode, setMode] = useState<CardMode>({ open: 'nothing' });
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [assigning, setAssigning] = useState<'selected' | 'listed' | null>(null);
  const [isListOpen, setListOpen] = useState(false);
  const [toolsFor, setToolsFor] = useState<string | null>(null);
  const margin = useRef<HTMLElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const { hovered: hover, forget } = useHoveredSuggestion(text);
  // The box for a comment is at the card's foot: levelling the card would take it out of sight.
  useMargin(margin, selectedId, mode.open === 'comment' ? 'nothing' : mode.open);

  const groups = useRef<Map<string, ClaimView[]>>(new Map());
  groups.current = useMemo(() => groupByParagraph(claims, groups.current), [claims]);
  const shown = useMemo(
    () => claims.filter((claim) => matches(claim, filter, assignments)),
    [claims, filter, assignments],
  );
  const pending = useMemo(() => pendingSuggestions(state.suggestions, claims), [state.suggestions, claims]);
  const shownSuggestions = useMemo(
    () => pending.filter((suggestion) => suggestionMatches(suggestion, suggestionFilter)),
    [pending, suggestionFilter],
  );
  // What the list holds when no kind is chosen: the number that stands above the article and on the tab.
  const offered = useMemo(
    () => pending.filter((suggestion) => suggestionMatches(suggestion, { ...suggestionFilter, kind: null })).length,
    [pending, suggestionFilter],
  );
  const suggestionGroups = useRef<Map<string, SuggestionView[]>>(new Map());
  suggestionGroups.current = useMemo(
    () => groupByParagraph(shownSuggestions, suggestionGroups.current),
    [shownSuggestions],
  );
  const faint = useMemo(
    () =>
      isFiltering(filter)
        ? new Set(claims.filter((claim) => !matches(claim, filter, assignments)).map(({ id }) => id))
        : null,
    [claims, filter, assignments],
  );
  const numberOf = useMemo(() => new Map(paragraphs.map(({ id, number }) => [id, number])), [paragraphs]);
  const cited = useMemo(() => citedSources(claims), [claims]);
  const known = useMemo(() => knownSpeakers(speakers, claims), [speakers, claims]);
  const selected = claims.find(({ id }) => id === selectedId) ?? null;
  const selectedSuggestion = shownSuggestions.find(({ id }) => id === selectedId) ?? null;
  const inText = selected ?? selectedSuggestion;
  const hint = hover && shownSuggestions.find(({ id }) => id === hover.id && id !== selectedId);
  const textOf = (paragraphId: string) => paragraphs.find(({ id }) => id === paragraphId)?.text ?? '';

  const mayEdit = may(actor, 'edit-article');
  const keep = useCallback(
    (paragraph: ParagraphView, kind: ParagraphKind) => void commands.setKind(paragraph.id, kind, paragraph.kind),
    [commands],
  );

  const select = useCallback(
    (next: List, id: string | null) => {
      setMode({ open: 'nothing' });
      commands.select(next, id);
      if (id) setListOpen(false);
    },
    [commands],
  );
  const selectClaim = useCallback((id: string) => select('claims', id), [select]);
  function showNumber(number: number) {
    const claim = claims.find((one) => one.number === number);
    if (claim) selectClaim(claim.id);
  }
  useAddress(state, { onClaim: selectClaim, onParagraph: discussion.showIfDiscussed });
  const selectSuggestion = useCallback((id: string) => select('suggestions', id), [select]);

  const wordsOf = ({ paragraphId, start, end }: SuggestionView) => textOf(paragraphId).slice(start, end);

  /** Moves on from a suggestion that is done with to the one after it, so that a list is worked through with one key. */
  function moveOn(from: SuggestionView) {
    const next = neighbour(shownSuggestions, from.id, 1);
    select('suggestions', next && next !== from ? next.id : null);
  }

  function takeUp(suggestion: SuggestionView, kind: ClaimKind) {
    const { paragraphId, start, end } = suggestion;
    moveOn(suggestion);
    if (kind === suggestion.kind) void commands.accept([suggestion]);
    else void commands.mark(paragraphId, { start, end }, kind, { unselected: true });
  }

  function setAside(suggestion: SuggestionView) {
    moveOn(suggestion);
    void commands.dismiss([suggestion]);
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

  function acceptSelection(kind?: ClaimKind) {
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
      const id = mark.dataset.claim ?? mark.dataset.suggestion;
      if (id) under.push(id);
    }
    // A second click on the same place goes one claim outward.
    const next = under[(under.indexOf(selectedId ?? '') + 1) % under.length];
    if (next) select(claims.some(({ id }) => id === next) ? 'claims' : 'suggestions', next);
  }

  function walk(step: 1 | -1) {
    const next = list === 'claims' ? neighbour(shown, selectedId, step) : neighbour(shownSuggestions, selectedId, step);
    if (next) select(list, next.id);
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
    const from = inText && paragraphs.find(({ id }) => id === inText.paragraphId);
    const visible = paragraphs.find(
      ({ kind, number }) =>
        kind !== 'boilerplate' && (document.getElementById(`p${number}`)?.getBoundingClientRect().bottom ?? 0) > 120,
    );
    const paragraph = from ?? visible;
    if (paragraph) marking.begin(paragraph, from && inText ? inText.start : 0);
  }

  function onKey(event: KeyboardEvent): boolean {
    const { key } = event;
    const withModifier = event.metaKey || event.ctrlKey || event.altKey;
    if (key === 'ArrowRight' || key === 'ArrowLeft') {
      const direction = key === 'ArrowRight' ? 1 : -1;
      return marking.stride({ direction, isExtending: event.shiftKey, byWord: withModifier });
    }
    if (key === 'ArrowDown' || key === 'ArrowUp') return marking.strideParagraph(key === 'ArrowDown' ? 1 : -1);
    if (key.toLowerCase() === 'z' && (event.metaKey || event.ctrlKey)) {
      void (event.shiftKey ? commands.redo() : commands.undo());
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
        else select(list, null);
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
        void (event.shiftKey ? commands.redo() : commands.undo());
        return true;
      case '?':
        setHelpOpen(true);
        return true;
      case 'm':
        if (mayMark) beginMarking();
        return mayMark;
      case 'g':
        select(list === 'claims' && pending.length > 0 ? 'suggestions' : 'claims', null);
        return true;
    }
    if (selectedSuggestion && mayMark) return onSuggestionKey(key, selectedSuggestion, event.target);
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
      case 'c':
        if (may(actor, 'comment')) setMode({ open: 'comment' });
        return true;
      case 'r':
        if (selected.judgements.some(({ reviewer }) => reviewer.id === actor.id)) setMode({ open: 'rationale' });
        return true;
      case 'a':
        if (may(actor, 'assign')) setAssigning('selected');
        return true;
      case 'q':
        if (selected.kind === 'quote') document.querySelector<HTMLElement>('[data-question]')?.focus();
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

  function onSuggestionKey(key: string, suggestion: SuggestionView, target: EventTarget | null): boolean {
    const kind = claimKinds[Number(key) - 1];
    if (kind) takeUp(suggestion, kind);
    // Enter on a button is the button's.
    else if (key === 'Enter' && !(target instanceof HTMLButtonElement)) takeUp(suggestion, suggestion.kind);
    else if (key.toLowerCase() === 'x') setAside(suggestion);
    else return false;
    return true;
  }
  useKeyboard(onKey);

  const count = tally(claims);
  const discussed = paragraphs.find(({ id }) => id === discussion.shownParagraph);
  return (
    <main className={reviewLayout}>
      <article lang={article.language} className="min-w-0">
        <ArticleHead view={view} mayEdit={mayEdit} maySetRules={may(actor, 'adjudicate')} />
        <div className="sticky top-13 z-10 -mx-1 mb-5 flex items-center gap-3 bg-paper px-1 py-2.5 font-sans text-[12.5px] text-ink-2">
          <span className="num whitespace-nowrap">{t('checked', { settled: count.settled, total: count.total })}</span>
          <StandingTrack tally={count} />
          <span className="num hidden whitespace-nowrap sm:inline">
            {count.total > 0 && t('open', { count: count.total - count.settled })}
          </span>
          {offered > 0 && (
            <button
              type="button"
              className="num whitespace-nowrap underline decoration-ink-3 decoration-dotted underline-offset-4 hover:text-ink max-sm:hidden"
              onClick={() => select('suggestions', null)}
            >
              {t('suggestions', { count: offered })}
            </button>
          )}
          <Faults articleId={article.id} claims={claims} onShow={showNumber} />
          <LiveBar live={live} claims={claims} path={`/articles/${article.id}`} />
          <button
            type="button"
            aria-label={t('help.title')}
            className="text-ink-3 hover:text-ink"
            onClick={() => setHelpOpen(true)}
          >
            <CircleHelp size={16} />
          </button>
        </div>
        {article.orphans > 0 && (
          <Orphans
            articleId={article.id}
            {...{ actor, commands }}
            selection={marking.selection}
            onDone={marking.finish}
          />
        )}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: every claim is reached by j and k, and by its card */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: clicks are for the marks inside */}
        <div ref={text} onClick={clickText}>
          {paragraphs.map((paragraph) => (
            <Paragraph
              key={paragraph.id}
              paragraph={paragraph}
              claims={groups.current.get(paragraph.id) ?? noClaims}
              suggestions={suggestionGroups.current.get(paragraph.id) ?? noSuggestions}
              selectedId={inText?.paragraphId === paragraph.id ? selectedId : null}
              faint={faint}
              {...discussion.marksOf(paragraph.id)}
              onKeep={mayEdit ? keep : null}
              onTools={mayEdit ? setToolsFor : null}
            />
          ))}
        </div>
      </article>

      <Margin
        place={margin}
        list={list}
        counts={{ claims: claims.length, suggestions: offered }}
        isListOpen={isListOpen}
        hasSelection={inText !== null}
        hasSuggestions={pending.length > 0 || list === 'suggestions'}
        onList={(next) => commands.select(next, null)}
        onOpenList={() => setListOpen(true)}
        onClose={() => (isListOpen ? setListOpen(false) : select(list, null))}
        filters={
          list === 'suggestions'
            ? pending.length > 0 && (
                <SuggestionFilters
                  suggestions={pending}
                  filter={suggestionFilter}
                  onFilter={commands.filterSuggestions}
                  onAcceptAll={mayMark ? (some) => void commands.accept(some) : null}
                />
              )
            : claims.length > 0 && (
                <Filters
                  {...{ claims, assignments, filter }}
                  meId={actor.id}
                  onFilter={commands.filter}
                  onAssign={may(actor, 'assign') ? () => setAssigning('listed') : null}
                />
              )
        }
      >
        {list === 'claims' && claims.length === 0 && <EmptyClaims mayMark={mayMark} />}
        {list === 'claims' && claims.length > 0 && shown.length === 0 && (
          <p className="py-6 text-center text-ink-2">{t('noneMatch')}</p>
        )}
        {list === 'suggestions' && shownSuggestions.length === 0 && (
          <NoSuggestions
            left={pending.length}
            onShowAll={() => commands.filterSuggestions({ kind: null, likelyOnly: false })}
          />
        )}
        <div className="grid gap-2.5">
          {list === 'claims'
            ? (selected && !shown.includes(selected) ? [selected, ...shown] : shown).map((claim) => (
                <div
                  key={claim.id}
                  data-card-paragraph={claim.paragraphId}
                  className={claim.id === selectedId || isListOpen ? 'min-w-0' : 'min-w-0 max-lg:hidden'}
                >
                  {claim.id === selectedId ? (
                    <ClaimCard
                      {...{ claim, claims, actor, mode, setMode, cited, assignments, commands }}
                      articleId={article.id}
                      present={present.get(claim.id) ?? nobody}
                      onAssign={() => setAssigning('selected')}
                      speakers={known}
                      discussion={
                        <ClaimSection
                          claimId={claim.id}
                          discussion={discussion}
                          isWriting={mode.open === 'comment'}
                          onWrite={() => setMode({ open: 'comment' })}
                          onClose={() => setMode({ open: 'nothing' })}
                        />
                      }
                      paragraph={numberOf.get(claim.paragraphId) ?? 0}
                      onVerdict={(verdict) => void giveVerdict(claim, verdict)}
                      onMove={() => marking.move(claim)}
                      onShow={() => showMark(claim.id)}
                    />
                  ) : (
                    <ClaimRow
                      claim={claim}
                      paragraph={numberOf.get(claim.paragraphId) ?? 0}
                      openThreads={discussion.marksOf(claim.id).openThreads}
                      present={present.get(claim.id) ?? nobody}
                      onSelect={selectClaim}
                    />
                  )}
                </div>
              ))
            : shownSuggestions.map((suggestion) => (
                <div
                  key={suggestion.id}
                  data-card-paragraph={suggestion.paragraphId}
                  className={suggestion.id === selectedId || isListOpen ? 'min-w-0' : 'min-w-0 max-lg:hidden'}
                >
                  {suggestion.id === selectedId ? (
                    <SuggestionCard
                      suggestion={suggestion}
                      paragraph={numberOf.get(suggestion.paragraphId) ?? 0}
                      text={wordsOf(suggestion)}
                      onAccept={mayMark ? (kind) => takeUp(suggestion, kind) : null}
                      onDismiss={() => setAside(suggestion)}
                      onShow={() => showMark(suggestion.id)}
                    />
                  ) : (
                    <SuggestionRow
                      suggestion={suggestion}
                      paragraph={numberOf.get(suggestion.paragraphId) ?? 0}
                      text={wordsOf(suggestion)}
                      onSelect={selectSuggestion}
                    />
                  )}
                </div>
              ))}
        </div>
      </Margin>
      {hint && !marking.selection && (
        <SuggestionHint
          suggestion={hint}
          box={hover.box}
          onAccept={
            mayMark
              ? () => {
                  forget();
                  void commands.accept([hint]);
                }
              : null
          }
          onDismiss={() => {
            forget();
            void commands.dismiss([hint]);
          }}
        />
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
      {assigning && (
        <AssignDialog
          claims={assigning === 'selected' && selected ? [selected] : shown}
          {...{ paragraphs, assignments, commands }}
          people={assignees}
          meId={actor.id}
          onClose={() => setAssigning(null)}
        />
      )}
      {toolsFor && (
        <ParagraphTools
          {...{ paragraphs, claims }}
          article={article}
          paragraphId={toolsFor}
          onKind={keep}
          onClose={() => setToolsFor(null)}
        />
      )}
      {conflict && <ConflictDialog conflict={conflict} />}
      {discussed && (
        <ParagraphDialog
          paragraph={discussed}
          language={article.language}
          discussion={discussion}
          onClose={() => discussion.showParagraph(null)}
        />
      )}
      <HelpDialog open={isHelpOpen} onOpenChange={setHelpOpen} />
    </main>
  );
}

/** People by the claim that they look at. */
function groupByClaim(people: PresentPerson[]): Map<string, PersonView[]> {
  const groups = new Map<string, PersonView[]>();
  for (const person of people) {
    if (person.claimId) groups.set(person.claimId, [...(groups.get(person.claimId) ?? []), person]);
  }
  return groups;
}

function citedSources(claims: ClaimView[]): SourceView[] {
  return [...new Map(claims.flatMap(({ evidence }) => evidence.map(({ source }) => [source.id, source]))).values()];
}

function EmptyClaims({ mayMark }: { mayMark: boolean }) {
  const t = useTranslations('review.empty');
  return (
    <EmptyList title={t('title')}>
      <p className="mt-1.5">{mayMark ? t('text') : t('viewer')}</p>
      {mayMark && <p className="mt-2 text-[13px] text-ink-3">{t('keys')}</p>}
    </EmptyList>
  );
}

function NoSuggestions({ left, onShowAll }: { left: number; onShowAll: () => void }) {
  const t = useTranslations('review.suggest');
  return (
    <EmptyList title={t('none')}>
      <p className="mt-1.5">{left > 0 ? t('noneShown', { count: left }) : t('noneText')}</p>
      {left > 0 && (
        <Button size="small" className="mt-3" onClick={onShowAll}>
          {t('showAll')}
        </Button>
      )}
    </EmptyList>
  );
}

function showMark(id: string): void {
  markElement(id)?.scrollIntoView({ block: 'center' });
}

/** The desk's speakers with those whom this page has met since it was loaded. */
function knownSpeakers(speakers: SpeakerView[], claims: ClaimView[]): SpeakerView[] {
  const met = claims.flatMap(({ speaker }) => speaker ?? []);
  return [...new Map([...speakers, ...met].map((speaker) => [speaker.id, speaker])).values()];
}
