import Link from 'next/link';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { claimAddress } from '#lib/domain/articles/addresses';
import type { FoundClaim } from '#lib/domain/search/found-claim';
import { Tag } from '#ui/tag';
import { showPartialDate } from '../../i18n/partial-date';
import { StandingTag } from '../../words/standing';
import { SelectClaim } from './_selection/selection';
import { Passage } from './passage';

/** A claim in a list of the whole desk: its words, what it comes down to, where it stands. */
export async function ClaimRow({ claim }: { claim: FoundClaim }) {
  const [t, kinds, format, language] = await Promise.all([
    getTranslations('claims.row'),
    getTranslations('words.kind'),
    getFormatter(),
    getLocale(),
  ]);
  const { article, judgedAt, passage, reads, speaker, sources } = claim;
  return (
    <li className="grid gap-x-5 gap-y-1.5 py-3.5 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1 sm:block sm:pt-0.5">
        <span className="inline-flex items-center gap-2">
          <SelectClaim id={claim.id} label={t('select', { number: claim.number, title: article.title })} />
          <StandingTag standing={claim.standing} />
        </span>
        <span className="num block text-[12px] text-ink-3 sm:mt-1.5">
          {judgedAt && <time dateTime={judgedAt}>{format.dateTime(new Date(judgedAt), { dateStyle: 'medium' })}</time>}
        </span>
        <span className="num block text-[12px] text-ink-3">{t('sources', { count: sources })}</span>
      </div>
      <div className="min-w-0">
        <Link href={claimAddress(article.id, claim.number)} className="group line-clamp-3 hover:underline">
          <Passage passage={passage} lang={article.language} />
        </Link>
        <p className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-[12.5px] text-ink-3">
          <span>{kinds(claim.kind)}</span>
          {reads && <span className="num text-ink-2">{reads[language]}</span>}
          {speaker && (
            <Link href={`/speakers/${speaker.id}`} className="text-ink-2 hover:underline">
              {speaker.name}
            </Link>
          )}
          {claim.lookAgain && <Tag tone="contested">{t('lookAgain')}</Tag>}
          <span className="min-w-0 truncate">
            {t('article', { title: article.title, number: claim.number })}
            {article.publisher && ` · ${article.publisher}`}
            {article.publishedOn && ` · ${showPartialDate(format, article.publishedOn)}`}
          </span>
        </p>
      </div>
    </li>
  );
}
