/**
 * The header Idempotency-Key: every operation of the API that writes, one after the other. A key belongs to one address and
 * one body; sent again it does nothing and is answered alike, with anything else it is refused.
 */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Operation } from '#lib/api/operation';
import { operations } from '#lib/api/operations';
import { testDatabase } from '#lib/testing/database/database';
import { apiUnderTest, type Caller, quote, source, verified } from '../testing/caller';

vi.mock('server-only', () => ({}));

const db = testDatabase();
const { addCaller, addArticle } = apiUnderTest(db);

/** What stands on the desk that operations are tried on: ids of it. */
type World = {
  caller: Caller;
  article: string;
  evidence: string;
  source: string;
  thread: string;
  suggestion: string;
};

type WritingId = {
  [Id in keyof typeof operations]: (typeof operations)[Id]['method'] extends 'GET' ? never : Id;
}[keyof typeof operations];

/** An operation as it is carried out here: its address, its body, another body that it takes as well. */
type Try = { at: string; body?: unknown; other?: unknown; before?: () => Promise<unknown> };

const claims = ({ article }: World) => `/articles/${article}/claims`;
const first = (world: World) => `${claims(world)}/1`;
const comment = ({ article, thread }: World) => `/articles/${article}/comments/${thread}`;

/** One way to carry each operation out; `tsc` fails where a new one is missing. */
const tries: Record<WritingId, (world: World) => Try> = {
  addArticle: () => ({ at: '/articles', body: { text: 'A new text.' }, other: { text: 'Quite another.' } }),
  changeArticle: ({ article }) => ({ at: `/articles/${article}`, body: { byline: 'Ann' }, other: { byline: 'Bo' } }),
  markClaim: (world) => ({ at: claims(world), body: quote('人', { prefix: '375' }), other: quote('他们') }),
  markClaims: (world) => ({
    at: `${claims(world)}:batch`,
    body: { claims: [quote('人', { prefix: '375' })] },
    other: { claims: [quote('他们')] },
  }),
  changeClaim: (world) => ({ at: first(world), body: { weight: 'key' }, other: { weight: 'minor' } }),
  removeClaim: (world) => ({ at: `${claims(world)}/2` }),
  restoreClaim: (world) => ({
    at: `${claims(world)}/2/restoration`,
    before: () => world.caller.call('DELETE', `${claims(world)}/2`),
  }),
  judgeClaim: (world) => ({ at: `${first(world)}/judgements`, body: verified, other: { verdict: 'unverifiable' } }),
  withdrawJudgement: (world) => ({
    at: `${first(world)}/judgements/own`,
    before: () => world.caller.post(`${first(world)}/judgements`, { verdict: 'unverifiable' }),
  }),
  checkQuote: (world) => ({
    at: `${claims(world)}/2/quote-check`,
    body: { said: 'yes', wording: 'verbatim', context: 'kept' },
    other: { said: 'no', wording: null, context: null },
  }),
  ruleOnClaim: (world) => ({
    at: `${first(world)}/ruling`,
    body: { verdict: 'disputed', reason: 'As filed.' },
    other: { verdict: 'unverifiable', reason: 'Not found.' },
  }),
  withdrawRuling: (world) => ({
    at: `${first(world)}/ruling`,
    before: () => world.caller.call('PUT', `${first(world)}/ruling`, { verdict: 'disputed', reason: 'As filed.' }),
  }),
  addEvidence: (world) => ({
    at: `${first(world)}/evidence`,
    body: { stance: 'refutes', source: { id: world.source } },
    other: { stance: 'supports', source: { id: world.source } },
  }),
  changeEvidence: (world) => ({
    at: `${first(world)}/evidence/${world.evidence}`,
    body: { excerpt: 'a staff of 770' },
    other: { excerpt: 'a staff of 771' },
  }),
  removeEvidence: (world) => ({ at: `${first(world)}/evidence/${world.evidence}` }),
  addComment: ({ article }) => ({
    at: `/articles/${article}/comments`,
    body: { claim: 1, body: 'Why?' },
    other: { claim: 1, body: 'How?' },
  }),
  changeComment: (world) => ({ at: comment(world), body: { body: 'It does.' }, other: { body: 'It does not.' } }),
  removeComment: (world) => ({ at: comment(world) }),
  resolveThread: (world) => ({
    at: `${comment(world)}/resolution`,
    body: { reason: 'Done.' },
    other: { reason: 'Seen.' },
  }),
  reopenThread: (world) => ({
    at: `${comment(world)}/resolution`,
    before: () => world.caller.call('PUT', `${comment(world)}/resolution`, { reason: 'Done.' }),
  }),
  assignClaim: (world) => ({
    at: `${first(world)}/assignees/${world.caller.id}`,
    body: { dueOn: '2026-02-01' },
    other: { dueOn: '2026-03-01' },
  }),
  unassignClaim: (world) => ({
    at: `${first(world)}/assignees/${world.caller.id}`,
    before: () => world.caller.call('PUT', `${first(world)}/assignees/${world.caller.id}`, {}),
  }),
  addSource: () => ({ at: '/sources', body: source, other: { ...source, title: 'Another report' } }),
  changeSource: (world) => ({
    at: `/sources/${world.source}`,
    body: { title: 'A report' },
    other: { title: 'A paper' },
  }),
  addRevision: ({ article }) => ({
    at: `/articles/${article}/revisions`,
    body: { text: 'OpenAI has 375 employees, as it says.', basedOn: 1 },
    other: { text: 'OpenAI has 376 employees.', basedOn: 1 },
  }),
  decideSuggestions: ({ article, suggestion }) => ({
    at: `/articles/${article}/suggestions`,
    body: { decision: 'dismiss', ids: [suggestion] },
    other: { decision: 'accept', ids: [suggestion] },
  }),
};

