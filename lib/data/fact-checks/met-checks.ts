/** What others have checked that a claim repeats: found and compared as the desk's own claims are (lib/data/search/met-before). */
import { engineIn, type Queryable } from '#lib/data/database/database';
import { Prisma } from '#lib/data/generated/sqlite/client';
import { behindBest, bestByTokens, soughtBy, type WeighedToken } from '#lib/data/search/by-tokens';
import { type AskedPlace, compareWords, passageAt, rareness } from '#lib/data/search/met-before';
import { tokenCounts } from '#lib/data/search/token-rarity';
import type { MetCheck } from '#lib/domain/fact-checks/found-check';
import { relate, sure } from '#lib/domain/matching/relate';
import { readPassage } from '#lib/domain/search/claim-document';
import { mostMet } from '#lib/domain/search/met-before';
import { foundChecks, shownChecks } from './checks';

const { sql } = Prisma;

/** The checks that ask about the same fact as a place, best first; null where the place is none. */
export async function metChecks(db: Queryable, place: AskedPlace): Promise<MetCheck[] | null> {
  const passage = await passageAt(db, place);
  if (!passage) return null;
  const query = readPassage(passage, place.kind);
  const counts = await tokenCounts(db, Date.now(), 'factCheckSearch');
  const met = [];
  for (const { id, claim, behind } of await candidates(db, soughtBy(query, counts))) {
    const checked = readPassage({ text: claim, start: 0, end: claim.length }, 'fact');
    const relating = relate(query, checked, (token) => rareness(counts, token), behind);
    if (relating.score >= sure && relating.relation !== 'other') met.push({ id, claim, relating });
  }
  const best = met.sort((a, b) => b.relating.score - a.relating.score).slice(0, mostMet);
  const checks = await foundChecks(
    db,
    best.map(({ id }) => id),
  );
  return checks.flatMap((check) => {
    const one = best.find(({ id }) => id === check.id);
    if (!one) return [];
    const { relation } = one.relating;
    return [{ ...check, relation, ...compareWords(one.relating, passage.text, one.claim) }];
  });
}

/** Checks that share rare tokens with a claim: the best of either language. */
async function candidates(db: Queryable, tokens: WeighedToken[]) {
  if (tokens.length === 0) return [];
  const best = bestByTokens(engineIn(db), tokens, {
    table: sql`"FactCheckSearch"`,
    index: 'FactCheckSearchIndex',
    beside: sql`JOIN "FactCheck" k ON k."id" = s."checkId"`,
    where: shownChecks,
  });
  const rows = await db.$queryRaw<{ id: string; claim: string; isChinese: boolean | number; score: number }[]>`
    SELECT k."id" AS "id", k."claim", s."isChinese", b."score" FROM ${best} b
    JOIN "FactCheckSearch" s ON s."id" = b."id" JOIN "FactCheck" k ON k."id" = s."checkId"
    ORDER BY b."score" DESC, s."id"`;
  return behindBest(rows);
}
