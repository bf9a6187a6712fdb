/**
 * The claim list as Markdown (CommonMark), by standing, to read on its own or paste into a document: the claims with
 * what was found and why, then the sources, numbered.
 *
 * Text that people wrote stays text: every character that could begin markup is escaped, and such text never begins a
 * line. Line breaks within it become spaces.
 */

import { standings } from '#lib/domain/claims/standing';
import type { ClaimFilter } from '#lib/domain/exchange/claim-list';
import { shownCorrection } from '#lib/domain/report/correction';
import type { CitedSource } from '#lib/domain/report/report';
import type { ArticleWithClaims } from '#lib/domain/review/review';
import { inPieces } from '#lib/export/stream/pieces';
import { isWebAddress } from '#lib/text/tidy';
import { type ExportWords, speakerLine } from './export-words';
import { type ListedClaim, listedClaims, type OnClaim } from './listed-claims';
import { methodOf } from './xlsx';

/** Characters that begin markup within a line: in CommonMark, and in GitHub's tables, strikethrough and formulas. */
const markup = /[\\`*_[\]<>|~&$]/g;

/** Escapes a text so that Markdown shows it unchanged, except for white space. */
export function markdownText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(markup, '\\$&').replace(/!$/, '\\!').trim();
}

/**
 * An address between angle brackets must not contain such a bracket, a backslash or a space (CommonMark 0.31 § 6.3).
 */
export const linkTo = (url: string) => `<${new URL(url).href.replace(/[<>\\\s]/g, encodeURIComponent)}>`;

/** The list in pieces. */
export function claimMarkdown(
  view: ArticleWithClaims,
  filter: ClaimFilter,
  words: ExportWords,
  exportedAt: Date,
  onClaim?: OnClaim,
): AsyncGenerator<string> {
  return inPieces(partsOf(view, filter, words, exportedAt, onClaim));
}

function* partsOf(
  view: ArticleWithClaims,
  filter: ClaimFilter,
  words: ExportWords,
  exportedAt: Date,
  onClaim: OnClaim = () => undefined,
): Generator<string> {
  const { claims, sources } = listedClaims(view, filter);
  const { title, publisher, byline, publishedOn, url } = view.article;
  const sourceOf = new Map(sources.map((source) => [source.id, source]));
  yield `# ${headingText(title)}\n\n`;
  const facts = [publisher, byline, publishedOn && words.date(publishedOn)];
  const about = facts.flatMap((fact) => (fact ? [markdownText(fact)] : []));
  if (url && isWebAddress(url)) about.push(`[${markdownText(words.label.original)}](${linkTo(url)})`);
  if (about.length > 0) yield `${startOfLine(about.join(' · '))}\n\n`;
  yield `${startOfLine(markdownText(words.summary(claims.length, view.claims.length, exportedAt)))}\n`;
  if (claims.length === 0) yield `\n${startOfLine(markdownText(words.label.noClaims))}\n`;
  let written = 0;
  for (const standing of standings) {
    const group = claims.filter(({ claim }) => claim.standing === standing);
    if (group.length === 0) continue;
    yield `\n## ${headingText(words.standing[standing])} (${group.length})\n`;
    for (const listed of group) {
      yield claimPart(listed, sourceOf, words);
      written += 1;
      onClaim(written);
    }
  }
  if (sources.length === 0) return;
  yield `\n## ${headingText(words.label.sources)}\n\n`;
  for (const source of sources) yield sourcePart(source, words);
}

/** A heading's text; number signs at its end would close it. */
export const headingText = (text: string) => markdownText(text).replace(/#+$/, (signs) => signs.replaceAll('#', '\\#'));

/** A paragraph's text; escapes what would begin a list, a heading or a rule. */
export const startOfLine = (text: string) => text.replace(/^(?=[#+=-])|(?<=^\d+)(?=[.)])/, '\\');

function claimPart(listed: ListedClaim, sources: ReadonlyMap<string, CitedSource>, words: ExportWords): string {
  const { claim, paragraph } = listed;
  const { number, exact, kind, speaker, figure, judgements, ruling, evidence } = claim;
  const facts = [
    words.kind[kind],
    words.paragraph(paragraph),
    speaker ? speakerLine(speaker) : words.label.ownText,
    figure?.reads[words.language],
    methodOf(listed, words),
  ];
  const lines = [
    `- **#${number}** “${markdownText(exact)}”  `,
    `  ${startOfLine(facts.flatMap((fact) => (fact ? [markdownText(fact)] : [])).join(' · '))}`,
  ];
  const correction = shownCorrection(claim);
  if (correction) lines.push(`  - **${markdownText(words.label.correction)}**: ${markdownText(correction)}`);
  if (ruling) {
    lines.push(
      `  - **${markdownText(words.ruledBy(ruling.editor.name))}**: ${found(ruling.verdict, ruling.reason, words)}`,
    );
  }
  for (const { reviewer, verdict, rationale } of judgements) {
    lines.push(`  - **${markdownText(reviewer.name) || '–'}**: ${found(verdict, rationale, words)}`);
  }
  for (const { source, stance, excerpt, locator } of evidence) {
    const { citation } = sources.get(source.id) ?? { citation: 0 };
    const said = [
      markdownText(source.title),
      source.retired && markdownText(words.retiredSource),
      locator && markdownText(locator),
      excerpt && `“${markdownText(excerpt)}”`,
    ];
    lines.push(`  - \\[${citation}\\] ${markdownText(words.stance[stance])}: ${said.filter(Boolean).join(' · ')}`);
  }
  return `\n${lines.join('\n')}\n`;
}

const found = (verdict: keyof ExportWords['standing'], why: string, words: ExportWords) =>
  [markdownText(words.standing[verdict]), why && markdownText(why)].filter(Boolean).join(' — ');

function sourcePart(
  { citation, title, publisher, published, url, kind, retired }: CitedSource,
  words: ExportWords,
): string {
  const name = markdownText(title) || '–';
  const facts = [publisher, published && words.date(published), words.sourceKind[kind], retired && words.retiredSource];
  const told = facts.flatMap((fact) => (fact ? [markdownText(fact)] : []));
  const shown = url && isWebAddress(url) ? `[${name}](${linkTo(url)})` : name;
  return `${citation}. ${[shown, ...told].join(' · ')}\n`;
}
