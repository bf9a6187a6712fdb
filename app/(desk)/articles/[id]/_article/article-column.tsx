'use client';

import type { ParagraphView } from '#lib/domain/articles/article-view';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { SuggestionView } from '#lib/domain/claims/suggestion';
import { may } from '#lib/domain/people/permission';
import { later } from '../../../../browser/later';
import { usePrinting } from '../../../../browser/near-window';
import type { ReviewPage } from '../_state/use-review-page';
import { ArticleHead, type ArticleLength } from './article-head';
import { Paragraph } from './article-text';
import { ProgressBar } from './progress-bar';

const Orphans = later(() => import('../_revisions/orphans').then((list) => list.Orphans));

const noClaims: ClaimView[] = [];
const noSuggestions: SuggestionView[] = [];

/** So much of the text comes with the page and with its claims underlined (Latin characters): what a window shows at first. */
const nearAtFirst = 2_200;
/** So much of the text comes with the page; a longer one is complete a moment later. */
const textAtFirst = 4_000;
/** A Chinese character takes the room of so many Latin ones. */
const chineseWidth = 2;

/** An article of at most so many characters is drawn with all its claims: it costs little, and everything is at hand. */
const drawnWhole = 15_000;

/** The paragraphs that begin within the first so many characters. */
function countWithin(paragraphs: ParagraphView[], length: number): number {
  let before = 0;
  const at = paragraphs.findIndex(({ text }) => {
    const isBeyond = before > length;
    before += text.length;
    return isBeyond;
  });
  return at < 0 ? paragraphs.length : at;
}

/** The article: its head, how far it is checked, and its text with the claims underlined. */
export function ArticleColumn({ length, page }: { length: ArticleLength; page: ReviewPage }) {
  const { article, actor, state, lists, commands, marking, isWhole } = page;
  const isPrinting = usePrinting();
  const width = article.language.startsWith('zh') ? chineseWidth : 1;
  const near = countWithin(state.paragraphs, nearAtFirst / width);
  const isShort = countWithin(state.paragraphs, drawnWhole) === state.paragraphs.length;
  const drawn = isWhole
    ? state.paragraphs
    : state.paragraphs.slice(0, countWithin(state.paragraphs, textAtFirst / width));
  return (
    <article lang={article.language} className="min-w-0">
      <ArticleHead
        article={article}
        length={length}
        mayEdit={may(actor, 'edit-article')}
        maySetRules={may(actor, 'rule')}
      />
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
        {drawn.map((paragraph, at) => (
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
            isWhole={isWhole}
            isNearAtFirst={at < near}
            isAlwaysDrawn={isPrinting || (isWhole && isShort)}
          />
        ))}
      </div>
    </article>
  );
}
