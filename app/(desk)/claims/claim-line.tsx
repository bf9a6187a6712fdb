import Link from 'next/link';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { claimAddress } from '#lib/domain/articles/addresses';
import type { ListedClaim } from '#lib/domain/claims/listed-claim';
import { StandingTag } from '../../words/standing';

type ClaimLineProps = {
  claim: ListedClaim;
  /** Whether to name who said it; a speaker's own page need not. */
  showSpeaker?: boolean;
  /** What a list has to say about it besides, below the line. */
  children?: ReactNode;
};

/** One claim of a list across articles; its words lead to the claim in its article. An item of a list. */
export async function ClaimLine({ claim, showSpeaker = false, children }: ClaimLineProps) {
  const [t, kinds, format, locale] = await Promise.all([
    getTranslations('sources.claim'),
    getTranslations('words.kind'),
    getFormatter(),
    getLocale(),
  ]);
  const { article, number, exact, kind, standing, reads, speaker, verdictOn, sources, retired, isOrphan } = claim;
  return (
    <li className="grid gap-x-5 gap-y-1 py-3 sm:grid-cols-[6.5rem_minmax(0,1fr)]">
      <span className="sm:pt-0.5">
        <StandingTag standing={standing} />
      </span>
      <div className="min-w-0">
        <Link
          href={claimAddress(article.id, number)}
          lang={article.language}
          className="line-clamp-3 font-serif text-[15.5px]/[1.5] hover:underline wrap-anywhere"
        >
          {exact}
        </Link>
        <p className="num mt-0.5 flex flex-wrap gap-x-2.5 gap-y-0.5 text-[12.5px] text-ink-3">
          <span>{kinds(kind)}</span>
          {reads && <span className="font-medium text-ink-2">{reads[locale]}</span>}
          {showSpeaker && speaker && (
            <Link href={`/speakers/${speaker.id}`} className="text-ink-2 hover:underline">
              {speaker.name}
            </Link>
          )}
          <span className="text-ink-2">{t('inArticle', { title: article.title, number })}</span>
          {verdictOn && (
            <time dateTime={verdictOn}>
              {t('verdictOn', { date: format.dateTime(new Date(verdictOn), { dateStyle: 'medium' }) })}
            </time>
          )}
          <span>{t('sources', { count: sources })}</span>
          {retired > 0 && <span className="font-medium text-false">{t('retired', { count: retired })}</span>}
          {isOrphan && <span className="text-disputed">{t('orphan')}</span>}
        </p>
        {children}
      </div>
    </li>
  );
}
