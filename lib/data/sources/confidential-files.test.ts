import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { addNewEvidence } from '#lib/data/claims/findings';
import { articleHistory } from '#lib/data/history/history';
import { verifyHistory } from '#lib/data/history/verify';
import { setReviewRules } from '#lib/data/review/assignments';
import { changesSince } from '#lib/data/review/changes-since';
import { canSeeFile } from '#lib/domain/files/confidential';
import type { ChangeLineView } from '#lib/domain/review/history';
import { testDatabase } from '#lib/testing/database/database';
import {
  addDeskArticle,
  addPerson,
  addTextFile,
  evidenceFacts,
  must,
  type TestPerson,
} from '#lib/testing/database/rows';
import { checkAgainst } from './against-source';
import { passOnFiles, refusalToNameReaders, setFileReaders } from './file-readers';
import { findInSources } from './in-sources';
import { filesSeenBy } from './seen-files';
import { addFile, fileBytes, filesOf, oneFile, refusalToTake, removeFile, restoreFile } from './source-files';

const db = testDatabase();
const filing = 'Secret filing.\n\nThe harbour had a staff of 375 in 2023.';

/** Ann's article, whose figure rests on a source that Bo cites. Bo's file of it is confidential; Cy, a viewer, is its reader. */
async function desk() {
  const made = await addDeskArticle(db(), ['The harbour had 3,750 staff in 2023.']);
  const [cy, ad] = [await addPerson(db(), 'Cy', 'viewer'), await addPerson(db(), 'Ad', 'admin')];
  const claim = await made.mark('3,750 staff', 'figure');
  const evidence = await must(addNewEvidence(made.bo, claim.ref, evidenceFacts({ excerpt: 'a staff' })));
  const { sourceId } = await db().evidence.findUniqueOrThrow({ where: { id: evidence.id } });
  const file = await addTextFile(made.bo, sourceId, filing, { name: 'Whistle.txt', readers: [cy.id] });
  const seers = (viewers: TestPerson[]) =>
    Promise.all(viewers.map(async (viewer) => [viewer.name, await filesOf(db(), sourceId, viewer)] as const));
  return { ...made, cy, ad, claim, sourceId, file, all: [made.ann, made.bo, cy, made.ed, ad], seers };
}

const linesOf = async (id: string, reader: TestPerson) =>
  (await articleHistory(db(), id, { claimNumber: null, before: null }, reader))?.lines ?? [];
const aboutFiles = (lines: ChangeLineView[]) => lines.map(({ verb }) => verb).filter((verb) => /file/.test(verb));

