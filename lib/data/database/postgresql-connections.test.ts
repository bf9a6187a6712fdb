import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { onEngine, testDatabase } from '#lib/testing/database/database';
import { type Network, networkTo } from '#lib/testing/database/frozen-network';
import { describeNeeding } from '#lib/testing/needs';
import { connectionsTo, type Database, openDatabase } from './database';
import { faultOf } from './faults';
import { newId } from './id';

describeNeeding(onEngine('postgresql'), 'the connections to PostgreSQL', () => {
  const db = testDatabase();
  const opened: Database[] = [];
  const networks: Network[] = [];
  afterEach(async () => {
    for (const network of networks.splice(0)) network.close();
    for (const one of opened.splice(0)) await one.$disconnect();
  });

  function open(address: string, settings: { pool?: number; timeout?: number } = {}): Database {
    const { pool = 3, timeout = 1 } = settings;
    const one = openDatabase(address, connectionsTo(address, { pool, timeout, isPooled: false }));
    opened.push(one);
    return one;
  }

  const write = (to: Database, key: string) =>
    to.$transaction((tx) => tx.setting.create({ data: { key, value: 'written' } }));
  const faultIn = (run: Promise<unknown>) => run.then(() => 'none' as const, faultOf);

  // pg warns once in a process, so this test comes first.
  test('take one statement at a time, also where Prisma sends several at once', async () => {
    const warnings: string[] = [];
    const note = (warning: Error) => warnings.push(warning.message);
    process.on('warning', note);
    const desk = open(db.address());
    const person = { email: 'ann@desk.example', name: 'Ann', role: 'editor' } as const;
    await desk.$transaction(async (tx) => {
      const { id } = await tx.user.create({ data: { ...person, id: newId() } });
      const include = { judgements: true, comments: true, evidence: true, sources: true } as const;
      expect(await tx.user.findMany({ where: { id }, include })).toHaveLength(1);
    });
    await new Promise(setImmediate);
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });

  test('answer within their limits where the server is silent, and go on once it is heard again', async () => {
    const network = await networkTo(db.address());
    networks.push(network);
    const desk = open(network.address);
    await Promise.all([write(desk, 'a'), write(desk, 'b'), desk.setting.count()]);
    network.freeze(true);
    const begin = performance.now();
    const faults = await Promise.all([
      faultIn(desk.setting.count()),
      faultIn(write(desk, 'c')),
      faultIn(write(desk, 'd')),
    ]);
    expect(faults).toEqual(['database-unreachable', 'database-unreachable', 'database-unreachable']);
    expect(performance.now() - begin).toBeLessThan(10_000);
    network.freeze(false);
    await write(desk, 'e');
    expect(await desk.setting.count({ where: { key: { in: ['a', 'b', 'e'] } } })).toBe(3);
  });

  test('end a statement that takes too long', async () => {
    const desk = open(db.address());
    expect(await faultIn(desk.$queryRaw`SELECT pg_sleep(30)::text`)).toBe('database-overloaded');
  });

  test('share fewer connections than they would open', async () => {
    const client = new pg.Client({ connectionString: db.address() });
    await client.connect();
    const role = `limited_${process.pid}`;
    await client.query(
      `CREATE ROLE ${role} LOGIN CONNECTION LIMIT 2; GRANT ALL ON ALL TABLES IN SCHEMA public TO ${role}`,
    );
    try {
      const address = new URL(db.address());
      address.username = role;
      const desks = [open(address.href), open(address.href)];
      const runs = desks.flatMap((desk, at) =>
        Array.from({ length: 40 }, (_, index) => (index % 2 ? write(desk, `${at}-${index}`) : desk.setting.count())),
      );
      expect(new Set(await Promise.all(runs.map(faultIn)))).toEqual(new Set(['none']));
      await Promise.all(opened.splice(0).map((one) => one.$disconnect()));
    } finally {
      await client.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
      await client.end();
    }
  });

  test('go on after the server ended them', async () => {
    const desk = open(db.address(), { timeout: 15 });
    await Promise.all([write(desk, 'a'), write(desk, 'b')]);
    await db().$queryRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    await Promise.all([write(desk, 'c'), write(desk, 'd'), desk.setting.count()]);
    expect(await desk.setting.count()).toBe(4);
  });
});
