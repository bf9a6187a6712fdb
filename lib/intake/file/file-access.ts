import type { FileHandle } from 'node:fs/promises';
import type { RandomAccess } from './zip-file';

/** Bytes that are read at once. */
const pieceLength = 256 * 1024;

/** An open file of so many bytes, read from any place, a piece at a time. */
export const accessTo = (file: FileHandle, size: number): RandomAccess => ({
  size,
  read: async function* (from, to) {
    for (let at = from; at < to; ) {
      const buffer = Buffer.allocUnsafe(Math.min(pieceLength, to - at));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  },
});
