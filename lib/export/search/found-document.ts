/**
 * The claims that a search finds as a Word document (DOCX): one after the other with its standing, its words, what it comes
 * down to and where it is. A reading list, not a store: it ends after `mostInDocument` claims and says so.
 */
import { claimAddress } from '#lib/domain/articles/addresses';
import type { FoundClaim } from '#lib/domain/search/found-claim';
import { wordFrame } from '#lib/export/docx/frame';
import { type WordXml, wordXml } from '#lib/export/docx/xml';
import type { ExportWords } from '#lib/export/export-words';
import { zipPieces } from '#lib/export/stream/zip';

/** More make some hundred pages, which nobody reads, and slow down the programs that open them. */
export const mostInDocument = 2_000;

export type ListSetting = {
  words: ExportWords;
  /** The desk's own address, which a claim's begins with. */
  desk: string;
  now: Date;
};

/** The document in pieces; of the claims no more are read than it holds. */
export async function* foundDocument(
  parts: AsyncIterable<FoundClaim[]>,
  setting: ListSetting,
): AsyncGenerator<Uint8Array> {
  const { words, now } = setting;
  const frame = await wordFrame({ title: words.searched(now), language: words.language }, now);
  const xml = wordXml(frame);
  const within = async function* (
    { head, tail }: { head: string; tail: string },
    content: Iterable<string> | AsyncIterable<string>,
  ): AsyncGenerator<string> {
    yield head;
    yield* content;
    yield tail;
  };
  yield* zipPieces([
    ...frame.parts.map(([name, text]) => ({ name, text: [text] })),
    { name: 'word/document.xml', text: within(frame.document, listOf(parts, xml, setting)) },
    { name: 'word/_rels/document.xml.rels', text: within(frame.relationships, xml.linkTargets()) },
    { name: 'word/comments.xml', text: within(frame.comments, []) },
    { name: 'word/commentsExtended.xml', text: within(frame.threads, []) },
  ]);
}

async function* listOf(
  parts: AsyncIterable<FoundClaim[]>,
  xml: WordXml,
  { words, desk, now }: ListSetting,
): AsyncGenerator<string> {
  yield xml.paragraph('title', xml.text(words.searched(now)));
  let written = 0;
  for await (const claims of parts) {
    for (const claim of claims) {
      if (written === mostInDocument) {
        yield xml.paragraph('text', xml.text(words.firstOnly(mostInDocument), 'faint'));
        return;
      }
      yield* claimIn(claim, xml, { words, desk });
      written += 1;
    }
  }
  if (written === 0) yield xml.paragraph('text', xml.text(words.label.noneFound, 'faint'));
}

/** The sentence with the claim's own words marked as it stands, then what is known of it. */
function* claimIn(
  { article, passage, standing, judgedAt, ...claim }: FoundClaim,
  xml: WordXml,
  { words, desk }: Pick<ListSetting, 'words' | 'desk'>,
): Generator<string> {
  const { text, start, end } = passage;
  const judged = judgedAt && words.date(judgedAt.slice(0, 10));
  const facts = [
    judged,
    words.kind[claim.kind],
    claim.speaker?.name,
    claim.reads?.[words.language],
    words.sourcesOf(claim.sources),
  ];
  const place = [article.publisher, article.publishedOn && words.date(article.publishedOn)].filter(Boolean);
  yield xml.paragraph(
    'text',
    xml.text(` ${words.standing[standing]} `, `legend ${standing}`),
    xml.text(` ${facts.filter(Boolean).join(' · ')}`, 'faint'),
  );
  yield xml.paragraph(
    'text',
    xml.text(text.slice(0, start)),
    xml.text(text.slice(start, end), `text ${standing}`),
    xml.text(text.slice(end)),
  );
  yield xml.paragraph(
    'text',
    xml.link(desk + claimAddress(article.id, claim.number), words.claimOf(claim.number, article.title)),
    xml.text(place.length > 0 ? ` · ${place.join(' · ')}` : '', 'faint'),
  );
}
