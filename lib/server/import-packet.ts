/** A packet as it comes in: laid aside, held against its manifest, then read in. */
import 'server-only';
import { type Aside, asideBytes, dropAside, layAside } from '#lib/data/blobs/blobs';
import { type Imported, importPacket } from '#lib/data/exchange/import-packet';
import { requestHash, type Writer } from '#lib/data/history/change-log';
import type { CheckedPacket } from '#lib/domain/exchange/packet-input';
import { megabyte } from '#lib/domain/files/source-file';
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal';
import { checkPacket, type PacketFault } from '#lib/intake/packet/check-packet';
import { env, packetLimit } from './env';
import { runApart } from './run-apart';

/** The beginning of every ZIP with an entry (APPNOTE 4.3.7). */
const zipMark = Buffer.from('PK\u0003\u0004', 'latin1');

/**
 * Imports a packet from its bytes. Refused, and nothing is kept: what is no packet (`packet-unknown`), is or holds too much
 * (`packet-too-large`), or is not what its manifest says (`packet-broken`, with the part); and as `importPacket`.
 */
export async function takePacket(writer: Writer, bytes: AsyncIterable<Uint8Array>): Promise<Result<Imported>> {
  const most = packetLimit();
  const look = async (head: Uint8Array): Promise<Refusal | null> =>
    zipMark.equals(head.subarray(0, zipMark.length)) ? null : refuse('packet-unknown');
  const laid = await layAside(writer.db, bytes, { limit: most, now: writer.now, look });
  if (!laid.ok) {
    if (laid.code === 'file-too-large') return tooLarge(most);
    return laid.code === 'empty-file' ? refuse('packet-unknown') : laid;
  }
  try {
    const packet = await checked(writer, laid.value, most);
    if (!packet.ok) return packet;
    const request = requestHash('articles.importPacket', laid.value.hash);
    return await importPacket({ ...writer, request }, packet.value, env().CLAIMDESK_FILE_LIMIT * megabyte);
  } finally {
    await dropAside(writer.db, laid.value.uploadId);
  }
}

const tooLarge = (most: number): Refusal => refuse('packet-too-large', { values: { limit: Math.floor(most / 1e6) } });

async function checked({ db }: Writer, { uploadId, size }: Aside, most: number): Promise<Result<CheckedPacket>> {
  const refusals: Refusal[] = [];
  /** Keeps why a worker did not read: one that has no room now says nothing of the packet. */
  const flat = <T>(ran: Result<Result<T>>): Result<T> => {
    if (ran.ok) return ran.value;
    refusals.push(ran);
    return ran;
  };
  const readers = {
    manifest: async (given: Uint8Array) => flat(await runApart('read-packet-manifest', given)),
    article: async (given: Uint8Array) => flat(await runApart('read-article-file', given)),
  };
  const file = { size, read: (from: number, to: number) => asideBytes(db, uploadId, { from, to }) };
  const packet = await checkPacket(file, readers, most, (fault) => refusals.push(refusalOf(fault, most)));
  return packet ? accept(packet) : (refusals[0] ?? refuse('packet-unknown'));
}

function refusalOf({ what, part, where }: PacketFault, most: number): Refusal {
  if (what === 'no-zip' || what === 'no-packet') return refuse('packet-unknown');
  if (what === 'too-many' || what === 'too-large' || what === 'zip64') return tooLarge(most);
  return refuse('packet-broken', { values: { where: [part, where].filter(Boolean).join(', ') || 'ZIP' } });
}
