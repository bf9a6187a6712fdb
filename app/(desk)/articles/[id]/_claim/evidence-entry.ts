/** What is typed into the form for evidence, and what is made of it. Pure; no React. */

import type { EvidenceInput } from '#lib/domain/claims/claim-input';
import type { SourceView } from '#lib/domain/claims/claim-view';
import type { SourceKind, Stance } from '#lib/domain/claims/source';
import type { Verdict } from '#lib/domain/claims/standing';
import { tidyFileName } from '#lib/domain/files/source-file';

/** What is typed so far. `known` is a source that the desk has; the fields above it are for a new one. */
export type EvidenceEntry = {
  stance: Stance;
  title: string;
  url: string;
  publisher: string;
  published: string;
  kind: SourceKind;
  origin: string;
  known: SourceView | null;
  excerpt: string;
  locator: string;
  figure: string;
  /** Who sees the file that comes with it, besides whoever adds it; null for all. */
  readers: string[] | null;
};

/** Documents, pictures and recordings are as a rule what others report on; a saved page and a text may be anything. */
const kindOfFile = (mediaType: string): SourceKind =>
  /^(image|audio|video)\/|^message\/rfc822$|^application\/pdf$|spreadsheetml/.test(mediaType) ? 'primary' : 'secondary';

/** What a file is called, without its ending, as a title. */
const titleOfFile = (name: string): string =>
  tidyFileName(name)
    .replace(/\.[a-z][a-z\d]{0,11}$/i, '')
    .replaceAll('_', ' ')
    .trim();

/**
 * The form before anything is typed. A verdict that speaks against the claim waits for a source that does. A file gives a title
 * and a kind.
 */
export function blankEntry(pending: Verdict | null, file?: { name: string; type: string }): EvidenceEntry {
  return {
    stance: pending === 'false' || pending === 'disputed' ? 'refutes' : 'supports',
    title: file ? titleOfFile(file.name) : '',
    url: '',
    publisher: '',
    published: '',
    kind: file ? kindOfFile(file.type) : 'secondary',
    origin: '',
    known: null,
    excerpt: '',
    locator: '',
    figure: '',
    readers: null,
  };
}

/** A kept draft over a blank form. One that cannot be read counts as none. */
export function entryFrom(draft: string, blank: EvidenceEntry): EvidenceEntry {
  try {
    return { ...blank, ...JSON.parse(draft) };
  } catch {
    return blank;
  }
}

/** The fields that a page fills in: those that nobody has typed. */
export function filledFrom(
  entry: EvidenceEntry,
  page: { title: string | null; publisher: string | null; published: string | null },
): Pick<EvidenceEntry, 'title' | 'publisher' | 'published'> {
  return {
    title: entry.title || page.title || '',
    publisher: entry.publisher || page.publisher || '',
    published: entry.published || page.published || '',
  };
}

/** The evidence as the server takes it. `today` (ISO date) is when a new source was read. */
export function evidenceFrom(entry: EvidenceEntry, today: string): EvidenceInput {
  const { known, title, url, publisher, published, kind, origin, stance, excerpt, locator, figure } = entry;
  const source = known
    ? { id: known.id }
    : { title, url, publisher, published, accessed: today, kind, originId: origin };
  return { source, stance, excerpt, locator, figure };
}
