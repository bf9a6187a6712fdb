/**
 * The report of an article as one HTML file: it reads and prints without a network, a script or another file, and what
 * people wrote stays text. Links lead to claims, to sources, to the files of these that lie beside it in the packet, and to
 * web addresses.
 */
import { standings } from '#lib/domain/claims/standing';
import { shownCorrection } from '#lib/domain/report/correction';
import { type ArticleWithClaims, inReadingOrder } from '#lib/domain/review/review';
import { type ExportWords, speakerLine } from '#lib/export/export-words';
import type { ListedClaim, listedClaims } from '#lib/export/listed-claims';
import { xmlEscaped as escaped } from '#lib/export/stream/xml-text';
import { layerSpans } from '#lib/text/span';
import { isWebAddress } from '#lib/text/tidy';

/** The parts of a packet that hold the files of each source, by its id. */
export type NamedParts = ReadonlyMap<string, { name: string; path: string }[]>;

type List = ReturnType<typeof listedClaims>;
type Reported = {
  view: ArticleWithClaims;
  list: List;
  words: ExportWords;
  desk: { name: string; address: string };
  now: Date;
  pathsOf: NamedParts;
};

/** Nothing is loaded, whatever a text may contain. */
const policy = "default-src 'none'; style-src 'unsafe-inline'";

/** The colours of the screen (globals.css). */
const style = `
:root{color-scheme:light dark;--paper:light-dark(#fbfaf7,#171614);--ink:light-dark(#1d1c1a,#ece9e2);--ink-2:light-dark(#57534c,#b5b0a5);--line:light-dark(#e4e0d8,#34322d);--accent:light-dark(#24508f,#8fb4ee);--verified:light-dark(#1d7a4c,#63c594);--disputed:light-dark(#a94f06,#eaa35a);--false:light-dark(#b3261e,#f08a82);--contested:light-dark(#7a3fa0,#c79be6)}
body{max-width:46rem;margin:0 auto;padding:2rem 1.25rem 4rem;background:var(--paper);color:var(--ink);font:15px/1.6 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}
h1,h2,blockquote,.text{font-family:Georgia,"Noto Serif CJK SC","Songti SC",SimSun,serif}
h1{font-size:1.9rem;line-height:1.3;margin:.4rem 0}h2{font-size:1.25rem;margin:2.5rem 0 .75rem;padding-top:1rem;border-top:1px solid var(--line)}h3{font-size:1rem;margin:0}
p{margin:.3rem 0}a{color:var(--accent)}.faint{color:var(--ink-2);font-size:13px}
table{border-collapse:collapse}th,td{padding:.2rem 1.5rem .2rem 0;text-align:left;font-weight:400}td{font-variant-numeric:tabular-nums}
article{padding:1rem 0;border-top:1px solid var(--line);break-inside:avoid}article:first-of-type{border-top:0}
blockquote{margin:.4rem 0;font-size:1.05rem}ul,ol{margin:.4rem 0;padding-left:1.3rem}li{margin:.2rem 0}
.verified{color:var(--verified)}.disputed{color:var(--disputed)}.false{color:var(--false)}.contested{color:var(--contested)}
mark{background:none;color:inherit;text-decoration:underline 2px;text-underline-offset:3px;text-decoration-color:var(--ink-2)}mark.verified{text-decoration-color:var(--verified)}mark.disputed{text-decoration-color:var(--disputed);text-decoration-style:dashed}mark.false{text-decoration-color:var(--false);text-decoration-style:double}mark.contested{text-decoration-color:var(--contested);text-decoration-style:wavy}
mark a{color:inherit;text-decoration:none}sup{font-size:11px}.text p{margin:0 0 .9rem;line-height:1.8}
@media print{:root{color-scheme:light}body{max-width:none;padding:0;background:none}a{color:inherit}}`;

