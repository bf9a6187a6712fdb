import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testDatabase } from '#lib/testing/database/database';
import { addDesk, addTextArticle } from '#lib/testing/database/rows';
import { insertRows, jsonColumns, type WholeRow } from './insert-rows';

const db = testDatabase();

test('knows the columns of the schema that hold JSON, of the models that it is used for', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8');
  for (const [model, columns] of Object.entries(jsonColumns)) {
    const [, body = ''] = new RegExp(`^model ${model} \\{(.*?)^\\}`, 'ms').exec(schema) ?? [];
    expect([...body.matchAll(/^ +(\w+) +Json\b/gm)].map(([, name]) => name)).toEqual(columns);
  }
});

test('stores what Prisma reads back as it was given', async () => {
  const { ann } = await addDesk(db());
  const { id: articleId } = await addTextArticle(ann, ['The firm had 200 staff.']);
  const paragraph = await db().paragraph.findFirstOrThrow({ where: { revision: { articleId } } });
  await db().suggestion.deleteMany();
  const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map((words) => words.replaceAll('\0', ''));
  const json = fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)), { maxKeys: 3 });
  const row = fc.record({
    kind: text,
    score: fc.double({ noNaN: true, noDefaultInfinity: true }).map((score) => score + 0),
    reasons: fc.array(text, { maxLength: 3 }),
    speaker: fc.option(json),
    at: fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }),
    isTrue: fc.boolean(),
    perhaps: fc.option(text),
  });
  const given = fc.sample(row, 700);
  const place = (at: number) => ({ articleId, paragraphId: paragraph.id, start: at, end: at + 1 });
  const suggestions: WholeRow<'Suggestion'>[] = given.map(({ kind, score, reasons, speaker }, at) => {
    const facts = { kind, score, reasons, speaker: JSON.parse(JSON.stringify(speaker)) };
    return { id: `s${at}`, ...place(at), ...facts, status: 'proposed', claimId: null };
  });
  const claims: WholeRow<'Claim'>[] = given.map(({ kind, speaker, at: moment, isTrue, perhaps }, at) => ({
    ...{ id: `c${at}`, number: at + 1, ...place(at), kind, exact: kind, prefix: '', suffix: kind },
    ...{ checkWorthy: isTrue, weight: 'normal', standing: 'open', version: 1, edition: 1 },
    ...{ createdAt: moment, updatedAt: moment, removedAt: isTrue ? moment : null, orphanedAt: null },
    ...{ lookAgain: perhaps, lookAgainIn: null, figureThen: JSON.parse(JSON.stringify(speaker)) },
    ...{ returnNote: null, correction: perhaps, createdById: ann.actorId, speakerId: null, metricId: null },
  }));
  // Some by themselves: SQLite is given a single row in another way.
  const alone = 100;
  for (const one of suggestions.slice(0, alone)) await insertRows(db(), 'Suggestion', [one]);
  for (const one of claims.slice(0, alone)) await insertRows(db(), 'Claim', [one]);
  await insertRows(db(), 'Suggestion', suggestions.slice(alone));
  await insertRows(db(), 'Claim', claims.slice(alone));
  expect(await db().suggestion.findMany({ orderBy: { start: 'asc' } })).toEqual(suggestions);
  expect(await db().claim.findMany({ orderBy: { number: 'asc' } })).toEqual(claims);
});

test('stores half a character as what stands for it', async () => {
  const { ann } = await addDesk(db());
  const { id: articleId } = await addTextArticle(ann, ['The firm had 200 staff.']);
  const revision = await db().revision.findFirstOrThrow({ where: { articleId } });
  const row = { revisionId: revision.id, position: 9, kind: 'body', text: 'half \ud83d', reason: null };
  await insertRows(db(), 'Paragraph', [{ id: 'half', ...row }]);
  expect(await db().paragraph.findUnique({ where: { id: 'half' } })).toMatchObject({ text: 'half \ufffd' });
});
