import { describe, expect, test } from 'vitest';
import { chooseFigure, correctFigure, describeClaim, moveClaim } from '#lib/data/claims/edit-claim';
import { checkQuote, judgeClaim } from '#lib/data/claims/findings';
import { markClaim } from '#lib/data/claims/mark-claim';
import { acceptSuggestions, returnSuggestions, setSuggestionsDismissed } from '#lib/data/claims/suggestions';
import { articleForReview } from '#lib/data/review/article-for-review';
import type { DraftParagraph } from '#lib/domain/articles/article';
import type { SuggestionView } from '#lib/domain/claims/suggestion';
import { readerVersion } from '#lib/reading/proposals';
import { testDatabase } from '#lib/testing/database/database';
import { addPerson, addTextArticle, judgementOf, testMoment } from '#lib/testing/database/rows';
import { setParagraphKind } from './articles';
import { readOldArticles } from './proposals';

const db = testDatabase();

const text = '“训练一次要花300-460万美元，公司约有375人。”小冰CEO李笛说。';
const aside = '2022年，全国共有1,200家公司倒闭。';
const paragraphs: DraftParagraph[] = [
  { kind: 'body', text },
  { kind: 'boilerplate', text: aside },
];

async function readArticle() {
  const ann = await addPerson(db());
  const facts = { title: '账', publishedOn: '2023-02', language: 'zh-Hans' };
  const { id: articleId, paragraphIds, mark } = await addTextArticle(ann, paragraphs, facts);
  const review = async () => {
    const view = await articleForReview(db(), articleId, { id: 'x', role: 'editor' });
    if (!view) throw new Error('the article is there');
    return view;
  };
  const wordsOf = ({ paragraphId, start, end }: SuggestionView) =>
    (paragraphs[paragraphIds.indexOf(paragraphId)]?.text ?? '').slice(start, end);
  const suggested = async () => (await review()).suggestions.map((one) => `${one.kind} ${wordsOf(one)}`).sort();
  return { ann, articleId, paragraphIds, mark, review, wordsOf, suggested };
}

const quote = '训练一次要花300-460万美元，公司约有375人';

