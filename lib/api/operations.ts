/**
 * The operations of the API: path, scope, parameters, body and answer. Routes run them and the OpenAPI document is
 * generated from them, so the two cannot differ.
 */
import { articleOperations } from './operations/articles';
import { claimOperations } from './operations/claims';
import { commentOperations } from './operations/comments';
import { exportOperations } from './operations/exports';
import { findingOperations } from './operations/findings';
import { metricOperations } from './operations/metrics';
import { revisionOperations } from './operations/revisions';
import { sourceOperations } from './operations/sources';
import { suggestionOperations } from './operations/suggestions';
import { workOperations } from './operations/work';

export const operations = {
  ...articleOperations,
  ...claimOperations,
  ...findingOperations,
  ...commentOperations,
  ...workOperations,
  ...metricOperations,
  ...sourceOperations,
  ...revisionOperations,
  ...suggestionOperations,
  ...exportOperations,
} as const;
