/** The card of a report as a picture. */
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { type CardReport, type CardWords, cardAsSvg } from './report-card';

const options: ResvgRenderOptions = { font: { loadSystemFonts: true } };

/** Whether the machine has a font for Chinese: without one, every character is the same empty box. */
let hasHan: boolean | undefined;
function canWrite(text: string): boolean {
  if (!/\p{Script=Han}/u.test(text)) return true;
  hasHan ??= pixelsOf('核').compare(pixelsOf('查')) !== 0;
  return hasHan;
}

function pixelsOf(text: string): Buffer {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text y="32" font-size="32">${text}</text></svg>`;
  return new Resvg(svg, options).render().pixels;
}

/** Draws the card as a PNG with the fonts of the machine, which takes some 150 ms. */
export function drawReportCard({ report, words }: { report: CardReport; words: CardWords }): Uint8Array {
  return new Resvg(cardAsSvg(report, words, canWrite), options).render().asPng();
}
