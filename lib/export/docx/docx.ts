/**
 * The article as a Word document (DOCX): its text, every chosen claim marked, and a comment on each with its standing,
 * what reviewers found and on which sources.
 *
 * A claim is marked by colour and underline, as on the screen. Where claims overlap, the innermost is drawn, and the
 * ranges of their comments nest and cross as the claims do. Claims whose words are no longer in the text follow after
 * it. Fonts are set for Latin letters and for the article's own script.
 *
 * Each paragraph and comment is written and then dropped from memory (xml.ts, stream/zip.ts). The docx library makes
 * the rest of the document (frame.ts).
 */

import type { ParagraphView } from '#lib/domain/articles/article-view';
import { type Standing, standings } from '#lib/domain/claims/standing';
import type { ClaimFilter } from '#lib/domain/exchange/claim-list';
import { shownCorrection } from '#lib/domain/report/correction';
import type { CitedSource } from '#lib/domain/report/report';
import type { ArticleWithClaims } from '#lib/domain/review/review';
import { type ExportWords, speakerLine } from '#lib/export/export-words';
import { type ListedClaim, listedClaims, type OnClaim } from '#lib/export/listed-claims';
import { type ZipPart, zipPieces } from '#lib/export/stream/zip';
import { layerSpans } from '#lib/text/span';
import { isWebAddress } from '#lib/text/tidy';
import { type Ground, wordFrame } from './frame';
import { hook, rangeEnd, rangeStart, type WordXml, wordXml } from './xml';

/** The id of a comment is the claim's position in the list, from 0. */
type Commented = ListedClaim & { id: number };

/** What the document contains, and its styles and words. */
type Telling = {
  view: ArticleWithClaims;
  listed: Commented[];
  sources: CitedSource[];
  xml: WordXml;
  words: ExportWords;
};

/**
 * The document in pieces, each created when asked for. A claim counts as written with its comment, which comes after
 * the text. The same article at the same moment gives the same bytes.
 */
export async function* articleDocument(
  view: ArticleWithClaims,
  filter: ClaimFilter,
  words: ExportWords,
  exportedAt: Date,
  onClaim: OnClaim = () => undefined,
): AsyncGenerator<Uint8Array> {
  const frame = await wordFrame(view.article, exportedAt);
  const { claims, sources } = listedClaims(view, filter);
  const xml = wordXml(frame);
  const telling = { view, listed: claims.map((claim, id) => ({ ...claim, id })), sources, xml, words };
  const parts: ZipPart[] = [
    ...frame.parts.map(([name, text]) => ({ name, text: [text] })),
    { name: 'word/document.xml', text: within(frame.document, paragraphsOf(telling, exportedAt)) },
    { name: 'word/_rels/document.xml.rels', text: within(frame.relationships, xml.linkTargets()) },
    { name: 'word/comments.xml', text: within(frame.comments, commentsOf(telling, onClaim)) },
  ];
  yield* zipPieces(parts);
}

function* within({ head, tail }: { head: string; tail: string }, content: Iterable<string>): Generator<string> {
  yield head;
  yield* content;
  yield tail;
}

function* paragraphsOf(telling: Telling, exportedAt: Date): Generator<string> {
  yield* opening(telling, exportedAt);
  yield* textOf(telling);
  yield* sourceList(telling);
}

/** Title, origin of the article, what was exported and what the colours mean. */
function* opening({ view, listed, xml, words }: Telling, exportedAt: Date): Generator<string> {
  const { title, publisher, byline, publishedOn, url } = view.article;
  const facts = [publisher, byline, publishedOn && words.date(publishedOn)].filter(Boolean).join(' · ');
  const original = url && isWebAddress(url) ? xml.link(url, words.label.original) : '';
  const countOf = (standing: Standing) => listed.filter(({ claim }) => claim.standing === standing).length;
  const legend = standings.flatMap((standing) => {
    const count = countOf(standing);
    if (count === 0) return [];
    return [xml.text(` ${words.standing[standing]} ${count} `, `legend ${standing}`), xml.text('  ', 'faint')];
  });
  yield xml.paragraph('title', xml.text(title));
  if (facts || original) {
    yield xml.paragraph('text', xml.text(facts && original ? `${facts} · ` : facts, 'faint'), original);
  }
  yield xml.paragraph('text', xml.text(words.summary(listed.length, view.claims.length, exportedAt), 'faint'));
  yield legend.length > 0
    ? xml.paragraph('legend', xml.text(`${words.label.legend} `, 'faint'), ...legend)
    : xml.paragraph('legend', xml.text(words.label.noClaims, 'faint'));
}

