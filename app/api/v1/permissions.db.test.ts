/** Who may do what with a token, and what no operation takes: every operation of the API, one after the other. */
import { describe, expect, test, vi } from 'vitest';
import type { Operation } from '#lib/api/operation';
import { operations } from '#lib/api/operations';
import { apiScopes } from '#lib/domain/people/api-scope';
import { may, type Role, roles } from '#lib/domain/people/permission';
import { testDatabase } from '#lib/testing/database/database';
import { apiUnderTest, send } from '../testing/caller';

vi.mock('server-only', () => ({}));

const { addCaller, addArticle } = apiUnderTest(testDatabase());

/** The scope and the least role of each operation. */
const needed = {
  listArticles: ['read', 'viewer'],
  addArticle: ['write:articles', 'reviewer'],
  readArticle: ['read', 'viewer'],
  findClaims: ['read', 'viewer'],
  listClaims: ['read', 'viewer'],
  markClaim: ['write:claims', 'reviewer'],
  readClaim: ['read', 'viewer'],
  markClaims: ['write:claims', 'reviewer'],
  changeClaim: ['write:claims', 'reviewer'],
  removeClaim: ['write:claims', 'reviewer'],
  restoreClaim: ['write:claims', 'reviewer'],
  judgeClaim: ['write:judgements', 'reviewer'],
  withdrawJudgement: ['write:judgements', 'reviewer'],
  checkQuote: ['write:judgements', 'reviewer'],
  ruleOnClaim: ['write:judgements', 'editor'],
  withdrawRuling: ['write:judgements', 'editor'],
  addEvidence: ['write:judgements', 'reviewer'],
  readEvidence: ['read', 'viewer'],
  changeEvidence: ['write:judgements', 'reviewer'],
  removeEvidence: ['write:judgements', 'reviewer'],
  listThreads: ['read', 'viewer'],
  addComment: ['write:comments', 'reviewer'],
  readComment: ['read', 'viewer'],
  changeComment: ['write:comments', 'reviewer'],
  removeComment: ['write:comments', 'reviewer'],
  resolveThread: ['write:comments', 'reviewer'],
  reopenThread: ['write:comments', 'reviewer'],
  listPeople: ['read', 'reviewer'],
  listAssignees: ['read', 'viewer'],
  assignClaim: ['write:claims', 'reviewer'],
  unassignClaim: ['write:claims', 'reviewer'],
  listMetrics: ['read', 'viewer'],
  listSources: ['read', 'viewer'],
  addSource: ['write:judgements', 'reviewer'],
  readSource: ['read', 'viewer'],
  changeSource: ['write:judgements', 'reviewer'],
  changeArticle: ['write:articles', 'reviewer'],
  listRevisions: ['read', 'viewer'],
  addRevision: ['write:articles', 'reviewer'],
  readRevision: ['read', 'viewer'],
  listSuggestions: ['read', 'viewer'],
  decideSuggestions: ['write:claims', 'reviewer'],
  listExports: ['read', 'viewer'],
  exportArticle: ['read', 'viewer'],
  exportLedger: ['read', 'viewer'],
} as const satisfies Record<keyof typeof operations, readonly [string, Role]>;

const all: Operation[] = Object.values(operations);
const needOf = ({ id }: Operation) => needed[id as keyof typeof needed];
const named = all.map((operation) => [operation.id, operation] as const);

/** An address of an operation at which nothing is. */
const nowhere = ({ path }: Operation) =>
  path
    .replace('{number}', '1')
    .replace('{form}', 'csv')
    .replaceAll(/\{\w+\}/g, 'none');

const exampleOf = ({ examples = {} }: Operation): unknown => Object.values(examples)[0];

describe('who asks', () => {
  test('needs a token', async () => {
    for (const operation of all) {
      const answer = await send(operation.method, nowhere(operation));
      expect([operation.id, answer.status]).toEqual([operation.id, 401]);
    }
  });

  test('needs the scope of the operation, and is told which', async () => {
    const callers = await Promise.all(
      apiScopes.map(async (scope) => {
        const others = apiScopes.filter((one) => one !== scope);
        return [scope, await addCaller('admin', others)] as const;
      }),
    );
    for (const operation of all) {
      const [scope] = needOf(operation);
      expect([operation.id, operation.scope]).toEqual([operation.id, scope]);
      const [, caller] = callers.find(([one]) => one === scope) ?? [];
      // Every token may read.
      if (!caller || scope === 'read') continue;
      const answer = await caller.call(operation.method, nowhere(operation), exampleOf(operation));
      expect([operation.id, answer.status, await answer.json()]).toEqual([
        operation.id,
        403,
        expect.objectContaining({ code: 'scope-missing', scope, detail: expect.stringContaining(scope) }),
      ]);
    }
  });

  test.each(roles)('as %s may do what the role may, and nothing more', async (role) => {
    const caller = await addCaller(role);
    const ofRole: Record<Role, Parameters<typeof may>[1]> = {
      viewer: 'read',
      reviewer: 'mark',
      editor: 'rule',
      admin: 'manage-desk',
    };
    for (const operation of all) {
      const answer = await caller.call(operation.method, nowhere(operation), exampleOf(operation));
      const isAllowed = may({ role }, ofRole[needOf(operation)[1]]);
      expect([operation.id, answer.status === 403]).toEqual([operation.id, !isAllowed]);
      if (!isAllowed) expect((await answer.json()).code).toBe('not-allowed');
    }
  });
});