describe('a confidential file', () => {
  it('is in the lists of whoever added it and its readers, and in nobody else’s', async () => {
    const { seers, all, cy } = await desk();
    for (const [name, files] of await seers(all)) {
      const isSeen = name === 'Bo' || name === 'Cy';
      expect([name, files.length]).toEqual([name, isSeen ? 1 : 0]);
      if (isSeen) expect(files[0]).toMatchObject({ name: 'Whistle.txt', confidential: { readers: [{ id: cy.id }] } });
    }
  });

  it('is sent, shown and searched for them alone', async () => {
    const { all, sourceId, file, claim, id } = await desk();
    const place = { id: sourceId, file: file.id };
    for (const viewer of all) {
      const isSeen = viewer.name === 'Bo' || viewer.name === 'Cy';
      expect([viewer.name, (await oneFile(db(), place, viewer)) !== null]).toEqual([viewer.name, isSeen]);
      expect([viewer.name, (await fileBytes(db(), place, viewer)) !== null]).toEqual([viewer.name, isSeen]);
      const found = await must(findInSources(db(), claim.ref, viewer));
      const against = await must(checkAgainst(db(), { articleId: id, sourceId }, viewer));
      expect([viewer.name, found.texts.length, found.passages.length, found.excerpts.length]).toEqual([
        viewer.name,
        ...(isSeen ? [1, 1, 1] : [0, 0, 0]),
      ]);
      expect([viewer.name, against.isWithoutText, against.found.length]).toEqual([
        viewer.name,
        !isSeen,
        isSeen ? 1 : 0,
      ]);
      if (isSeen) expect(found.texts).toMatchObject([{ name: 'Whistle.txt', isConfidential: true }]);
    }
  });

  it('keeps nobody from the same bytes elsewhere, nor tells of itself where they come again', async () => {
    const { ann, bo, ed, claim, sourceId, file } = await desk();
    const { sourceId: otherId } = await db().evidence.findUniqueOrThrow({
      where: { id: (await must(addNewEvidence(ann, claim.ref, evidenceFacts({ title: 'Mirror' })))).id },
    });
    await addTextFile(ann, otherId, filing, { name: 'Public.txt' });
    const { texts } = await must(findInSources(db(), claim.ref, ed));
    expect(texts).toMatchObject([{ name: 'Public.txt', isConfidential: false }]);
    // On the very source too: who does not see it is not told that it is there.
    await addTextFile(ann, sourceId, filing, { name: 'Again.txt' });
    expect((await filesOf(db(), sourceId, ed)).map(({ name }) => name)).toEqual(['Again.txt']);
    const { hash } = await db().sourceFile.findUniqueOrThrow({ where: { id: file.id } });
    const same = { sourceId, hash, name: 'Twice.txt', mediaType: 'text/plain', readers: null };
    expect(await addFile(bo, same)).toMatchObject({ code: 'file-there' });
    // And it is not opened beside one that all see.
    const opening = { id: file.id, readers: null, before: await readersOf(file.id) };
    expect(await setFileReaders(bo, opening)).toMatchObject({ code: 'file-there', values: { name: 'Again.txt' } });
  });

  it('is taken off and put back by those who see it', async () => {
    const { ed, ad, bo, cy, file } = await desk();
    const refusals = (how: 'remove' | 'restore') =>
      Promise.all([ed, ad, cy, bo].map(async (one) => (await refusalToTake(db(), one, { id: file.id, how }))?.code));
    expect(await refusals('remove')).toEqual(['not-found', 'not-found', 'not-allowed', undefined]);
    await must(removeFile(bo, file.id));
    expect(await refusals('restore')).toEqual(['not-found', 'not-found', 'not-allowed', undefined]);
    await must(restoreFile(bo, file.id));
  });

  it('has its lines in the history of those who see it', async () => {
    const { id, ann, bo, cy, ed, ad, file, sourceId } = await desk();
    await must(setFileReaders(bo, { id: file.id, readers: [], before: [cy.id] }));
    expect(aboutFiles(await linesOf(id, bo))).toEqual(['source-file-readers', 'source-file-added']);
    for (const other of [ann, cy, ed, ad]) {
      const lines = await linesOf(id, other);
      expect([other.name, aboutFiles(lines), JSON.stringify(lines).includes('Whistle')]).toEqual([
        other.name,
        [],
        false,
      ]);
      const update = await must({ ok: true, value: await changesSince(db(), id, 2, other) });
      expect([other.name, update?.others, JSON.stringify(update).includes('Whistle')]).toEqual([
        other.name,
        // Bo's evidence.
        1,
        false,
      ]);
    }
    // Once it is open, all of them are there.
    await must(setFileReaders(bo, { id: file.id, readers: null, before: [] }));
    const opened = ['source-file-opened', 'source-file-readers', 'source-file-added'];
    expect(aboutFiles(await linesOf(id, ed))).toEqual(opened);
    expect((await filesOf(db(), sourceId, ed)).map(({ confidential }) => confidential)).toEqual([null]);
    expect(await db().auditLine.findMany({ select: { kind: true, actorId: true, details: true } })).toEqual([
      { kind: 'file-opened', actorId: bo.id, details: { file: 'Whistle.txt', source: 'Annual report' } },
    ]);
  });

  it('hides lines that were written before it was confidential, those with its name alone too', async () => {
    const { id, ann, ed, sourceId } = await desk();
    const open = await addTextFile(ann, sourceId, 'Seen by all.', { name: 'Later.txt' });
    // As lines were written before files could be confidential.
    const line = await db().change.findFirstOrThrow({ where: { articleId: id }, orderBy: { seq: 'desc' } });
    await db().change.update({
      where: { id: line.id },
      data: { after: { source: 'Annual report', file: 'Later.txt' } },
    });
    expect(aboutFiles(await linesOf(id, ed))).toEqual(['source-file-added']);
    await must(setFileReaders(ann, { id: open.id, readers: [], before: null }));
    expect(aboutFiles(await linesOf(id, ed))).toEqual([]);
    expect(aboutFiles(await linesOf(id, ann))).toEqual(['source-file-closed', 'source-file-added']);
  });

  it('stays held back with its source while a first pass is blind', async () => {
    const { id, ann, ed, sourceId } = await desk();
    const file = await addTextFile(ed, sourceId, 'For Ann, later.', { name: 'Later.txt', readers: [ann.id] });
    await must(setReviewRules(ed, id, { requiredJudgements: 1, blindFirstPass: true }));
    expect(await oneFile(db(), { id: sourceId, file: file.id }, ann)).toBeNull();
    expect(await oneFile(db(), { id: sourceId, file: file.id }, ed)).toMatchObject({ name: 'Later.txt' });
  });
});

