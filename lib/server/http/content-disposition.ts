/** How a download is called. */
import 'server-only';
import { create } from 'content-disposition';

/** A download's name in any script (RFC 6266), without what no file may be called on some system. */
export function contentDisposition(name: string): string {
  const safe = name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toWellFormed();
  return create(safe);
}