/** The article's paragraphs with their claims, then claims that are in no paragraph. */
function* textOf({ view, listed, xml, words }: Telling): Generator<string> {
  const paragraphs = view.paragraphs.filter(({ kind }) => kind !== 'boilerplate').sort((a, b) => a.number - b.number);
  const lengthOf = new Map(paragraphs.map(({ id, text }) => [id, text.length]));
  const held = groupBy(listed, ({ claim: { paragraphId, start, end } }) => {
    const isHeld = start < end && start >= 0 && end <= (lengthOf.get(paragraphId) ?? -1);
    return isHeld ? paragraphId : null;
  });
  for (const paragraph of paragraphs) yield paragraphOf(paragraph, held.get(paragraph.id) ?? [], xml);
  const elsewhere = held.get(null) ?? [];
  if (elsewhere.length > 0) yield xml.paragraph('part', xml.text(words.label.elsewhere));
  for (const one of elsewhere) {
    const { exact, standing } = one.claim;
    const whole = { ...one, claim: { ...one.claim, start: 0, end: exact.length } };
    yield exact === ''
      ? xml.paragraph('text', xml.text(words.standing[standing]), hook(one.id))
      : xml.paragraph('text', ...markedText(exact, [whole], xml));
  }
}

function paragraphOf({ kind, text }: ParagraphView, listed: Commented[], xml: WordXml): string {
  const look = kind === 'heading' ? 'heading' : kind === 'list-item' ? 'item' : 'text';
  return xml.paragraph(look, ...markedText(text, listed, xml, kind === 'caption' ? 'caption' : 'text'));
}

/** A text cut where claims begin and end. Each range opens and closes where its claim does, whatever overlaps it. */
function markedText(text: string, listed: Commented[], xml: WordXml, ground: Ground = 'text'): string[] {
  const spans = listed.map((one) => ({ id: String(one.id), start: one.claim.start, end: one.claim.end }));
  const standingOf = new Map(listed.map((one) => [String(one.id), one.claim.standing]));
  const starting = groupBy(listed, ({ claim }) => claim.start);
  const ending = groupBy(listed, ({ claim }) => claim.end);
  const innermostFirst = (ones: Commented[]) => ones.sort((a, b) => b.claim.start - a.claim.start || b.id - a.id);
  return layerSpans(text.length, spans).flatMap(({ start, end, layers }) => {
    const standing = standingOf.get(layers.at(-1)?.id ?? '');
    return [
      ...(starting.get(start) ?? []).map(({ id }) => rangeStart(id)),
      xml.text(text.slice(start, end), standing ? `${ground} ${standing}` : ground),
      ...innermostFirst(ending.get(end) ?? []).map(({ id }) => rangeEnd(id)),
    ];
  });
}

function groupBy<Key>(listed: Commented[], key: (one: Commented) => Key): Map<Key, Commented[]> {
  const groups = new Map<Key, Commented[]>();
  for (const one of listed) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}

function* sourceList({ sources, xml, words }: Telling): Generator<string> {
  if (sources.length === 0) return;
  yield xml.paragraph('part', xml.text(words.label.sources));
  for (const { title, publisher, published, kind, url, claims } of sources) {
    const facts = [publisher, published && words.date(published), words.sourceKind[kind]].filter(Boolean);
    yield xml.paragraph(
      'source',
      xml.text(title, 'source'),
      xml.text(` · ${facts.join(' · ')} · ${claims.map((number) => `#${number}`).join(', ')} `, 'faint'),
      url && isWebAddress(url) ? xml.link(url, url) : '',
    );
  }
}

function* commentsOf({ listed, sources, xml, words }: Telling, onClaim: OnClaim): Generator<string> {
  const citations = new Map(sources.map(({ id, citation }) => [id, citation]));
  for (const one of listed) {
    yield xml.comment(one.id, ...commentOn(one, citations, xml, words));
    onClaim(one.id + 1);
  }
}

/** The content of a comment: the finding, who found what and why, the ruling, and the sources with what they say. */
function commentOn(
  { claim }: ListedClaim,
  citations: ReadonlyMap<string, number>,
  xml: WordXml,
  words: ExportWords,
): string[] {
  const { number, standing, kind, speaker, figure, judgements, ruling, evidence } = claim;
  const line = (title: string, text: string) => xml.paragraph('comment', xml.text(title, 'bold'), xml.text(text));
  const below = (text: string) => text && `\n${text}`;
  const correction = shownCorrection(claim);
  const about = [words.kind[kind], speaker && speakerLine(speaker), figure?.reads[words.language]].filter(Boolean);
  return [
    line(`#${number} ${words.standing[standing]}`, ` · ${about.join(' · ')}`),
    ...(correction ? [line(`${words.label.correction}: `, correction)] : []),
    ...(ruling
      ? [line(`${words.ruledBy(ruling.editor.name)}: ${words.standing[ruling.verdict]}`, below(ruling.reason))]
      : []),
    ...judgements.map(({ reviewer, verdict, confidence, rationale }) =>
      line(`${reviewer.name}: ${words.standing[verdict]}`, ` (${words.confident(confidence)})${below(rationale)}`),
    ),
    ...evidence.map(({ source, stance, excerpt, locator }) => {
      const named = [source.title, source.publisher, source.published && words.date(source.published), locator];
      const quoted = excerpt && `“${excerpt}”`;
      return line(
        `[${citations.get(source.id) ?? 0}] ${words.stance[stance]}: `,
        [named.filter(Boolean).join(' · '), quoted, source.url].filter(Boolean).join('\n'),
      );
    }),
  ];
}
