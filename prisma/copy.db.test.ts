import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { acceptSuggestions } from '#lib/data/claims/suggestions';
import { checkSeals, digestsOf } from '#lib/data/copy/copy-desk';
import { type Database, openDatabase } from '#lib/data/database/database';
import { loadSamples } from '#lib/data/exchange/samples';
import { publishReport } from '#lib/data/report/reports';
import { articleForReview } from '#lib/data/review/article-for-review';
import { onEngine } from '#lib/testing/database/database';
import { addDatabase } from '#lib/testing/database/postgres';
import { addPerson, addTextArticle, must, testMoment } from '#lib/testing/database/rows';
import { describeNeeding } from '#lib/testing/needs';
import { migrate } from './migrations';
import { sampleSet } from './sample';

const root = path.resolve(import.meta.dirname, '..');
/** How many claims the desk has besides those of the samples. 10,000 take minutes. */
const claims = Number(process.env.COPY_CLAIMS ?? 100);
/** In one article, so that an act on all of them stays within its limit of time. */
const perArticle = 100;

let folder = '';

/** Runs `npm run db:copy`; returns its exit code and what it says. */
function copy(...given: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const args = ['--import', 'tsx', 'lib/cli/db-copy.ts', ...given];
    execFile(
      process.execPath,
      args,
      { cwd: root, env: { ...process.env, CLAIMDESK_DATA: folder } },
      (error, out, err) => {
        resolve({ code: error ? Number(error.code) : 0, said: out + err });
      },
    );
  });
}

/** The samples, an article of many claims, and a published report. */
async function fill(db: Database): Promise<void> {
  await loadSamples(db, sampleSet, testMoment);
  const editor = await addPerson(db, 'Ed “the editor” 😀', 'editor');
  for (let left = claims; left > 0; left -= perArticle) {
    const rows = Array.from({ length: Math.ceil(Math.min(left, perArticle) / 100) }, (_, row) =>
      Array.from({ length: 100 }, (_unused, at) => `The firm had ${row * 100 + at + 200} staff.`).join(' '),
    );
    const { id } = await addTextArticle(editor, rows, { title: `Staff ${left}` });
    const view = await articleForReview(db, id, editor);
    await must(acceptSuggestions(editor, id, view?.suggestions.map((one) => one.id).slice(0, left) ?? []));
  }
  const [sample] = await db.article.findMany({ where: { language: 'en' }, orderBy: { createdAt: 'asc' } });
  const publication = { articleId: sample?.id ?? '', seq: sample?.lastSeq ?? 0, slug: null };
  await must(publishReport(editor, { ...publication, withNames: true, withText: true }, editor));
}

describeNeeding(onEngine('postgresql'), 'a desk that is copied', () => {
  let server: Awaited<ReturnType<typeof addDatabase>>;
  const first = () => path.join(folder, 'first.db');
  const second = () => path.join(folder, 'second.db');

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-copy-'));
    server = await addDatabase(inject('postgresUrl'));
  });
  afterAll(async () => {
    await server.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('to PostgreSQL and back is the same, row for row, seal for seal', async () => {
    await migrate(`file:${first()}`);
    const db = openDatabase(`file:${first()}`);
    await fill(db);
    const there = ['--from', first(), '--to', server.address];
    const running = await copy(...there);
    expect(running).toEqual({ code: 1, said: expect.stringMatching(/is running/) });
    await db.$disconnect();

    expect(await copy(...there)).toEqual({ code: 0, said: expect.stringMatching(/same on both sides/) });
    expect(await copy(...there)).toEqual({ code: 1, said: expect.stringMatching(/holds tables already/) });
    const back = ['--from', server.address, '--to', `file:${second()}`];
    expect(await copy(...back)).toEqual({ code: 0, said: expect.stringMatching(/same on both sides/) });
    expect(await copy(...back)).toEqual({ code: 1, said: expect.stringMatching(/is there already/) });

    const digests = await digestsOf(`file:${first()}`);
    expect(digests.get('Claim')).toMatch(/^\d{3,}:/);
    expect(await digestsOf(server.address)).toEqual(digests);
    expect(await digestsOf(`file:${second()}`)).toEqual(digests);
    for (const address of [`file:${first()}`, server.address, `file:${second()}`]) {
      expect(await checkSeals(address)).toMatchObject({ broken: [], reports: 1, brokenReports: [] });
    }
    expect(statSync(second()).mode & 0o777).toBe(0o600);
  });

  test('from a database of another version, or from none, is refused', async () => {
    const target = ['--to', path.join(folder, 'third.db')];
    expect(await copy('--from', path.join(folder, 'none.db'), ...target)).toMatchObject({ code: 1 });
    await migrate(`file:${path.join(folder, 'other.db')}`);
    const other = openDatabase(`file:${path.join(folder, 'other.db')}`);
    await other.$executeRaw`DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`;
    await other.$disconnect();
    const refused = await copy('--from', path.join(folder, 'other.db'), ...target);
    expect(refused).toEqual({ code: 1, said: expect.stringMatching(/another version/) });
    expect(existsSync(path.join(folder, 'third.db'))).toBe(false);
  });
});
