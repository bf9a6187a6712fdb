/**
 * Published reports: frozen, numbered, hashed. What was published is never changed; a report can be withdrawn, and a later
 * one says what is other in it. Reading one asks for its link and nothing else.
 */
import { createHash } from 'node:crypto';
import { articleWithClaims } from '#lib/data/articles/article-with-claims';
import { type Database, isUniqueViolation, type Queryable } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { newSecret } from '#lib/data/database/secret';
import type { Prisma } from '#lib/data/generated/sqlite/client';
import { canonicalJson } from '#lib/data/history/canonical-json';
import { inTransaction, lockArticle, type Writer } from '#lib/data/history/change-log';
import type { Actor } from '#lib/domain/people/permission';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { reportChanges } from '#lib/domain/report/changes';
import { type ReportContent, reportContent } from '#lib/domain/report/content';
import type { PublicReport, PublishedReport, ReportSummary } from '#lib/domain/report/published-report';
import type { Publication } from '#lib/domain/report/publishing-input';
import { deskSettings } from './desk';

type Publisher = Pick<Actor, 'id' | 'role'>;

/**
 * Publishes an article's report as it stands. Refused where the article has changed since the person looked, where the
 * link is taken, and where nothing is there to report.
 */
export async function publishReport(
  writer: Writer,
  { articleId, seq, slug, withNames, withText }: Publication,
  publisher: Publisher,
): Promise<Result<ReportSummary>> {
  const [view, desk] = await Promise.all([articleWithClaims(writer.db, articleId, publisher), deskSettings(writer.db)]);
  if (!view) return refuse('not-found');
  const draft = reportContent(view, { desk: desk.name, scale: desk.scale, withNames, withText });
  if (draft.coverage === null) return refuse('nothing-to-report');
  const taken = refuse('slug-taken', { field: 'slug' });
  const publishing = inTransaction<ReportSummary>(writer, async (tx) => {
    const locked = await lockArticle(tx, writer, articleId);
    if (!locked.ok) return locked;
    const { log } = locked.value;
    // Locked now: its number is the one seen, raised by the lock, or somebody was faster.
    const { lastSeq } = await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: { lastSeq: true } });
    if (lastSeq !== seq + 1 || view.article.seq !== seq) return refuse('article-moved-on');
    if (slug && (await tx.report.count({ where: { slug } }))) return taken;
    const last = await tx.report.findFirst({ where: { articleId }, orderBy: { number: 'desc' } });
    const number = (last?.number ?? 0) + 1;
    const changes = last && reportChanges(readContent(last.content), draft);
    const content: ReportContent = { ...draft, number, changes };
    const row = await tx.report.create({
      data: {
        ...{ id: newId(), articleId, number, slug: slug ?? newSecret(), listed: slug !== null },
        ...{ content: content as unknown as Prisma.InputJsonValue, contentHash: hashOfContent(content) },
        ...{ publishedAt: writer.now, publishedById: publisher.id },
      },
      include: { publishedBy: { select: { name: true } } },
    });
    await log({ verb: 'report-published', after: { report: number, hash: row.contentHash } });
    return accept(summaryOf(row));
  });
  return publishing.catch((error) => {
    if (isUniqueViolation(error)) return taken;
    throw error;
  });
}

/** Takes a report off the web for good: its link tells the notice instead. */
export async function withdrawReport(
  writer: Writer,
  { reportId, notice }: { reportId: string; notice: string },
): Promise<Result<ReportSummary>> {
  const found = await writer.db.report.findUnique({ where: { id: reportId }, select: { articleId: true } });
  if (!found) return refuse('not-found');
  return inTransaction(writer, async (tx) => {
    const locked = await lockArticle(tx, writer, found.articleId);
    if (!locked.ok) return locked;
    const { log } = locked.value;
    const { count } = await tx.report.updateMany({
      where: { id: reportId, withdrawnAt: null },
      data: { withdrawnAt: writer.now, notice },
    });
    if (count === 0) return refuse('already-withdrawn');
    const row = await tx.report.findUniqueOrThrow({
      where: { id: reportId },
      include: { publishedBy: { select: { name: true } } },
    });
    await log({ verb: 'report-withdrawn', after: { report: row.number, note: notice } });
    return accept(summaryOf(row));
  });
}

