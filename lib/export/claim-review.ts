/**
 * A published claim as schema.org ClaimReview, by which feeds, the Fact Check Explorer and partners take over fact-checks.
 * Google asks for claimReviewed, url and reviewRating with alternateName (Search Central, "Fact check structured data");
 * everything here is to be seen on the page as well. A claim without a public page has no url.
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
  /** The public page of this claim; null where there is none. */
  url: string | null;
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
  url?: string;
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
 * The markup of one claim; null while the claim is open or contested. `paragraph` is the text that the claim is marked in,
 * `others` the claims that are marked in it as well, of which nothing is published here.
 */
export function claimReview(
  claim: Pick<ClaimView, 'kind' | 'exact' | 'start' | 'end' | 'standing'> & { speaker: NamedSpeaker | null },
  paragraph: string,
  others: readonly Pick<ClaimView, 'start' | 'end' | 'standing'>[],
  article: Pick<ArticleView, 'title' | 'publisher' | 'url' | 'byline' | 'publishedOn' | 'language'>,
  { url, desk, publishedOn, scale, language, why }: ReviewPublication,
): ClaimReview | null {
  if (!isVerdict(claim.standing)) return null;
  const { alternateName, ratingValue, bestRating, worstRating } = ratingOf(scale, claim.standing, language);
  const text = claimText(claim, paragraph, others);
  const author = authorOf(claim.speaker, article);
  return {
    '@context': context,
    '@type': 'ClaimReview',
    ...(url !== null && { url }),
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
  function* graph() {
    let written = 0;
    for (const { review } of reviewedClaims(view, filter, publicationOf)) {
      const { '@context': _, ...rest } = review;
      yield rest;
      written += 1;
      onClaim(written);
    }
  }
  return inPieces(jsonParts({ '@context': context, '@graph': graph() }));
}

/** The settled claims among those that a filter lists, each with what is published of it, made as it is asked for. */
export function* reviewedClaims(
  view: ArticleWithClaims,
  filter: ClaimFilter,
  publicationOf: (claim: ClaimView) => ReviewPublication,
): Generator<{ claim: ClaimView; review: ClaimReview }> {
  const textOf = new Map(view.paragraphs.map(({ id, text }) => [id, text]));
  const beside = new Map<string, ClaimView[]>();
  for (const claim of view.claims) {
    const here = beside.get(claim.paragraphId);
    if (here) here.push(claim);
    else beside.set(claim.paragraphId, [claim]);
  }
  for (const { claim } of listedClaims(view, filter).claims) {
    if (!isExported(claim, filter, 'claim-review')) continue;
    const text = textOf.get(claim.paragraphId) ?? claim.exact;
    const others = beside.get(claim.paragraphId) ?? [];
    const review = claimReview(claim, text, others, view.article, publicationOf(claim));
    if (review) yield { claim, review };
  }
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
