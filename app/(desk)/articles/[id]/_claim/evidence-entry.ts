/** What is typed into the form for evidence, and what is made of it. Pure; no React. */

import type { EvidenceInput } from '#lib/domain/claims/claim-input';
import type { SourceView } from '#lib/domain/claims/claim-view';
import type { SourceKind, Stance } from '#lib/domain/claims/source';
import type { Verdict } from '#lib/domain/claims/standing';

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
};

/** The form before anything is typed. A verdict that speaks against the claim waits for a source that does. */
export function blankEntry(pending: Verdict | null): EvidenceEntry {
  return {
    stance: pending === 'false' || pending === 'disputed' ? 'refutes' : 'supports',
    title: '',
    url: '',
    publisher: '',
    published: '',
    kind: 'secondary',
    origin: '',
    known: null,
    excerpt: '',
    locator: '',
    figure: '',
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