/** An article's published reports, the newest first. */
export async function listReports(db: Queryable, articleId: string): Promise<ReportSummary[]> {
  const rows = await db.report.findMany({
    where: { articleId },
    omit: { content: true },
    include: { publishedBy: { select: { name: true } } },
    orderBy: { number: 'desc' },
  });
  return rows.map(summaryOf);
}

/** What is other in a draft than in the last report that was published; null where none was. */
export async function changesSinceLast(db: Queryable, articleId: string, draft: ReportContent) {
  const last = await db.report.findFirst({ where: { articleId }, orderBy: { number: 'desc' } });
  return last && reportChanges(readContent(last.content), draft);
}

/** The report behind a link, for everybody; null where there is none. It stays though its article is taken off the desk. */
export async function publishedReport(db: Database, slug: string): Promise<PublishedReport | null> {
  const row = await db.report.findUnique({
    where: { slug },
    include: { publishedBy: { select: { name: true } } },
  });
  if (!row) return null;
  const newer = await db.report.findFirst({
    where: { articleId: row.articleId, number: { gt: row.number }, withdrawnAt: null },
    orderBy: { number: 'desc' },
    select: { number: true, slug: true },
  });
  const content = readContent(row.content);
  const { title, language } = content.article;
  return { ...summaryOf(row), content: row.withdrawnAt ? null : content, title, language, newer };
}

/** Whether the report behind a link was withdrawn. */
export async function isWithdrawn(db: Queryable, slug: string): Promise<boolean> {
  return (await db.report.count({ where: { slug, withdrawnAt: { not: null } } })) > 0;
}

/** The newest report of an article that anybody can find: under a name, not behind a secret link, and not withdrawn. */
export async function publicReport(db: Queryable, articleId: string): Promise<PublicReport | null> {
  const row = await db.report.findFirst({
    where: { articleId, listed: true, withdrawnAt: null },
    orderBy: { number: 'desc' },
    select: { slug: true, content: true },
  });
  return row && { slug: row.slug, claims: readContent(row.content).claims };
}

/** A report that anybody can find, without its content. */
export type ListedReport = { id: string; slug: string; publishedAt: Date; contentHash: string };

/** The newest report of each article that anybody can find, the last published first; at most `limit`. */
export async function listedReports(db: Queryable, limit: number): Promise<ListedReport[]> {
  const rows = await db.report.findMany({
    where: { listed: true, withdrawnAt: null },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    // Most articles have one or two.
    take: 4 * limit,
    select: { id: true, articleId: true, number: true, slug: true, publishedAt: true, contentHash: true },
  });
  const newest = new Map<string, number>();
  for (const { articleId, number } of rows) newest.set(articleId, Math.max(newest.get(articleId) ?? 0, number));
  return rows.filter(({ articleId, number }) => newest.get(articleId) === number).slice(0, limit);
}

/** The content of a report that was listed; null once it is withdrawn. */
export async function contentOfListed(db: Queryable, id: string): Promise<ReportContent | null> {
  const row = await db.report.findFirst({ where: { id, listed: true, withdrawnAt: null }, select: { content: true } });
  return row && readContent(row.content);
}

/** SHA-256 over the canonical JSON of a report (RFC 8785), in hexadecimal: whoever has the one can check the other. */
export function hashOfContent(content: ReportContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** Written by `publishReport` alone. */
const readContent = (stored: Prisma.JsonValue): ReportContent => stored as unknown as ReportContent;

type Row = Omit<ReportSummary, 'publishedAt' | 'withdrawnAt' | 'publishedBy'> & {
  publishedAt: Date;
  withdrawnAt: Date | null;
  publishedBy: { name: string };
};

function summaryOf(row: Row): ReportSummary {
  const { id, number, slug, listed, contentHash, notice } = row;
  return {
    ...{ id, number, slug, listed, contentHash, notice },
    publishedAt: row.publishedAt.toISOString(),
    publishedBy: row.publishedBy.name,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  };
}
