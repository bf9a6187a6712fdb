/**
 * A published claim as schema.org ClaimReview, the markup by which search engines recognise a fact-check. Google asks
 * for claimReviewed, url and reviewRating with alternateName (Search Central, "Fact check structured data"); everything
 * here is also visible on the page.
 *
 * An open or contested claim has no rating and so no ClaimReview. A verdict without a number is published by its name
 * alone: best and worst would mean nothing.
 */

import type { ArticleView } from '#lib/domain/articles/article-view';
import { claimText } from '#lib/domain/claims/claim-text';
import type { ClaimView, SpeakerView } from '#lib/domain/claims/claim-view';
import { isVerdict } from '#lib/domain/claims/standing';
import { type ClaimFilter, isExported } from '#lib/domain/exchange/claim-list';
import { type RatingLanguage, type RatingScale, ratingOf } from '#lib/domain/report/rating-scale';
import type { ArticleWithClaims } from '#lib/domain/review/review';
import { inPieces, jsonParts } from '#lib/export/stream/pieces';
import { isBodyName } from '#lib/reading/byline';
import { listedClaims, type OnClaim } from './listed-claims';

const context = 'https://schema.org';

/** Facts that the claim itself does not hold. Addresses are absolute; dates are ISO 8601. */
export type ReviewPublication = {
  /** The page of this claim. */
  url: string;
  desk: { name: string; url: string };
  publishedOn: string;
  scale: RatingScale;
  /** The language of the page, in which the grade is named. */
  language: RatingLanguage;
  /** The reason, as the page states it; null where it states none. */
  why: string | null;
};

type NamedSpeaker = Pick<SpeakerView, 'name' | 'role' | 'organisation'>;

type Person = {
  '@type': 'Person';
  name: string;
  jobTitle?: string;
  affiliation?: Organization;
};
type Organization = { '@type': 'Organization'; name: string; url?: string };

export type ClaimReview = {
  '@context': typeof context;
  '@type': 'ClaimReview';
  url: string;
  inLanguage: string;
  datePublished: string;
  author: Organization;
  claimReviewed: string;
  reviewBody?: string;
  reviewRating: {
    '@type': 'Rating';
    alternateName: string;
    ratingValue?: number;
    bestRating?: number;
    worstRating?: number;
  };
  itemReviewed: {
    '@type': 'Claim';
    text: string;
    author?: Person | Organization;
    datePublished?: string;
    appearance: Appearance;
  };
};

/** The article in which the claim was found; it need not be the first to make it. */
type Appearance = {
  '@type': 'Article';
  headline: string;
  inLanguage: string;
  url?: string;
  datePublished?: string;
  author?: Person;
  publisher?: Organization;
};

/**
 * The markup of one claim's page; null while the claim is open or contested. `paragraph`: the text in which the claim
 * is marked.
 */
export function claimReview(
  claim: Pick<ClaimView, 'kind' | 'exact' | 'start' | 'end' | 'standing'> & { speaker: NamedSpeaker | null },
  paragraph: string,
  article: Pick<ArticleView, 'title' | 'publisher' | 'url' | 'byline' | 'publishedOn' | 'language'>,
  { url, desk, publishedOn, scale, language, why }: ReviewPublication,
): ClaimReview | null {
  if (!isVerdict(claim.standing)) return null;
  const { alternateName, ratingValue, bestRating, worstRating } = ratingOf(scale, claim.standing, language);
  const text = claimText(claim, paragraph);
  const author = authorOf(claim.speaker, article);
  return {
    '@context': context,
    '@type': 'ClaimReview',
    url,
    inLanguage: language,
    datePublished: publishedOn,
    author: { '@type': 'Organization', ...desk },
    claimReviewed: text,
    ...(why && { reviewBody: why }),
    reviewRating: {
      '@type': 'Rating',
      alternateName,
      ...(ratingValue !== null && { ratingValue, bestRating, worstRating }),
    },
    itemReviewed: {
      '@type': 'Claim',
      text,
      ...(author && { author }),
      ...(article.publishedOn && { datePublished: article.publishedOn }),
      appearance: {
        '@type': 'Article',
        headline: article.title,
        inLanguage: article.language,
        ...(article.url && { url: article.url }),
        ...(article.publishedOn && { datePublished: article.publishedOn }),
        ...(article.byline && { author: { '@type': 'Person', name: article.byline } }),
        ...(article.publisher && { publisher: { '@type': 'Organization', name: article.publisher } }),
      },
    },
  };
}

/** Who makes the claim: the speaker, or the author of the article's own words; null where nobody is known. */
function authorOf(
  speaker: NamedSpeaker | null,
  { publisher, byline }: Pick<ArticleView, 'publisher' | 'byline'>,
): Person | Organization | null {
  if (!speaker) {
    if (publisher) return { '@type': 'Organization', name: publisher };
    return byline ? { '@type': 'Person', name: byline } : null;
  }
  const { name, role, organisation } = speaker;
  if (isBody(speaker)) return { '@type': 'Organization', name };
  return {
    '@type': 'Person',
    name,
    ...(role && { jobTitle: role }),
    ...(organisation && { affiliation: { '@type': 'Organization', name: organisation } }),
  };
}

/** Whether a speaker is an organisation. A speaker with a role is a person. */
const isBody = ({ name, role }: NamedSpeaker): boolean => !role && isBodyName(name);

/**
 * The fact-checks of an article's claims as one JSON-LD document, in pieces. Open and contested claims are left out.
 * `publicationOf` gives the facts that a claim does not hold itself.
 */
export function claimReviews(
  view: ArticleWithClaims,
  filter: ClaimFilter,
  publicationOf: (claim: ClaimView) => ReviewPublication,
  onClaim: OnClaim = () => undefined,
): AsyncGenerator<string> {
  const textOf = new Map(view.paragraphs.map(({ id, text }) => [id, text]));
  const listed = listedClaims(view, filter).claims.filter(({ claim }) => isExported(claim, filter, 'claim-review'));
  function* reviews() {
    for (const [index, { claim }] of listed.entries()) {
      const text = textOf.get(claim.paragraphId) ?? claim.exact;
      const review = claimReview(claim, text, view.article, publicationOf(claim));
      if (!review) continue;
      const { '@context': _, ...rest } = review;
      yield rest;
      onClaim(index + 1);
    }
  }
  return inPieces(jsonParts({ '@context': context, '@graph': reviews() }));
}

/** U+2028 and U+2029 end a line in older scripts; <, > and & could end the element or begin another. */
const unsafe = /[<>&\u2028\u2029]/g;

/** JSON that is safe inside a script element: no character can end the element. It parses as the same value. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    unsafe,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
