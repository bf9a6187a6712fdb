import { describe, expect, test } from 'vitest';
import { listArticles, setArticleRemoved, setParagraphKind } from '#lib/data/articles/articles';
import { articleForReview } from '#lib/data/review/article-for-review';
import type { DraftParagraph } from '#lib/domain/articles/article';
import { testDatabase } from '#lib/testing/database/database';
import {
  addDesk,
  addPerson,
  addTextArticle,
  evidenceFacts,
  judgementOf,
  must,
  type TestPerson,
} from '#lib/testing/database/rows';
import { describeClaim, moveClaim, setClaimRemoved } from './edit-claim';
import { refusalToRestoreEvidence } from './edit-evidence';
import { addEvidence, judgeClaim, ruleOnClaim, setEvidenceRemoved, withdrawJudgement } from './findings';
import { markClaim } from './mark-claim';

const db = testDatabase();

const text = '训练一次要花300-460万美元，公司约有375人👨‍👩‍👧。';
const paragraphs: DraftParagraph[] = [
  { kind: 'body', text },
  { kind: 'boilerplate', text: '量子位 2025-03-27 11:37:28', reason: 'source-time' },
];

const evidence = (title?: string) => evidenceFacts({ title, excerpt: '375', locator: 'p. 3' });
const addSampleArticle = (writer: TestPerson) =>
  addTextArticle(writer, paragraphs, { title: '账', language: 'zh-Hans' });

async function deskWithFigure() {
  const desk = await addDesk(db());
  const article = await addSampleArticle(desk.ann);
  const { ref, place, ...claim } = await article.mark('375人', 'figure');
  return { ...desk, article, place, claim, ref };
}

describe('marking', () => {
  test('keeps the exact words, the context and a number per article', async () => {
    const { claim, ann, place } = await deskWithFigure();
    expect(claim).toMatchObject({ number: 1, exact: '375人', kind: 'figure', standing: 'open', edition: 1 });
    expect(claim.prefix.endsWith('约有')).toBe(true);
    const second = await markClaim(ann, { ...place, end: place.start + 3 }, 'figure');
    expect(second).toMatchObject({ ok: true, value: { number: 2, exact: '375' } });
  });

  test('refuses what lies outside, splits a character, repeats a claim, or is not part of the article', async () => {
    const { ann, article, place } = await deskWithFigure();
    const other = await addSampleArticle(ann);
    const family = text.indexOf('👨');
    const cases: [Parameters<typeof markClaim>[1], string][] = [
      [{ ...place, end: text.length + 1 }, 'span-outside-paragraph'],
      [{ ...place, start: -1 }, 'span-outside-paragraph'],
      [{ ...place, end: place.start }, 'span-empty'],
      [{ ...place, start: family, end: family + 2 }, 'span-splits-character'],
      [place, 'claim-exists'],
      [{ ...place, paragraphId: article.paragraphIds[1] ?? '' }, 'paragraph-is-boilerplate'],
      [{ ...place, paragraphId: other.paragraphIds[0] ?? '' }, 'paragraph-not-in-article'],
      [{ ...place, articleId: 'nowhere' }, 'not-found'],
    ];
    const before = await db().change.count();
    for (const [where, code] of cases) expect(await markClaim(ann, where, 'figure')).toMatchObject({ ok: false, code });
    expect(await db().change.count()).toBe(before);
    expect(await db().claim.count()).toBe(1);
    expect(await db().article.findUnique({ where: { id: article.id } })).toMatchObject({ lastSeq: 2 });
  });
});