const readersOf = async (fileId: string) =>
  (await db().sourceFileReader.findMany({ where: { fileId } })).map(({ userId }) => userId);

describe('the readers of a file', () => {
  it('are named by whoever added it and by themselves, with whom they were known to be', async () => {
    const { ann, bo, cy, ed, ad, file } = await desk();
    const refusals = [ann, ed, ad, cy, bo].map(async (one) => (await refusalToNameReaders(db(), one, file.id))?.code);
    expect(await Promise.all(refusals)).toEqual(['not-found', 'not-found', 'not-found', 'not-allowed', undefined]);
    await must(setFileReaders(bo, { id: file.id, readers: [cy.id, ann.id], before: [cy.id] }));
    // Somebody who saw the list before is refused, and a reader goes on from it.
    const stale = { id: file.id, readers: [], before: [cy.id] };
    expect(await setFileReaders(bo, stale)).toMatchObject({ code: 'readers-changed' });
    expect(await setFileReaders(ed, stale)).toMatchObject({ code: 'not-found' });
    expect(await refusalToNameReaders(db(), ann, file.id)).toBeNull();
    await must(setFileReaders(ann, { id: file.id, readers: [ed.id, ann.id], before: [ann.id, cy.id] }));
    expect((await readersOf(file.id)).sort()).toEqual([ann.id, ed.id].sort());
    const broken: unknown[] = [];
    const tell = (one: unknown) => broken.push(one);
    await verifyHistory(db(), { place: tell, row: tell, deskLine: tell });
    expect(broken).toEqual([]);
  });

  it('are people of the desk', async () => {
    const { bo, cy, file } = await desk();
    const name = (readers: string[]) => setFileReaders(bo, { id: file.id, readers, before: [cy.id] });
    expect(await name([cy.id, 'nobody'])).toMatchObject({ code: 'reader-unknown', field: 'readers' });
    const gone = await addPerson(db(), 'Gone');
    await db().user.updateMany({ where: { id: { in: [gone.id, cy.id] } }, data: { active: false } });
    expect(await name([gone.id])).toMatchObject({ code: 'reader-unknown' });
    // Who was named before may have left.
    expect(await name([cy.id])).toMatchObject({ ok: true });
  });

  it('hold an editor who closes another’s file among them', async () => {
    const { ann, ed, sourceId } = await desk();
    const open = await addTextFile(ann, sourceId, 'Seen by all.', { name: 'Open.txt' });
    await must(setFileReaders(ed, { id: open.id, readers: [], before: null }));
    expect(await readersOf(open.id)).toEqual([ed.id]);
  });

  it('are one more where whoever added it has left the desk, and an admin says so', async () => {
    const { ann, bo, cy, ed, ad, file, sourceId } = await desk();
    expect(await passOnFiles(ad, { id: bo.id, toId: ed.id })).toMatchObject({ code: 'still-here' });
    await db().user.update({ where: { id: bo.id }, data: { active: false } });
    expect(await passOnFiles(ad, { id: bo.id, toId: bo.id })).toMatchObject({ code: 'reader-unknown', field: 'toId' });
    expect(await passOnFiles(ad, { id: 'nobody', toId: ed.id })).toMatchObject({ code: 'not-found' });
    // It answers alike where there are none.
    const without = await addPerson(db(), 'Without');
    await db().user.update({ where: { id: without.id }, data: { active: false } });
    expect(await passOnFiles(ad, { id: without.id, toId: ed.id })).toEqual({ ok: true, value: { id: without.id } });
    expect(await passOnFiles(ad, { id: bo.id, toId: ed.id })).toEqual({ ok: true, value: { id: bo.id } });
    expect(await passOnFiles(ad, { id: bo.id, toId: ed.id })).toMatchObject({ ok: true });
    expect((await readersOf(file.id)).sort()).toEqual([cy.id, ed.id].sort());
    expect(await filesOf(db(), sourceId, ad)).toEqual([]);
    expect(await refusalToNameReaders(db(), ed, file.id)).toBeNull();
    expect(await filesOf(db(), sourceId, ann)).toEqual([]);
    const lines = await db().auditLine.findMany({ where: { subjectId: bo.id } });
    expect(lines).toMatchObject(Array(2).fill({ kind: 'files-passed-on', actorId: ad.id, details: { name: 'Ed' } }));
  });
});

