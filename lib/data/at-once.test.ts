/** The same thing done by two people, or twice by one, at the same moment: it is there once, and the other is told. */
import { expect, test } from 'vitest';
import { addArticleOnce } from '#lib/data/articles/articles';
import { describeClaim } from '#lib/data/claims/edit-claim';
import { judgeClaim } from '#lib/data/claims/findings';
import { markClaim } from '#lib/data/claims/mark-claim';
import { verifyHistory } from '#lib/data/history/verify';
import { joinByLink, makeInvite } from '#lib/data/people/people';
import { publishReport } from '#lib/data/report/reports';
import { keepSource } from '#lib/data/sources/sources';
import { testDatabase } from '#lib/testing/database/database';
import {
  addDesk,
  addPerson,
  addTextArticle,
  articleFacts,
  evidenceFacts,
  judgementOf,
  must,
} from '#lib/testing/database/rows';

const db = testDatabase();

/** How often each is tried: two that meet by chance do not meet every time. */
const rounds = Array.from({ length: 4 }, (_, round) => round);

/** Runs something as often as that at the same time. */
const atOnce = <T>(run: (index: number) => Promise<T>, count = 4) =>
  Promise.all(Array.from({ length: count }, (_, index) => run(index)));

const kept = (answers: { ok: boolean }[]) => answers.filter(({ ok }) => ok).length;

test('an article that several bring in is there once, and the others are told where', async () => {
  const { ann } = await addDesk(db());
  for (const round of rounds) {
    // Long enough to be compared with others, and unlike those of other rounds.
    const text = Array.from({ length: 120 }, (_, at) => `word${round}x${at}`).join(' ');
    const draft = { ...articleFacts(), paragraphs: [{ kind: 'body' as const, text }] };
    const answers = await atOnce(() => addArticleOnce(ann, draft, { intake: 'paste' }));
    expect([round, kept(answers), await db().article.count()]).toEqual([round, 1, round + 1]);
    expect(answers.filter((one) => !one.ok)).toMatchObject(
      Array.from({ length: 3 }, () => ({ code: 'article-exists' })),
    );
  }
});

test('a source and a speaker that several name are there once', async () => {
  const { ann, bo } = await addDesk(db());
  const articles = [];
  for (const text of [
    '“We never lost one,” he said.',
    '“We lost two,” he said.',
    '“Three,” he said.',
    '“Four,” he said.',
  ]) {
    articles.push(await addTextArticle(ann, [text]));
  }
  const claims: Awaited<ReturnType<(typeof articles)[number]['mark']>>[] = [];
  for (const [at, words] of ['“We never lost one,”', '“We lost two,”', '“Three,”', '“Four,”'].entries()) {
    const article = articles[at];
    if (article) claims.push(await article.mark(words, 'quote'));
  }
  for (const round of rounds) {
    const { source } = evidenceFacts({ title: `Report ${round}` });
    const cited = { ...source, url: `https://example.org/${round}` } as Parameters<typeof keepSource>[1];
    const answers = await atOnce((index) => keepSource(index % 2 ? ann : bo, cited));
    expect([kept(answers), await db().source.count()]).toEqual([4, round + 1]);
    const named = { name: `Sam Altman ${round}`, role: null, organisation: null };
    await atOnce(async (index) => {
      const ref = claims[index]?.ref;
      if (ref) await must(describeClaim(ann, ref, { speaker: named }));
    });
    expect(await db().speaker.count({ where: { name: named.name } })).toBe(1);
  }
});

test('a claim is marked once, judged once by each, and published once', async () => {
  const { ann, bo, ed } = await addDesk(db());
  for (const round of rounds) {
    const { id, placeOf } = await addTextArticle(ann, [`The firm ${round} had 375 staff.`]);
    const place = placeOf('375 staff');
    const marked = await atOnce((index) => markClaim(index % 2 ? ann : bo, place, 'figure'));
    expect([kept(marked), await db().claim.count({ where: { articleId: id } })]).toEqual([1, 1]);
    const [claim] = marked.flatMap((one) => (one.ok ? [one.value] : []));
    const ref = { articleId: id, claimId: claim?.id ?? '' };
    await atOnce(() => judgeClaim(ann, ref, judgementOf('verified'), evidenceFacts({ title: `Of ${round}` })));
    expect(await db().judgement.count({ where: { claimId: ref.claimId } })).toBe(1);
    const { lastSeq } = await db().article.findUniqueOrThrow({ where: { id }, select: { lastSeq: true } });
    const publication = { articleId: id, seq: lastSeq, slug: `report-${round}`, withNames: true, withText: true };
    expect(kept(await atOnce(() => publishReport(ed, publication, ed)))).toBe(1);
    expect(await db().report.count({ where: { articleId: id } })).toBe(1);
  }
  const broken: unknown[] = [];
  const tell = (one: unknown) => broken.push(one);
  await verifyHistory(db(), { place: tell, row: tell, deskLine: tell });
  expect(broken).toEqual([]);
});

test('of several who join by one invitation, or as one address, one does', async () => {
  const admin = await addPerson(db(), 'Ada', 'admin');
  for (const round of rounds) {
    const joined = { name: 'Carl', email: `carl-${round}@example.org`, passwordHash: 'hash' };
    const links = await Promise.all([0, 1].map(() => must(makeInvite(admin, { role: 'reviewer', note: null }))));
    const answers = await atOnce((index) =>
      joinByLink(db(), { purpose: 'invite', token: links[index % 2]?.token ?? '' }, joined, admin.now),
    );
    const codes = answers.map((one) => (one.ok ? 'joined' : one.code)).sort();
    expect([codes, codes.filter((code) => code === 'joined').length]).toEqual([codes, 1]);
    expect(await db().user.count({ where: { email: joined.email } })).toBe(1);
  }
});
