/**
 * Rows that were changed behind the desk's back: each column of each model of the schema, one after the other, is either found
 * or exempt with a reason. A column that is new needs no rule; a model that is new does, and fails here without one.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { editArticleFacts } from '#lib/data/articles/articles';
import { lockClaim, recordChange } from '#lib/data/claims/change-claim';
import { judgeClaim } from '#lib/data/claims/findings';
import type { Database, Queryable } from '#lib/data/database/database';
import { updateRows } from '#lib/data/database/update-rows';
import { loadSamples, removeSamples } from '#lib/data/exchange/samples';
import { engineUnderTest, testDatabase } from '#lib/testing/database/database';
import { addDeskArticle, addPerson, articleFacts, judgementOf, must } from '#lib/testing/database/rows';
import { addWholeDesk } from '#lib/testing/database/whole-desk';
import { sampleSet } from '../../../prisma/sample';
import type { BrokenPlace } from './chain';
import { inTransaction } from './change-log';
import { columnsOf, exemptModels, isSealedModel, ruleOf } from './sealed-rows';
import { type BrokenDeskLine, verifyHistory } from './verify';
import type { BrokenRow } from './verify-rows';

const db = testDatabase();

/** Everything that a check finds. */
async function found(on: Database = db(), pageSize = 7) {
  const all: (BrokenRow | BrokenPlace | BrokenDeskLine)[] = [];
  const rows: BrokenRow[] = [];
  const counts = await verifyHistory(
    on,
    {
      place: (one) => all.push(one),
      deskLine: (one) => all.push(one),
      row: (one) => {
        all.push(one);
        rows.push(one);
      },
    },
    pageSize,
  );
  return { all, rows, counts };
}

/** The columns of each model, with their types, as the schema has them. */
const schema = new Map(
  Array.from(
    readFileSync(path.resolve(import.meta.dirname, '../../../prisma/schema.prisma'), 'utf8').matchAll(
      /^model (\w+) \{\n([\s\S]*?)^\}/gm,
    ),
    ([, model = '', body = '']) => [
      model,
      new Map(
        Array.from(
          body.matchAll(/^ {2}(\w+) +(String|Int|Float|Boolean|DateTime|Json|Bytes)\b/gm),
          ([, name = '', type = '']) => [name, type],
        ),
      ),
    ],
  ),
);

const isPostgresql = engineUnderTest === 'postgresql';

/** Another value of a type, in SQL. */
const others: Record<string, string> = {
  String: `'tampered'`,
  Int: '424242',
  Float: '4242.5',
  DateTime: isPostgresql ? `'2031-01-01T00:00:00Z'` : `'2031-01-01T00:00:00.000+00:00'`,
  Json: `'{"tampered":1}'`,
};

/** Undoes what is done in it. */
class Undone extends Error {}

async function undone(run: (tx: Database) => Promise<void>): Promise<void> {
  const trying = db().$transaction(async (tx) => {
    // What the statements refer to need not be there.
    await tx.$executeRawUnsafe(
      isPostgresql ? `SET LOCAL session_replication_role = 'replica'` : 'PRAGMA defer_foreign_keys = ON',
    );
    // The check only reads, which a transaction does as the database does.
    await run(tx as Database);
    throw new Undone();
  });
  await expect(trying).rejects.toThrow(Undone);
}

test('every model of the schema is sealed or exempt, and every exemption names a column', () => {
  for (const [model, columns] of schema) {
    const isKnown = isSealedModel(model) || Object.hasOwn(exemptModels, model);
    expect([model, isKnown]).toEqual([model, true]);
    if (!isSealedModel(model)) continue;
    expect([model, columnsOf(model).sort()]).toEqual([model, [...columns.keys()].sort()]);
    for (const [column, reason] of Object.entries(ruleOf(model).exempt)) {
      expect([model, column, columns.has(column), reason.length > 10]).toEqual([model, column, true, true]);
    }
  }
});

const sealed = [...schema.keys()].filter(isSealedModel);

