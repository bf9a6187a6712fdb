import { expect, it } from 'vitest';
import type { ClaimAct, WantedAct } from '#lib/domain/claims/claim-acts-input';
import { testDatabase } from '#lib/testing/database/database';
import { addDeskArticle, addTextArticle, must } from '#lib/testing/database/rows';
import { actOnMany } from './act-on-many';
import { describeClaim, setClaimRemoved } from './edit-claim';
import type { ClaimRef } from './read-claims';

const db = testDatabase();

/** Three claims of two articles, two of them figures. */
async function desk() {
  const { ann, bo, mark } = await addDeskArticle(db(), ['Acme has 375 employees. Sales doubled.']);
  const other = await addTextArticle(bo, ['Beta has 90 employees.']);
  const staff = await mark('375 employees', 'figure');
  const sales = await mark('Sales doubled', 'fact');
  const beta = await other.mark('90 employees', 'figure');
  return { ann, bo, staff, sales, beta, all: [staff.ref, sales.ref, beta.ref] };
}

const wanting = (refs: ClaimRef[], act: ClaimAct): WantedAct[] => refs.map((ref) => ({ ...ref, act }));
const read = (id: string) =>
  db().claim.findUniqueOrThrow({ where: { id }, include: { assignments: true, speaker: true, metric: true } });

it('assigns claims of several articles and takes it back', async () => {
  const { ann, bo, all, beta } = await desk();
  await must(actOnMany(ann, wanting([beta.ref], { assign: { assigneeId: bo.id, dueOn: '2026-01-09' } })));
  const done = await must(actOnMany(ann, wanting(all, { assign: { assigneeId: bo.id, dueOn: '2026-02-01' } })));
  expect(done).toMatchObject({ done: 3, refused: [] });
  expect(await db().assignment.findMany({ select: { dueOn: true } })).toEqual(Array(3).fill({ dueOn: '2026-02-01' }));
  await must(actOnMany(ann, done.undo));
  expect(await db().assignment.findMany()).toMatchObject([{ claimId: beta.id, dueOn: '2026-01-09' }]);
});

it('weighs claims and names who speaks, each with its own line of history and its way back', async () => {
  const { ann, all, staff, sales } = await desk();
  await must(describeClaim(ann, staff.ref, { weight: 'minor' }));
  const weighed = await must(actOnMany(ann, wanting(all, { weight: 'key' })));
  expect((await read(sales.id)).weight).toBe('key');
  const lines = await db().change.findMany({ where: { verb: 'claim-described' } });
  expect(lines).toHaveLength(4);
  await must(actOnMany(ann, weighed.undo));
  expect((await read(staff.id)).weight).toBe('minor');
  expect((await read(sales.id)).weight).toBe('normal');

  const speaker = { name: 'Marisol Quint', role: null, organisation: null };
  const named = await must(actOnMany(ann, wanting(all, { speaker })));
  expect(await db().speaker.count()).toBe(1);
  expect((await read(staff.id)).speaker).toMatchObject({ name: 'Marisol Quint' });
  await must(actOnMany(ann, named.undo));
  expect((await read(staff.id)).speaker).toBeNull();
});

it('puts figures on a metric, and says how many of the claims are none', async () => {
  const { ann, all, staff, beta } = await desk();
  const done = await must(
    actOnMany(ann, wanting(all, { metric: { subject: 'Acme', measure: 'headcount', scope: null } })),
  );
  expect(done).toMatchObject({ done: 2, refused: [{ code: 'not-a-figure', count: 1 }] });
  expect((await read(beta.id)).metricId).toBe((await read(staff.id)).metricId);
  await must(actOnMany(ann, done.undo));
  expect((await read(staff.id)).metricId).toBeNull();
});

it('leaves what is gone or was changed since it was seen, and does the rest', async () => {
  const { ann, staff, sales, beta } = await desk();
  await must(setClaimRemoved(ann, sales.ref, true));
  await must(describeClaim(ann, staff.ref, { weight: 'minor' }));
  const wanted = wanting([{ ...staff.ref, edition: staff.edition }, sales.ref, beta.ref], { weight: 'key' });
  expect(await actOnMany(ann, wanted)).toMatchObject({
    value: {
      done: 1,
      refused: [
        { code: 'claim-changed', count: 1 },
        { code: 'claim-removed', count: 1 },
      ],
    },
  });
  expect((await read(staff.id)).weight).toBe('minor');
  expect((await read(beta.id)).weight).toBe('key');
});

it('refuses as a whole what names nobody, and what can be done to no claim', async () => {
  const { ann, all, sales, staff } = await desk();
  const nobody = { assign: { assigneeId: 'nobody', dueOn: null } };
  expect(await actOnMany(ann, wanting(all, nobody))).toMatchObject({ code: 'not-found', field: 'assigneeId' });
  const metric = { subject: 'Acme', measure: 'sales', scope: null };
  expect(await actOnMany(ann, wanting([sales.ref], { metric }))).toMatchObject({ code: 'not-a-figure' });
  const foreign = { ...staff.ref, articleId: 'another' };
  expect(await actOnMany(ann, wanting([foreign], { weight: 'key' }))).toMatchObject({ code: 'not-found' });
  expect(await db().change.count({ where: { verb: 'claim-described' } })).toBe(0);
});

it('does nothing twice under one key', async () => {
  const { ann, all } = await desk();
  const writer = { ...ann, key: 'k'.repeat(20), request: 'same' };
  const first = await must(actOnMany(writer, wanting(all, { weight: 'key' })));
  expect(await must(actOnMany(writer, wanting(all, { weight: 'key' })))).toEqual(first);
  expect(await db().change.count({ where: { verb: 'claim-described' } })).toBe(3);
});
