import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addArticle, setArticleRemoved } from '#lib/data/articles/articles';
import { suggestCorrection } from '#lib/data/claims/edit-claim';
import { judgeClaim } from '#lib/data/claims/findings';
import { canonicalJson } from '#lib/data/history/canonical-json';
import { articleForReview } from '#lib/data/review/article-for-review';
import { addComment } from '#lib/data/review/comments';
import type { Publication } from '#lib/domain/report/publishing-input';
import { ratingScales } from '#lib/domain/report/rating-scale';
import { testDatabase } from '#lib/testing/database/database';
import {
  addPerson,
  addTextArticle,
  evidenceFacts,
  must,
  type TestPerson,
  testMoment,
} from '#lib/testing/database/rows';
import { deskSettings, setDesk } from './desk';
import { listReports, publicReport, publishedReport, publishReport, withdrawReport } from './reports';

const db = testDatabase();
const now = testMoment;
const text = '公司有375名员工。He said it was “small”. 🙂 Nobody knew.';
const secret = 'Ask the lawyer first.';

/** An article with a judged figure, and a comment that is nobody else's business. */
async function deskWithArticle() {
  const editor = await addPerson(db(), 'Zhou Editor', 'editor');
  const { id: articleId, mark } = await addTextArticle(editor, [text], { language: 'zh' });
  const { ref } = await mark('375名员工', 'figure');
  const evidence = evidenceFacts({ stance: 'refutes', excerpt: '335 employees' });
  const verdict = { verdict: 'false' as const, rationale: 'It had 335.', confidence: 'high' as const };
  await must(judgeClaim(editor, ref, verdict, evidence));
  await must(addComment(editor, articleId, { claimId: ref.claimId }, secret));
  return { editor, articleId, ref };
}

async function publication(articleId: string, more: Partial<Publication> = {}): Promise<Publication> {
  const { lastSeq } = await db().article.findUniqueOrThrow({ where: { id: articleId } });
  return { articleId, seq: lastSeq, slug: null, withNames: true, withText: false, ...more };
}

const publish = async (writer: TestPerson, articleId: string, more = {}) =>
  publishReport(writer, await publication(articleId, more), writer);