describe('suggestions', () => {
  test('are made when an article comes in, from its own paragraphs alone', async () => {
    const { suggested, review } = await readArticle();
    expect(await suggested()).toEqual(['figure 300-460万美元', 'figure 约有375人', `quote ${quote}`]);
    expect((await review()).suggestions.every(({ speaker }) => speaker === '李笛')).toBe(true);
  });

  test('become claims with their speaker and what the figure comes down to', async () => {
    const { ann, articleId, review } = await readArticle();
    const { suggestions } = await review();
    const accepted = await acceptSuggestions(
      ann,
      articleId,
      suggestions.map(({ id }) => id),
    );
    expect(accepted.ok && accepted.value.map(({ number }) => number)).toEqual([1, 2, 3]);
    const view = await review();
    expect(view.suggestions).toEqual([]);
    for (const { speaker } of view.claims) {
      expect(speaker).toMatchObject({ name: '李笛', role: 'CEO', organisation: '小冰' });
    }
    expect(await db().speaker.count()).toBe(1);
    expect(view.claims.find(({ exact }) => exact.includes('美元') && exact.startsWith('300'))?.figure).toEqual({
      ...{ raw: '300-460万美元', low: 3_000_000, high: 4_600_000, unit: 'USD', qualifier: 'exact', per: null },
      ...{ asOf: null, corrected: false, reads: { en: 'US$3,000,000 – 4,600,000', zh: '300万–460万美元' } },
    });
    expect(view.article.seq).toBe(4);
  });

  test('come back when that is undone, unless somebody has worked on the claim', async () => {
    const { ann, articleId, review } = await readArticle();
    const ids = (await review()).suggestions.map(({ id }) => id);
    await acceptSuggestions(ann, articleId, ids);
    expect(await returnSuggestions(ann, articleId, ids)).toMatchObject({ ok: true });
    const view = await review();
    expect([view.claims.length, view.suggestions.length]).toEqual([0, 3]);
    const again = await acceptSuggestions(ann, articleId, ids.slice(0, 1));
    if (!again.ok) throw new Error(again.code);
    const ref = { articleId, claimId: again.value[0]?.id ?? '' };
    await judgeClaim(ann, ref, judgementOf('unverifiable'));
    expect(await returnSuggestions(ann, articleId, ids)).toMatchObject({ code: 'claim-changed' });
    expect((await review()).claims.length).toBe(1);
  });

  test('stay dismissed when the article is read again', async () => {
    const { ann, articleId, review } = await readArticle();
    const { suggestions } = await review();
    const ids = suggestions.slice(0, 2).map(({ id }) => id);
    await setSuggestionsDismissed(ann, articleId, { ids, dismissed: true });
    await db().revision.updateMany({ data: { readBy: 0 } });
    expect((await review()).suggestions.map(({ id }) => id)).toEqual(suggestions.slice(2).map(({ id }) => id));
    await setSuggestionsDismissed(ann, articleId, { ids, dismissed: false });
    expect(await db().revision.findFirst()).toMatchObject({ readBy: readerVersion });
    expect((await review()).suggestions.length).toBe(3);
  });

  /** As an older reader left it, which found nothing but a passage of its own. */
  async function readByAnOlderOne() {
    const begun = await readArticle();
    await db().suggestion.deleteMany();
    const { articleId, paragraphIds } = begun;
    const passage = { articleId, paragraphId: paragraphIds[0] ?? '', start: 0, end: 5, kind: 'fact' };
    await db().suggestion.create({ data: { id: 'older', ...passage, score: 1, reasons: [] } });
    await db().revision.updateMany({ data: { readBy: 0 } });
    return begun;
  }
  const newest = ['figure 300-460万美元', 'figure 约有375人', `quote ${quote}`];

  test('of a newer reader are shown without a write, and can be taken up', async () => {
    const { ann, articleId, review, suggested } = await readByAnOlderOne();
    expect(await suggested()).toEqual(newest);
    expect(await db().suggestion.findMany()).toMatchObject([{ id: 'older' }]);
    const { suggestions } = await review();
    const ids = suggestions.map(({ id }) => id);
    expect(await acceptSuggestions(ann, articleId, ids)).toMatchObject({ value: { length: 3 } });
    expect(await suggested()).toEqual([]);
    expect(await db().suggestion.count({ where: { status: 'accepted', id: { in: ids } } })).toBe(3);
  });

  test('of a newer reader are taken up by a claim of their words', async () => {
    const { ann, articleId, review, suggested } = await readByAnOlderOne();
    const figure = (await review()).suggestions.find(({ kind }) => kind === 'figure');
    if (!figure) throw new Error('a figure is suggested');
    const { paragraphId, start, end } = figure;
    expect(await markClaim(ann, { articleId, paragraphId, start, end }, 'figure')).toMatchObject({ ok: true });
    expect(await suggested()).toHaveLength(2);
  });

  test('of a newer reader are stored for every article, once', async () => {
    const { review } = await readByAnOlderOne();
    const shown = (await review()).suggestions;
    expect(await readOldArticles(db())).toBe(1);
    expect(await db().revision.findFirst()).toMatchObject({ readBy: readerVersion });
    expect((await review()).suggestions).toEqual(shown);
    expect(await db().suggestion.count()).toBe(3);
    expect(await readOldArticles(db())).toBe(0);
  });

  test('are taken up by a claim of the same words and kind', async () => {
    const { ann, articleId, mark, review, suggested } = await readArticle();
    const marked = await mark('300-460万美元', 'figure');
    expect(marked).toMatchObject({ speaker: { name: '李笛' }, figure: { low: 3_000_000 } });
    expect((await suggested()).length).toBe(2);
    const accepted = await acceptSuggestions(ann, articleId, [(await review()).suggestions[0]?.id ?? '']);
    expect(accepted).toMatchObject({ ok: true });
  });

  test('follow what belongs to the article', async () => {
    const { ann, articleId, paragraphIds, suggested } = await readArticle();
    const paragraphId = paragraphIds[1] ?? '';
    const kept = await setParagraphKind(ann, { articleId, paragraphId, kind: 'body' });
    expect(kept.ok && kept.value.suggestions.some((one) => one.paragraphId === paragraphId)).toBe(true);
    expect((await suggested()).some((one) => one.includes('1,200'))).toBe(true);
    await setParagraphKind(ann, { articleId, paragraphId, kind: 'boilerplate' });
    expect((await suggested()).length).toBe(3);
  });

  test('of another article are out of reach', async () => {
    const { ann, articleId } = await readArticle();
    const other = await readArticle();
    const ids = (await other.review()).suggestions.map(({ id }) => id);
    expect(await acceptSuggestions(ann, articleId, ids)).toMatchObject({ code: 'not-found' });
    const dismissed = await setSuggestionsDismissed(ann, articleId, { ids, dismissed: true });
    expect(dismissed).toMatchObject({ code: 'not-found' });
    expect((await other.review()).suggestions.length).toBe(3);
  });
});

