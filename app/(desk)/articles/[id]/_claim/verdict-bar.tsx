'use client';

import { useTranslations } from 'next-intl';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { type Verdict, verdicts } from '#lib/domain/claims/standing';
import { Kbd } from '#ui/kbd';
import { keyOfVerdict } from './verdict-keys';

type VerdictBarProps = {
  claim: ClaimView;
  /** The verdict that the person has given. */
  given: Verdict | undefined;
  onVerdict: (claim: ClaimView, verdict: Verdict) => void;
};

/** The verdicts, each with its key. */
export function VerdictBar({ claim, given, onVerdict }: VerdictBarProps) {
  const t = useTranslations('review');
  const words = useTranslations('words.standing');
  return (
    <div className="mt-3 flex flex-wrap gap-1.5" role="group" aria-label={t('verdict')}>
      {/* A quote is asked about twice: whether it was said, and whether what it says is true. */}
      {claim.kind === 'quote' && <span className="w-full text-[12.5px] text-ink-2">{t('quote.truth')}</span>}
      {verdicts.map((verdict) => (
        <button
          key={verdict}
          type="button"
          aria-pressed={given === verdict}
          aria-keyshortcuts={keyOfVerdict[verdict]}
          className="inline-flex min-h-8 items-center gap-1.5 rounded-md border border-line bg-sheet px-2 text-[13px] hover:bg-wash aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper"
          onClick={() => onVerdict(claim, verdict)}
        >
          {words(verdict)}
          <span className="max-lg:hidden">
            <Kbd>{(keyOfVerdict[verdict] ?? '').toUpperCase()}</Kbd>
          </span>
        </button>
      ))}
    </div>
  );
}
