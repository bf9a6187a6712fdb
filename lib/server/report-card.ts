/** Cards of published reports, drawn apart and kept in memory for as long as others are not asked for more recently. */
import 'server-only';
import { accept, type Result } from '#lib/domain/refusal';
import type { CardReport, CardWords } from '#lib/export/report-card';
import { runApart } from '#lib/server/run-apart';

/** Some 60 kB each. */
const mostKept = 100;
const kept = new Map<string, Uint8Array<ArrayBuffer>>();

/**
 * The card of a report as PNG. `hash`: of the report's content. The caller has just read the report, so that one that was
 * withdrawn meanwhile has no card. Refusals: those of `runApart`.
 */
export async function reportCard(
  hash: string,
  report: CardReport,
  words: CardWords,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const key = JSON.stringify([hash, words]);
  const known = kept.get(key);
  if (known) {
    // What is asked for again becomes the youngest.
    kept.delete(key);
    kept.set(key, known);
    return accept(known);
  }
  const { desk, article, tally } = report;
  const { standings, total } = tally;
  const onCard = { desk, article: { title: article.title }, tally: { standings, total } };
  const drawn = await runApart('draw-card', { report: onCard, words });
  if (!drawn.ok) return drawn;
  const picture = new Uint8Array(drawn.value);
  kept.set(key, picture);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return accept(picture);
}
