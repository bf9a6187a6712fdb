import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { fingerprintOf } from '#lib/domain/articles/near-duplicate';
import { draftFromText } from '#lib/intake/draft';
import { proposeClaims } from '#lib/reading/proposals';
import { draftOf, fingerprintFor, proposalsFor, revisionDiff } from './long-text';

const root = path.resolve(import.meta.dirname, '..', '..');
const paragraphs = Array.from(
  { length: 9_000 },
  (_, at) => `In ${at} the firm had 375 staff, “more than ever before”, said Ada Holm, its head. 约有${at}人。`,
);
const text = paragraphs.join('\n\n');

/** The longest time (ms) for which nothing else had its turn while some work went on. */
async function longestHold(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  // It counts from its first turn on.
  await new Promise((resolve) => setTimeout(resolve, 20));
  await work();
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  return delay.max / 1e6;
}

test('reads a long text as a short one is read, and holds nobody up meanwhile', async () => {
  // The process starts before anything is measured.
  await draftOf(text.slice(0, 5_000), '2026-01-01');
  let proposed: unknown;
  const apart = await longestHold(async () => {
    proposed = await proposalsFor(paragraphs);
  });
  let here: unknown;
  const inline = await longestHold(async () => {
    here = proposeClaims(paragraphs);
  });
  expect(proposed).toEqual({ ok: true, value: here });
  // A ratio, since a machine may be slow or busy: some 30 ms of more than a second where it is free.
  expect(apart * 4).toBeLessThan(inline);
});

test('drafts, fingerprints and differences of long texts are those of the functions themselves', async () => {
  const draft = await draftOf(text, '2026-01-01');
  expect(draft).toEqual({ ok: true, value: draftFromText(text, { today: '2026-01-01' }) });
  expect(await fingerprintFor(paragraphs)).toEqual({ ok: true, value: fingerprintOf(paragraphs) });
  const rows = await revisionDiff([{ text }], [{ text: `${text} More.` }]);
  expect(rows.ok && rows.value).toHaveLength(1);
});

/** What reads untrusted or long input, and may run in a worker process alone; lib/workers is the way there. */
const apart = [
  'proposeClaims',
  'draftFromText',
  'draftFromMarkup',
  'draftFromPage',
  'draftFromDocx',
  'readOriginal',
  'readFeed',
  'readClaimReviews',
  'readEntries',
  'readCitedPage',
  'readSourcePage',
  'readArticleFile',
  'readPacketManifest',
  'sanitisePage',
  'cleanCopy',
  'fingerprintOf',
  'planRevision',
  'diffRevisions',
  'withKinds',
  'drawReportCard',
  'readFileText',
  'readAndPack',
  'partOfText',
  'findInTexts',
  'findQuoteInSource',
  'findFiguresInSource',
];

test('nothing on the server reads long or untrusted input but in worker processes', () => {
  const called = new RegExp(`\\b(?:${apart.join('|')})\\b`);
  const files = ['app', 'lib/data', 'lib/server', 'lib/api', 'lib/cli'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
  );
  const sources = files.filter((file) => /\.(?:ts|tsx|mjs)$/.test(file) && !/\.test\.tsx?$/.test(file));
  const faults = sources.filter((file) => {
    const imports = readFileSync(path.join(root, file), 'utf8').match(/^import [^;]*;/gm) ?? [];
    return imports.some((line) => called.test(line) && !line.startsWith('import type'));
  });
  expect(faults).toEqual([]);
});
