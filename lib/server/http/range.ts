/** Parts of a file that a request asks for (RFC 9110 §14): what lets a broken download go on, and a film be wound. */

/** From one byte to before another. */
export type Part = { from: number; to: number };

/**
 * The part that a request asks for; null where it asks for all, for several parts, or in a way that is not understood, which
 * is answered with the whole; `outside` where the file has no such part. A part of another version (`If-Range`) is none.
 */
export function partOf(headers: Headers, { size, etag }: { size: number; etag: string }): Part | null | 'outside' {
  const asked = /^\s*bytes\s*=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(headers.get('range') ?? '');
  const condition = headers.get('if-range');
  if (!asked || (condition !== null && condition !== etag)) return null;
  const [, first = '', last = ''] = asked;
  if (first === '' && last === '') return null;
  // `-500`: the last 500 bytes.
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
  return from < to ? { from, to } : 'outside';
}
