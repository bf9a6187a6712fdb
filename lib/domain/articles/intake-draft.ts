import type { ArticleDraft } from './article';
import type { Duplicate } from './near-duplicate';

/** What was read of an article that comes in. `snapshotId` names the original that was kept, where there is one. */
export type IntakeDraft = { draft: ArticleDraft; snapshotId: string | null; duplicates: Duplicate[] };
