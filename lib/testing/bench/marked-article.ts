/**
 * Articles with claims all over them, as no person marks one: as many claims as are asked for, the same in every run. Written
 * straight into a database.
 */
import { addArticle } from '#lib/data/articles/articles';
import type { Database } from '#lib/data/database/database';
import { claimKinds } from '#lib/reading/claim-kinds';
import { settleSpan } from '#lib/text/span';

const chineseWords = (
  '工信部 交通 数据 同比 上升 回落 约 亿元 人次 航班 货运 港口 专家 称 认为 该 说法 并无 依据 调查 发现 机构 预测 ' +
  '季度 经营 成本 将 维持 左右 省级 预算 卫生 支出 增加 个 百分点 企业 负责人 表示 产量 超过 市场 占有率'
).split(' ');
const englishWords = (
  'the agency found that freight traffic rose by points in the second quarter while port fees fell and a director told ' +
  'reporters that output had reached tonnes although two auditors could not confirm these totals as the records were lost'
).split(' ');

/** The same numbers in [0, 1) in every run (the multiplier and increment of Numerical Recipes, §7.1). */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Chinese and English paragraphs in turn, of 150 to 450 characters that make up at least `length` (UTF-16 units), with a figure in every eighth word. */
export function mixedProse(length: number): string[] {
  const next = numbersFrom(3);
  const below = (bound: number) => Math.floor(next() * bound);
  const sentence = (isChinese: boolean) => {
    const words = Array.from({ length: 6 + below(14) }, () => {
      if (below(8) > 0) return (isChinese ? chineseWords : englishWords)[below(40)] ?? '';
      return isChinese ? `${(next() * 1_000).toFixed(1)}%` : below(100_000).toLocaleString('en');
    });
    return isChinese ? `${words.join('')}。` : `${words.join(' ').replace(/^./, (letter) => letter.toUpperCase())}. `;
  };
  const paragraphs: string[] = [];
  for (let written = 0; written < length; ) {
    const target = 150 + below(300);
    let text = '';
    while (text.length < target) text += sentence(paragraphs.length % 2 === 0);
    paragraphs.push(text.trim());
    written += text.length;
  }
  return paragraphs;
}

/** SQLite binds so many values to a statement. */
const batch = 1_000;

/** Adds an article of these paragraphs; returns its id. Its claims are 8 to 68 characters long, and lie over each other here and there. */
export async function addMarkedArticle(
  db: Database,
  adminId: string,
  { texts, claims: count }: { texts: string[]; claims: number },
): Promise<string> {
  const facts = { title: 'Bench', publisher: null, url: null, byline: null, publishedOn: null, language: 'zh-Hans' };
  const paragraphs = texts.map((text) => ({ kind: 'body' as const, text }));
  const article = await addArticle(
    { db, actorId: adminId, now: new Date() },
    { ...facts, paragraphs },
    { intake: 'paste' },
  );
  const next = numbersFrom(4);
  const below = (bound: number) => Math.floor(next() * bound);
  const claims = Array.from({ length: count }, (_, at) => {
    const place = below(texts.length);
    const text = texts[place] ?? '';
    const wanted = Math.min(8 + below(60), text.length);
    const from = below(text.length - wanted + 1);
    const { start, end } = settleSpan(text, { start: from, end: from + wanted }) ?? { start: 0, end: 1 };
    return {
      id: `${article.id}-${at}`,
      articleId: article.id,
      number: at + 1,
      paragraphId: article.paragraphIds[place] ?? '',
      start,
      end,
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - 32), start),
      suffix: text.slice(end, end + 32),
      kind: claimKinds[below(claimKinds.length)] ?? 'fact',
      createdById: adminId,
    };
  });
  for (let at = 0; at < claims.length; at += batch) {
    await db.claim.createMany({ data: claims.slice(at, at + batch) });
  }
  await db.article.update({ where: { id: article.id }, data: { lastClaimNumber: count } });
  return article.id;
}
