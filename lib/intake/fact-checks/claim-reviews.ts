/**
 * Reads schema.org ClaimReview out of linked data of any shape: one, a list, a graph, a DataFeed with its elements (the form
 * of Data Commons), or anything that holds them deeper down. All of it is a stranger's: depth and numbers are bounded, and
 * an entry that lacks what a check must say is counted, not guessed.
 */
import { Parser } from 'htmlparser2';
import {
  type CheckFault,
  type FactCheck,
  identityOf,
  longestAddress,
  longestClaim,
  longestName,
} from '#lib/domain/fact-checks/fact-check';
import { mostChecks } from '#lib/domain/fact-checks/feed';
import { first, isThing, list, member, nameOf, type Thing, textOf, typesOf } from '#lib/intake/page/linked-data';
import { oneLine } from '#lib/intake/page/tree';
import { readDate } from '#lib/intake/text/date';
import { isWebAddress, tidy } from '#lib/text/tidy';

/** Deeper than any feed nests; and so many values of a feed are looked at. */
const deepest = 24;
const mostValues = 2_000_000;

export type ReadReviews = { checks: FactCheck[]; left: Partial<Record<CheckFault, number>> };

/** The checks in some values, in order; `url` is the address of what they stand in, null for a file. */
export function readClaimReviews(values: readonly unknown[], url: string | null): ReadReviews {
  const checks: FactCheck[] = [];
  const left: ReadReviews['left'] = {};
  const known = new Set<string>();
  const leave = (fault: CheckFault) => {
    left[fault] = (left[fault] ?? 0) + 1;
  };
  for (const review of reviewsIn(values)) {
    if (checks.length >= mostChecks) {
      leave('too-many');
      continue;
    }
    const check = readReview(review, url);
    if (typeof check === 'string') leave(check);
    else if (known.has(identityOf(check))) leave('repeated');
    else {
      known.add(identityOf(check));
      checks.push(check);
    }
  }
  return { checks, left };
}

/** All ClaimReviews in some values, in the order in which they stand there. */
function* reviewsIn(values: readonly unknown[]): Generator<Thing> {
  const waiting: { value: unknown; depth: number }[] = [];
  const wait = (some: readonly unknown[], depth: number) => {
    for (let at = some.length - 1; at >= 0; at -= 1) waiting.push({ value: some[at], depth });
  };
  wait(values, 0);
  for (let seen = 0; seen < mostValues; seen += 1) {
    const next = waiting.pop();
    if (!next) return;
    const { value, depth } = next;
    if (depth > deepest) continue;
    if (Array.isArray(value)) wait(value, depth + 1);
    else if (isThing(value)) {
      if (typesOf(value).some((type) => /^(?:https?:\/\/schema\.org\/|schema:)?ClaimReview$/.test(type))) yield value;
      else
        wait(
          Object.values(value).filter((one) => typeof one === 'object'),
          depth + 1,
        );
    }
  }
}

function readReview(review: Thing, url: string | null): FactCheck | CheckFault {
  const page = addressIn(member(review, 'url') ?? member(review, 'mainEntityOfPage') ?? member(review, '@id'), url);
  if (page === null) return 'no-address';
  const item = first(member(review, 'itemReviewed'));
  const claim = plain(first(member(review, 'claimReviewed')) ?? (isThing(item) ? first(member(item, 'text')) : null));
  if (claim === null) return 'no-claim';
  if (claim.length > longestClaim) return 'too-long';
  const given = first(member(review, 'reviewRating'));
  const rating = isThing(given) ? given : {};
  const numbers = {
    ratingValue: numberIn(member(rating, 'ratingValue')),
    bestRating: numberIn(member(rating, 'bestRating')),
    worstRating: numberIn(member(rating, 'worstRating')),
  };
  // Some write the words of the rating where its number belongs.
  const words = nameIn(member(rating, 'alternateName')) ?? nameIn(member(rating, 'name')) ?? wordsIn(rating);
  if (words === null && numbers.ratingValue === null) return 'no-rating';
  return {
    ...{ url: page, claim, rating: words, ...numbers },
    checker:
      nameIn(first(member(review, 'author'))) ?? nameIn(first(member(review, 'publisher'))) ?? new URL(page).hostname,
    publishedOn: dateIn(member(review, 'datePublished')),
    claimant: isThing(item) ? nameIn(first(member(item, 'author'))) : null,
    appearance: isThing(item) ? appearanceOf(item, url) : null,
    language: languageIn(member(review, 'inLanguage')),
  };
}

/** Where the claim was made: the first place that it is said to have appeared in, or what the item itself is the same as. */
function appearanceOf(item: Thing, url: string | null): string | null {
  const places = [...list(member(item, 'firstAppearance')), ...list(member(item, 'appearance'))];
  for (const place of [...places, first(member(item, 'sameAs'))]) {
    const address = addressIn(isThing(place) ? member(place, 'url') : place, url);
    if (address !== null) return address;
  }
  return null;
}

/** A web address, whole; null for what a browser may not safely follow. */
function addressIn(value: unknown, base: string | null): string | null {
  const one = first(value);
  const text = isThing(one) ? textOf(member(one, '@id') ?? member(one, 'url')) : textOf(one);
  if (text === null || text.length > longestAddress || !URL.canParse(text, base ?? undefined)) return null;
  const { href } = new URL(text, base ?? undefined);
  return isWebAddress(href) && href.length <= longestAddress ? href : null;
}

function nameIn(value: unknown): string | null {
  return (
    plain(nameOf(first(value)))
      ?.slice(0, longestName)
      .toWellFormed() ?? null
  );
}

const wordsIn = (rating: Thing): string | null =>
  numberIn(member(rating, 'ratingValue')) === null ? nameIn(member(rating, 'ratingValue')) : null;

/** A number, as such or in digits. */
function numberIn(value: unknown): number | null {
  const one = first(value);
  if (typeof one === 'number') return Number.isFinite(one) ? one : null;
  return typeof one === 'string' && /^\s*-?\d{1,9}(?:\.\d{1,9})?\s*$/.test(one) ? Number(one) : null;
}

function dateIn(value: unknown): string | null {
  const text = textOf(first(value));
  return text === null ? null : readDate(text);
}

function languageIn(value: unknown): string | null {
  const tag = nameIn(value);
  return tag !== null && /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag) ? tag : null;
}

/** Text in one line, without the markup that some put into it; null where nothing is left. */
function plain(value: unknown): string | null {
  const text = textOf(value);
  if (text === null) return null;
  // What is longer than a claim with all its markup is refused as too long.
  const bare = /[<&]/.test(text) && text.length < 4 * longestClaim ? withoutMarkup(text) : text;
  const line = oneLine(tidy(bare.replaceAll(/\p{Cc}/gu, ' ')));
  return line === '' ? null : line;
}

function withoutMarkup(html: string): string {
  const parts: string[] = [];
  let unseen = 0;
  const isUnseen = (name: string) => name === 'script' || name === 'style';
  const parser = new Parser({
    onopentag: (name) => {
      unseen += Number(isUnseen(name));
      parts.push(' ');
    },
    onclosetag: (name) => {
      unseen -= Number(isUnseen(name));
      parts.push(' ');
    },
    ontext: (text) => {
      if (unseen === 0) parts.push(text);
    },
  });
  parser.end(html);
  return parts.join('');
}
