/** A place as people write it, and as an address opens it. */
import type { SearchedText } from './found-in-texts';
import { type Locator, locatorInAddress } from './locator';

/** A moment as a player shows it: `1:23`, `1:02:03`. */
export function clockOf(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** UTF-16 units of a passage that an address carries. */
const longestWords = 300;

/**
 * The address that opens a place: a file in the desk's viewer, which also looks for the words; a capture at the words
 * (URL Fragment Text Directives, WICG).
 */
export function placeAddress({ kind, id, sourceId }: SearchedText, locator: Locator, words: string): string {
  const asked = encodeURIComponent(words.slice(0, longestWords).toWellFormed());
  return kind === 'file'
    ? `/sources/${sourceId}/files/${id}?${locatorInAddress(locator)}&words=${asked}`
    : `/snapshots/${id}#:~:text=${asked.replaceAll('-', '%2D')}`;
}
