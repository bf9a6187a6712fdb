import type { ArticleDraft } from './article';
import type { Duplicate } from './near-duplicate';

/** An incoming article as it was read. `snapshotId`: the stored original, if there is one. */
export type IntakeDraft = { draft: ArticleDraft; snapshotId: string | null; duplicates: Duplicate[] };