describe('an edit by plain SQL', () => {
  test('is found and named, whatever the column, in every model that is sealed', async () => {
    await addWholeDesk(db());
    expect(await found()).toMatchObject({ all: [], counts: { olderRows: 0 } });
    const missed: string[] = [];
    const tried = async (sql: string, what: string, isFound: (rows: BrokenRow[], all: unknown[]) => boolean) => {
      await undone(async (tx) => {
        expect([what, await tx.$executeRawUnsafe(sql)]).toEqual([what, 1]);
        const { rows, all } = await found(tx, 500);
        if (!isFound(rows, all)) missed.push(what);
      });
    };
    for (const model of sealed) {
      const { key, exempt } = ruleOf(model);
      const [first] = await db().$queryRawUnsafe<Record<string, string>[]>(
        `SELECT * FROM "${model}" ORDER BY 1 LIMIT 1`,
      );
      expect([model, first === undefined]).toEqual([model, false]);
      const where = key.map((column) => `"${column}" = '${first?.[column]}'`).join(' AND ');
      const columns = [...(schema.get(model) ?? [])].filter(([column]) => !Object.hasOwn(exempt, column));
      const set = ([column, type]: [string, string]) =>
        `"${column}" = ${type === 'Boolean' ? `NOT "${column}"` : others[type]}`;
      // Columns that say which row it is, or lead to its article: the row itself is then gone from its place.
      const isPlace = ([column]: [string, string]) =>
        key.includes(column) || /^(articleId|claimId|revisionId|evidenceId)$/.test(column);
      for (const place of columns.filter(isPlace)) {
        const what = `${model}.${place[0]}`;
        await tried(`UPDATE "${model}" SET ${set(place)} WHERE ${where}`, what, (rows, all) =>
          // An article under another id has lost its lines, or holds lines that were sealed for the old one.
          model === 'Article' ? all.length > 0 : rows.some((row) => row.model === model),
        );
      }
      const facts = columns.filter((column) => !isPlace(column));
      await tried(`UPDATE "${model}" SET ${facts.map(set).join(', ')} WHERE ${where}`, model, (rows) => {
        const changed = rows.filter((row) => row.model === model && row.line && row.said !== row.found);
        const named = changed.map(({ column }) => column).sort();
        return JSON.stringify(named) === JSON.stringify(facts.map(([column]) => column).sort());
      });
      // An article takes its history along.
      if (model === 'Article') continue;
      const isGone = (rows: BrokenRow[]) => rows.some((row) => row.model === model && row.what === 'removed');
      await tried(`DELETE FROM "${model}" WHERE ${where}`, `${model} removed`, isGone);
    }
    expect(missed).toEqual([]);
  });

  test('says which row, what the history says and since when', async () => {
    const { bo, claimId, articleId } = await addWholeDesk(db());
    const own = { claimId_reviewerId: { claimId, reviewerId: bo.id } };
    const { id } = await db().judgement.update({ where: own, data: { verdict: 'verified' } });
    const { rows } = await found();
    expect(rows).toEqual([
      {
        ...{ article: { id: articleId, title: 'What it costs' }, model: 'Judgement', id, what: 'changed' },
        ...{ column: 'verdict', said: 'disputed', found: 'verified' },
        line: { seq: expect.any(Number), at: bo.now },
      },
    ]);
  });

  test('is still found after others have written to the claim, and over once the row is rightly written', async () => {
    const { ann, bo, articleId, claimId } = await addWholeDesk(db());
    const own = { claimId_reviewerId: { claimId, reviewerId: bo.id } };
    await db().judgement.update({ where: own, data: { verdict: 'verified' } });
    const ref = { articleId, claimId };
    await must(judgeClaim(ann, ref, judgementOf('verified', { rationale: 'Still as filed.' })));
    expect((await found()).rows).toMatchObject([{ column: 'verdict', said: 'disputed' }]);
    await must(judgeClaim(bo, ref, judgementOf('disputed', { rationale: 'As before.' })));
    expect((await found()).rows).toEqual([]);
  });

  test('finds a row that was put in', async () => {
    const { claimId } = await addWholeDesk(db());
    const carl = await addPerson(db(), 'Carl');
    const row = { id: 'put-in', claimId, reviewerId: carl.id, verdict: 'false', createdAt: new Date('2026-03-01') };
    await db().judgement.create({ data: row });
    expect((await found()).rows).toMatchObject([{ model: 'Judgement', id: 'put-in', what: 'added' }]);
  });

  test('finds an end of the desk’s own history that is another, or gone', async () => {
    await addWholeDesk(db());
    const last = await db().deskChange.count();
    await db().deskSeal.updateMany({ data: { hash: 'another' } });
    expect((await found()).all).toEqual([{ what: 'changed', seq: last }]);
    await db().deskSeal.deleteMany({});
    expect((await found()).all).toEqual([{ what: 'changed', seq: last }]);
  });
});

