import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import nextConfig from '../../../next.config.js';
import { bytesOf, jsonOf, textOf } from './request-body';
import { sentFile } from './upload';

vi.mock('server-only', () => ({}));

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const limit = 10_000;

/** A request with a body that never ends, and how much of it was taken (bytes). */
function endless(headers: Record<string, string> = {}) {
  let taken = 0;
  const body = new ReadableStream({
    pull(controller) {
      taken += 1_000;
      controller.enqueue(new Uint8Array(1_000).fill(32));
    },
  });
  const init = { method: 'POST', body, headers, duplex: 'half' };
  return { request: new Request('http://desk.example/', init), taken: () => taken };
}

describe('a body without an end', () => {
  test.each<[string, (request: Request) => Promise<unknown>, object | null]>([
    ['bytes', (request) => bytesOf(request, limit), null],
    ['text', (request) => textOf(request, limit), { ok: false, code: 'body-too-large' }],
    ['JSON', (request) => jsonOf(request, limit), { ok: false, code: 'body-too-large' }],
    ['a file', (request) => sentFile(request, { limit, name: 'a.txt' }), { ok: false, code: 'too-large' }],
  ])('is read as %s up to its limit alone', async (_, read, answer) => {
    const lies: Record<string, string>[] = [{}, { 'content-length': '5' }];
    for (const headers of lies) {
      const { request, taken } = endless(headers);
      const result = await read(request);
      expect(result).toEqual(answer === null ? null : expect.objectContaining(answer));
      expect(taken()).toBeLessThanOrEqual(limit + 3_000);
    }
  });

  test('is not read at all where it says that it is too long', async () => {
    const { request, taken } = endless({ 'content-length': '10001' });
    expect(await bytesOf(request, limit)).toBeNull();
    expect(taken()).toBeLessThanOrEqual(1_000);
  });
});

const sources = ['app', 'lib/server']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .filter((file) => /\broute\.ts$/.test(file) || file.startsWith(path.join('lib', 'server')))
  .filter((file) => file !== path.join('lib', 'server', 'http', 'request-body.ts'));

test('every route reads a body by functions with a limit', () => {
  const routes = sources.filter((file) => file.endsWith('route.ts'));
  expect(routes.length).toBeGreaterThan(40);
  const direct =
    /\b_?req(?:uest)?\s*\.\s*(?:json|text|formData|arrayBuffer|bytes|blob|clone|body)\b|\{[^{}]*\bbody\b[^{}]*\}\s*=\s*_?req(?:uest)?\b/;
  const faults = sources.filter((file) => direct.test(readFileSync(path.join(root, file), 'utf8')));
  expect(faults).toEqual([]);
});

test('Next reads the bodies of actions up to a limit', () => {
  expect(nextConfig.experimental?.serverActions?.bodySizeLimit).toBe('8mb');
});
