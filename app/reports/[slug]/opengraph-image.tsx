import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { getFormatter, getTranslations } from 'next-intl/server';
import { chooseLocale } from '../../i18n/locale';
import { type CardWords, cardSize, drawCard } from '../card-drawing';
import { readPublished } from '../published';

export const size = cardSize;
export const contentType = 'image/png';

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

/** The card of a published report; one that was withdrawn, or is not there, has none. */
export default async function Card({ params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const report = await readPublished((await params).slug);
  if (!report?.content) return new Response(null, { status: 404 });
  // In the article's language: whoever draws a card for a link asks for none.
  const locale = chooseLocale(report.content.article.language, null);
  const [t, format] = await Promise.all([
    getTranslations({ locale, namespace: 'publish.page' }),
    getFormatter({ locale }),
  ]);
  const { tally, score } = report.content;
  const { result } = score;
  const words: CardWords = {
    kind: t('report', { number: report.number }),
    settled: t('cardSettled', { settled: tally.settled, total: tally.total }),
    ...(result.state === 'scored'
      ? {
          score: format.number(Math.round(result.score)),
          interval: t('cardScore', { low: Math.round(result.low), high: Math.round(result.high) }),
        }
      : { score: null, interval: null }),
  };
  const picture = new Resvg(drawCard(report.content, words, canWrite), options).render().asPng();
  return new Response(new Uint8Array(picture), {
    headers: { 'Content-Type': contentType, 'Cache-Control': 'public, max-age=300' },
  });
}
