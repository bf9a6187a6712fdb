import { useFormatter, useTranslations } from 'next-intl';
import { ratingText } from '#lib/domain/fact-checks/fact-check';
import type { FoundCheck } from '#lib/domain/fact-checks/found-check';
import { Tag } from '#ui/tag';
import { showPartialDate } from '../i18n/partial-date';

/** A fact-check of others: who found what of which claim. Its rating is theirs, and has no colour of a verdict of ours. */
export function CheckedBy({ check }: { check: FoundCheck }) {
  const t = useTranslations('words.check');
  const format = useFormatter();
  const { claim, claimant, checker, language, publishedOn, url } = check;
  return (
    <>
      <span className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
        <Tag wraps>{ratingText(check)}</Tag>
        <span className="text-[12px] text-ink-3 wrap-anywhere">
          {[t('by', { checker }), showPartialDate(format, publishedOn)].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span lang={language ?? undefined} className="mt-1 block font-serif text-[14px]/[1.5] wrap-anywhere">
        {claim}
      </span>
      <span className="mt-0.5 block text-[12px] text-ink-3 wrap-anywhere">
        {claimant && `${t('claimant', { claimant })} · `}
        <a
          href={url}
          target="_blank"
          rel="noreferrer noopener nofollow"
          className="underline decoration-line underline-offset-2 hover:decoration-ink"
        >
          {t('open', { host: new URL(url).hostname.replace(/^www\./, '') })}
        </a>
      </span>
    </>
  );
}
