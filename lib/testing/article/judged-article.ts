/** An article of many judged claims, written straight into a database: for benches and tests of what many claims cost. */
import { addArticle } from '#lib/data/articles/articles';
import type { Database } from '#lib/data/database/database';

const paragraphCount = 400;
/** SQLite binds so many values to a statement. */
const batch = 1_000;
const sentence = 'The firm has 375 employees and pays them 2 million dollars a year. ';
const text = sentence.repeat(8).slice(0, 500);

/**
 * Adds an article of 200,000 characters (UTF-16 units) with so many claims, 5,000 at most, each judged by two reviewers and
 * resting on two sources. Returns its id.
 */
export async function addJudgedArticle(db: Database, adminId: string, claimCount: number): Promise<string> {
  const facts = { title: 'Bench', publisher: null, url: null, byline: null, publishedOn: null, language: 'en' };
  const paragraphs = Array.from({ length: paragraphCount }, () => ({ kind: 'body' as const, text }));
  const writer = { db, actorId: adminId, now: new Date() };
  const article = await addArticle(writer, { ...facts, paragraphs }, { intake: 'paste' });
  async function write<Row>(rows: Row[], create: (data: Row[]) => Promise<unknown>): Promise<void> {
    for (let at = 0; at < rows.length; at += batch) await create(rows.slice(at, at + batch));
  }
  const secondId = 'bench-second';
  await db.user.create({ data: { id: secondId, name: 'Second', email: 'second@desk.example', role: 'reviewer' } });
  const sources = Array.from({ length: 300 }, (_, at) => ({
    ...{ id: `source-${at}`, title: `Filing ${at}`, kind: at % 2 ? 'primary' : 'secondary', createdById: adminId },
    url: `https://example.org/${at}`,
  }));
  await write(sources, (data) => db.source.createMany({ data }));
  const verdicts = ['verified', 'disputed', 'false', 'unverifiable'] as const;
  const claims = Array.from({ length: claimCount }, (_, at) => {
    const paragraphId = article.paragraphIds[at % paragraphCount] ?? '';
    const start = Math.floor(at / paragraphCount) * 30;
    return {
      ...{ id: `claim-${at}`, articleId: article.id, number: at + 1, paragraphId, start, end: start + 26 },
      ...{ exact: text.slice(start, start + 26), prefix: '', suffix: '', kind: 'figure', createdById: adminId },
      standing: verdicts[at % 4] ?? 'open',
    };
  });
  await write(claims, (data) => db.claim.createMany({ data }));
  await db.article.update({ where: { id: article.id }, data: { lastClaimNumber: claimCount } });
  const rationale = sentence.repeat(2);
  await write(
    claims.flatMap(({ id, standing: verdict }) =>
      [adminId, secondId].map((reviewerId) => ({
        ...{ id: `${id}-${reviewerId}`, claimId: id, reviewerId, verdict, rationale },
      })),
    ),
    (data) => db.judgement.createMany({ data }),
  );
  await write(
    claims.flatMap(({ id }, at) =>
      [7, 11].map((step) => ({
        ...{ id: `${id}-${step}`, claimId: id, sourceId: `source-${(at * step) % 300}`, addedById: adminId },
        ...{ stance: at % 4 === 0 ? 'supports' : 'refutes', excerpt: sentence },
      })),
    ),
    (data) => db.evidence.createMany({ data }),
  );
  return article.id;
}
