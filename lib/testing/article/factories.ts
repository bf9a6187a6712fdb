/**
 * Builders of views for tests: every field has a plausible value, and a test names only what it is about. The same
 * overrides always give an equal view.
 */

import type { ArticleView, ParagraphView } from '#lib/domain/articles/article-view';
import type {
  ClaimView,
  EvidenceView,
  FigureView,
  JudgementView,
  SourceView,
  SpeakerView,
} from '#lib/domain/claims/claim-view';
import type { WholeArticle } from '#lib/domain/exchange/whole-article';
import type { ThreadView } from '#lib/domain/review/discussion';
import type { ChangeLineView } from '#lib/domain/review/history';
import type { ReviewView } from '#lib/domain/review/review';
import { describeFigure } from '#lib/reading/describe-figure';

const moment = '2026-01-05T10:00:00.000Z';
const ann = { id: 'ann', name: 'Ann' };

export function paragraphView(overrides: Partial<ParagraphView> = {}): ParagraphView {
  const number = overrides.number ?? 1;
  return { id: `p${number}`, number, kind: 'body', text: 'The firm had 375 staff.', reason: null, ...overrides };
}

export function sourceView(overrides: Partial<SourceView> = {}): SourceView {
  const id = overrides.id ?? 'source';
  return {
    id,
    title: `Title of ${id}`,
    publisher: null,
    url: null,
    published: null,
    accessed: null,
    kind: 'primary',
    note: null,
    originId: null,
    retired: null,
    ...overrides,
  };
}

export function evidenceView(overrides: Partial<EvidenceView> = {}): EvidenceView {
  const source = overrides.source ?? sourceView();
  return {
    id: `on-${source.id}`,
    stance: 'supports',
    excerpt: '',
    locator: null,
    addedBy: ann,
    source,
    figure: null,
    takenFrom: null,
    ...overrides,
  };
}

export function judgementView(overrides: Partial<JudgementView> = {}): JudgementView {
  return {
    reviewer: ann,
    verdict: 'verified',
    rationale: '',
    confidence: 'medium',
    pass: null,
    at: moment,
    ...overrides,
  };
}

export function speakerView(overrides: Partial<SpeakerView> = {}): SpeakerView {
  return { id: 'speaker', name: 'Lin', role: null, organisation: null, aliases: [], ...overrides };
}

export function figureView(overrides: Partial<FigureView> = {}): FigureView {
  const facts = {
    low: 375,
    high: 375,
    unit: 'person',
    qualifier: 'exact' as const,
    per: null,
    asOf: null,
    ...overrides,
  };
  const reads = { en: describeFigure(facts, 'en'), zh: describeFigure(facts, 'zh') };
  return { raw: '375', corrected: false, reads, ...facts };
}

export function claimView(overrides: Partial<ClaimView> = {}): ClaimView {
  const number = overrides.number ?? 1;
  return {
    id: `c${number}`,
    number,
    paragraphId: 'p1',
    start: 13,
    end: 16,
    exact: '375',
    prefix: 'The firm had ',
    suffix: ' staff.',
    kind: 'figure',
    checkWorthy: true,
    weight: 'normal',
    standing: 'open',
    version: 1,
    edition: 1,
    speaker: null,
    figure: null,
    metric: null,
    derivations: [],
    quoteChecks: [],
    createdBy: ann,
    createdAt: moment,
    updatedAt: moment,
    judgements: [],
    hiddenJudgements: 0,
    returnNote: null,
    correction: null,
    ruling: null,
    evidence: [],
    lookAgain: null,
    earlier: null,
    ...overrides,
  };
}

/** A thread with a comment for each body; the first has the thread's id, the others the id and their index. */
export function threadView({
  bodies = ['A remark'],
  at = moment,
  ...overrides
}: Partial<ThreadView> & { bodies?: string[]; at?: string } = {}): ThreadView {
  const id = overrides.id ?? 'thread';
  const comments = bodies.map((body, index) => ({
    ...{ id: index === 0 ? id : `${id}-${index}`, author: ann, body, at },
    ...{ editedAt: null, removed: false, mentions: [] },
  }));
  return { id, claimId: 'c1', paragraphId: null, comments, resolved: null, ...overrides };
}

export function changeLineView(overrides: Partial<ChangeLineView> = {}): ChangeLineView {
  return {
    ...{ seq: 1, at: moment, actor: ann, verb: 'claim-judged', claim: null, before: {}, after: {} },
    ...overrides,
  };
}

const article: ArticleView = {
  id: 'article',
  title: 'What it costs',
  publisher: null,
  url: null,
  byline: null,
  publishedOn: null,
  language: 'en',
  sample: false,
  revision: 1,
  requiredJudgements: 1,
  blindFirstPass: false,
  edition: 1,
  createdBy: ann,
  createdAt: moment,
  revisedAt: moment,
  orphans: 0,
  updatedAt: moment,
  seq: 1,
};

/** A view of one paragraph without claims, unless told otherwise. */
export function reviewView(
  overrides: Partial<Omit<ReviewView, 'article'>> & { article?: Partial<ArticleView> } = {},
): ReviewView {
  return {
    article: { ...article, ...overrides.article },
    paragraphs: overrides.paragraphs ?? [paragraphView()],
    claims: overrides.claims ?? [],
    suggestions: overrides.suggestions ?? [],
    assignments: overrides.assignments ?? [],
    threads: overrides.threads ?? [],
  };
}

/** An article whose only revision is the view's, or what is said otherwise. */
export function wholeArticle(view: ReviewView, overrides: Partial<WholeArticle> = {}): WholeArticle {
  const { article, paragraphs, claims, threads } = view;
  const none: ReadonlyMap<string, number> = new Map();
  return {
    ...{ article, threads, dismissed: [] },
    revisions: [
      {
        ...{ number: article.revision, at: article.revisedAt, by: article.createdBy, intake: 'paste', minor: false },
        ...{ restored: null, counts: null },
        paragraphs: [...paragraphs]
          .sort((a, b) => a.number - b.number)
          .map(({ id, kind, text, reason }) => ({ id, block: { kind, text, reason } })),
      },
    ],
    claims: claims.map((claim) => ({
      claim,
      ...{ goneSince: null, places: [] },
      dates: { judgements: none, quoteChecks: none, ruling: null, lookAgain: null },
    })),
    lastClaimNumber: Math.max(0, ...claims.map(({ number }) => number)),
    ...overrides,
  };
}
