/**
 * Every server action, called by everybody with right, foreign, unknown and malformed ids. Who may is what the action itself
 * declares and the rules of permission say; a new action needs one row in lib/testing/walk/action-rows.ts. On the way, a reviewer
 * who has yet to judge is told nothing of what a colleague found, and nobody but its readers of a confidential file.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { openSource, type Tables } from '#lib/data/copy/ends';
import { Tally } from '#lib/data/copy/rows';
import { stalePassages } from '#lib/data/search/claim-index';
import { type Act, may } from '#lib/domain/people/permission';
import type { Result } from '#lib/domain/refusal';
import { actOf } from '#lib/server/action';
import { hashPassword } from '#lib/server/session/password';
import { testDatabase } from '#lib/testing/database/database';
import { keepRows } from '#lib/testing/database/kept-rows';
import type { TestPerson } from '#lib/testing/database/rows';
import { serveDatabase } from '#lib/testing/database/served';
import { request } from '#lib/testing/next-request';
import { testPassword } from '#lib/testing/password';
import { type ActionRow, actionRows } from '#lib/testing/walk/action-rows';
import { malformedElsewhere, withForeignIds, withoutIds } from '#lib/testing/walk/changed-inputs';
import { addWalkedDesk, confidential, secret, type WalkedDesk } from '#lib/testing/walk/desk';

vi.mock('server-only', () => ({}));
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));
vi.mock('next/headers', async () => (await import('#lib/testing/next-request')).nextHeaders);

const db = testDatabase();
// Nobody at work does in a minute what the walk does.
serveDatabase(db, { CLAIMDESK_ACTION_LIMIT: '1000000' });

type Action = (input: unknown) => Promise<Result<unknown>>;
type Walked = { action: Action; act: Act };

/** Every exported server action by the name that it is given, with what it asks for. */
const actions = new Map<string, Walked>();
const exportsOfNoAction: string[] = [];
for (const file of readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })) {
  if (path.basename(file) !== 'actions.ts') continue;
  const source = readFileSync(path.join(import.meta.dirname, file), 'utf8');
  const names = new Map(
    Array.from(source.matchAll(/^export const (\w+) = action\(\s*'([^']*)'/gm), ([, constant = '', name = '']) => [
      constant,
      name,
    ]),
  );
  const module: Record<string, unknown> = await import(path.join(import.meta.dirname, file));
  for (const [constant, exported] of Object.entries(module)) {
    const act = actOf(exported);
    const name = names.get(constant);
    if (act && name) actions.set(name, { action: exported as Action, act });
    else exportsOfNoAction.push(constant);
  }
}

/** What gives a verdict, and so opens what others found; or ends the first pass. */
const opening = ['claims.judge', 'claims.setRules'];

