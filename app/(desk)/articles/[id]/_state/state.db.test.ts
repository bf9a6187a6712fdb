/** The real history, the real reading of it and the real reducer: whatever people do, every view comes to be the server's. */
import { expect, test } from 'vitest';
import { addArticle, setParagraphKind } from '#lib/data/articles/articles';
import { correctFigure, describeClaim, moveClaim, setClaimRemoved } from '#lib/data/claims/edit-claim';
import {
  addEvidence,
  checkQuote,
  judgeClaim,
  ruleOnClaim,
  setEvidenceRemoved,
  withdrawJudgement,
} from '#lib/data/claims/findings';
import { markClaim } from '#lib/data/claims/mark-claim';
import { acceptSuggestions, returnSuggestions, setSuggestionsDismissed } from '#lib/data/claims/suggestions';
import { newId } from '#lib/data/database/id';
import { articleForReview } from '#lib/data/review/article-for-review';
import { changesSince } from '#lib/data/review/changes-since';
import { editSpeaker, listSpeakers, mergeSpeaker, separateSpeaker } from '#lib/data/sources/speakers';
import { claimKinds } from '#lib/reading/claim-kinds';
import { engineUnderTest, testDatabase } from '#lib/testing/database/database';
import { type ReviewState, reduceReview, startReview } from './state';

const now = new Date('2026-01-05T10:00:00Z');
const db = testDatabase();

const texts = [
  '“训练一次要花300-460万美元，公司约有375人。”小冰CEO李笛说。',
  '2022年，全国共有1,200家公司倒闭，投资额达到12.5亿美元，同比增长30%。',
  '第三段没有什么。',
];

/** The generator of Park and Miller: enough to vary acts, and the same on every machine. */
function chanceOf(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

async function addPerson(name: string, role: string) {
  const id = newId();
  await db().user.create({ data: { id, name, role, email: `${id}@example.org` } });
  return { db: db(), actorId: id, now };
}

async function simulate(seed: number, acts: number) {
  const below = chanceOf(seed);
  const pick = <T>(list: T[]): T | undefined => list[below(Math.max(1, list.length))];
  const people = [
    await addPerson('Ann', 'reviewer'),
    await addPerson('Bo', 'reviewer'),
    await addPerson('Ed', 'editor'),
  ];
  const ann = people[0] ?? (await addPerson('nobody', 'viewer'));
  const facts = { title: '账', publisher: null, url: null, byline: null, publishedOn: '2023-02', language: 'zh-Hans' };
  const paragraphs = texts.map((text) => ({ kind: 'body' as const, text }));
  const { id: articleId, paragraphIds } = await addArticle(ann, { ...facts, paragraphs }, { intake: 'paste' });
  const whole = async () => {
    const view = await articleForReview(db(), articleId, { id: ann.actorId, role: 'editor' });
    if (!view) throw new Error('the article is there');
    return startReview(view);
  };
  const states: ReviewState[] = [];
  for (const _ of people) states.push(await whole());

  async function catchUp(index: number) {
    const state = states[index];
    const update =
      state && (await changesSince(db(), articleId, state.seq, { id: people[index]?.actorId ?? '', role: 'editor' }));
    if (!update) throw new Error('there is always something to say');
    // Complete by itself only where a change is not known to lib/domain/review/update.
    expect([seed, update.since]).toEqual([seed, state.seq]);
    states[index] = reduceReview(state, { type: 'update', update });
  }

  const taken: string[][] = [];
  async function act() {
    const writer = pick(people) ?? ann;
    const claims = await db().claim.findMany({ where: { articleId } });
    const claimId = pick(claims)?.id ?? '';
    const ref = { articleId, claimId };
    const paragraph = below(texts.length);
    const start = below(12);
    const place = { articleId, paragraphId: paragraphIds[paragraph] ?? '', start, end: start + 1 + below(6) };
    const suggested = await db().suggestion.findMany({ where: { articleId }, select: { id: true } });
    const ids = suggested.slice(below(3), 3 + below(4)).map(({ id }) => id);
    const speakers = await listSpeakers(db());
    const speaker = pick(speakers);
    const merged = await db().speaker.findFirst({ where: { mergedIntoId: { not: null } } });
    const kind = pick([...claimKinds]) ?? 'fact';
    const source = {
      ...{ title: `Source ${below(4)}`, publisher: null, url: null, published: null, accessed: null, originId: null },
      kind: 'primary' as const,
    };
    const evidence = { source, stance: 'supports' as const, excerpt: '', locator: null };
    const judgement = { verdict: 'unverifiable' as const, rationale: `${below(99)}`, confidence: 'low' as const };
    const figure = { low: below(9), high: 10, unit: 'USD', qualifier: 'about' as const, per: null, asOf: null };
    const possible: (() => Promise<unknown>)[] = [
      () => markClaim(writer, place, kind),
      () => markClaim(writer, place, kind),
      () => moveClaim(writer, ref, place),
      () => describeClaim(writer, ref, { kind, checkWorthy: below(2) === 0 }),
      () =>
        describeClaim(writer, ref, {
          speaker: { name: `Person ${below(4)}`, role: `role ${below(9)}`, organisation: null },
        }),
      () => correctFigure(writer, ref, below(2) ? figure : null),
      () => setClaimRemoved(writer, ref, below(2) === 0),
      () => judgeClaim(writer, ref, judgement, below(2) ? evidence : undefined),
      () => withdrawJudgement(writer, ref),
      () => addEvidence(writer, ref, evidence),
      () => checkQuote(writer, ref, { said: below(2) ? 'yes' : null, wording: null, context: null }),
      () => ruleOnClaim(writer, ref, below(2) ? { verdict: 'not-checkable', reason: 'so' } : null),
      async () => {
        const given = await db().evidence.findFirst({ where: { claimId } });
        return given && setEvidenceRemoved(writer, ref, given.id, given.removedAt === null);
      },
      async () => {
        taken.push(ids);
        return ids.length > 0 && acceptSuggestions(writer, articleId, ids);
      },
      () => returnSuggestions(writer, articleId, taken.pop() ?? ids),
      () => setSuggestionsDismissed(writer, articleId, { ids, dismissed: below(2) === 0 }),
      () =>
        setParagraphKind(writer, {
          ...{ articleId, paragraphId: place.paragraphId },
          kind: below(2) ? 'boilerplate' : 'body',
        }),
      async () =>
        speaker && editSpeaker(writer, speaker.id, { ...speaker, name: speaker.name, organisation: `org ${below(9)}` }),
      async () => speaker && mergeSpeaker(writer, speaker.id, pick(speakers)?.id ?? ''),
      async () => merged && separateSpeaker(writer, merged.id),
    ];
    await pick(possible)?.();
  }

  for (let count = 0; count < acts; count += 1) {
    await act();
    if (below(3) === 0) await catchUp(below(states.length));
  }
  const truth = await whole();
  for (let index = 0; index < states.length; index += 1) {
    await catchUp(index);
    const { seq, claims, suggestions, paragraphs: shown } = states[index] ?? truth;
    expect({ seed, seq, claims, suggestions, shown }).toEqual({
      ...{ seed, seq: truth.seq, claims: truth.claims },
      ...{ suggestions: truth.suggestions, shown: truth.paragraphs },
    });
  }
  return truth.seq;
}

test('views that are brought up to date now and then are the server’s in the end', { timeout: 300_000 }, async () => {
  let changes = 0;
  const runs = engineUnderTest === 'sqlite' ? 4 : 2;
  for (let seed = 1; seed <= runs; seed += 1) changes += await simulate(seed, 60);
  expect(changes).toBeGreaterThan(runs * 10);
});
