/**
 * The annotations of an article as an Annotation Container (W3C Web Annotation Protocol, 2017, § 4): the answer to each
 * preference, and its address. A representation whose pages hold only addresses has `iris=1` in its own address.
 */
import type { ArticleWithClaims } from '#lib/domain/review/review';
import { type AnnotationSetting, annotationContainer, annotationPage } from './annotations';

/** The media type of every document (§ 3.1). */
export const annotationType = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

/** Annotations per page: what a reader shows at once and one answer carries easily. */
export const pageSize = 100;

/** `isMinimal`: without its first page. `irisOnly`: annotations as their addresses. */
export type Preference = { isMinimal: boolean; irisOnly: boolean };

/**
 * What a Prefer header asks for (RFC 7240; § 4.2.1): only the container, or annotations as addresses. With neither or
 * both, annotations are complete. null where it asks for nothing known.
 */
export function readPreference(header: string | null): Preference | null {
  const include = /(?:^|[,;]\s*)return\s*=\s*"?representation"?\s*;\s*include\s*=\s*"([^"]*)"/i.exec(header ?? '')?.[1];
  const wishes = new Set(include?.split(/\s+/) ?? []);
  const isMinimal = wishes.has('http://www.w3.org/ns/ldp#PreferMinimalContainer');
  const isWhole = wishes.has('http://www.w3.org/ns/oa#PreferContainedDescriptions');
  const isByAddress = wishes.has('http://www.w3.org/ns/oa#PreferContainedIRIs');
  return isMinimal || isWhole || isByAddress ? { isMinimal, irisOnly: isByAddress && !isWhole } : null;
}

/** An address of the container, with `iris=1` where its pages hold only addresses. */
function addressed(address: string, irisOnly: boolean): string {
  if (!irisOnly) return address;
  const url = new URL(address);
  return `${url.origin}${url.pathname}?iris=1${url.search.replace('?', '&')}`;
}

type Page = NonNullable<ReturnType<typeof annotationPage>>;

/** A page as part of another document, without its own context. */
function inForm({ id, type, startIndex, next, prev, items }: Page, irisOnly: boolean) {
  return {
    ...{ id: addressed(id, irisOnly), type, startIndex },
    ...(prev && { prev: addressed(prev, irisOnly) }),
    ...(next && { next: addressed(next, irisOnly) }),
    items: irisOnly ? items.map((annotation) => annotation.id) : items,
  };
}

/** The container. It includes its first page unless only the container was requested. */
export function containerDocument(
  view: ArticleWithClaims,
  setting: AnnotationSetting,
  { isMinimal, irisOnly }: Preference,
) {
  const { '@context': context, type, id, first, last, ...facts } = annotationContainer(view, setting, pageSize);
  const page = isMinimal ? null : annotationPage(view, setting, 0, pageSize);
  return {
    '@context': [context, 'http://www.w3.org/ns/ldp.jsonld'],
    id: addressed(id, irisOnly),
    type: ['BasicContainer', type],
    ...facts,
    ...(first && { first: page ? inForm(page, irisOnly) : addressed(first, irisOnly) }),
    ...(last && { last: addressed(last, irisOnly) }),
  };
}

/** A page of the container, from 0; null where there is none. */
export function pageDocument(view: ArticleWithClaims, setting: AnnotationSetting, page: number, irisOnly: boolean) {
  const found = annotationPage(view, setting, page, pageSize);
  if (!found) return null;
  const { '@context': context, partOf } = found;
  return {
    '@context': context,
    ...inForm(found, irisOnly),
    ...(partOf && { partOf: { ...partOf, id: addressed(partOf.id, irisOnly) } }),
  };
}
