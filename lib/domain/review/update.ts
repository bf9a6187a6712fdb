/**
 * Brings a reader's view of an article from one change of its history to a later one. An update holds the current state
 * of everything that was touched, not the steps: applying it twice, or after part of it was seen, gives the same view.
 * The verb of a change says which parts it touches; an unknown verb touches everything, so that a new kind of change is
 * shown late rather than never.
 */

import type { ParagraphView } from '#lib/domain/articles/article-view';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { SuggestionView } from '#lib/domain/claims/suggestion';
import type { ThreadView } from './discussion';
import type { AssignmentView } from './workflow';

export type ReviewUpdate = {
  /** The change that the view must already hold for this update to complete it; 0: the update is complete by itself. */
  since: number;
  /** The last change that the view holds afterwards. */
  seq: number;
  /** How many of the changes in between were made by others. */
  others: number;
  isArticleEdited: boolean;
  /** Changed paragraphs; all of them where `since` is 0. */
  paragraphs: ParagraphView[];
  claims: ClaimView[];
  removed: { id: string; version: number }[];
  /** Every open suggestion, or null where none changed. */
  suggestions: SuggestionView[] | null;
  /** Everything assigned in the article, or null where nothing changed. */
  assignments: AssignmentView[] | null;
  /** Every thread of the article, or null where nothing changed. */
  threads: ThreadView[] | null;
};

/** A line of the history, as far as it shows what it touches. `paragraph` is the number that a reader sees. */
export type LoggedChange = { verb: string; claimId: string | null; paragraph: number | null };

/** The parts of a view that some changes touch. */
export type Touched = {
  claimIds: string[];
  paragraphs: number[];
  hasSuggestions: boolean;
  hasSpeakers: boolean;
  hasAssignments: boolean;
  hasThreads: boolean;
  isArticleEdited: boolean;
};

/** `everything`: the whole view is read again. */
type Part = 'everything' | 'claim' | 'suggestions' | 'paragraph' | 'speakers' | 'assignments' | 'threads' | 'article';

/** Removing a claim may bring back the suggestion it came from; marking one may take up a suggestion. */
const parts: Record<string, readonly Part[]> = {
  'article-added': [],
  'article-edited': ['article'],
  'article-removed': ['article'],
  'article-restored': ['article'],
  'article-revised': ['everything'],
  'claim-unsettled': ['claim'],
  'claim-resettled': ['claim'],
  'claim-orphaned': ['claim', 'article'],
  'claim-found': ['claim', 'article'],
  'claim-attached': ['claim', 'article', 'suggestions', 'threads'],
  'claim-retired': ['claim', 'article'],
  'claim-confirmed': ['claim'],
  'paragraph-kind': ['paragraph', 'suggestions'],
  'claim-marked': ['claim', 'suggestions'],
  'claim-moved': ['claim'],
  'claim-described': ['claim'],
  'claim-removed': ['claim', 'suggestions'],
  'claim-restored': ['claim', 'suggestions'],
  'figure-corrected': ['claim'],
  'claim-measured': ['claim'],
  'derivation-pinned': ['claim'],
  'derivation-removed': ['claim'],
  'evidence-figure-set': ['claim'],
  'quote-checked': ['claim'],
  'evidence-added': ['claim'],
  'evidence-removed': ['claim'],
  'evidence-restored': ['claim'],
  // A card asks for the files of its sources by itself.
  'source-file-added': [],
  'source-file-removed': [],
  'source-file-restored': [],
  'source-file-closed': [],
  'source-file-readers': [],
  'source-file-opened': [],
  'claim-judged': ['claim'],
  'judgement-withdrawn': ['claim'],
  'claim-ruled': ['claim'],
  'ruling-withdrawn': ['claim'],
  'suggestions-dismissed': ['suggestions'],
  'suggestions-proposed': ['suggestions'],
  'speaker-edited': ['speakers'],
  'speaker-merged': ['speakers'],
  'speaker-separated': ['speakers'],
  'claim-assigned': ['assignments'],
  'claim-unassigned': ['assignments'],
  'paragraph-assigned': ['assignments'],
  'paragraph-unassigned': ['assignments'],
  'claim-returned': ['claim'],
  'comment-added': ['threads'],
  'comment-edited': ['threads'],
  'comment-removed': ['threads'],
  'comment-restored': ['threads'],
  'thread-resolved': ['threads'],
  'thread-reopened': ['threads'],
  'correction-suggested': ['claim'],
  'report-published': [],
  'report-withdrawn': [],
};

/** What some changes touch together; null where one of them may have touched anything. */
export function touchedBy(changes: LoggedChange[]): Touched | null {
  const claimIds = new Set<string>();
  const paragraphs = new Set<number>();
  const touched = new Set<Part>();
  for (const { verb, claimId, paragraph } of changes) {
    const own = Object.hasOwn(parts, verb) ? parts[verb] : undefined;
    if (!own || own.includes('everything')) return null;
    for (const part of own) touched.add(part);
    if (own.includes('claim')) {
      if (claimId === null) return null;
      claimIds.add(claimId);
    }
    if (own.includes('paragraph')) {
      if (paragraph === null) return null;
      paragraphs.add(paragraph);
    }
  }
  return {
    claimIds: [...claimIds],
    paragraphs: [...paragraphs],
    hasSuggestions: touched.has('suggestions'),
    hasSpeakers: touched.has('speakers'),
    hasAssignments: touched.has('assignments'),
    hasThreads: touched.has('threads'),
    isArticleEdited: touched.has('article'),
  };
}

/** Somebody who has the article open, and the claim they are looking at. */
export type PresentPerson = { id: string; name: string; claimId: string | null };
