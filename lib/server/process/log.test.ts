import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { describeError, makeLog, mask, requestUnderWay, takeOverConsole } from './log.mjs';

/** A log and the lines that it wrote. */
function logged(env: Record<string, string> = {}) {
  const lines: Record<string, unknown>[] = [];
  const log = makeLog(env as NodeJS.ProcessEnv, {
    isTerminal: false,
    to: { write: (line: string) => lines.push(JSON.parse(line)) },
  });
  return { log, lines };
}

test('writes a line of JSON with time, level and the request that is under way', () => {
  const { log, lines } = logged();
  requestUnderWay.run('request-1', () => log.info({ ms: 3 }, 'done'));
  log.debug('not asked for');
  expect(lines).toEqual([
    { level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), request: 'request-1', ms: 3, msg: 'done' },
  ]);
});

test('keeps texts, addresses and secrets out of the message of an error', () => {
  const article = 'OpenAI has about 375 employees and Sam Altman said it would grow';
  const prisma = Object.assign(
    new Error(
      `\nInvalid \`prisma.claim.create()\` invocation:\n\n{\n  data: {\n    exact: "${article}",\n    email: "ann@desk.example"\n  }\n}\n\nArgument \`kind\` is missing.`,
    ),
    { name: 'PrismaClientValidationError' },
  );
  const postgres = Object.assign(new Error(`invalid input syntax for type json: "${article}" in ann@desk.example`), {
    code: '22P02',
    detail: `Token "${article}" is invalid.`,
  });
  const { log, lines } = logged();
  log.error({ err: prisma }, 'unexpected error');
  log.error({ err: new Error('outer', { cause: postgres }) }, 'unexpected error');
  const said = JSON.stringify(lines);
  // Not the number alone: a moment may have it.
  expect(said).not.toContain('375 employees');
  expect(said).not.toContain('ann@');
  expect(lines[0]?.err).toMatchObject({
    type: 'PrismaClientValidationError',
    message: 'Argument `kind` is missing.',
    stack: expect.arrayContaining([expect.stringMatching(/^at /)]),
  });
  expect(lines[1]?.err).toMatchObject({ message: 'outer', cause: { code: '22P02' } });
});

test.each([
  ['GET /join?token=abc and more', 'GET /join?token=[secret] and more'],
  ['Bearer cd_4fQ9xYb2LmN8pR7sT6uV5wX3zA1', 'Bearer [secret]'],
  ['mail to ann.li+x@desk.example failed', 'mail to [address] failed'],
  ['无法保存文章：国务院决定从二〇二六年一月起实施新的规定', '[text]'],
  ['\u001b[31m⨯\u001b[39m failed', '⨯ failed'],
  ['column "createdAt" does not exist', 'column "createdAt" does not exist'],
  ['connect ECONNREFUSED 127.0.0.1:5432', 'connect ECONNREFUSED 127.0.0.1:5432'],
])('masks %s', (text, expected) => {
  expect(mask(text)).toBe(expected);
});

test('takes what is thrown that is no error', () => {
  expect(describeError('a reason')).toEqual({ type: 'string', message: 'a reason' });
  expect(describeError(null)).toEqual({ type: 'object', message: 'null' });
});

test('takes over the console, whose plain lines are for developers', () => {
  const { log, lines } = logged({ LOG_LEVEL: 'debug' });
  const target = { ...console };
  const counted: string[] = [];
  takeOverConsole(log, { target, onError: ({ message }) => counted.push(message) });
  target.error(' ⨯', new Error('broken'), { text: 'an article' });
  target.log('   - Local:  http://localhost:3000');
  expect(lines).toMatchObject([
    { level: 'error', msg: '⨯ object', err: { message: 'broken' } },
    { level: 'debug', msg: '- Local:  http://localhost:3000' },
  ]);
  expect(counted).toEqual(['broken']);
});

test('is quieter in a terminal, and takes the level that is asked for', () => {
  expect(makeLog({} as NodeJS.ProcessEnv, { isTerminal: true, to: { write: () => {} } }).level).toBe('warn');
  expect(logged().log.level).toBe('info');
  expect(logged({ LOG_LEVEL: 'trace' }).log.level).toBe('trace');
});

test.each(['json', 'pretty'])(
  'does not hold up the end of a program whose log nobody reads (%s)',
  async (LOG_FORMAT) => {
    const module = pathToFileURL(path.join(import.meta.dirname, 'log.mjs')).href;
    const code = `import { makeLog } from '${module}'; const log = makeLog(process.env); log.info('up');
    process.stdin.on('end', () => { for (let n = 0; n < 100; n += 1) log.info({ n }, 'stopping'); process.exit(0); }).resume();`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      env: { ...process.env, LOG_FORMAT },
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    const [line] = await once(child.stderr, 'data');
    expect(String(line)).toContain('up');
    child.stderr.destroy();
    child.stdin.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
  },
);
