import { describe, expect, it } from 'vitest';
import { inSealedTransaction } from '#lib/data/history/change-log';
import { deskSealId } from '#lib/data/history/desk-chain';
import { verifyHistory } from '#lib/data/history/verify';
import type { BrokenRow } from '#lib/data/history/verify-rows';
import type { AuditFilter } from '#lib/domain/people/audit-input';
import { onEngine, testDatabase } from '#lib/testing/database/database';
import { addPerson, must, testMoment } from '#lib/testing/database/rows';
import { rowsOf } from '#lib/testing/database/statements';
import { describeNeeding } from '#lib/testing/needs';
import { makeApiToken } from './api-tokens';
import {
  type AuditTold,
  auditLines,
  auditPage,
  onAudit,
  recordAudit,
  recordAuditAlone,
  shortenOldAddresses,
} from './audit';
import { makeInvite } from './people';

const db = testDatabase();
const now = testMoment;
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const page = (filter: AuditFilter) => auditPage(db(), filter, { limit: 100 });
const kinds = async (filter: AuditFilter) => (await page(filter)).map(({ kind }) => kind);

describe('the audit trail', () => {
  it('is read by kind, person and days, the newest line first', async () => {
    const [ann, mei] = [await addPerson(db()), await addPerson(db(), 'Mei', 'admin')];
    await recordAuditAlone(db(), { actorId: ann.id, now }, { kind: 'sign-in', details: { by: 'password' } });
    await recordAuditAlone(db(), { actorId: mei.id, now: later(1) }, { kind: 'deactivated', subjectId: ann.id });
    await recordAuditAlone(db(), { actorId: mei.id, now: later(2) }, { kind: 'sign-out' });
    expect(await kinds({})).toEqual(['sign-out', 'deactivated', 'sign-in']);
    expect(await kinds({ kind: 'sign-in' })).toEqual(['sign-in']);
    expect(await kinds({ person: ann.id })).toEqual(['deactivated', 'sign-in']);
    expect(await kinds({ from: '2026-01-06', until: '2026-01-06' })).toEqual(['deactivated']);
    expect(await kinds({ until: '2026-01-05' })).toEqual(['sign-in']);
  });

  it('is read in pages without a gap, also where lines have one moment', async () => {
    for (let at = 0; at < 7; at += 1) await recordAuditAlone(db(), { actorId: null, now }, { kind: 'sign-in-failed' });
    const ids: string[] = [];
    for (let after: { at: Date; id: string } | undefined; ; ) {
      const lines = await auditPage(db(), {}, { after, limit: 3 });
      ids.push(...lines.map(({ id }) => id));
      const last = lines.at(-1);
      if (!last) break;
      after = { at: new Date(last.at), id: last.id };
    }
    expect(new Set(ids).size).toBe(7);
    const all: string[] = [];
    for await (const { id } of auditLines(db(), {})) all.push(id);
    expect(all).toEqual(ids);
  });

  it('holds no secret of what it tells of', async () => {
    const mei = await addPerson(db(), 'Mei', 'admin');
    const token = await must(makeApiToken(mei, { name: 'Nightly', scopes: ['read'], lifetime: 0 }));
    const link = await must(makeInvite(mei, { role: 'editor', note: 'Bo' }));
    const text = JSON.stringify(await page({}));
    for (const secret of [token.secret, link.token]) expect(text).not.toContain(secret);
    expect(text).toContain('Nightly');
  });

  it('is sealed: a line that is changed, put in or taken away behind the desk’s back is found', async () => {
    const ann = await addPerson(db());
    const by = { actorId: ann.id, now, network: '192.0.2.7' };
    await recordAuditAlone(db(), by, { kind: 'sign-in', details: { by: 'password' } });
    await recordAuditAlone(db(), { ...by, now: later(1) }, { kind: 'exported', details: { what: 'figures.csv' } });
    const found = async () => {
      const rows: Partial<BrokenRow>[] = [];
      const ignore = () => {};
      await verifyHistory(db(), { place: ignore, deskLine: ignore, row: (row) => rows.push(row) });
      return rows.map(({ model, what, column }) => [model, what, column]);
    };
    // A shortened address is what was sealed.
    await shortenOldAddresses(db(), later(40));
    expect(await found()).toEqual([]);
    const { id } = await db().auditLine.findFirstOrThrow({ where: { kind: 'exported' } });
    await db().auditLine.update({ where: { id }, data: { details: { what: 'nothing' }, network: '198.51.100.7' } });
    expect(await found()).toEqual([
      ['AuditLine', 'changed', 'network'],
      ['AuditLine', 'changed', 'details'],
    ]);
    await db().auditLine.delete({ where: { id } });
    expect(await found()).toEqual([['AuditLine', 'removed', undefined]]);
    await db().auditLine.create({ data: { id: 'put-in', at: later(2), kind: 'sign-out', details: {} } });
    expect(await found()).toContainEqual(['AuditLine', 'added', undefined]);
  });

  it('is told after the commit, with the seal of the desk’s chain, and not at all where nothing was committed', async () => {
    const told: AuditTold[] = [];
    const stop = onAudit((line) => told.push(line));
    const by = { actorId: null, now };
    await recordAuditAlone(db(), by, { kind: 'sign-in-failed' });
    const broken = inSealedTransaction(db(), by, async (tx) => {
      await recordAudit(tx, by, { kind: 'sign-out' });
      throw new Error('undone');
    });
    await expect(broken).rejects.toThrow('undone');
    stop();
    const { lastSeq: seq, hash } = await db().deskSeal.findUniqueOrThrow({ where: { id: deskSealId } });
    expect(told).toMatchObject([{ kind: 'sign-in-failed', seal: { seq, hash } }]);
    await expect(recordAudit(db(), by, { kind: 'sign-out' })).rejects.toThrow('sealed transaction');
  });

  it('costs as many statements with a long trail as with a short one', async () => {
    const write = () => recordAuditAlone(db(), { actorId: null, now }, { kind: 'sign-in-failed' });
    await write();
    const short = await db.statementsOf(write);
    for (let count = 0; count < 200; count += 1) await write();
    const long = await db.statementsOf(write);
    expect([long.length, rowsOf(long)]).toEqual([short.length, rowsOf(short)]);
    expect(long.length).toBeLessThanOrEqual(7);
  });

  it('shortens addresses after a month, and only then', async () => {
    for (const network of ['192.0.2.7', '2001:db8:1:2::/64', 'unknown']) {
      await recordAuditAlone(db(), { actorId: null, now, network }, { kind: 'sign-in-failed' });
    }
    const networks = async () => (await page({})).map(({ network }) => network).sort();
    await shortenOldAddresses(db(), later(30));
    expect(await networks()).toEqual(['192.0.2.7', '2001:db8:1:2::/64', 'unknown']);
    await shortenOldAddresses(db(), later(31));
    expect(await networks()).toEqual(['192.0.2.0/24', '2001:db8:1::/48', 'unknown']);
  });
});

describeNeeding(onEngine('sqlite'), 'a page of it', () => {
  it.each<[AuditFilter, RegExp]>([
    [{}, /AuditLine_at_id_idx/],
    [{ kind: 'sign-in' }, /AuditLine_(kind_at|at_id)_idx/],
  ])('is found by an index: %j', async (filter, index) => {
    const [statement] = await db.statementsOf(() => page(filter));
    const { sql = '', args = [] } = statement ?? {};
    const plan = await db().$queryRawUnsafe<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, ...args);
    expect(plan.map(({ detail }) => detail).join()).toMatch(index);
  });
});