const ownHeaders = { host: 'desk.example', origin: 'http://desk.example', 'x-claimdesk-sender': '192.0.2.7' };
const foreignHeaders: Record<string, string>[] = [
  { ...ownHeaders, origin: 'https://evil.example' },
  { ...ownHeaders, origin: 'null' },
  { host: ownHeaders.host },
  { host: ownHeaders.host, origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
  { host: ownHeaders.host, origin: 'https://evil.example', forwarded: 'host=evil.example;proto=https' },
  { host: ownHeaders.host, 'x-forwarded-host': 'evil.example', referer: 'http://desk.example/' },
];

function send(headers: Record<string, string>) {
  request.headers.clear();
  for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
}

/** Takes the place of a person's browser, or of one in which nobody is signed in. */
async function as(desk: WalkedDesk, person: TestPerson | null) {
  request.cookies.clear();
  if (person) request.cookies.set('next-auth.session-token', await desk.cookieOf(person));
  send(ownHeaders);
}

let tables: Tables | undefined;

/** What stands in every table, as digests. */
async function everything(): Promise<Record<string, string>> {
  const source = await openSource(db.address());
  try {
    const digests: Record<string, string> = {};
    tables ??= await source.tables();
    for (const [table, columns] of tables) {
      // That somebody asked is counted, whatever the answer.
      if (table === 'RateLimit') continue;
      const tally = new Tally();
      // That a session is used is noted now and then, whatever it asks for.
      const compared = columns.filter((column) => table !== 'Session' || column.name !== 'lastSeenAt');
      for await (const rows of source.rows(table, compared)) for (const row of rows) tally.add(compared, row);
      digests[table] = tally.digest;
    }
    return digests;
  } finally {
    await source.close();
  }
}

const codeOf = (answer: Result<unknown>) => (answer.ok ? 'ok' : answer.code);

/** Every id of the desk: what stands in an input and equals one is an id. */
async function idsOf(desk: WalkedDesk): Promise<Set<unknown>> {
  const sessions = await db().session.findMany({ select: { id: true } });
  const { people, own, other, ...rest } = desk;
  return new Set<unknown>([
    ...sessions.map(({ id }) => id),
    ...Object.values(people).map(({ id }) => id),
    ...[own, other].flatMap(({ inside, ...things }) => [...Object.values(inside), ...Object.values(things)]),
    ...Object.values(rest).filter((value) => typeof value === 'string'),
  ]);
}

/** The desk as it was set up once, and what puts it back. */
let kept: { desk: WalkedDesk; putBack: () => Promise<void> } | undefined;

/** The desk as it was set up, in a database that was emptied: set up anew it would take longer than all else. */
async function restored(): Promise<WalkedDesk> {
  if (kept) {
    await kept.putBack();
    return kept.desk;
  }
  const desk = await addWalkedDesk(db());
  await db().user.updateMany({ data: { passwordHash: await hashPassword(testPassword) } });
  kept = { desk, putBack: await keepRows(db(), db.address()) };
  return desk;
}

/** Claims that searches find by something else than what they are. */
async function foundWrongly(): Promise<unknown[]> {
  const claims = await db().claim.findMany({ select: { id: true } });
  return stalePassages(
    db(),
    claims.map(({ id }) => id),
  );
}

/** Actions whose answers tell an editor what is held back from a reviewer. */
const toldToEditors = new Set<string>();

/** Those who are signed in, the least first; a colleague has the reviewer's role, and none of the reviewer's things. */
const present = ['viewer', 'reviewer', 'colleague', 'editor', 'admin'] as const;

const mayDo = ({ act }: Walked, row: ActionRow, person: TestPerson, desk: WalkedDesk) =>
  may(person, act) && (row.only?.(person, desk) ?? true);

describe('every server action', () => {
  test('has a row, which says what it is called with', () => {
    expect(actions.size).toBeGreaterThan(50);
    const missing = [...actions.keys()].filter((name) => !(name in actionRows));
    expect(missing, 'add a valid input for these to lib/testing/walk/action-rows.ts').toEqual([]);
    expect(Object.keys(actionRows).filter((name) => !actions.has(name))).toEqual([]);
    // For people who are not signed in yet; what they take is a link's secret.
    expect(exportsOfNoAction.sort()).toEqual(['joinDesk', 'setLostPassword', 'setUpDesk']);
  });
});

describe.each([...actions].filter(([name]) => name in actionRows))('%s', (name, walked) => {
  const row = actionRows[name] as ActionRow;
  const call = walked.action;
  const allowedOn = (desk: WalkedDesk) => present.filter((one) => mayDo(walked, row, desk.people[one], desk));

  test('is done for whom the rules name, and tells a reviewer nothing that is held back', async () => {
    const desk = await restored();
    const allowed = allowedOn(desk);
    expect(allowed).not.toEqual([]);
    for (const [at, one] of allowed.entries()) {
      const input = await row.input(desk, desk.people[one]);
      await as(desk, desk.people[one]);
      const answer = await call(input);
      if (at === 0) expect([one, codeOf(answer)]).toEqual([one, row.refused ?? 'ok']);
      else expect([one, codeOf(answer)]).toEqual([one, expect.not.stringMatching(/^(not-allowed|signed-out|failed)$/)]);
      const isTold = secret.test(JSON.stringify(answer));
      const isReader = one === 'viewer' || one === 'colleague';
      if (!isReader) expect([one, confidential.test(JSON.stringify(answer))]).toEqual([one, false]);
      if (one === 'reviewer' && !opening.includes(name)) expect(isTold).toBe(false);
      if (one === 'editor' && isTold) toldToEditors.add(name);
    }
    expect(await foundWrongly()).toEqual([]);
  });

  test('changes nothing for others, for pages of others, and with ids that are not right', async () => {
    const desk = await restored();
    const { people } = desk;
    const allowed = allowedOn(desk);
    const [least = 'admin'] = allowed;
    const input = await row.input(desk, people[least]);
    const before = await everything();
    const answers: Record<string, unknown> = {};
    for (const person of [null, people.deactivated, people['signed out']]) {
      await as(desk, person);
      answers[person?.name ?? 'nobody'] = codeOf(await call(input));
    }
    expect(answers).toEqual({ nobody: 'signed-out', Gone: 'signed-out', Out: 'signed-out' });

    await as(desk, people[least]);
    for (const headers of foreignHeaders) {
      send(headers);
      expect([headers, codeOf(await call(input))]).toEqual([headers, 'foreign-origin']);
    }

    // Where the role may not, that is said; where the thing is somebody else's, it may as well not be there.
    for (const one of present.filter((other) => !allowed.includes(other))) {
      await as(desk, people[one]);
      const refusal = may(people[one], walked.act) ? expect.stringMatching(/^not-(allowed|found)$/) : 'not-allowed';
      expect([one, codeOf(await call(input))]).toEqual([one, refusal]);
    }

    const ids = await idsOf(desk);
    await as(desk, people[least]);
    const passed: string[] = [];
    for (const { input: other, part, what } of [...withForeignIds(input, desk), ...withoutIds(input, ids)]) {
      if (row.mayBeGone?.includes(part)) continue;
      const code = codeOf(await call(other));
      expect([what, code]).toEqual([what, expect.not.stringMatching(/^(failed|value-unstorable)$/)]);
      if (code === 'ok') passed.push(what);
    }
    if (!row.passesOver) expect(passed).toEqual([]);
    expect(await everything()).toEqual(before);

    // What is wrong elsewhere may be taken for right, and is no fault of the desk.
    const most = people[allowed.at(-1) ?? least];
    const own = await row.input(desk, most);
    await as(desk, most);
    for (const { input: other, what } of malformedElsewhere(own, ids)) {
      expect([what, codeOf(await call(other))]).toEqual([
        what,
        expect.not.stringMatching(/^(failed|value-unstorable)$/),
      ]);
    }
  });
});

test('an editor is told what is held back from reviewers, so that the walk would see it', () => {
  expect(toldToEditors.size).toBeGreaterThan(5);
});