describe('the rule in the database', () => {
  it('is that of the domain', async () => {
    const { all, sourceId, ed, bo, file } = await desk();
    await addTextFile(ed, sourceId, 'One.', { name: 'One', readers: [] });
    await addTextFile(ed, sourceId, 'Two.', { name: 'Two', readers: [bo.id] });
    await addTextFile(bo, sourceId, 'Three.', { name: 'Three' });
    const rows = await db().sourceFile.findMany({ include: { readers: true }, orderBy: { id: 'asc' } });
    expect(rows.map(({ id }) => id)).toContain(file.id);
    for (const viewer of all) {
      const seen = await db().sourceFile.findMany({ where: filesSeenBy(viewer), orderBy: { id: 'asc' } });
      const expected = rows.filter(({ readers, ...row }) =>
        canSeeFile(viewer, { ...row, readerIds: readers.map(({ userId }) => userId) }),
      );
      expect([viewer.name, seen.map(({ name }) => name)]).toEqual([viewer.name, expected.map(({ name }) => name)]);
    }
  });

  it('is asked wherever files are: they are queried here alone', () => {
    const root = path.resolve(import.meta.dirname, '../../..');
    const asking = ['app', 'lib', 'prisma']
      .flatMap((folder) =>
        readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
          path.join(folder, file),
        ),
      )
      .filter((file) => /\.(ts|tsx|mts)$/.test(file) && !/\.test\.tsx?$|data\/generated|lib\/testing/.test(file))
      .filter((file) =>
        /\.sourceFile(Reader)?\b|\bfiles: \{ ?(none|some|every|select|where|\n)|\b(readableFiles|addedFiles|removedFiles):/.test(
          readFileSync(path.join(root, file), 'utf8'),
        ),
      );
    expect(asking.sort(), 'ask for files through these, which hold back confidential ones').toEqual([
      // Whether any file has some bytes.
      'lib/data/blobs/blobs.ts',
      'lib/data/sources/file-readers.ts',
      'lib/data/sources/in-sources.ts',
      'lib/data/sources/kept-files.ts',
      'lib/data/sources/seen-files.ts',
      'lib/data/sources/source-files.ts',
    ]);
  });
});