/** The example of a body, once for each of its values with that value as `change` makes it. */
function* changed(value: unknown, change: (leaf: unknown) => unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) {
    const other = change(value);
    if (other !== undefined) yield other;
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    for (const other of changed(inner, change)) {
      yield Array.isArray(value)
        ? value.map((one, at) => (String(at) === key ? other : one))
        : { ...value, [key]: other };
    }
  }
}

describe('what no database can store', () => {
  /** Statuses of requests by tokens that are not used up. */
  async function patientCaller() {
    let caller = await addCaller('admin');
    let left = 100;
    return async (...request: Parameters<typeof caller.call>) => {
      left -= 1;
      if (left < 0) [caller, left] = [await addCaller('admin'), 100];
      return (await caller.call(...request)).status;
    };
  }
  const numbers = [2 ** 31, 2 ** 53, 1e300];
  const texts = ['\0', 'a\0b', String(2 ** 31), '99999999999999999999', '\ud800'];

  test.each(named)('is no fault of the desk where it is sent to %s', async (_, operation) => {
    const caller = await addCaller('admin');
    const article = await addArticle(caller);
    const there = operation.path.replace('{id}', article).replace('{number}', '1').replace('{form}', 'csv');
    const addresses = [
      ...texts.flatMap((text) => {
        const written = encodeURIComponent(text.toWellFormed());
        return [
          ...Array.from(operation.path.matchAll(/\{\w+\}/g), ([part]) =>
            operation.path.replace(part, written).replaceAll(/\{\w+\}/g, article),
          ),
          ...Object.keys(operation.query.shape).map(
            (name) => `${there.replaceAll(/\{\w+\}/g, 'none')}?${name}=${written}`,
          ),
        ];
      }),
    ];
    const statusOf = await patientCaller();
    for (const address of addresses) {
      const status = await statusOf(operation.method, address, exampleOf(operation));
      expect([address, status >= 500 || status === 429]).toEqual([address, false]);
    }
    const bodies = [
      ...texts.flatMap((text) => [
        ...changed(exampleOf(operation), (leaf) => (typeof leaf === 'string' ? text : undefined)),
      ]),
      ...numbers.flatMap((one) => [
        ...changed(exampleOf(operation), (leaf) => (typeof leaf === 'number' ? one : undefined)),
      ]),
    ];
    for (const body of operation.body ? bodies : []) {
      const status = await statusOf(operation.method, there.replaceAll(/\{\w+\}/g, 'none'), body);
      expect([body, status >= 500 || status === 429]).toEqual([body, false]);
    }
  });
});

describe('a body', () => {
  const withBody = named.filter(([, { body }]) => body);

  test.each(withBody)('of %s is refused with a field that nobody knows', async (_, operation) => {
    const caller = await addCaller('editor');
    const example = { ...(exampleOf(operation) as object), titel: 1 };
    const answer = await caller.call(operation.method, nowhere(operation), example);
    expect([answer.status, await answer.json()]).toEqual([
      400,
      expect.objectContaining({ code: 'field-unknown', field: 'titel' }),
    ]);
  });

  test.each(withBody)(
    'of %s is refused as a list, as null, as no JSON, as a form and where it is huge',
    async (_, operation) => {
      const caller = await addCaller('editor');
      const address = nowhere(operation);
      const codes = [];
      for (const body of ['[]', 'null', '{"a":', `"${'a'.repeat(operation.maxBody ?? 256_000)}"`]) {
        const answer = await caller.call(operation.method, address, body);
        codes.push([answer.status, (await answer.json()).code]);
      }
      const form = await caller.call(operation.method, address, 'a=b', {
        'content-type': 'application/x-www-form-urlencoded',
      });
      codes.push([form.status, (await form.json()).code]);
      expect(codes).toEqual([
        [400, 'invalid-input'],
        [400, 'invalid-input'],
        [400, 'not-json'],
        [413, 'body-too-large'],
        [415, 'type-unsupported'],
      ]);
    },
  );
});

test('operations on what is not there answer 404', async () => {
  const caller = await addCaller('editor');
  for (const operation of all.filter(({ path }) => /\{(?!form)/.test(path))) {
    const answer = await caller.call(operation.method, nowhere(operation), exampleOf(operation));
    expect([operation.id, answer.status]).toEqual([operation.id, 404]);
  }
});
