import { getFormatter, getTranslations } from 'next-intl/server';
import type { CardWords } from '#lib/export/report-card';
import { refusalResponse } from '#lib/server/http/refusal-response';
import { reportCard } from '#lib/server/report-card';
import { chooseLocale } from '../../../i18n/locale';
import { readPublished } from '../../published';

/** The card of a published report; one that was withdrawn has none any more (410), one that is not there none (404). */
export async function GET(_: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const report = await readPublished((await params).slug);
  if (!report?.content) return new Response(null, { status: report ? 410 : 404 });
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
  const card = await reportCard(report.contentHash, report.content, words);
  if (!card.ok) return refusalResponse(card);
  // Whoever has it asks again each time: it may have been withdrawn.
  return new Response(card.value, { headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, no-cache' } });
}