/** The report in parts, claims in reading order. */
export function* reportHtml({ view, list, words, desk, now, pathsOf }: Reported): Generator<string> {
  const { article, claims, paragraphs } = view;
  const { label } = words;
  const facts = [article.publisher, article.byline, article.publishedOn && words.date(article.publishedOn)];
  yield `<!doctype html>
<html lang="${words.language === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${escaped(article.title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="faint">${told([desk.name, desk.address])}</p>
<h1 lang="${escaped(article.language)}">${escaped(article.title)}</h1>
<p class="faint">${told(facts)}${linked(article.url, label.original, ' · ')}</p>
<p class="faint">${escaped(words.summary(list.claims.length, claims.length, now))}</p>
<table>
`;
  for (const standing of standings) {
    const count = claims.filter((claim) => claim.standing === standing).length;
    if (count > 0)
      yield `<tr><th scope="row" class="${standing}">${escaped(words.standing[standing])}</th><td>${count}</td></tr>\n`;
  }
  yield `</table>\n</header>\n<main>\n<section>\n<h2>${escaped(label.claims)}</h2>\n`;
  if (list.claims.length === 0) yield `<p>${escaped(label.noneFound)}</p>\n`;
  const citationOf = new Map(list.sources.map(({ id, citation }) => [id, citation]));
  for (const listed of list.claims) yield claimPart(listed, citationOf, article.language, words);
  yield `</section>\n<section>\n<h2>${escaped(label.sources)}</h2>\n`;
  if (list.sources.length > 0) {
    yield '<ol>\n';
    for (const source of list.sources) yield sourcePart(source, pathsOf.get(source.id) ?? [], words);
    yield '</ol>\n';
  }
  yield `</section>\n<section>\n<h2>${escaped(label.article)}</h2>\n<div class="text" lang="${escaped(article.language)}">\n`;
  const byParagraph = new Map<string, typeof claims>();
  for (const claim of inReadingOrder(claims, paragraphs)) {
    byParagraph.set(claim.paragraphId, [...(byParagraph.get(claim.paragraphId) ?? []), claim]);
  }
  for (const { id, kind, text } of paragraphs) {
    if (kind === 'boilerplate') continue;
    const here = byParagraph.get(id) ?? [];
    const known = new Map(here.map((claim) => [claim.id, claim]));
    const spans = layerSpans(text.length, here).map(({ start, end, layers }) => {
      const claim = known.get(layers.at(-1)?.id ?? '');
      const words = escaped(text.slice(start, end));
      return claim ? `<mark class="${claim.standing}"><a href="#claim-${claim.number}">${words}</a></mark>` : words;
    });
    const shown = spans.join('');
    yield kind === 'heading' ? `<h3>${shown}</h3>\n` : `<p>${shown}</p>\n`;
  }
  yield '</div>\n</section>\n</main>\n</body>\n</html>\n';
}

const told = (facts: (string | null | undefined)[]) =>
  facts.flatMap((fact) => (fact ? [escaped(fact)] : [])).join(' · ');

/** A link to a web address; nothing where there is none. */
const linked = (url: string | null, words: string, before = '') =>
  url && isWebAddress(url) ? `${before}<a href="${escaped(url)}" rel="noopener noreferrer">${escaped(words)}</a>` : '';

/** Text of several lines. */
const lines = (text: string) => escaped(text).replaceAll('\n', '<br>');

function claimPart(
  { claim, paragraph }: ListedClaim,
  citationOf: ReadonlyMap<string, number>,
  language: string,
  words: ExportWords,
): string {
  const { number, exact, kind, standing, speaker, figure, judgements, ruling, evidence } = claim;
  const facts = [
    words.kind[kind],
    words.paragraph(paragraph),
    speaker ? speakerLine(speaker) : words.label.ownText,
    figure?.reads[words.language],
  ];
  const parts = [
    `<article id="claim-${number}">`,
    `<h3>#${number} <span class="${standing}">${escaped(words.standing[standing])}</span></h3>`,
    `<blockquote lang="${escaped(language)}">${lines(exact)}</blockquote>`,
    `<p class="faint">${told(facts)}</p>`,
  ];
  const correction = shownCorrection(claim);
  if (correction) parts.push(`<p><b>${escaped(words.label.correction)}</b>: ${lines(correction)}</p>`);
  const found = (by: string, verdict: keyof ExportWords['standing'], why: string) =>
    `<p><b>${escaped(by)}</b>: <span class="${verdict}">${escaped(words.standing[verdict])}</span>${why ? ` — ${lines(why)}` : ''}</p>`;
  if (ruling) parts.push(found(words.ruledBy(ruling.editor.name), ruling.verdict, ruling.reason));
  for (const { reviewer, verdict, rationale } of judgements) parts.push(found(reviewer.name, verdict, rationale));
  if (evidence.length > 0) {
    parts.push('<ul>');
    for (const { source, stance, excerpt, locator } of evidence) {
      const citation = citationOf.get(source.id) ?? 0;
      const said = [
        `<a href="#source-${citation}">[${citation}]</a> ${escaped(words.stance[stance])}: ${escaped(source.title)}`,
        locator && escaped(locator),
        excerpt && `“${lines(excerpt)}”`,
      ];
      parts.push(`<li>${said.filter(Boolean).join(' · ')}</li>`);
    }
    parts.push('</ul>');
  }
  return `${parts.join('\n')}\n</article>\n`;
}

function sourcePart(source: List['sources'][number], files: { name: string; path: string }[], words: ExportWords) {
  const { citation, title, publisher, published, url, kind, note, retired, claims } = source;
  const facts = [publisher, published && words.date(published), words.sourceKind[kind], retired && words.retiredSource];
  const name = linked(url, title) || escaped(title);
  const on = claims.map((number) => `<a href="#claim-${number}">#${number}</a>`).join(' ');
  const kept = files.map(({ name, path }) => `<li><a href="${escaped(path)}">${escaped(name)}</a></li>`).join('');
  return [
    `<li id="source-${citation}" value="${citation}">${name}`,
    `<p class="faint">${told(facts)} · ${on}</p>`,
    note ? `<p>${lines(note)}</p>` : '',
    kept && `<ul>${kept}</ul>`,
    '</li>\n',
  ].join('');
}
