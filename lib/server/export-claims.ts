/** The claims that a search finds as a file, for the desk's pages. */
import 'server-only';
import { everyClaimFound } from '#lib/data/search/every-claim';
import type { Actor } from '#lib/domain/people/permission';
import { type ClaimQuery, claimParameters } from '#lib/domain/search/claim-query';
import type { ExportWords } from '#lib/export/export-words';
import { type FoundFormat, foundClaims, foundTypes } from '#lib/export/search/found-claims';
import { database } from './database';

/** The file of a search in all of its pages, as a viewer sees it. Nothing is read before it is written. */
export function foundClaimsFile(
  format: FoundFormat,
  query: ClaimQuery,
  { viewer, words, desk }: { viewer: Pick<Actor, 'id' | 'role'>; words: ExportWords; desk: string },
): { name: string; type: string; write: () => AsyncGenerator<string | Uint8Array> } {
  const { type, ending } = foundTypes[format];
  const now = new Date();
  const whole = { ...query, page: 1 };
  const setting = { query: claimParameters(whole), words, desk, now };
  return {
    name: `claims.${ending}`,
    type,
    write: () => foundClaims(format, everyClaimFound(database(), whole, viewer, now), setting),
  };
}