describe('without an edit nothing is found', () => {
  test('on the samples, loaded and taken away', async () => {
    const editor = await addPerson(db(), 'Ed', 'admin');
    await loadSamples(db(), sampleSet, editor.now);
    const loaded = await found();
    expect(loaded).toMatchObject({ all: [], counts: { olderRows: 0 } });
    expect(loaded.counts.rows).toBeGreaterThan(100);
    await removeSamples(editor);
    expect((await found()).all).toEqual([]);
  });

  test('on rows from before lines told of rows, which are counted', async () => {
    const { ann, articleId, claimId } = await addWholeDesk(db());
    await db().change.deleteMany({});
    await db().deskChange.deleteMany({});
    await db().deskSeal.deleteMany({});
    await db().article.update({ where: { id: articleId }, data: { lastSeq: 0 } });
    const before = await found();
    expect(before).toMatchObject({ all: [], counts: { rows: 0 } });
    expect(before.counts.olderRows).toBeGreaterThan(20);
    const later = { ...ann, now: new Date('2026-02-01') };
    const { edition } = await db().article.findUniqueOrThrow({ where: { id: articleId } });
    await must(editArticleFacts(later, { id: articleId, edition, facts: articleFacts({ title: 'Anew' }) }));
    await must(judgeClaim(later, { articleId, claimId }, judgementOf('verified', { rationale: 'Anew.' })));
    expect((await found()).all).toEqual([]);
    await db().judgement.updateMany({ where: { reviewerId: ann.id }, data: { rationale: 'Something else.' } });
    expect((await found()).rows).toMatchObject([{ column: 'rationale' }]);
  });
});

test('a row that one act writes several times, in ways that return it and ways that do not, is sealed as it ends', async () => {
  const { ann, articleId, claimId } = await deskWithClaim();
  const change = (run: (tx: Queryable, claimId: string) => Promise<unknown>) =>
    must(
      inTransaction(ann, async (tx) => {
        const locked = await lockClaim(tx, ann, { articleId, claimId });
        if (!locked.ok) return locked;
        await run(tx, claimId);
        return recordChange(ann, locked.value, { verb: 'claim-judged' });
      }),
    );
  const own = { id: 'several', claimId, reviewerId: ann.actorId };
  await change(async (tx) => {
    await tx.judgement.create({ data: { ...own, verdict: 'false' } });
    await tx.judgement.updateMany({ where: { claimId }, data: { rationale: 'a second thought' } });
  });
  await change(async (tx) => {
    await tx.judgement.update({ where: { id: own.id }, data: { verdict: 'verified' } });
    await updateRows(tx, 'Judgement', { rationale: 'text' }, [{ id: own.id, rationale: 'a third one' }]);
    await tx.judgement.update({ where: { id: own.id }, data: { confidence: 'high' }, select: { id: true } });
  });
  await change(async (tx) => {
    await tx.judgement.update({ where: { id: own.id }, data: { verdict: 'disputed' } });
    await tx.judgement.delete({ where: { id: own.id } });
  });
  await change((tx) => tx.judgement.create({ data: { ...own, verdict: 'false' } }));
  expect((await found()).all).toEqual([]);
  await db().judgement.update({ where: { id: own.id }, data: { verdict: 'verified' } });
  expect((await found()).rows).toHaveLength(1);
});

async function deskWithClaim() {
  const { ann, id: articleId, mark } = await addDeskArticle(db(), ['The firm had 375 staff.']);
  const { ref } = await mark('375 staff', 'fact');
  return { ann, articleId, claimId: ref.claimId };
}
