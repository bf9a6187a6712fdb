import { expect, it } from 'vitest';
import { mostViews } from '#lib/domain/search/saved-view';
import { NewView } from '#lib/domain/search/saved-view-input';
import { testDatabase } from '#lib/testing/database/database';
import { addDesk, addPerson, must, type TestPerson } from '#lib/testing/database/rows';
import { removeView, renameView, savedViews, saveView } from './saved-views';

const db = testDatabase();

const viewOf = (name: string, more: Partial<NewView> = {}): NewView => ({
  name,
  query: { q: 'CPM', standing: 'disputed' },
  isShared: false,
  ...more,
});
const seenBy = async ({ id }: { id: string }) => (await savedViews(db(), id)).map(({ name }) => name);
const save = async (person: TestPerson, name: string, isShared = false) =>
  (await must(saveView(person, person, viewOf(name, { isShared })))).id;

it('keeps a search under a name: for oneself, or for all of the desk', async () => {
  const { ann, bo, ed } = await addDesk(db());
  await save(ann, 'Disputed CPM');
  await save(bo, 'For all', true);
  expect(await savedViews(db(), ann.id)).toMatchObject([
    { name: 'Disputed CPM', query: { q: 'CPM', standing: 'disputed' }, isShared: false, owner: { id: ann.id } },
    { name: 'For all', isShared: true, owner: { id: bo.id } },
  ]);
  expect(await seenBy(bo)).toEqual(['For all']);
  expect(await seenBy(ed)).toEqual(['For all']);
});

it('lets those who only read keep views, and share none', async () => {
  const viewer = await addPerson(db(), 'Vi', 'viewer');
  expect(await saveView(viewer, viewer, viewOf('Mine'))).toMatchObject({ ok: true });
  expect(await saveView(viewer, viewer, viewOf('Ours', { isShared: true }))).toMatchObject({ code: 'not-allowed' });
  expect(await seenBy(viewer)).toEqual(['Mine']);
});

it('has one view of a name for each person', async () => {
  const { ann, bo } = await addDesk(db());
  const first = await save(ann, 'CPM');
  expect(await saveView(ann, ann, viewOf('CPM'))).toMatchObject({ code: 'view-exists', field: 'name' });
  const second = await save(ann, 'Other');
  expect(await renameView(ann, ann, second, 'CPM')).toMatchObject({ code: 'view-exists', field: 'name' });
  expect(await must(renameView(ann, ann, first, 'CPM'))).toEqual({ before: 'CPM' });
  await save(bo, 'CPM');
  const atOnce = await Promise.all([1, 2, 3].map(() => saveView(bo, bo, viewOf('At once'))));
  expect(atOnce.filter(({ ok }) => ok)).toHaveLength(1);
});

it('is renamed and removed by its owner or an editor, and its removal undone', async () => {
  const { ann, bo, ed } = await addDesk(db());
  const shared = await save(ann, 'Shared', true);
  const own = await save(ann, 'Own');
  expect(await renameView(bo, bo, shared, 'Taken')).toMatchObject({ code: 'not-allowed' });
  expect(await removeView(bo, bo, shared)).toMatchObject({ code: 'not-allowed' });
  for (const other of [bo, ed]) {
    expect(await renameView(other, other, own, 'Taken')).toMatchObject({ code: 'not-found' });
    expect(await removeView(other, other, own)).toMatchObject({ code: 'not-found' });
  }
  expect(await must(renameView(ed, ed, shared, 'Of all'))).toEqual({ before: 'Shared' });
  expect(await seenBy(ann)).toEqual(expect.arrayContaining(['Of all', 'Own']));
  const removed = await must(removeView(ann, ann, own));
  expect(await removeView(ann, ann, own)).toMatchObject({ code: 'not-found' });
  await must(saveView(ann, ann, removed));
  expect((await seenBy(ann)).sort()).toEqual(['Of all', 'Own']);
});

it(`keeps at most ${mostViews} for a person`, async () => {
  const { ann } = await addDesk(db());
  const query = { q: 'CPM' };
  await db().savedView.createMany({
    data: Array.from({ length: mostViews }, (_, at) => ({
      id: `view-${at}`,
      name: `View ${at}`,
      query,
      ownerId: ann.id,
    })),
  });
  expect(await saveView(ann, ann, viewOf('Too many'))).toMatchObject({ code: 'too-many-views', values: { limit: 50 } });
});

it('understands what was stored, whatever it is', async () => {
  const { ann } = await addDesk(db());
  const stored = [[], 'text', { q: 3, standing: 'verified', page: '4', unknown: 'x' }];
  for (const [at, query] of stored.entries()) {
    await db().savedView.create({ data: { id: `stored-${at}`, name: `${at}`, query, ownerId: ann.id } });
  }
  const views = new Map((await savedViews(db(), ann.id)).map(({ name, query }) => [name, query]));
  expect(stored.map((_, at) => views.get(`${at}`))).toEqual([{}, {}, { standing: 'verified' }]);
});

it('takes of a search what is understood, and no search for everything', () => {
  const read = (query: unknown) => NewView.safeParse({ name: ' CPM  ', query, isShared: false });
  expect(read({ q: 'a', page: '3', sort: 'best', 'look-again': '1', x: 'y' }).data).toEqual({
    name: 'CPM',
    query: { q: 'a', 'look-again': '1' },
    isShared: false,
  });
  for (const query of [{}, { page: '2' }, { x: 'y' }, { q: 3 }, [], null]) expect(read(query).success).toBe(false);
});
