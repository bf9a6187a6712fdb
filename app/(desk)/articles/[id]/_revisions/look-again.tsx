'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { type Actor, may } from '#lib/domain/people/permission';
import { diffTexts } from '#lib/domain/revisions/diff';
import { Button } from '#ui/button';
import { send } from '../../../../browser/requests';
import { StandingTag } from '../../../../words/standing';
import { Pieces } from '../../../_diff/diff-view';
import type { Commands } from '../_state/use-review';
import { confirm } from './actions';

type LookAgainProps = { articleId: string; claim: ClaimView; actor: Actor; commands: Commands };

/** What a claim said when it was judged, beside what it says now, and what was found on the earlier words. */
export function LookAgain({ articleId, claim, actor, commands }: LookAgainProps) {
  const t = useTranslations('revisions.look');
  const words = useTranslations('words');
  const language = useLocale();
  const { lookAgain, earlier, edition } = claim;
  const rules = may(actor, 'rule');
  const hasOwn = [...(earlier?.judgements ?? []), ...(earlier?.quoteChecks ?? [])].some(
    ({ reviewer }) => reviewer.id === actor.id,
  );
  const mayHold = may(actor, 'judge') && (rules || hasOwn);
  const hold = () => commands.show(send(confirm, { articleId, claimId: claim.id, edition }));
  return (
    <section
      aria-label={t('title')}
      className="mt-2.5 grid gap-2 rounded-r-md border-l-3 border-contested bg-contested-wash px-2.5 py-2 text-[13px]"
    >
      {lookAgain && (
        <>
          <b className="font-semibold text-contested">{t('title')}</b>
          <p className="font-serif text-[14.5px]/[1.6] wrap-anywhere">
            <Pieces pieces={diffTexts(lookAgain.exact, claim.exact)} />
          </p>
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-[12.5px] text-ink-2">
            <dt>{t('before')}</dt>
            <dd className="font-serif wrap-anywhere">{lookAgain.exact}</dd>
            <dt>{t('now')}</dt>
            <dd className="font-serif wrap-anywhere">{claim.exact}</dd>
          </dl>
          {lookAgain.reads && (
            <p className="num text-[12.5px]">
              {t('figure', { before: lookAgain.reads[language], now: claim.figure?.reads[language] ?? t('noFigure') })}
            </p>
          )}
        </>
      )}
      {earlier && (
        <div className="text-[12.5px] text-ink-2">
          <p>{t('earlier')}</p>
          <ul className="mt-1 grid gap-1">
            {earlier.judgements.map(({ reviewer, verdict, rationale }) => (
              <li key={reviewer.id}>
                <span className="flex items-center gap-2">
                  <span className="flex-1">{reviewer.name}</span>
                  <s>
                    <StandingTag standing={verdict} />
                  </s>
                </span>
                {rationale && <span className="block whitespace-pre-line">{rationale}</span>}
              </li>
            ))}
            {earlier.ruling && (
              <li>
                {t('ruling', { name: earlier.ruling.editor.name })}: {words(`standing.${earlier.ruling.verdict}`)}.{' '}
                {earlier.ruling.reason}
              </li>
            )}
            {earlier.quoteChecks.map(({ reviewer }) => (
              <li key={reviewer.id}>{t('quote', { name: reviewer.name })}</li>
            ))}
          </ul>
        </div>
      )}
      {mayHold && (
        <div className="flex flex-wrap items-center gap-2">
          <Button size="small" onClick={() => void hold()}>
            {rules ? t('holdsAll') : t('holds')}
          </Button>
          {lookAgain && <span className="text-[12.5px] text-ink-2">{t('anew')}</span>}
        </div>
      )}
    </section>
  );
}