const writing = Object.entries(tries).map(([id, made]): [string, Operation, (world: World) => Try] => {
  const operation = Object.values(operations).find((one) => one.id === id);
  if (!operation) throw new Error(`no operation ${id}`);
  return [id, operation, made];
});

/** Everything that a second run of an act would show in. */
const traces = async () =>
  JSON.stringify([
    await db().change.count(),
    await db().article.count(),
    await db().claim.findMany({ orderBy: { id: 'asc' }, select: { id: true, version: true } }),
    await db().source.findMany({ orderBy: { id: 'asc' }, select: { id: true, title: true } }),
    await db().comment.count(),
    await db().judgement.count(),
    await db().evidence.count(),
    await db().assignment.count(),
    await db().revision.count(),
    await db().act.count(),
  ]);

async function build(): Promise<World> {
  const caller = await addCaller('editor');
  const article = await addArticle(caller, [
    'OpenAI 😀 has 375 employees.',
    '他们有375人。',
    'Revenue was $3.4 billion in 2023.',
  ]);
  const make = async (address: string, body: unknown) => (await caller.post(address, body)).json();
  await make(`/articles/${article}/claims`, quote('375 employees'));
  await make(`/articles/${article}/claims`, { ...quote('375人'), kind: 'quote' });
  const { id: sourceId } = await make('/sources', { title: 'A filing', kind: 'primary' });
  const cited = await make(`/articles/${article}/claims/1/evidence`, { stance: 'supports', source: { id: sourceId } });
  const thread = await make(`/articles/${article}/comments`, { claim: 1, body: 'Does it?' });
  const { items } = await (await caller.get(`/articles/${article}/suggestions`)).json();
  return {
    ...{ caller, article, evidence: cited.id, source: sourceId, thread: thread.id },
    suggestion: items.at(-1).id,
  };
}

const key = { 'idempotency-key': 'one-key-of-one-act-only' };

describe.each(writing)('%s', (_, { method }, made) => {
  let world: World;
  let asked: Try;
  const run = (address = asked.at, body = asked.body) => world.caller.call(method, address, body, key);
  beforeEach(async () => {
    world = await build();
    asked = made(world);
    await asked.before?.();
  });

  test('is done once under a key, and refused with anything else under it', async () => {
    const done = await run();
    const answer = await done.text();
    expect([done.status < 300, answer]).toEqual([true, answer]);
    const after = await traces();
    const again = await run();
    expect([again.status, again.status < 300]).toEqual([done.status, true]);
    if (asked.other !== undefined) {
      const other = await run(asked.at, asked.other);
      expect([other.status, await other.json()]).toEqual([
        422,
        expect.objectContaining({ code: 'key-reused', detail: expect.stringMatching(/\.$/) }),
      ]);
    }
    const elsewhere = await world.caller.post('/sources', { title: 'Elsewhere', kind: 'primary' }, key);
    // Only where this was not a source itself is it another act; then the body is.
    expect([elsewhere.status, (await elsewhere.json()).code]).toEqual([422, 'key-reused']);
    expect(await traces()).toBe(after);
  });

  test('is done once where it is sent twice at the same time', async () => {
    const before = await db().act.count();
    const both = await Promise.all([run(), run()]);
    const answers = await Promise.all(both.map(async (one) => [one.status, await one.text()]));
    expect([answers[0]?.[0] === answers[1]?.[0], answers]).toEqual([true, answers]);
    expect([Number(answers[0]?.[0]) < 300, answers]).toEqual([true, answers]);
    expect(await db().act.count()).toBe(before + 1);
  });

  test('of two bodies under one key at the same time is done with one of them', async () => {
    if (asked.other === undefined) return;
    const both = await Promise.all([run(), run(asked.at, asked.other)]);
    const statuses = both.map(({ status }) => status).sort();
    expect([statuses[0] !== undefined && statuses[0] < 300, statuses[1]]).toEqual([true, 422]);
  });
});
