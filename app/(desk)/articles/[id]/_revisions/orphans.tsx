'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { type Actor, may, mayChangeClaim } from '#lib/domain/people/permission';
import type { Refusal } from '#lib/domain/refusal';
import type { Orphans as OrphansFound, OrphanView } from '#lib/domain/revisions/orphan';
import { Button } from '#ui/button';
import { TextInput } from '#ui/text-control';
import { send } from '../../../../browser/requests';
import { useRead } from '../../../../browser/use-read';
import { useRefusalText } from '../../../../i18n/refusal';
import type { TextSelection } from '../_article/selection';
import type { Commands } from '../_state/use-review';
import { attach, retire } from './actions';

type OrphansProps = {
  articleId: string;
  actor: Actor;
  commands: Commands;
  /** What is selected in the article now. */
  selection: TextSelection | null;
  onDone: () => void;
};

/** Claims whose passage is gone: each beside its old paragraph, to be attached to selected words or retired. */
export function Orphans({ articleId, actor, commands, selection, onDone }: OrphansProps) {
  const t = useTranslations('revisions.orphans');
  const refusalText = useRefusalText();
  const router = useRouter();
  const { value: found } = useRead<OrphansFound>(`/api/articles/${articleId}/orphans`);
  /** Those that were attached or retired here. */
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const [isOpen, setOpen] = useState(false);
  const [retiring, setRetiring] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  function leave(id: string) {
    setSettled((old) => new Set(old).add(id));
    setRefusal(null);
    router.refresh();
  }

  async function attachTo({ id, edition }: OrphanView) {
    if (!selection) return;
    const { paragraphId, span } = selection;
    onDone();
    const answer = await commands.show(send(attach, { articleId, claimId: id, edition, paragraphId, ...span }));
    if (!answer.ok) return setRefusal(answer);
    commands.select('claims', id);
    leave(id);
  }

  async function retireFor({ id, edition }: OrphanView, reason: string) {
    const answer = await send(retire, { articleId, claimId: id, edition, reason });
    if (!answer.ok) return setRefusal(answer);
    setRetiring(null);
    leave(id);
  }

  const claims = found?.claims.filter(({ id }) => !settled.has(id)) ?? [];
  const threads = found?.threads ?? [];
  if (claims.length + threads.length === 0) return null;
  const selected = selection && document.getSelection()?.toString();
  return (
    <section
      aria-label={t('title')}
      className="sticky top-24 z-10 mb-5 max-h-[46dvh] overflow-auto rounded-lg border border-contested bg-sheet px-3.5 py-2.5 text-[13px] shadow-lift"
    >
      <button
        type="button"
        aria-expanded={isOpen}
        className="w-full text-left font-semibold text-contested"
        onClick={() => setOpen(!isOpen)}
      >
        {t('open', { count: claims.length })}
      </button>
      {isOpen && (
        <>
          <p className="mt-1 text-ink-2">{t('text')}</p>
          <p className="mt-1 truncate text-[12.5px] text-accent" aria-live="polite">
            {selection ? t('selected', { words: selected || '…' }) : t('select')}
          </p>
          {refusal && (
            <p role="alert" className="text-false">
              {refusalText(refusal)}
            </p>
          )}
          <ul className="mt-2 divide-y divide-line-2">
            {claims.map((claim) => (
              <OrphanItem
                key={claim.id}
                claim={claim}
                mayMark={may(actor, 'mark')}
                mayRetire={mayChangeClaim(actor, claim)}
                isRetiring={retiring === claim.id}
                hasSelection={selection !== null}
                onAttach={() => void attachTo(claim)}
                onRetiring={(isRetiring) => setRetiring(isRetiring ? claim.id : null)}
                onRetire={(reason) => void retireFor(claim, reason)}
              />
            ))}
          </ul>
          {threads.length > 0 && (
            <>
              <h3 className="mt-2 font-semibold">{t('threads')}</h3>
              <ul className="divide-y divide-line-2">
                {threads.map(({ id, author, body, paragraph }) => (
                  <li key={id} className="py-1.5">
                    <span className="block truncate font-serif text-ink-3">{paragraph}</span>
                    <b className="font-semibold">{author}</b> {body}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </section>
  );
}

function OldParagraph({ text, start, end }: OrphanView['paragraph']) {
  return (
    <p className="line-clamp-4 font-serif text-[14px]/[1.6] text-ink-2">
      {text.slice(Math.max(0, start - 160), start)}
      <mark className="bg-contested-wash text-ink">{text.slice(start, end)}</mark>
      {text.slice(end, end + 160)}
    </p>
  );
}

type OrphanItemProps = {
  claim: OrphanView;
  mayMark: boolean;
  mayRetire: boolean;
  isRetiring: boolean;
  hasSelection: boolean;
  onAttach: () => void;
  onRetiring: (isRetiring: boolean) => void;
  onRetire: (reason: string) => void;
};

/** One claim without a place, and what can become of it. */
function OrphanItem(props: OrphanItemProps) {
  const { claim, mayMark, mayRetire, isRetiring, hasSelection, onAttach, onRetiring, onRetire } = props;
  const t = useTranslations('revisions.orphans');
  return (
    <li aria-label={t('claim', { number: claim.number })} className="grid gap-1.5 py-2.5">
      <span className="text-[12px] text-ink-3">
        {t('claim', { number: claim.number })} · {t('was', { number: claim.paragraph.revision })}
      </span>
      <OldParagraph {...claim.paragraph} />
      {isRetiring ? (
        <RetireForm number={claim.number} onRetire={onRetire} onCancel={() => onRetiring(false)} />
      ) : (
        mayMark && (
          <span className="flex gap-2">
            <Button
              size="small"
              disabled={!hasSelection}
              // The selection is to be there when the click arrives.
              onMouseDown={(event) => event.preventDefault()}
              onClick={onAttach}
            >
              {t('attach')}
            </Button>
            {mayRetire && (
              <Button size="small" look="quiet" onClick={() => onRetiring(true)}>
                {t('retire')}
              </Button>
            )}
          </span>
        )
      )}
    </li>
  );
}

type RetireFormProps = { number: number; onRetire: (reason: string) => void; onCancel: () => void };

/** Why a claim is retired. */
function RetireForm({ number, onRetire, onCancel }: RetireFormProps) {
  const t = useTranslations('revisions.orphans');
  const [reason, setReason] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    onRetire(reason);
  }

  return (
    <form className="flex flex-wrap gap-2" onSubmit={submit}>
      <TextInput
        autoFocus
        required
        aria-label={t('reason')}
        placeholder={t('reason')}
        className="min-w-40 flex-1"
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button size="small" type="submit">
        {t('retired', { number: number })}
      </Button>
      <Button size="small" look="quiet" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </form>
  );
}
