/** Which indexes SQLite takes for lists that are read all the time, over tables that only grow. */
import { expect, it } from 'vitest';
import { articlesPage } from '#lib/data/articles/articles';
import { publisherPage } from '#lib/data/articles/publisher-page';
import { metricsPage } from '#lib/data/ledger/ledger';
import { rulingQueue, workOf } from '#lib/data/review/work';
import { claimIds, findClaims } from '#lib/data/search/find-claims';
import { sourcePage } from '#lib/data/sources/source-page';
import { sourcesPage } from '#lib/data/sources/sources';
import { speakerPage } from '#lib/data/sources/speaker-page';
import { deskStatistics } from '#lib/data/statistics/statistics';
import { claimQuery } from '#lib/domain/search/claim-query';
import { statisticsQuery } from '#lib/domain/statistics/statistics-query';
import { onEngine, testDatabase } from '#lib/testing/database/database';
import { describeNeeding } from '#lib/testing/needs';
import { askedOf } from './search/asked';

const db = testDatabase();
const ann = { id: 'ann', role: 'admin' as const };
const page = { search: '', after: { at: 1, id: 'x' }, limit: 50 };

/** How SQLite finds the rows of the table that each statement is about. */
async function plansOf(run: () => Promise<unknown>): Promise<string[]> {
  const plans: string[] = [];
  for (const { sql, args } of await db.statementsOf(run)) {
    // What hangs on rows is not asked for where there are none.
    if (/1=0|IN \(NULL\)/.test(sql)) continue;
    const steps = await db().$queryRawUnsafe<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, ...args);
    // The client's own statements name the table with its schema, those of hand name it "c".
    plans.push(...steps.map(({ detail }) => detail).filter((detail) => /\bmain\.|^(SCAN|SEARCH) c /.test(detail)));
  }
  return plans.map((plan) => plan.replace(/^.*\bUSING /, ''));
}

describeNeeding(onEngine('sqlite'), 'an index finds the rows', () => {
  it('of the pages of the API, without sorting', async () => {
    expect(await plansOf(() => articlesPage(db(), page, ann))).toEqual([
      'INDEX Article_removedAt_createdAt_id_idx (removedAt=? AND createdAt<?)',
    ]);
    expect(await plansOf(() => sourcesPage(db(), page, ann))).toEqual([
      'INDEX Source_mergedIntoId_createdAt_id_idx (mergedIntoId=? AND createdAt<?)',
    ]);
    expect(await plansOf(() => metricsPage(db(), { ...page, standing: null }, ann))).toEqual([
      'INDEX Metric_mergedIntoId_createdAt_id_idx (mergedIntoId=? AND createdAt<?)',
    ]);
  });

  it('of what a speaker said', async () => {
    await db().speaker.create({ data: { id: 'sam', name: 'Sam' } });
    expect(
      await plansOf(() => speakerPage(db(), 'sam', ann, { standing: null, year: null, leaning: false, page: 1 })),
    ).toEqual([
      'INDEX sqlite_autoindex_Speaker_1 (id=?)',
      'INDEX Speaker_mergedIntoId_idx (mergedIntoId=?)',
      'INDEX Claim_speakerId_idx (speakerId=?)',
      'INDEX Claim_speakerId_idx (speakerId=?)',
    ]);
  });

  it('of what rests on a source', async () => {
    const source = { id: 'filing', title: 'Filing', kind: 'primary', createdById: 'ann' };
    await db().user.create({ data: { id: 'ann', name: 'Ann', role: 'admin', email: 'ann@example.org' } });
    await db().source.create({ data: source });
    const query = { standing: null, year: null, leaning: false, page: 1 };
    const plans = await plansOf(() => sourcePage(db(), 'filing', ann, query));
    expect(plans).toContain('INDEX Evidence_sourceId_idx (sourceId=?)');
    expect(plans).toContain('INDEX Source_originId_idx (originId=?)');
    expect(plans.filter((plan) => !plan.includes('='))).toEqual([]);
  });

  it('of the articles of an outlet', async () => {
    await db().user.create({ data: { id: 'bo', name: 'Bo', role: 'admin', email: 'bo@example.org' } });
    await db().article.create({
      data: { id: 'a', title: 'A', publisher: 'The Paper', language: 'en', createdById: 'bo' },
    });
    expect(new Set(await plansOf(() => publisherPage(db(), 'The Paper', ann, 1)))).toEqual(
      new Set([
        'COVERING INDEX Article_publisher_idx',
        'INDEX Article_publisher_idx (publisher=?)',
        'INDEX Claim_articleId_removedAt_standing_idx (articleId=? AND removedAt=?)',
      ]),
    );
  });

  it('of the list of all claims, and of its counts', async () => {
    const listed = await plansOf(() => findClaims(db(), claimQuery({}), ann, new Date()));
    expect(listed).toEqual(['COVERING INDEX Claim_counted_idx', 'INDEX Claim_listed_idx']);
    const asked = await askedOf(db(), claimQuery({}), { viewer: ann, now: new Date() });
    expect(await plansOf(() => claimIds(db(), asked, { from: 0, limit: 50 }))).toEqual(['INDEX Claim_listed_idx']);
  });

  it('of the claims that a search finds: no row of theirs is read to count them', async () => {
    const [found] = await db.statementsOf(() => findClaims(db(), claimQuery({ q: '员工' }), ann, new Date()));
    const steps = await db().$queryRawUnsafe<{ detail: string }[]>(
      `EXPLAIN QUERY PLAN ${found?.sql}`,
      ...(found?.args ?? []),
    );
    const read = steps.map(({ detail }) => detail).filter((detail) => /^(?:SCAN|SEARCH) [xsc] /.test(detail));
    expect(read).toEqual([
      'SCAN x VIRTUAL TABLE INDEX 0:M1',
      'SEARCH s USING COVERING INDEX ClaimSearch_found_idx (id=?)',
    ]);
  });

  it('of what waits for a person, and for an editor', async () => {
    expect(await plansOf(() => workOf(db(), ann, new Date()))).toEqual([
      'INDEX Claim_standing_updatedAt_idx (standing=?)',
      'INDEX Claim_returned_idx',
      'INDEX Adjudication_createdAt_idx (createdAt>?)',
      'INDEX Claim_lookAgain_idx',
    ]);
    expect(await plansOf(() => rulingQueue(db()))).toEqual(['INDEX Claim_standing_updatedAt_idx (standing=?)']);
  });

  it('of what the statistics count', async () => {
    const setting = { now: new Date('2026-01-05T10:00:00Z'), zone: 'UTC' };
    const plans = await plansOf(() => deskStatistics(db(), statisticsQuery({}), ann, setting));
    // They run side by side.
    expect(plans.toSorted()).toEqual([
      'INDEX Article_removedAt_updatedAt_idx (removedAt=?)',
      // Of those that a report names.
      'INDEX Claim_articleId_number_key (articleId=? AND number=?)',
      ...['INDEX Claim_counted_idx (standing=?)', 'INDEX Claim_found_idx', 'INDEX Claim_listed_idx'],
      // Of those that two people judged.
      'INDEX sqlite_autoindex_Claim_1 (id=?)',
    ]);
  });
});
