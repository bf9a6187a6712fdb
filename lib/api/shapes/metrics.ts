/** Metrics of the ledger as the API shows them. */
import { z } from 'zod';
import { metricStandings } from '#lib/domain/ledger/ledger';
import { count, Figure, line, moment, names, pageOf, reads } from './fields';

const ReadFigure = z.object({ figure: Figure, reads });

export const Metric = z.object({
  id: z.string(),
  subject: z.string(),
  measure: z.string(),
  scope: line,
  titles: names,
  aliases: z.array(z.string()),
  standing: z.enum(metricStandings),
  observations: count,
  articles: count,
  sources: count.describe('Independent ones: reposts of one origin count once.'),
  spread: z.number().nullable().describe('Highest by lowest value in circulation.'),
  latest: ReadFigure.extend({ from: z.enum(['claim', 'source']) }).nullable(),
  settled: ReadFigure.nullable(),
  heldBack: z
    .boolean()
    .describe('A blind first pass keeps some findings from the token’s person; the rest of this leaves them out.'),
  changedAt: moment.describe('The moment of the last line of its history.'),
  updatedAt: moment.describe('When anything about it last changed.'),
});

export const MetricPage = pageOf(Metric);
