/**
 * The card that a link to a report is shown with elsewhere, as SVG: the article's title, how its claims stand, the score
 * with its interval. 1200 × 630 is what Open Graph readers cut to.
 */
import { type Standing, standings } from '#lib/domain/claims/standing';
import type { ReportContent } from '#lib/domain/report/content';

/** What of a report is on its card. */
export type CardReport = Pick<ReportContent, 'desk'> & {
  article: { title: string };
  tally: Pick<ReportContent['tally'], 'standings' | 'total'>;
};

export const cardSize = { width: 1200, height: 630 };

/** Values of the light theme: a picture has no other. */
const colours: Record<Standing, string> = {
  verified: '#1d7a4c',
  disputed: '#a94f06',
  false: '#b3261e',
  contested: '#7a3fa0',
  unverifiable: '#566270',
  'not-checkable': '#566270',
  open: '#d8d3c8',
};
const [ink, faint] = ['#1d1c1a', '#57534c'];
const serif = 'Source Serif 4, Noto Serif CJK SC, Noto Serif SC, Songti SC, serif';
const sans = 'Inter, Noto Sans CJK SC, Noto Sans SC, PingFang SC, sans-serif';
const margin = 80;
const inner = cardSize.width - 2 * margin;

/** Sentences of the card, in the language of whoever asks. `score` is null where there is no score. */
export type CardWords = { kind: string; settled: string; score: string | null; interval: string | null };

const escaped = (text: string) =>
  // What XML 1.0 does not allow at all would spoil the whole picture.
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** How wide a text is in ems, roughly: what is written in squares is as wide as it is high, most else half of that. */
const widthOf = (text: string) =>
  [...text].reduce(
    (sum, character) => sum + (/[\p{Script=Han}\u3000-\u30ff\uff00-\uffef]/u.test(character) ? 1 : 0.54),
    0,
  );

/** Lines of at most `most` ems, broken between words or squares; what does not fit in `count` lines is cut. */
export function wrapTitle(title: string, most: number, count: number): string[] {
  const parts =
    title.match(/[\p{Script=Han}\u3000-\u30ff\uff00-\uffef]|[^\s\p{Script=Han}\u3000-\u30ff\uff00-\uffef]+\s*|\s+/gu) ??
    [];
  const lines: string[] = [''];
  for (const part of parts) {
    const line = lines.at(-1) ?? '';
    if (line && widthOf((line + part).trimEnd()) > most) lines.push(part);
    else lines[lines.length - 1] = line + part;
  }
  const shown = lines.slice(0, count).map((line) => line.trim());
  const last = shown.at(-1) ?? '';
  const fits = [...last];
  while (widthOf(fits.join('')) > most - (lines.length > count ? 1 : 0)) fits.pop();
  if (shown.length > 0)
    shown[shown.length - 1] = fits.join('') + (lines.length > count || fits.length < [...last].length ? '…' : '');
  return shown;
}

/** The card as SVG. `canWrite` tells which texts the fonts at hand can show: others are left out, not shown as boxes. */
export function cardAsSvg(report: CardReport, words: CardWords, canWrite: (text: string) => boolean): string {
  const { tally, article, desk } = report;
  const write = (text: string, x: number, y: number, size: number, more = `fill="${ink}"`) =>
    canWrite(text) ? `<text x="${x}" y="${y}" font-size="${size}" ${more}>${escaped(text)}</text>` : '';
  const lines = wrapTitle(article.title, inner / 62, 3);
  let left = margin;
  const bars = standings
    .filter((standing) => tally.standings[standing] > 0)
    .map((standing) => {
      const width = (inner * tally.standings[standing]) / Math.max(1, tally.total);
      const bar = `<rect x="${left.toFixed(1)}" y="430" width="${Math.max(1, width - 3).toFixed(1)}" height="30" fill="${colours[standing]}"/>`;
      left += width;
      return bar;
    });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}">`,
    `<rect width="100%" height="100%" fill="#fbfaf7"/><rect width="100%" height="10" fill="${ink}"/>`,
    `<g font-family="${sans}">`,
    write(`${desk} · ${words.kind}`, margin, 92, 28, `fill="${faint}"`),
    '</g>',
    `<g font-family="${serif}" font-weight="600">`,
    ...lines.map((line, index) => write(line, margin, 176 + index * 78, 62)),
    '</g>',
    `<clipPath id="r"><rect x="${margin}" y="430" width="${inner}" height="30" rx="6"/></clipPath>`,
    `<g clip-path="url(#r)">${bars.join('')}</g>`,
    `<g font-family="${sans}">`,
    write(words.settled, margin, 540, 34),
    '</g>',
    words.score === null
      ? ''
      : `<g text-anchor="end"><g font-family="${serif}" font-weight="600">${write(words.score, margin + inner, 560, 96)}</g>` +
        `<g font-family="${sans}">${write(words.interval ?? '', margin + inner, 598, 24, `fill="${faint}"`)}</g></g>`,
    '</svg>',
  ].join('');
}
