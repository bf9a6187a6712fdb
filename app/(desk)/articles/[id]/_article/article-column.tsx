'use client';

import dynamic from 'next/dynamic';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { SuggestionView } from '#lib/domain/claims/suggestion';
import { may } from '#lib/domain/people/permission';
import type { ReviewView } from '#lib/domain/review/review';
import type { ReviewPage } from '../_state/use-review-page';
import { ArticleHead } from './article-head';
import { Paragraph } from './article-text';
import { ProgressBar } from './progress-bar';

const Orphans = dynamic(() => import('../_revisions/orphans').then((list) => list.Orphans));

const noClaims: ClaimView[] = [];
const noSuggestions: SuggestionView[] = [];

/** The article: its head, how far it is checked, and its text with the claims underlined. */
export function ArticleColumn({ view, page }: { view: ReviewView; page: ReviewPage }) {
  const { article, actor, state, lists, commands, marking } = page;
  return (
    <article lang={article.language} className="min-w-0">
      <ArticleHead view={view} mayEdit={may(actor, 'edit-article')} maySetRules={may(actor, 'rule')} />
      <ProgressBar page={page} />
      {article.orphans > 0 && (
        <Orphans
          articleId={article.id}
          actor={actor}
          commands={commands}
          selection={marking.selection}
          onDone={marking.finish}
        />
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: every claim is reached by j and k, and by its card */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: clicks are for the marks inside */}
      <div ref={page.text} onClick={(event) => page.acts.selectUnder(event.target)}>
        {state.paragraphs.map((paragraph) => (
          <Paragraph
            key={paragraph.id}
            paragraph={paragraph}
            claims={lists.claimGroups.get(paragraph.id) ?? noClaims}
            suggestions={lists.suggestionGroups.get(paragraph.id) ?? noSuggestions}
            selectedId={lists.inText?.paragraphId === paragraph.id ? state.selectedId : null}
            faint={lists.faint}
            {...page.discussion.marksOf(paragraph.id)}
            onKeep={page.setKind}
            onTools={page.openTools}
          />
        ))}
      </div>
    </article>
  );
}
