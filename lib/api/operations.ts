/**
 * The operations of the API: path, scope, parameters, body and answer. Routes run them and the OpenAPI document is
 * generated from them, so the two cannot differ.
 */
import { articleOperations } from './operations/articles';
import { claimOperations } from './operations/claims';
import { commentOperations } from './operations/comments';
import { findingOperations } from './operations/findings';
import { metricOperations } from './operations/metrics';
import { sourceOperations } from './operations/sources';
import { workOperations } from './operations/work';

export const operations = {
  ...articleOperations,
  ...claimOperations,
  ...findingOperations,
  ...commentOperations,
  ...workOperations,
  ...metricOperations,
  ...sourceOperations,
} as const;