describe('a figure', () => {
  const markFigure = async (words: string) => {
    const article = await readArticle();
    const claim = await article.mark(words, 'figure');
    return { ...article, claim, ref: claim.ref, place: claim.place };
  };

  test('is read from its sentence even where only its number was marked', async () => {
    const { claim } = await markFigure('460');
    expect(claim.figure).toMatchObject({ low: 3_000_000, high: 4_600_000, unit: 'USD', raw: '300-460万美元' });
  });

  test('of words that hold several is the one that a person chose, until the words lose it', async () => {
    const article = await readArticle();
    const { ann } = article;
    const { ref, place, figure } = await article.mark('300-460万美元，公司约有375人', 'figure');
    expect(figure).toMatchObject({ unit: 'USD' });
    const staff = { at: text.indexOf('约有375'), raw: '约有375' };
    expect(await chooseFigure(ann, ref, { ...staff, at: staff.at + 1 })).toMatchObject({ code: 'figure-gone' });
    expect(await chooseFigure(ann, ref, { ...staff, raw: '375' })).toMatchObject({ code: 'figure-gone' });
    const chosen = await chooseFigure(ann, ref, staff);
    expect(chosen).toMatchObject({ value: { figure: { low: 375, unit: 'person', corrected: false } } });
    const wider = await moveClaim(ann, ref, { ...place, start: place.start - 3 });
    expect(wider).toMatchObject({ value: { figure: { low: 375 } } });
    const money = await moveClaim(ann, ref, { ...place, end: place.start + '300-460万美元'.length });
    expect(money).toMatchObject({ value: { figure: { low: 3_000_000 } } });
  });

  test('of another kind of claim is not chosen', async () => {
    const { ann, mark } = await readArticle();
    const { ref } = await mark('375人', 'fact');
    expect(await chooseFigure(ann, ref, { at: 0, raw: '375人' })).toMatchObject({ code: 'not-a-figure' });
  });

  test('has no reading where none is to be read', async () => {
    const { claim } = await markFigure('小冰');
    expect(claim.figure).toBeNull();
  });

  test('keeps what a person set, until it is read again', async () => {
    const { ann, ref, place } = await markFigure('375人');
    const facts = { low: 370, high: 380, unit: 'person', qualifier: 'about' as const, per: null, asOf: '2023-01' };
    const corrected = await correctFigure(ann, ref, facts);
    expect(corrected).toMatchObject({ value: { figure: { ...facts, corrected: true }, version: 2 } });
    const moved = await moveClaim(ann, ref, { ...place, start: place.start - 1 });
    expect(moved).toMatchObject({ value: { figure: { ...facts, corrected: true } } });
    expect(await correctFigure(ann, ref, null)).toMatchObject({ value: { figure: { low: 375, corrected: false } } });
  });

  test.each([
    [{ low: 2, high: 1 }, 'range-upside-down'],
    [{ low: null, high: null }, 'figure-empty'],
  ])('is never %j', async (ends, code) => {
    const { ann, ref } = await markFigure('375人');
    const facts = { ...ends, unit: null, qualifier: 'exact' as const, per: null, asOf: null };
    expect(await correctFigure(ann, ref, facts)).toMatchObject({ code });
  });

  test('is there only while the claim is a figure', async () => {
    const { ann, ref } = await markFigure('375人');
    expect(await describeClaim(ann, ref, { kind: 'fact' })).toMatchObject({ value: { figure: null } });
    const facts = { low: 1, high: 1, unit: null, qualifier: 'exact' as const, per: null, asOf: null };
    expect(await correctFigure(ann, ref, facts)).toMatchObject({ code: 'not-a-figure' });
    expect(await describeClaim(ann, ref, { kind: 'figure' })).toMatchObject({ value: { figure: { low: 375 } } });
  });
});

describe('a quote', () => {
  test('is checked by each reviewer for themselves, without touching its standing', async () => {
    const { ann, mark } = await readArticle();
    const bo = await addPerson(db(), 'Bo', 'reviewer', new Date(testMoment.getTime() + 1_000));
    const { ref } = await mark(quote, 'quote');
    await checkQuote(ann, ref, { said: 'yes', wording: 'verbatim', context: null });
    const both = await checkQuote(bo, ref, { said: 'no', wording: null, context: null });
    expect(both).toMatchObject({
      value: {
        standing: 'open',
        quoteChecks: [
          { reviewer: { name: 'Ann' }, said: 'yes', wording: 'verbatim', context: null },
          { reviewer: { name: 'Bo' }, said: 'no' },
        ],
      },
    });
    const back = await checkQuote(ann, ref, { said: null, wording: null, context: null });
    expect(back.ok && back.value.quoteChecks.map(({ reviewer }) => reviewer.name)).toEqual(['Bo']);
    await describeClaim(ann, ref, { kind: 'fact' });
    expect(await checkQuote(ann, ref, { said: 'yes', wording: null, context: null })).toMatchObject({
      code: 'not-a-quote',
    });
  });
});
