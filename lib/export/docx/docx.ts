/**
 * The article as a Word document (DOCX): its text as it stands, every listed claim marked in it, and a thread of comments on
 * each. The desk's comment says where the claim stands, what should be written instead and on which sources; each judgement
 * and the ruling answer it, by whoever gave them, when they did.
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
import { comment, hook, type Remark, rangeEnd, rangeStart, threadEntry, type WordXml, wordXml } from './xml';

/** `place` in the list, from 1. `ids` of its comments: the desk's, then those that answer it. */
type Commented = ListedClaim & { place: number; id: number; ids: number[] };

/** Whose document it is, and when it was made. */
export type Edition = { desk: string; at: Date };

/** What the document contains, and its styles and words. */
type Telling = {
  view: ArticleWithClaims;
  listed: Commented[];
  sources: CitedSource[];
  xml: WordXml;
  words: ExportWords;
  edition: Edition;
};

/**
 * The document in pieces, each created when asked for. A claim counts as written with its comment, which comes after
 * the text. The same article at the same moment gives the same bytes.
 */
export async function* articleDocument(
  view: ArticleWithClaims,
  filter: ClaimFilter,
  words: ExportWords,
  edition: Edition,
  onClaim: OnClaim = () => undefined,
): AsyncGenerator<Uint8Array> {
  const frame = await wordFrame(view.article, edition.at);
  const { claims, sources } = listedClaims(view, filter);
  const xml = wordXml(frame);
  const telling = { view, listed: numbered(claims), sources, xml, words, edition };
  const parts: ZipPart[] = [
    ...frame.parts.map(([name, text]) => ({ name, text: [text] })),
    { name: 'word/document.xml', text: within(frame.document, paragraphsOf(telling)) },
    { name: 'word/_rels/document.xml.rels', text: within(frame.relationships, xml.linkTargets()) },
    { name: 'word/comments.xml', text: within(frame.comments, commentsOf(telling, onClaim)) },
    { name: 'word/commentsExtended.xml', text: within(frame.threads, threadsOf(telling)) },
  ];
  yield* zipPieces(parts);
}

/** Comments are numbered through the document, from 0. */
function numbered(claims: ListedClaim[]): Commented[] {
  let next = 0;
  return claims.map((listed, index) => {
    const { judgements, ruling } = listed.claim;
    const id = next;
    next += 1 + judgements.length + (ruling ? 1 : 0);
    return { ...listed, place: index + 1, id, ids: Array.from({ length: next - id }, (_, at) => id + at) };
  });
}

function* within({ head, tail }: { head: string; tail: string }, content: Iterable<string>): Generator<string> {
  yield head;
  yield* content;
  yield tail;
}

function* paragraphsOf(telling: Telling): Generator<string> {
  yield* opening(telling);
  yield* textOf(telling);
  yield* sourceList(telling);
}

/** Title, where the article is from, what was exported and what the colours mean. */
function* opening({ view, listed, xml, words, edition }: Telling): Generator<string> {
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
  yield xml.paragraph('text', xml.text(words.summary(listed.length, view.claims.length, edition.at), 'faint'));
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
      ? xml.paragraph('text', xml.text(words.standing[standing]), ...one.ids.map(hook))
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
      ...(starting.get(start) ?? []).flatMap(({ ids }) => ids.map(rangeStart)),
      xml.text(text.slice(start, end), standing ? `${ground} ${standing}` : ground),
      ...innermostFirst(ending.get(end) ?? []).flatMap(({ ids }) => ids.map(rangeEnd)),
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
  for (const { title, publisher, published, kind, url, claims, retired } of sources) {
    const told = [publisher, published && words.date(published), words.sourceKind[kind]];
    const facts = [...told, retired && words.retiredSource].filter(Boolean);
    yield xml.paragraph(
      'source',
      xml.text(title, 'source'),
      xml.text(` · ${facts.join(' · ')} · ${claims.map((number) => `#${number}`).join(', ')} `, 'faint'),
      url && isWebAddress(url) ? xml.link(url, url) : '',
    );
  }
}

function* commentsOf({ listed, sources, xml, words, edition }: Telling, onClaim: OnClaim): Generator<string> {
  const citations = new Map(sources.map(({ id, citation }) => [id, citation]));
  for (const one of listed) {
    yield comment(
      one.id,
      { by: edition.desk, at: edition.at.toISOString() },
      ...aboutClaim(one, citations, xml, words),
    );
    for (const [index, { remark, text }] of answersOn(one, xml, words).entries()) {
      yield comment(one.id + 1 + index, { ...remark, by: remark.by.trim() || edition.desk }, text);
    }
    onClaim(one.place);
  }
}

function* threadsOf({ listed }: Telling): Generator<string> {
  for (const { id: first, ids } of listed) {
    yield ids.map((id) => threadEntry(id, id === first ? null : first)).join('');
  }
}

const lineOf = (xml: WordXml, title: string, text: string) =>
  xml.paragraph('comment', xml.text(title, 'bold'), xml.text(text));

/** What the desk says of a claim: where it stands, what to write instead, and the sources with what they say. */
function aboutClaim(
  { claim }: ListedClaim,
  citations: ReadonlyMap<string, number>,
  xml: WordXml,
  words: ExportWords,
): string[] {
  const { number, standing, kind, speaker, figure, evidence } = claim;
  const correction = shownCorrection(claim);
  const about = [words.kind[kind], speaker && speakerLine(speaker), figure?.reads[words.language]].filter(Boolean);
  return [
    lineOf(xml, `#${number} ${words.standing[standing]}`, ` · ${about.join(' · ')}`),
    ...(correction ? [lineOf(xml, `${words.label.correction}: `, correction)] : []),
    ...evidence.map(({ source, stance, excerpt, locator }) => {
      const published = source.published && words.date(source.published);
      const named = [source.title, source.publisher, published, source.retired && words.retiredSource, locator];
      const quoted = excerpt && `“${excerpt}”`;
      return lineOf(
        xml,
        `[${citations.get(source.id) ?? 0}] ${words.stance[stance]}: `,
        [named.filter(Boolean).join(' · '), quoted, source.url].filter(Boolean).join('\n'),
      );
    }),
  ];
}

/** What reviewers and the editor who ruled found, oldest first, each as a paragraph. */
function answersOn({ claim }: ListedClaim, xml: WordXml, words: ExportWords): { remark: Remark; text: string }[] {
  const { judgements, ruling } = claim;
  const below = (text: string) => text && `\n${text}`;
  const answers = judgements.map(({ reviewer, verdict, confidence, rationale, at }) => ({
    remark: { by: reviewer.name, at },
    text: lineOf(xml, words.standing[verdict], ` (${words.confident(confidence)})${below(rationale)}`),
  }));
  if (ruling) {
    const title = `${words.ruledBy(ruling.editor.name)}: ${words.standing[ruling.verdict]}`;
    answers.push({
      remark: { by: ruling.editor.name, at: ruling.at },
      text: lineOf(xml, title, below(ruling.reason)),
    });
  }
  return answers.sort((a, b) => Date.parse(a.remark.at) - Date.parse(b.remark.at));
}