describe('publishing a report', () => {
  it('freezes what the report says', async () => {
    const { editor, articleId, ref } = await deskWithArticle();
    const first = await must(publish(editor, articleId));
    const before = await publishedReport(db(), first.slug);
    await must(judgeClaim(editor, ref, { verdict: 'disputed', rationale: 'Not so sure.', confidence: 'low' }));
    await must(suggestCorrection(editor, ref, '公司有335名员工。'));
    const after = await publishedReport(db(), first.slug);
    expect(after).toEqual(before);
    expect(after?.content?.claims[0]).toMatchObject({ standing: 'false', correction: null });
    expect(after?.content?.score.rows[0]).toMatchObject({ standing: 'false', value: 0 });
  });

  it('has a hash that anybody can work out from its data', async () => {
    const { editor, articleId } = await deskWithArticle();
    const { slug, contentHash } = await must(publish(editor, articleId));
    const report = await publishedReport(db(), slug);
    const bytes = canonicalJson(report?.content);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(contentHash);
    expect(contentHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('holds no ids, no discussion, and names only where they are published', async () => {
    const { editor, articleId, ref } = await deskWithArticle();
    const named = await must(publish(editor, articleId));
    const content = (await publishedReport(db(), named.slug))?.content;
    const written = JSON.stringify(content);
    const source = await db().source.findFirstOrThrow();
    for (const kept of [secret, editor.id, ref.claimId, articleId, source.id, '@example.org']) {
      expect(written).not.toContain(kept);
    }
    expect(written).toContain('Zhou Editor');
    expect(content?.paragraphs[0]).toMatchObject({ text: null, length: text.length });
    expect(content?.claims[0]?.context).toContain('375名员工');
    expect(written).not.toContain('Nobody knew');
    const unnamed = await must(publish(editor, articleId, { withNames: false, withText: true }));
    const other = (await publishedReport(db(), unnamed.slug))?.content;
    expect(JSON.stringify(other)).not.toContain('Zhou Editor');
    expect(other?.claims[0]?.judgements[0]?.by).toEqual({ number: 1, name: null });
    expect(other?.paragraphs[0]?.text).toBe(text);
  });

  it('says in the next report what changed', async () => {
    const { editor, articleId, ref } = await deskWithArticle();
    await must(publish(editor, articleId));
    await must(judgeClaim(editor, ref, { verdict: 'disputed', rationale: 'Not so sure.', confidence: 'low' }));
    const second = await must(publish(editor, articleId));
    expect(second.number).toBe(2);
    const { content } = (await publishedReport(db(), second.slug)) ?? {};
    expect(content).toMatchObject({ number: 2, changes: { score: null, revision: null } });
    expect(content?.changes?.claims).toEqual([
      { claim: 1, exact: '375名员工', what: 'standing', from: 'false', to: 'disputed' },
      { claim: 1, exact: '375名员工', what: 'findings' },
    ]);
    const reports = await listReports(db(), articleId);
    expect(reports.map(({ number }) => number)).toEqual([2, 1]);
    expect((await publishedReport(db(), reports[1]?.slug ?? ''))?.newer).toMatchObject({ number: 2 });
  });

  it('is refused to whoever did not see the last change', async () => {
    const { editor, articleId, ref } = await deskWithArticle();
    const seen = await publication(articleId);
    await must(suggestCorrection(editor, ref, '335'));
    expect(await publishReport(editor, seen, editor)).toMatchObject({ ok: false, code: 'article-moved-on' });
    expect(await listReports(db(), articleId)).toEqual([]);
  });

  it('happens once, though it is sent twice or by two at once', async () => {
    const { editor, articleId } = await deskWithArticle();
    const asked = await publication(articleId);
    const keyed = { ...editor, key: 'publish-it-once-only' };
    const answers = await Promise.all([publishReport(keyed, asked, editor), publishReport(keyed, asked, editor)]);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[0]?.ok).toBe(true);
    const others = await Promise.all([publish(editor, articleId), publish(editor, articleId)]);
    expect(others.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await listReports(db(), articleId)).map(({ number }) => number)).toEqual([2, 1]);
  });

  it('goes by its own name, once', async () => {
    const { editor, articleId } = await deskWithArticle();
    const named = await must(publish(editor, articleId, { slug: '员工数-核查' }));
    expect(named).toMatchObject({ slug: '员工数-核查', listed: true });
    expect(await publish(editor, articleId, { slug: '员工数-核查' })).toMatchObject({
      code: 'slug-taken',
      field: 'slug',
    });
    const unlisted = await must(publish(editor, articleId));
    expect(unlisted).toMatchObject({ listed: false });
    expect(unlisted.slug).toMatch(/^[\w-]{32}$/);
  });

  it('can be found by anybody under its own name only, until it is withdrawn', async () => {
    const { editor, articleId } = await deskWithArticle();
    expect(await publicReport(db(), articleId)).toBeNull();
    const { id: reportId } = await must(publish(editor, articleId, { slug: '员工数-核查' }));
    await must(publish(editor, articleId));
    expect(await publicReport(db(), articleId)).toMatchObject({
      slug: '员工数-核查',
      claims: [{ number: 1, exact: '375名员工', standing: 'false' }],
    });
    await must(withdrawReport(editor, { reportId, notice: 'Wrong year.' }));
    expect(await publicReport(db(), articleId)).toBeNull();
  });

  it('is refused where nothing is worth checking', async () => {
    const editor = await addPerson(db(), 'Ann', 'editor');
    const facts = { title: 'Empty', publisher: null, url: null, byline: null, publishedOn: null, language: 'en' };
    const draft = { ...facts, paragraphs: [{ kind: 'body' as const, text: 'Hello.' }] };
    const { id } = await addArticle(editor, draft, { intake: 'paste' });
    expect(await publish(editor, id)).toMatchObject({ code: 'nothing-to-report' });
  });
});

describe('withdrawing a report', () => {
  it('keeps its content from readers, with a notice, for good', async () => {
    const { editor, articleId } = await deskWithArticle();
    const { id, slug } = await must(publish(editor, articleId));
    await must(withdrawReport(editor, { reportId: id, notice: 'We confused two years.' }));
    expect(await publishedReport(db(), slug)).toMatchObject({
      ...{ content: null, notice: 'We confused two years.', title: 'What it costs', withdrawnAt: now.toISOString() },
    });
    expect(await withdrawReport(editor, { reportId: id, notice: 'Again' })).toMatchObject({
      code: 'already-withdrawn',
    });
    expect(await withdrawReport(editor, { reportId: 'none', notice: 'x' })).toMatchObject({ code: 'not-found' });
  });

  it('is not what taking the article off the desk does', async () => {
    const { editor, articleId } = await deskWithArticle();
    const { slug } = await must(publish(editor, articleId));
    await must(setArticleRemoved(editor, articleId, true));
    expect((await publishedReport(db(), slug))?.content).not.toBeNull();
  });
});

describe('what the desk publishes under', () => {
  it('is set by who saw the last state, and stays with the reports that are out', async () => {
    const { editor, articleId } = await deskWithArticle();
    const old = await must(publish(editor, articleId));
    const blank = await deskSettings(db());
    expect(blank).toMatchObject({ name: 'Claimdesk', edition: 0 });
    const entry = { ...blank, name: '事实核查组', scale: ratingScales[2] ?? blank.scale, correctionsZh: '欢迎指正。' };
    const saved = await must(setDesk(editor, entry));
    expect(await deskSettings(db())).toEqual(saved);
    expect(await setDesk(editor, entry)).toMatchObject({ code: 'desk-changed' });
    await must(setDesk(editor, { ...saved, name: '核查组' }));
    expect((await publishedReport(db(), old.slug))?.content).toMatchObject({
      desk: 'Claimdesk',
      scale: { key: 'desk' },
    });
    const next = await must(publish(editor, articleId));
    expect((await publishedReport(db(), next.slug))?.content).toMatchObject({
      desk: '核查组',
      scale: { key: 'zhengque' },
    });
  });
});

describe('a suggested wording', () => {
  it('is part of the claim', async () => {
    const { editor, articleId, ref } = await deskWithArticle();
    await must(suggestCorrection(editor, ref, '公司有335名员工。'));
    const view = await articleForReview(db(), articleId, editor);
    expect(view?.claims[0]).toMatchObject({ correction: '公司有335名员工。', edition: 2 });
    expect(await suggestCorrection(editor, { ...ref, edition: 1 }, null)).toMatchObject({ code: 'claim-changed' });
  });
});
