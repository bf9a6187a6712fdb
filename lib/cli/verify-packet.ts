/**
 * `npm run verify-packet FILE`: whether a packet is what its manifest says, without a desk and its database; exits 1 where it
 * is not. It reads in pieces: a packet of gigabytes takes no more memory than a small one, and what is read as a whole is read in
 * a process of its own, which ends when it takes too much.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { PacketHistory } from '#lib/data/history/packet-history';
import { packetLimits } from '#lib/domain/exchange/packet';
import type { PacketManifest } from '#lib/domain/exchange/packet-input';
import type { Result } from '#lib/domain/refusal';
import { accessTo } from '#lib/intake/file/file-access';
import { checkPacket, type PacketFault } from '#lib/intake/packet/check-packet';
import { runApart } from '#lib/workers/run';

/** What is wrong of a part, or of the whole. */
const sentences: Record<PacketFault['what'], string> = {
  'no-zip': 'is not a ZIP file, or was cut off',
  'no-packet': 'is not a source packet of Claimdesk, or one of a version that this program does not know',
  zip64: 'is longer than a packet can be',
  'too-many': 'has more entries than a packet can have',
  'too-large': 'holds more than a packet can hold',
  encrypted: 'is encrypted, which no packet is',
  method: 'is compressed in a way that no packet uses',
  overlapping: 'shares bytes with another part',
  damaged: 'cannot be unpacked as its directory says',
  name: 'has a name that no part of a packet has',
  twice: 'is there twice',
  missing: 'is missing',
  unlisted: 'is not in the manifest',
  size: 'has another length than the manifest says',
  hash: 'is not what the manifest says: its SHA-256 differs',
  manifest: 'does not hold together',
  article: 'does not hold together',
  history: 'is not what was sealed',
  'not-in-article': 'names what the article file does not have',
};

const sentenceOn = ({ what, part, where }: PacketFault): string =>
  `${part ?? 'The file'} ${sentences[what]}${where ? ` (${where})` : ''}.`;

const say = (line: string) => process.stdout.write(`${line}\n`);

/** What a job answered, or why it was ended: what takes too much memory is no packet either. */
const flat = <T>(ran: Result<Result<T>>): Result<T> => (ran.ok ? ran.value : ran);

async function verify(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  let faults = 0;
  const tell = (fault: PacketFault) => {
    faults += 1;
    if (faults <= 100) say(sentenceOn(fault));
  };
  let history: PacketHistory | undefined;
  const readers = {
    manifest: async (bytes: Uint8Array) => flat(await runApart('read-packet-manifest', bytes)),
    article: async (bytes: Uint8Array) => flat(await runApart('read-article-file', bytes)),
    history: (manifest: PacketManifest) => {
      history = new PacketHistory(manifest);
      return history;
    },
  };
  const packet = await checkPacket(accessTo(file, size), readers, packetLimits.bytes, tell);
  if (!packet) {
    say(`The packet does not hold: ${faults} ${faults === 1 ? 'fault' : 'faults'}.`);
    return false;
  }
  const { manifest, article } = packet;
  const sourcesOf = (list: { source: string | null }[]) => new Set(list.map(({ source }) => source)).size;
  const { count = 0, unsealed = 0, withheld = 0 } = history ?? {};
  const older = unsealed > 0 ? `, ${unsealed} of them older than seals and not checked` : '';
  const kept = withheld > 0 ? `, ${withheld} of them, about files, told by their seals alone` : '';
  const table = [
    ['Article', `“${manifest.article.title}” (${manifest.article.id})`],
    ['Written', `${manifest.writtenAt} by ${manifest.writtenBy}, ${manifest.desk.name} ${manifest.desk.address}`],
    ['Parts', `${manifest.parts.length}, ${(size / 1e6).toFixed(1)} MB`],
    ['Claims', `${article.claims.length}, ${article.sources.length} sources, ${article.revisions.length} revisions`],
    ['Files', `${manifest.files.length} of ${sourcesOf(manifest.files)} sources`],
    ['Captures', `${manifest.captures.length}`],
    ['History', `${count} lines${older}${kept}, last seal ${manifest.history.seal || 'none'}`],
    ...manifest.leftOut.map(({ what, reason, count }) => ['Left out', `${count} × ${what}: ${reason}`]),
  ];
  // Texts of a packet are somebody's: no control character of theirs reaches a terminal.
  for (const [name = '', told = ''] of table) say(`${name.padEnd(9)} ${told.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')}`);
  say(
    'Every part is what the manifest says, and the history is what was sealed (names of people are no part of the seals).',
  );
  return true;
}

const [name] = process.argv.slice(2);
if (!name) {
  say('Which packet? npm run verify-packet FILE');
  process.exit(1);
}
const file = await open(name).catch(() => null);
if (!file || !(await file.stat()).isFile()) {
  say(`There is no file ${name}.`);
  process.exit(1);
}
const isWhole = await verify(file).finally(() => file.close());
// The processes that read wait for more otherwise.
process.exit(isWhole ? 0 : 1);
