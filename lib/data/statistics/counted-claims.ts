/** Which claims the statistics count, as parts of statements in which "c" is the claim and "a" its article. */

import { isBlind } from '#lib/data/claims/blind';
import type { Engine } from '#lib/data/database/database';
import { Prisma } from '#lib/data/generated/sqlite/client';
import { livingClaims } from '#lib/data/search/claim-conditions';
import { canBeBlind, type Viewer } from '#lib/domain/review/blind';
import { addDays, type Day, startOfDay } from '#lib/domain/statistics/days';
import type { Period, Slot } from '#lib/domain/statistics/slots';
import type { ClaimKind } from '#lib/reading/claim-kinds';

const { sql, empty, join, raw } = Prisma;
type Sql = Prisma.Sql;

/** `outlets`: names as they are written in articles; null for those of all articles. `today` is a day in UTC, as due days are. */
export type Asked = {
  viewer: Viewer;
  kind: ClaimKind | null;
  outlets: string[] | null;
  period: Period;
  zone: string;
  today: Day;
};

/** The claims of the desk (`livingClaims`) of a kind and of some outlets. */
export const countedClaims = ({ kind, outlets }: Pick<Asked, 'kind' | 'outlets'>): Sql => sql`${livingClaims}
  ${kind ? sql`AND c."kind" = ${kind}` : empty}
  ${outlets ? sql`AND a."publisher" IN (${outlets.length > 0 ? join(outlets) : sql`NULL`})` : empty}`;

/** Of which nothing is hidden from the viewer. */
export const isSeen = (viewer: Viewer): Sql => (canBeBlind(viewer) ? sql`NOT ${isBlind(viewer)}` : sql`1 = 1`);

/** Whether a moment lies in a period. */
export const within = (moment: Sql, { period: { first, last }, zone }: Pick<Asked, 'period' | 'zone'>): Sql =>
  sql`${moment} >= ${startOfDay(first, zone)} AND ${moment} < ${startOfDay(addDays(last, 1), zone)}`;

/** Which of some slots, which follow each other, a moment of their period lies in: its place among them. */
export function slotAt(moment: Sql, slots: Slot[], zone: string): Sql {
  const later = slots.slice(1);
  if (later.length === 0) return sql`0`;
  const cases = later.map(({ first }, at) => sql`WHEN ${moment} < ${startOfDay(first, zone)} THEN ${raw(String(at))}`);
  return sql`CASE ${join(cases, ' ')} ELSE ${raw(String(later.length))} END`;
}

/** Whole seconds between two moments, as the engines count them. */
export const secondsBetween: Record<Engine, (from: string, to: string) => Sql> = {
  sqlite: (from, to) => sql`ROUND((julianday(${raw(to)}) - julianday(${raw(from)})) * 86400)`,
  postgresql: (from, to) => sql`ROUND(EXTRACT(EPOCH FROM ${raw(to)} - ${raw(from)}))::float8`,
};

/** Standings as they stand in a statement: words of the domain, none of a person's. */
export const namesOf = (standings: readonly string[]): Sql => raw(standings.map((name) => `'${name}'`).join(', '));
