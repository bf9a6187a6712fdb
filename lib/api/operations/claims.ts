/** Operations on claims: those of all articles, and those of one. */
import { z } from 'zod';
import { ClaimBatch, ClaimBody, ClaimChanges, maxBatch } from '#lib/api/bodies/claims';
import { article, changed, claim, none, type Operation, paging, search } from '#lib/api/operation';
import { Claim, ClaimBatchResults, ClaimPage, FoundClaimPage } from '#lib/api/shapes/claims';
import { standings } from '#lib/domain/claims/standing';
import { hasNoNul } from '#lib/domain/fields';
import { sourceCounts } from '#lib/domain/search/claim-query';
import { claimKinds } from '#lib/reading/claim-kinds';

const claimExample = {
  quote: {
    kind: 'figure',
    selector: { type: 'TextQuoteSelector', exact: '375 employees', prefix: 'OpenAI has ' },
  },
  position: { kind: 'figure', selector: { type: 'TextPositionSelector', paragraph: 3, start: 11, end: 24 } },
};

const name = z.string().max(300).refine(hasNoNul).default('');
const day = z.iso.date('date-invalid').optional();

export const claimOperations = {
  findClaims: {
    id: 'findClaims',
    method: 'GET',
    path: '/claims',
    scope: 'read',
    summary: 'Claims of all articles, newest first',
    description:
      'Words are looked for in the sentences of a claim and in its speaker’s names, in Chinese and English; figures by their ' +
      'value; words in quotation marks as they stand. Names are ids or parts of names.',
    params: none,
    query: z.strictObject({
      search: search.describe('Words, figures and dates that must all be there.'),
      standing: z.enum(standings).optional(),
      kind: z.enum(claimKinds).optional(),
      ...{ speaker: name, reviewer: name, source: name, article: name, publisher: name, metric: name },
      figure: name.describe('A value or a range in words: claims whose figure may be of that size.'),
      ...{ judgedFrom: day, judgedTo: day, publishedFrom: day, publishedTo: day },
      sources: z.enum(sourceCounts).optional().describe('How many independent sources it has.'),
      lookAgain: z.enum(['true', 'false']).default('false').describe('Only claims that are to be looked at again.'),
      overdue: z
        .enum(['true', 'false'])
        .default('false')
        .describe('Only claims that somebody should have judged by now.'),
      ...changed,
      ...paging,
    }),
    answer: FoundClaimPage,
  },
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
      ...changed,
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
  readClaim: {
    id: 'readClaim',
    method: 'GET',
    path: '/articles/{id}/claims/{number}',
    scope: 'read',
    summary: 'One claim',
    description: 'A claim whose passage is gone from the newest text answers 409 until it has a place again.',
    params: claim,
    query: none,
    answer: Claim,
  },
  markClaims: {
    id: 'markClaims',
    method: 'POST',
    path: '/articles/{id}/claims:batch',
    scope: 'write:claims',
    summary: 'Mark many claims',
    description:
      `At most ${maxBatch} claims in one transaction. Each has its own result, in the order in which they were sent; one that is ` +
      'refused does not stop the others. A claim that is marked already, also by an earlier item, is refused as claim-exists.',
    params: article,
    query: none,
    body: ClaimBatch,
    maxBody: 4_000_000,
    examples: { claims: { claims: [claimExample.quote, claimExample.position] } },
    answer: ClaimBatchResults,
    successes: [200],
  },
  changeClaim: {
    id: 'changeClaim',
    method: 'PATCH',
    path: '/articles/{id}/claims/{number}',
    scope: 'write:claims',
    summary: 'Change a claim',
    description:
      'All that is given is changed, or nothing. The place and the suggested wording of others’ claims are an editor’s to change. ' +
      'A claim whose passage is gone from the newest text is attached to other words with a selector.',
    params: claim,
    query: none,
    body: ClaimChanges,
    examples: {
      'what it is': { kind: 'figure', weight: 'key', speaker: { name: 'Sam Altman', organisation: 'OpenAI' } },
      'its figure': {
        figure: { low: 375, high: 375, unit: 'employee', qualifier: 'about', per: null, asOf: '2023-01' },
        metric: { subject: 'OpenAI', measure: 'headcount' },
      },
      'a wording': { correction: 'OpenAI has about 770 employees.' },
    },
    answer: Claim,
  },
  removeClaim: {
    id: 'removeClaim',
    method: 'DELETE',
    path: '/articles/{id}/claims/{number}',
    scope: 'write:claims',
    summary: 'Remove a claim',
    description:
      'Own claims, or others’ for an editor. Its judgements, evidence and comments go with it, and come back when it is put back. ' +
      'Its number is not given again.',
    params: claim,
    query: none,
  },
  restoreClaim: {
    id: 'restoreClaim',
    method: 'POST',
    path: '/articles/{id}/claims/{number}/restoration',
    scope: 'write:claims',
    summary: 'Put a removed claim back',
    description: 'As it was, with all that was found about it. Own claims, or others’ for an editor.',
    params: claim,
    query: none,
    answer: Claim,
    successes: [200],
  },
} as const satisfies Record<string, Operation>;
