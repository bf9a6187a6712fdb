/** A source as it is shown: what is read of it, and as which one it stands. */
import type { SourceView } from '#lib/domain/claims/claim-view';
import type { SourceKind } from '#lib/domain/claims/source';

const ownFacts = {
  id: true,
  title: true,
  publisher: true,
  url: true,
  published: true,
  accessed: true,
  kind: true,
  note: true,
  originId: true,
  retiredAt: true,
  retiredNote: true,
} as const;

/** A source alone, and the id of the one that it was merged into. */
export const ownSource = { select: { ...ownFacts, mergedIntoId: true } } as const;

/** A source, with the one that it was merged into. */
export const sourceWithOrigin = { select: { ...ownFacts, mergedInto: { select: ownFacts } } } as const;

type OwnRow = Omit<SourceView, 'kind' | 'retired'> & {
  kind: string;
  retiredAt: Date | null;
  retiredNote: string | null;
};

/** The source as which a row is shown. */
export function sourceView(row: OwnRow & { mergedInto?: OwnRow | null }): SourceView {
  const { id, title, publisher, url, published, accessed, note, ...more } = row.mergedInto ?? row;
  return {
    id,
    title,
    publisher,
    url,
    published,
    accessed,
    // kind is written from SourceFacts alone.
    kind: more.kind as SourceKind,
    note,
    originId: more.originId,
    retired: more.retiredAt && { at: more.retiredAt.toISOString(), note: more.retiredNote ?? '' },
  };
}
