/** ZIP files as no desk writes them: each from a good one, or from nothing. */
import { crc32, deflateRawSync } from 'node:zlib';

/** An entry as it is to be written; what is left out is as it should be. */
export type WrittenEntry = {
  name: string;
  bytes: Uint8Array;
  isPacked?: boolean;
  flags?: number;
  method?: number;
  /** What the directory says of its length. */
  size?: number;
  packed?: number;
  /** The name in its own header. */
  localName?: string;
  /** Where the directory says that it begins. */
  from?: number;
};

/** Writes a ZIP, faults and all. */
export function zipOf(entries: WrittenEntry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const { name, bytes, isPacked = false, flags = 0, method = isPacked ? 8 : 0 } = entry;
    const data = isPacked ? deflateRawSync(bytes) : Buffer.from(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(entry.packed ?? data.length, 14);
    common.writeUInt32LE(entry.size ?? bytes.length, 18);
    const local = Buffer.from(entry.localName ?? name);
    const localHead = Buffer.from(common);
    localHead.writeUInt16LE(local.length, 22);
    const listed = Buffer.from(name);
    common.writeUInt16LE(listed.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(entry.from ?? at, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, tail, listed);
    const body = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), localHead, local, data]);
    bodies.push(body);
    at += body.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, listing, end]);
}
