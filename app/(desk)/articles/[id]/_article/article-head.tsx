'use client';

import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { memo } from 'react';
import type { ArticleView } from '#lib/domain/articles/article-view';
import type { countLength } from '#lib/text/tidy';
import { buttonClass } from '#ui/button';
import { Tag } from '#ui/tag';
import { languageKey } from '../../../../i18n/language';
import { showPartialDate } from '../../../../i18n/partial-date';
import { ExportMenu } from '../export/export-menu';
import { DetailsDialog } from './details-dialog';
import { HistoryLink } from './history-link';
import { titleClass } from './layout-classes';

/** How long the article's own text is. */
export type ArticleLength = ReturnType<typeof countLength>;

type HeadProps = { article: ArticleView; length: ArticleLength; mayEdit: boolean; maySetRules: boolean };

/** What the article is, and where to go from it. */
export const ArticleHead = memo(function ArticleHead({ article, length, mayEdit, maySetRules }: HeadProps) {
  const t = useTranslations('review');
  const revisions = useTranslations('revisions');
  const words = useTranslations('words');
  const format = useFormatter();
  return (
    <header className="mb-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[12.5px] text-ink-3">
        {article.sample && <Tag tone="accent">{t('sample')}</Tag>}
        {article.publisher && <b className="font-medium text-ink-2">{article.publisher}</b>}
        {article.byline && <span>{article.byline}</span>}
        {article.publishedOn && (
          <time dateTime={article.publishedOn}>{showPartialDate(format, article.publishedOn)}</time>
        )}
        <Link href={`/articles/${article.id}/revisions`} prefetch={false} className="hover:text-ink hover:underline">
          {t('revision', { number: article.revision })}
        </Link>
        <span>{words(`length.${length.unit}`, { count: length.count })}</span>
        <span>{words(`language.${languageKey(article.language)}`)}</span>
        {article.url && (
          <a href={article.url} target="_blank" rel="noreferrer noopener" className="text-accent hover:underline">
            {t('original')}
          </a>
        )}
      </div>
      <h1 className={titleClass}>{article.title}</h1>
      <div className="mt-3 flex flex-wrap gap-2">
        <Link href={`/articles/${article.id}/report`} prefetch={false} className={buttonClass('primary', 'small')}>
          {t('report')}
        </Link>
        {mayEdit && (
          <Link href={`/articles/${article.id}/revise`} prefetch={false} className={buttonClass('plain', 'small')}>
            {revisions('revise')}
          </Link>
        )}
        <HistoryLink className={buttonClass('plain', 'small')} />
        <ExportMenu articleId={article.id} />
        {mayEdit && <DetailsDialog article={article} maySetRules={maySetRules} />}
      </div>
    </header>
  );
});