describe('judging', () => {
  test('refuses a dispute without a source and writes nothing', async () => {
    const { ann, ref } = await deskWithFigure();
    expect(await judgeClaim(ann, ref, judgementOf('disputed'))).toMatchObject({ ok: false, code: 'source-required' });
    expect(await db().judgement.count()).toBe(0);
    expect(await judgeClaim(ann, ref, judgementOf('unverifiable'))).toMatchObject({ ok: true });
  });

  test('takes evidence and verdict together, or neither', async () => {
    const { ann, ref } = await deskWithFigure();
    const bad = { ...evidence(), source: { id: 'no such source' } };
    expect(await judgeClaim(ann, ref, judgementOf('verified'), bad)).toMatchObject({ ok: false, code: 'not-found' });
    expect(await db().evidence.count()).toBe(0);
    const judged = await judgeClaim(ann, ref, judgementOf('verified'), evidence());
    expect(judged).toMatchObject({ ok: true, value: { standing: 'verified', evidence: [{ excerpt: '375' }] } });
  });

  test('is contested while two differ, one judgement each, and settled by a ruling', async () => {
    const { ann, bo, ed, ref } = await deskWithFigure();
    await judgeClaim(ann, ref, judgementOf('verified'), evidence());
    expect(await judgeClaim(bo, ref, judgementOf('disputed'))).toMatchObject({ value: { standing: 'contested' } });
    await judgeClaim(bo, ref, judgementOf('disputed'));
    expect(await db().judgement.count()).toBe(2);
    const ruled = await ruleOnClaim(ed, ref, { verdict: 'disputed', reason: 'No primary source.' });
    expect(ruled).toMatchObject({
      value: { standing: 'disputed', judgements: [{}, {}], ruling: { verdict: 'disputed' } },
    });
    expect(await ruleOnClaim(ed, ref, null)).toMatchObject({ value: { standing: 'contested' } });
    expect(await withdrawJudgement(bo, ref)).toMatchObject({ value: { standing: 'verified' } });
  });

  test('keeps the last source while a verdict rests on it', async () => {
    const { ann, ref } = await deskWithFigure();
    const judged = await judgeClaim(ann, ref, judgementOf('verified'), evidence());
    if (!judged.ok) throw new Error(judged.code);
    const first = judged.value.evidence[0]?.id ?? '';
    expect(await setEvidenceRemoved(ann, ref, first, true)).toMatchObject({ ok: false, code: 'evidence-in-use' });
    await addEvidence(ann, ref, evidence('Second'));
    expect(await setEvidenceRemoved(ann, ref, first, true)).toMatchObject({ ok: true });
    expect(await setEvidenceRemoved(ann, ref, first, false)).toMatchObject({ value: { evidence: [{}, {}] } });
  });

  test('lets evidence come back by whoever removed it, and by an editor', async () => {
    const { ann, bo, ed, ref } = await deskWithFigure();
    await must(addEvidence(ann, ref, evidence()));
    const cited = await must(addEvidence(ann, ref, evidence('Second')));
    const [first = '', second = ''] = cited.evidence.map(({ id }) => id);
    const mayRestore = async (id: string) =>
      Promise.all([ann, bo, ed].map(async (one) => (await refusalToRestoreEvidence(db(), one, id))?.code ?? 'may'));

    await must(setEvidenceRemoved(ann, ref, first, true));
    await must(setEvidenceRemoved(ed, ref, second, true));
    expect(await mayRestore(first)).toEqual(['may', 'not-allowed', 'may']);
    expect(await mayRestore(second)).toEqual(['not-allowed', 'not-allowed', 'may']);
    // The last removal counts.
    await must(setEvidenceRemoved(ed, ref, second, false));
    await must(setEvidenceRemoved(ann, ref, second, true));
    expect(await mayRestore(second)).toEqual(['may', 'not-allowed', 'may']);
    expect(await refusalToRestoreEvidence(db(), ed, 'nothing')).toMatchObject({ code: 'not-found' });
  });

  test('keeps every acknowledged judgement of many at once, and a history without a gap', async () => {
    const { ref, ann, article } = await deskWithFigure();
    await addEvidence(ann, ref, evidence());
    const writers = await Promise.all(Array.from({ length: 20 }, (_, i) => addPerson(db(), `P${i}`)));
    const results = await Promise.all(writers.map((writer) => judgeClaim(writer, ref, judgementOf('verified'))));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await db().judgement.count()).toBe(20);
    const lines = await db().change.findMany({ where: { articleId: article.id }, orderBy: { seq: 'asc' } });
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1));
  });
});

