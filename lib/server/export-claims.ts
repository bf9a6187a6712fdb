/** The claims that a search finds as a file, for the desk's pages. */
import 'server-only';
import { deskSettings } from '#lib/data/report/desk';
import { claimsOfIds, everyClaimFound } from '#lib/data/search/every-claim';
import { claimsInPlace } from '#lib/data/search/reviewable-claims';
import type { FoundFormat } from '#lib/domain/exchange/found-formats';
import type { Actor } from '#lib/domain/people/permission';
import { type ClaimQuery, claimParameters } from '#lib/domain/search/claim-query';
import type { FoundClaim } from '#lib/domain/search/found-claim';
import type { ExportWords } from '#lib/export/export-words';
import { publicationsOf } from '#lib/export/formats';
import { foundClaims, foundTypes } from '#lib/export/search/found-claims';
import { database } from './database';

/**
 * The file of a search in all of its pages, or of claims that are named by their ids, as a viewer sees them. Nothing is read
 * before it is written.
 */
export function foundClaimsFile(
  format: FoundFormat,
  asked: ClaimQuery | string[],
  { viewer, words, desk }: { viewer: Pick<Actor, 'id' | 'role'>; words: ExportWords; desk: string },
): { name: string; type: string; write: () => AsyncGenerator<string | Uint8Array> } {
  const { type, ending } = foundTypes[format];
  const now = new Date();
  const query = Array.isArray(asked) ? { ids: asked.join(',') } : claimParameters({ ...asked, page: 1 });
  const read = () =>
    Array.isArray(asked)
      ? claimsOfIds(database(), asked, viewer)
      : everyClaimFound(database(), { ...asked, page: 1 }, viewer, now);
  return {
    name: `claims.${ending}`,
    type,
    write: async function* () {
      const db = database();
      const entry = await deskSettings(db);
      const inPlace = claimsInPlace(db, viewer);
      const reviewable = async (claims: FoundClaim[]) =>
        (await inPlace(claims)).map(({ published, ...one }) => ({
          ...one,
          publication: publicationsOf({ words, desk, publisher: entry, published, now })(one.claim),
        }));
      const publisher = { name: entry.name, url: desk };
      yield* foundClaims(format, read(), { query, words, desk, now, publisher, reviewable });
    },
  };
}
