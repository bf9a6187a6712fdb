'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { type Actor, may, mayChangeClaim } from '#lib/domain/people/permission';
import type { Refusal } from '#lib/domain/refusal';
import type { Orphans as OrphansFound, OrphanView } from '#lib/domain/revisions/orphan';
import { Button } from '#ui/button';
import { TextInput } from '#ui/text-control';
import { send } from '../../../../browser/send';
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
  const [reason, setReason] = useState('');
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

  async function submit(event: FormEvent, { id, edition }: OrphanView) {
    event.preventDefault();
    const answer = await send(retire, { articleId, claimId: id, edition, reason });
    if (!answer.ok) return setRefusal(answer);
    setRetiring(null);
    setReason('');
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
              <li key={claim.id} aria-label={t('claim', { number: claim.number })} className="grid gap-1.5 py-2.5">
                <span className="text-[12px] text-ink-3">
                  {t('claim', { number: claim.number })} · {t('was', { number: claim.paragraph.revision })}
                </span>
                <OldParagraph {...claim.paragraph} />
                {retiring === claim.id ? (
                  <form className="flex flex-wrap gap-2" onSubmit={(event) => void submit(event, claim)}>
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
                      {t('retired', { number: claim.number })}
                    </Button>
                    <Button size="small" look="quiet" onClick={() => setRetiring(null)}>
                      {t('cancel')}
                    </Button>
                  </form>
                ) : (
                  may(actor, 'mark') && (
                    <span className="flex gap-2">
                      <Button
                        size="small"
                        disabled={!selection}
                        // The selection is to be there when the click arrives.
                        onMouseDown={(event) => event.preventDefault()}
                        onClick={() => void attachTo(claim)}
                      >
                        {t('attach')}
                      </Button>
                      {mayChangeClaim(actor, claim) && (
                        <Button size="small" look="quiet" onClick={() => setRetiring(claim.id)}>
                          {t('retire')}
                        </Button>
                      )}
                    </span>
                  )
                )}
              </li>
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