describe('changing a claim', () => {
  test('moves the span on the edition that was seen, and not on an older one', async () => {
    const { ann, ref, place, claim } = await deskWithFigure();
    const to = { paragraphId: place.paragraphId, start: place.start - 2, end: place.end };
    expect(await moveClaim(ann, { ...ref, edition: claim.edition }, to)).toMatchObject({
      value: { exact: '约有375人', version: 2 },
    });
    expect(await moveClaim(ann, { ...ref, edition: claim.edition }, place)).toMatchObject({ code: 'claim-changed' });
  });

  test('is removed and comes back with its number, evidence and judgements', async () => {
    const { ann, ref, article } = await deskWithFigure();
    await judgeClaim(ann, ref, judgementOf('verified'), evidence());
    await setClaimRemoved(ann, ref, true);
    expect((await articleForReview(db(), article.id, { id: 'x', role: 'editor' }))?.claims).toEqual([]);
    expect(await judgeClaim(ann, ref, judgementOf('verified'))).toMatchObject({ code: 'claim-removed' });
    const back = await setClaimRemoved(ann, ref, false);
    expect(back).toMatchObject({ value: { number: 1, standing: 'verified', evidence: [{}], judgements: [{}] } });
  });

  test('names its speaker once for the whole desk', async () => {
    const { ann, ref } = await deskWithFigure();
    await describeClaim(ann, ref, { speaker: { name: '李笛', role: 'CEO', organisation: '小冰' } });
    const again = await describeClaim(ann, ref, { speaker: { name: '李笛', role: null, organisation: null } });
    expect(again).toMatchObject({ value: { speaker: { name: '李笛', organisation: '小冰' } } });
    expect(await db().speaker.count()).toBe(1);
    expect(await describeClaim(ann, ref, { speaker: null })).toMatchObject({ value: { speaker: null } });
  });
});

describe('articles', () => {
  test('are listed with their counts and reviewers, found by words, and gone when removed', async () => {
    const { ann, bo, ref, article } = await deskWithFigure();
    await judgeClaim(ann, ref, judgementOf('verified'), evidence());
    await judgeClaim(bo, ref, judgementOf('disputed'));
    const [listed] = await listArticles(db(), '账', { id: 'x', role: 'editor' });
    expect(listed).toMatchObject({ tally: { total: 1, settled: 0, standings: { contested: 1 } } });
    expect(listed?.reviewers.map(({ name }) => name).sort()).toEqual(['Ann', 'Bo']);
    expect(await listArticles(db(), '账 nothing', { id: 'x', role: 'editor' })).toEqual([]);
    await setArticleRemoved(ann, article.id, true);
    expect(await listArticles(db(), '', { id: 'x', role: 'editor' })).toEqual([]);
    expect(await articleForReview(db(), article.id, { id: 'x', role: 'editor' })).toBeNull();
    await setArticleRemoved(ann, article.id, false);
    expect(await listArticles(db(), '', { id: 'x', role: 'editor' })).toHaveLength(1);
  });

  test('keep a paragraph that has claims', async () => {
    const { ann, article } = await deskWithFigure();
    const set = (paragraphId: string, kind: 'body' | 'boilerplate') =>
      setParagraphKind(ann, { articleId: article.id, paragraphId, kind });
    expect(await set(article.paragraphIds[0] ?? '', 'boilerplate')).toMatchObject({ code: 'paragraph-has-claims' });
    expect(await set(article.paragraphIds[1] ?? '', 'body')).toMatchObject({ ok: true });
    expect(await set('elsewhere', 'body')).toMatchObject({ code: 'paragraph-not-in-article' });
  });
});
