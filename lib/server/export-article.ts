/** Exports of an article and of the ledger as files, for the desk's pages and the API. */
import 'server-only';
import { packetContents } from '#lib/data/exchange/packet-contents';
import { wholeArticle } from '#lib/data/exchange/whole-article';
import { ledgerRows } from '#lib/data/ledger/ledger';
import { deskSettings } from '#lib/data/report/desk';
import { publicReport } from '#lib/data/report/reports';
import { type ClaimFilter, isExported, type ListFormat, presetOf, takesFilter } from '#lib/domain/exchange/claim-list';
import type { Actor } from '#lib/domain/people/permission';
import { accept, type Result } from '#lib/domain/refusal';
import type { ArticleWithClaims } from '#lib/domain/review/review';
import type { ExportWords } from '#lib/export/export-words';
import { type ExportSetting, forms } from '#lib/export/formats';
import { type LedgerFormat, ledgerCsv, ledgerJson, ledgerTypes } from '#lib/export/ledger/ledger';
import type { OnClaim } from '#lib/export/listed-claims';
import { database } from './database';
import { packetLimit } from './env';
import { etagOf, etagOfPieces } from './http/etag';

/** A file before it is written. `count`: how many claims it holds. `version` changes with what is in it, apart from its date. */
export type ExportFile = {
  name: string;
  type: string;
  count: number;
  version: string;
  write: (onClaim?: OnClaim) => AsyncGenerator<string | Uint8Array>;
};

/** `withConfidential`: a packet takes the confidential files along that the viewer sees. */
type Asking = { viewer: Actor; words: ExportWords; desk: string; withConfidential?: boolean };

/**
 * What a format needs besides the article: who publishes, what is published, the article's past for its own file, and what a
 * packet holds. Refused as `packetContents`.
 */
export async function exportSetting(
  view: ArticleWithClaims,
  format: ListFormat,
  { viewer, words, desk, withConfidential = false }: Asking,
): Promise<Result<ExportSetting>> {
  const db = database();
  const packet =
    format === 'packet'
      ? await packetContents(db, view, viewer, { withConfidential, most: packetLimit() })
      : accept(null);
  if (!packet.ok) return packet;
  const [publisher, published] = await Promise.all([
    deskSettings(db),
    format === 'claim-review' ? publicReport(db, view.article.id) : null,
  ]);
  const whole = async () => {
    const read = await wholeArticle(db, view, viewer);
    if (!read) throw new Error('The article was taken off the desk while it was exported');
    return read;
  };
  return accept({ words, publisher, published, packet: packet.value, desk, now: new Date(), whole });
}

/** An article's claims as a file. `view` is what the viewer sees of them, so that a blind first pass holds in files too. */
export function exportFile(
  view: ArticleWithClaims,
  filter: ClaimFilter,
  format: ListFormat,
  setting: ExportSetting,
): ExportFile {
  const { type, ending, write } = forms[format];
  const { title } = view.article;
  const name = takesFilter(format) ? `${title} claims ${presetOf(filter) ?? 'chosen'}` : title;
  const { publisher, published, desk, words, packet } = setting;
  return {
    name: `${name}.${ending}`,
    type,
    count: view.claims.filter((claim) => isExported(claim, filter, format)).length,
    // The number of the article's last change stands for what the view leaves out.
    version: etagOf(JSON.stringify([view, filter, format, publisher, published, desk, words.language, packet])),
    write: (onClaim) => write({ view, filter, ...setting, onClaim }),
  };
}

/** The whole ledger as a file, as a viewer sees it. */
export function ledgerFile(
  format: LedgerFormat,
  viewer: Pick<Actor, 'id' | 'role'>,
): Omit<ExportFile, 'version' | 'count'> {
  return {
    name: `figures.${format}`,
    type: ledgerTypes[format],
    write: () => ledgerPieces(format, viewer, new Date()),
  };
}

const ledgerPieces = (format: LedgerFormat, viewer: Pick<Actor, 'id' | 'role'>, now: Date) => {
  const entries = ledgerRows(database(), viewer);
  return format === 'csv' ? ledgerCsv(entries) : ledgerJson(entries, now);
};

/** What changes with what is in the ledger's file, apart from its date: the file is made once for it, and kept nowhere. */
export async function ledgerVersion(format: LedgerFormat, viewer: Pick<Actor, 'id' | 'role'>): Promise<string> {
  return etagOfPieces(ledgerPieces(format, viewer, new Date(0)));
}
