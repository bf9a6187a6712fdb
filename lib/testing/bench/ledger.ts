/** A ledger of 50,000 observations on 5,000 metrics, written straight into a bench desk's database. */
import type { BenchDesk } from './desk';

export const metricCount = 5_000;
/** Half of them claims, half what a source says beside the claim. */
const observationCount = 50_000;
/** SQLite binds so many values to a statement. */
const batch = 1_000;

const measures = ['headcount', 'revenue', 'CPM', 'training cost', 'users'];

export async function fillLedger({ db, adminId }: BenchDesk): Promise<void> {
  const now = new Date();
  const id = (kind: string, at: number) => `${kind}-${String(at).padStart(6, '0')}`;
  async function write<Row>(rows: Row[], create: (data: Row[]) => Promise<unknown>): Promise<void> {
    for (let at = 0; at < rows.length; at += batch) await create(rows.slice(at, at + batch));
  }
  const metrics = Array.from({ length: metricCount }, (_, at) => {
    const [subject, measure] = [`Company ${at % 1_000}`, measures[Math.floor(at / 1_000)] ?? 'users'];
    return {
      ...{ id: id('metric', at), subject, measure, nameKey: id('key', at) },
      searchText: `${subject} ${measure}`.toLowerCase(),
      standing: (['open', 'disputed', 'settled'] as const)[at % 3] ?? 'open',
      ...{ observations: 10, articles: 5, sources: 3, spread: 1 + (at % 50) / 10 },
      latest: { low: 375, high: 375, unit: 'person', per: null, qualifier: 'exact', asOf: null, from: 'claim' },
      changedAt: new Date(now.getTime() - at * 60_000),
    };
  });
  await write(metrics, (data) => db.metric.createMany({ data }));
  const claimCount = observationCount / 2;
  const articleId = 'bench-article';
  await db.article.create({
    data: { id: articleId, title: 'Bench', language: 'en', createdById: adminId, lastClaimNumber: claimCount },
  });
  await db.revision.create({
    data: { id: 'bench-revision', articleId, number: 1, intake: 'paste', createdById: adminId, readBy: 1_000_000 },
  });
  const text = 'The firm has 375 employees.';
  await db.paragraph.create({
    data: { id: 'bench-paragraph', revisionId: 'bench-revision', position: 0, kind: 'body', text },
  });
  await db.source.create({ data: { id: 'bench-source', title: 'Filing', kind: 'primary', createdById: adminId } });
  const claims = Array.from({ length: claimCount }, (_, at) => ({
    ...{ id: id('claim', at), articleId, number: at + 1, paragraphId: 'bench-paragraph', start: 13, end: 26 },
    ...{ exact: '375 employees', prefix: '', suffix: '', kind: 'figure', createdById: adminId },
    metricId: id('metric', at % metricCount),
  }));
  await write(claims, (data) => db.claim.createMany({ data }));
  const evidence = claims.map((claim, at) => ({
    ...{ id: id('evidence', at), claimId: claim.id, sourceId: 'bench-source', stance: 'supports', addedById: adminId },
  }));
  await write(evidence, (data) => db.evidence.createMany({ data }));
  const reading = { raw: '375', low: 375, high: 375, unit: 'employee' };
  await write(
    claims.flatMap((claim, at) => [
      { id: id('figure', at), claimId: claim.id, ...reading },
      { id: id('given', at), evidenceId: id('evidence', at), ...reading },
    ]),
    (data) => db.figure.createMany({ data }),
  );
}
