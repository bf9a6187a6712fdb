/**
 * Carries a whole desk from one database into another, which is empty but for its tables. Nobody may write to either
 * meanwhile. The target is filled in one transaction and then read again: every table has the same rows, or nothing is kept.
 */
import { openDatabase } from '#lib/data/database/database';
import type { BrokenPlace } from '#lib/data/history/chain';
import { type BrokenDeskLine, verifyHistory } from '#lib/data/history/verify';
import type { BrokenRow } from '#lib/data/history/verify-rows';
import { hashOfContent } from '#lib/data/report/reports';
import type { ReportContent } from '#lib/domain/report/content';
import { openSource, openTarget, type Tables } from './ends';
import { Tally } from './rows';

/** The digests of a database's tables by name (rows.ts). */
export type Digests = Map<string, string>;

/** Copies every table; returns the digests of what was read. Throws where the tables differ, and keeps nothing then. */
export async function copyDesk(from: string, to: string): Promise<Digests> {
  const source = await openSource(from);
  const target = await openTarget(to).catch(async (error: unknown) => {
    await source.close();
    throw error;
  });
  try {
    const tables = await source.tables();
    compareTables(tables, await target.tables());
    const digests: Digests = new Map();
    for (const [table, columns] of tables) {
      const tally = new Tally();
      for await (const rows of source.rows(table, columns)) {
        await target.insert(table, columns, rows);
        for (const row of rows) tally.add(columns, row);
      }
      digests.set(table, tally.digest);
    }
    await target.keep();
    return digests;
  } finally {
    await target.close();
    await source.close();
  }
}

/** The digests of what a database holds. */
export async function digestsOf(address: string): Promise<Digests> {
  const source = await openSource(address);
  try {
    const digests: Digests = new Map();
    for (const [table, columns] of await source.tables()) {
      const tally = new Tally();
      for await (const rows of source.rows(table, columns)) for (const row of rows) tally.add(columns, row);
      digests.set(table, tally.digest);
    }
    return digests;
  } finally {
    await source.close();
  }
}

function compareTables(source: Tables, target: Tables): void {
  const shape = (tables: Tables) => JSON.stringify([...tables]);
  if (shape(source) !== shape(target)) throw new Error('The two databases have different tables');
}

export type Seals = {
  articles: number;
  lines: number;
  broken: BrokenPlace[];
  /** Rows that are not what the lines say, and lines of the desk's own chain that are not what was sealed. */
  brokenRows: BrokenRow[];
  brokenDeskLines: BrokenDeskLine[];
  reports: number;
  brokenReports: string[];
};

/** Whether the histories and the published reports of a database still are what was sealed. */
export async function checkSeals(address: string): Promise<Seals> {
  const db = openDatabase(address);
  try {
    const broken: BrokenPlace[] = [];
    const brokenRows: BrokenRow[] = [];
    const brokenDeskLines: BrokenDeskLine[] = [];
    const { articles, lines } = await verifyHistory(db, {
      place: (place) => broken.push(place),
      row: (row) => brokenRows.push(row),
      deskLine: (line) => brokenDeskLines.push(line),
    });
    const brokenReports: string[] = [];
    let reports = 0;
    for (let after = ''; ; ) {
      const page = await db.report.findMany({
        where: { id: { gt: after } },
        orderBy: { id: 'asc' },
        take: 50,
        select: { id: true, content: true, contentHash: true },
      });
      for (const { id, content, contentHash } of page) {
        reports += 1;
        // Written by publishing alone, as the content of a report.
        if (hashOfContent(content as unknown as ReportContent) !== contentHash) brokenReports.push(id);
      }
      const last = page.at(-1);
      if (!last) return { articles, lines, broken, brokenRows, brokenDeskLines, reports, brokenReports };
      after = last.id;
    }
  } finally {
    await db.$disconnect();
  }
}
