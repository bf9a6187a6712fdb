/** Operations on the claims of an article. */
import { z } from 'zod';
import { ClaimBody, JudgementBody } from '#lib/api/bodies/claims';
import { article, claim, none, type Operation, paging } from '#lib/api/operation';
import { Claim, ClaimPage } from '#lib/api/shapes/claims';
import { standings } from '#lib/domain/claims/standing';
import { claimKinds } from '#lib/reading/claim-kinds';

const claimExample = {
  quote: {
    kind: 'figure',
    selector: { type: 'TextQuoteSelector', exact: '375 employees', prefix: 'OpenAI has ' },
  },
  position: { kind: 'figure', selector: { type: 'TextPositionSelector', paragraph: 3, start: 11, end: 24 } },
};

const judgementExample = {
  'with a source': {
    verdict: 'verified',
    rationale: 'As stated in the filing.',
    confidence: 'high',
    evidence: {
      stance: 'supports',
      excerpt: 'a staff of 375',
      locator: 'p. 3',
      source: { title: 'Annual report', publisher: 'SEC', url: 'https://example.org/report', kind: 'primary' },
    },
  },
  'on what is there': { verdict: 'unverifiable', rationale: 'Nobody has published it.' },
};

export const claimOperations = {
  listClaims: {
    id: 'listClaims',
    method: 'GET',
    path: '/articles/{id}/claims',
    scope: 'read',
    summary: 'An article’s claims, by number',
    description: 'As CSV they come in reading order and all on one page; limit and cursor do not matter then.',
    params: article,
    query: z.strictObject({
      standing: z.enum(standings).optional(),
      kind: z.enum(claimKinds).optional(),
      format: z.enum(['json', 'csv']).default('json'),
      ...paging,
    }),
    answer: ClaimPage,
    otherType: 'text/csv; charset=utf-8',
  },
  markClaim: {
    id: 'markClaim',
    method: 'POST',
    path: '/articles/{id}/claims',
    scope: 'write:claims',
    summary: 'Mark a claim',
    description:
      'The place is named by its words, which must stand in the article once, or by paragraph and offsets in Unicode code ' +
      'points. Where the words are not there, or stand there more than once, nothing is marked.',
    params: article,
    query: none,
    body: ClaimBody,
    examples: claimExample,
    answer: Claim,
  },
  judgeClaim: {
    id: 'judgeClaim',
    method: 'POST',
    path: '/articles/{id}/claims/{number}/judgements',
    scope: 'write:judgements',
    summary: 'Judge a claim',
    description: 'Records the verdict of the token’s person, in place of the one that they gave before.',
    params: claim,
    query: none,
    body: JudgementBody,
    examples: judgementExample,
    answer: Claim,
  },
} as const satisfies Record<string, Operation>;
