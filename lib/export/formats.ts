import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { ClaimFilter, ListFormat } from '#lib/domain/exchange/claim-list';
import type { PacketContents } from '#lib/domain/exchange/packet';
import type { WholeArticle } from '#lib/domain/exchange/whole-article';
import { type PublicReport, publicPages } from '#lib/domain/report/published-report';
import type { DeskEntry } from '#lib/domain/report/publishing-input';
import type { ArticleWithClaims } from '#lib/domain/review/review';
import { deskToday } from '#lib/domain/statistics/days';
import { annotationCollectionJson, textAddress } from '#lib/export/annotations/annotations';
import { articleDocument } from '#lib/export/docx/docx';
import { articleJsonPieces } from './article-file';
import { claimReviews, type ReviewPublication } from './claim-review';
import { claimListCsv, claimListJson } from './csv-and-json';
import type { ExportWords } from './export-words';
import { type OnClaim, reasonOf } from './listed-claims';
import { claimMarkdown } from './markdown';
import { packetPieces } from './packet/packet';
import { claimWorkbook } from './xlsx';

/** Who exports, when, and in which words. `whole` reads what the claim list does not hold. */
export type ExportSetting = {
  whole: () => Promise<WholeArticle>;
  words: ExportWords;
  /** The address of the desk, without a slash at the end. */
  desk: string;
  /** What the desk publishes under. */
  publisher: DeskEntry;
  /** What anybody can read of the article; null where nothing is published. */
  published: PublicReport | null;
  /** What a packet holds besides the article; null for other formats. */
  packet: PacketContents | null;
  now: Date;
};

/** The content of a file, and who is told about progress. */
type Asked = ExportSetting & { view: ArticleWithClaims; filter: ClaimFilter; onClaim?: OnClaim };

type Form = { type: string; ending: string; write: (asked: Asked) => AsyncGenerator<string | Uint8Array> };

const json = 'application/json; charset=utf-8';
const office = 'application/vnd.openxmlformats-officedocument';

/** Each format with its media type and its writer. */
export const forms: Record<ListFormat, Form> = {
  xlsx: {
    type: `${office}.spreadsheetml.sheet`,
    ending: 'xlsx',
    write: ({ view, filter, words, now, onClaim }) => claimWorkbook(view, filter, words, now, onClaim),
  },
  docx: {
    type: `${office}.wordprocessingml.document`,
    ending: 'docx',
    write: ({ view, filter, words, publisher, now, onClaim }) =>
      articleDocument(view, filter, words, { desk: publisher.name, at: now }, onClaim),
  },
  csv: {
    type: 'text/csv; charset=utf-8',
    ending: 'csv',
    write: ({ view, filter, onClaim }) => claimListCsv(view, filter, onClaim),
  },
  markdown: {
    type: 'text/markdown; charset=utf-8',
    ending: 'md',
    write: ({ view, filter, words, now, onClaim }) => claimMarkdown(view, filter, words, now, onClaim),
  },
  json: {
    type: json,
    ending: 'json',
    write: ({ view, filter, now, onClaim }) => claimListJson(view, filter, now, onClaim),
  },
  article: {
    type: json,
    ending: 'claimdesk.json',
    write: async function* ({ whole }) {
      yield* articleJsonPieces(await whole());
    },
  },
  annotations: {
    // The media type that the Web Annotation protocol names (W3C, 2017, §3.2).
    type: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"; charset=utf-8',
    ending: 'jsonld',
    write: ({ view, filter, desk, publisher, onClaim }) => {
      const container = `${desk}/api/annotations/${view.article.id}/`;
      const setting = {
        container,
        article: `${desk}/articles/${view.article.id}`,
        text: textAddress(container, view.article.revision),
        revisedAt: view.article.revisedAt,
        desk: publisher.name,
        filter,
        withDiscussion: false,
      };
      return annotationCollectionJson(view, setting, onClaim);
    },
  },
  packet: {
    type: 'application/zip',
    ending: 'claimdesk.zip',
    write: async function* ({ view, whole, packet, publisher, desk, words, now, onClaim }) {
      if (!packet) throw new Error('A packet is written without what it holds');
      const setting = { contents: packet, desk: { name: publisher.name, address: desk }, words, now, onClaim };
      yield* packetPieces({ view, whole: await whole(), ...setting });
    },
  },
  'claim-review': {
    type: 'application/ld+json; charset=utf-8',
    ending: 'claimreview.jsonld',
    write: ({ view, filter, onClaim, ...setting }) => claimReviews(view, filter, publicationsOf(setting), onClaim),
  },
};

/** What a ClaimReview says beside the claim: who publishes it, when, where it can be read, and why it was found so. */
export function publicationsOf({
  words,
  desk,
  publisher,
  published,
  now,
}: Omit<ExportSetting, 'whole' | 'packet'>): (claim: ClaimView) => ReviewPublication {
  const pageOf = publicPages(published);
  return (claim) => {
    const page = pageOf(claim);
    return {
      url: page && desk + page,
      desk: { name: publisher.name, url: desk },
      publishedOn: deskToday(now),
      scale: publisher.scale,
      language: words.language,
      why: reasonOf(claim),
    };
  };
}
