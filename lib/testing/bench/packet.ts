/**
 * What the memory of a packet costs: one with 20 MB of files and one with 200 MB are written to disk and checked from there.
 * `more` is how far the program's memory (RSS, MB) rose above what it was before.
 */
import { createCipheriv, createHash } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readArticleFile } from '#lib/domain/exchange/article-file-text';
import { type PacketContents, packetLimits } from '#lib/domain/exchange/packet';
import { readPacketManifest } from '#lib/domain/exchange/packet-input';
import { packetPieces } from '#lib/export/packet/packet';
import { accessTo } from '#lib/intake/file/file-access';
import { checkPacket } from '#lib/intake/packet/check-packet';
import { exportWords } from '#lib/testing/article/export-words';
import { wholeArticle } from '#lib/testing/article/factories';
import { longArticle } from '#lib/testing/article/long-article';
import type { Ratio } from './ratios';

const fileSize = 20_000_000;
const pieceLength = 256 * 1024;
const now = new Date('2026-01-05T10:00:00Z');

/** The bytes of a file by its number: like those of a film, which nothing makes fewer. */
async function* bytesOf(number: number): AsyncGenerator<Uint8Array> {
  const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16, number), Buffer.alloc(16));
  for (let left = fileSize; left > 0; left -= pieceLength) {
    yield cipher.update(Buffer.alloc(Math.min(pieceLength, left)));
  }
}

async function contentsOf(files: number, sourceId: string): Promise<PacketContents> {
  const numbers = new Map<string, number>();
  for (let number = 1; number <= files; number += 1) {
    const hash = createHash('sha256');
    for await (const piece of bytesOf(number)) hash.update(piece);
    numbers.set(hash.digest('hex'), number);
  }
  const facts = { name: 'film.mp4', mediaType: 'video/mp4', confidential: false, addedBy: { id: 'ann', name: 'Ann' } };
  return {
    by: 'Ann',
    files: [...numbers.keys()].map((hash) => ({
      sourceId,
      hash,
      size: fileSize,
      ...facts,
      addedAt: now.toISOString(),
    })),
    captures: [],
    leftOut: [],
    bytes: files * fileSize,
    bytesOf: ({ hash }) => bytesOf(numbers.get(hash) ?? 0),
    readableOf: async () => '',
    historyTo: async function* () {},
  };
}

/** How far the memory rises while something runs (MB). */
async function riseOf(run: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage.rss();
  let most = before;
  const clock = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 5);
  await run();
  clearInterval(clock);
  return (most - before) / 1e6;
}

export async function benchPacket(): Promise<Ratio[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-bench-'));
  const file = path.join(folder, 'packet.zip');
  const view = longArticle(20_000, 50);
  // Some of its claims are judged twice by one person, which no file may say.
  view.claims = view.claims.map((claim) => ({ ...claim, judgements: claim.judgements.slice(0, 1) }));
  const sourceId = view.claims.flatMap(({ evidence }) => evidence)[0]?.source.id ?? '';
  const desk = { name: 'Desk', address: 'https://desk.example' };
  const rows = [];
  try {
    for (const files of [1, 1, 10]) {
      const setting = { view, whole: wholeArticle(view), contents: await contentsOf(files, sourceId), desk, now };
      const written = await riseOf(() =>
        pipeline(Readable.from(packetPieces({ ...setting, words: exportWords })), createWriteStream(file)),
      );
      const faults: string[] = [];
      const checked = await riseOf(async () => {
        const opened = await open(file);
        const { size } = await opened.stat();
        const readers = {
          manifest: async (bytes: Uint8Array) => readPacketManifest(bytes),
          article: async (bytes: Uint8Array) => readArticleFile(bytes),
        };
        await checkPacket(accessTo(opened, size), readers, packetLimits.bytes, ({ what, part }) =>
          faults.push(`${what} ${part}`),
        );
        await opened.close();
      });
      if (faults.length > 0) throw new Error(faults.join(', '));
      rows.push({
        'MB of files': (files * fileSize) / 1e6,
        'writing, more': Math.round(written),
        'checking, more': Math.round(checked),
      });
    }
    // The first one is for the engine.
    console.table(rows.slice(1));
    const [small, large] = rows.slice(1).map((row) => row['writing, more'] + row['checking, more']);
    return [
      {
        name: 'packet, memory of 200 MB beside 20 MB',
        ratio: ((large ?? 0) + 100) / ((small ?? 0) + 100),
        better: 'less',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
