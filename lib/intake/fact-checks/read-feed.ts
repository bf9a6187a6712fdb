/**
 * Reads what may hold fact-checks of others: a page with ClaimReview in its JSON-LD, a DataFeed or a list of ClaimReviews as
 * JSON, or RSS and Atom, whose pages hold them. What it is shows by how it begins, whatever its server calls it.
 */
import { createHash } from 'node:crypto';
import { type FactCheck, findableText, identityOf } from '#lib/domain/fact-checks/fact-check';
import { mostEntries } from '#lib/domain/fact-checks/feed';
import { googleSearchAt } from '#lib/domain/fact-checks/google-search';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { type ClaimDocument, claimDocument } from '#lib/domain/search/claim-document';
import { decodePage } from '#lib/intake/page/charset';
import { parseLeniently } from '#lib/intake/page/linked-data';
import { oneLine, parsePage } from '#lib/intake/page/tree';
import { isWebAddress } from '#lib/text/tidy';
import { type ReadReviews, readClaimReviews } from './claim-reviews';
import { readEntries } from './entries';
import { reviewsOfGoogle } from './google-reviews';

/** A check with what it is told from others and found by. */
export type FindableCheck = FactCheck & Pick<ClaimDocument, 'words' | 'folded' | 'isChinese'> & { key: string };

export type ReadFeed = {
  title: string | null;
  checks: FindableCheck[];
  left: ReadReviews['left'];
  /** Pages of entries that are still to be read; none where the feed holds its checks itself. */
  pages: string[];
};

export type FeedBytes = {
  bytes: Uint8Array;
  charset: string | null;
  /** Where it was fetched from; null for a file. */
  url: string | null;
};

/** Reads a feed. Refused: what is no text, no feed (`feed-unknown`), broken JSON (`feed-broken`) and a page of too much markup. */
export function readFeed({ bytes, charset, url }: FeedBytes): Result<ReadFeed> {
  const decoded = decodePage(bytes, charset);
  if (!decoded.ok) return refuse(decoded.code);
  const text = decoded.text.replace(/^\ufeff/, '');
  const begin = text.slice(0, 2_000).trimStart();
  if (/^[[{]/.test(begin)) return readData(text, url);
  // What looks like a feed and is none, is no page either.
  if (/^(?:<\?xml|<rss|<feed|<rdf:RDF)/i.test(begin) && !/<html/i.test(begin)) return readXml(text, url);
  return begin.startsWith('<') ? readHtml(text, url) : refuse('feed-unknown');
}

function readData(text: string, url: string | null): Result<ReadFeed> {
  const value = parsed(text);
  if (value === undefined) return refuse('feed-broken');
  const search = url === null ? null : googleSearchAt(url);
  // What was searched for may be found by and by.
  if (search !== null) return findable(`Google: ${search}`, readClaimReviews(reviewsOfGoogle(value), url));
  return withChecks(null, readClaimReviews([value], url));
}

function readHtml(html: string, url: string | null): Result<ReadFeed> {
  const document = parsePage(html);
  if (document === null) return refuse('page-too-tangled');
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  const values = scripts.map((script) => parseLeniently(script.textContent ?? ''));
  // A page that was saved says where it is from.
  const base = url ?? document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null;
  return withChecks(oneLine(document.title ?? '') || null, readClaimReviews(values, base));
}

function readXml(xml: string, url: string | null): Result<ReadFeed> {
  const read = readEntries(xml);
  if (read === null) return refuse('feed-unknown');
  const pages = read.pages.flatMap((page) => {
    const { href } = URL.canParse(page, url ?? undefined) ? new URL(page, url ?? undefined) : { href: '' };
    // A feed that lists itself is not followed.
    return isWebAddress(href) && href !== url ? [href] : [];
  });
  return accept({ title: read.title, checks: [], left: {}, pages: [...new Set(pages)].slice(0, mostEntries) });
}

/** A feed without a single ClaimReview is none. */
function withChecks(title: string | null, read: ReadReviews): Result<ReadFeed> {
  if (read.checks.length === 0 && Object.keys(read.left).length === 0) return refuse('feed-without-checks');
  return findable(title, read);
}

function findable(title: string | null, { checks, left }: ReadReviews): Result<ReadFeed> {
  const found = checks.map((check) => {
    const { words, folded, isChinese } = claimDocument(findableText(check));
    return { ...check, key: keyOf(check), words, folded, isChinese };
  });
  return accept({ title, checks: found, left, pages: [] });
}

const keyOf = (check: FactCheck): string => createHash('sha256').update(identityOf(check)).digest('base64url');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
