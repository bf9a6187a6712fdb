/**
 * Recognises reposted or lightly edited copies of a text by a fingerprint that is small to store and quick to look up.
 *
 * MinHash (Broder 1997) over shingles of four tokens. A token is a Han character or a word of letters and digits, so
 * layout, punctuation and width do not matter. The share of equal places in two fingerprints estimates the share of
 * common shingles. For the lookup a fingerprint is cut into bands: near-identical texts share at least one
 * (locality-sensitive hashing).
 */
import { foldForSearch } from '#lib/text/search';

/**
 * An article that a text may be a copy of. `share` (0–1): how much of the text is the same, if it was found by its
 * text.
 */
export type Duplicate = { articleId: string; title: string; by: 'address' | 'text'; share: number };

const shingleTokens = 4;
/** Places of a fingerprint: the error of the estimate is about one in eight of the square root, 6 % at a half. */
const places = 64;
/** Sixteen bands of four: texts that share 70 % of their shingles meet with 98.9 %, those that share 20 % with 2.5 %. */
const bandLength = 4;
/** Texts with fewer tokens are headlines, and have no fingerprint. */
const fewestTokens = 24;
/**
 * A wire story with another headline and one changed paragraph shares more than this; two stories on one event share
 * far less.
 */
const nearShare = 0.6;

/** One odd multiplier and one addend for each place, from a fixed generator (xorshift32), so that fingerprints last. */
const mixers = (() => {
  let state = 0x9e3779b9;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  return Array.from({ length: places }, () => ({ times: next() | 1, plus: next() }));
})();

/** The fingerprint of an article's own paragraphs, as hexadecimal digits; null for a text too short to have one. */
export function fingerprintOf(paragraphs: readonly string[]): string | null {
  const tokens = foldForSearch(paragraphs.join('\n')).match(/\p{Script=Han}|[^\P{L}\p{Script=Han}]+|\p{N}+/gu) ?? [];
  if (tokens.length < fewestTokens) return null;
  const smallest = new Uint32Array(places).fill(0xffffffff);
  for (let at = 0; at + shingleTokens <= tokens.length; at += 1) {
    const hash = hashOf(tokens.slice(at, at + shingleTokens).join(' '));
    for (const [place, { times, plus }] of mixers.entries()) {
      const mixed = scramble(Math.imul(hash, times) + plus);
      if (mixed < (smallest[place] ?? 0)) smallest[place] = mixed;
    }
  }
  return [...smallest].map((value) => value.toString(16).padStart(8, '0')).join('');
}

/** The keys under which a fingerprint is looked up: near-identical texts share at least one. */
export function bandsOf(fingerprint: string): string[] {
  const width = bandLength * 8;
  return Array.from({ length: places / bandLength }, (_, band) =>
    [band.toString(16), hashOf(fingerprint.slice(band * width, (band + 1) * width)).toString(16)].join(':'),
  );
}

/** The share of shingles (0 to 1) that two texts have in common, estimated from their fingerprints. */
export function sharedPart(left: string, right: string): number {
  let same = 0;
  for (let at = 0; at < places * 8; at += 8) if (left.slice(at, at + 8) === right.slice(at, at + 8)) same += 1;
  return same / places;
}

/** Whether two fingerprints are of near-identical texts. */
export function isNearDuplicate(left: string, right: string): boolean {
  return sharedPart(left, right) >= nearShare;
}

/** FNV-1a, 32 bits, over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** The finaliser of MurmurHash3, which spreads neighbouring values over all 32 bits. */
function scramble(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
