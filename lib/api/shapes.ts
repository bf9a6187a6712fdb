/**
 * What the API answers: a schema for each shape, and how a view becomes one. The OpenAPI document is made from these
 * schemas and every answer is parsed by its schema, so nothing undocumented is sent.
 */
import { Article, ArticleMade, ArticlePage, ArticleSummary } from './shapes/articles';
import { Claim, ClaimBatchResults, ClaimPage, Evidence, FoundClaimPage } from './shapes/claims';
import { Comment, Thread, ThreadPage } from './shapes/comments';
import { ExportForms } from './shapes/exports';
import { Metric, MetricPage } from './shapes/metrics';
import { Problem } from './shapes/problem';
import { Revision, RevisionList, RevisionMade } from './shapes/revisions';
import { SourceListed, SourcePage } from './shapes/sources';
import { Suggestion, SuggestionList, SuggestionsDecided } from './shapes/suggestions';
import { AssigneeList, PersonList } from './shapes/work';

/** The shapes by their names in the OpenAPI document. */
export const shapes = {
  Problem,
  ArticlePage,
  ArticleSummary,
  Article,
  ArticleMade,
  ClaimPage,
  FoundClaimPage,
  Claim,
  ClaimBatchResults,
  Evidence,
  Comment,
  Thread,
  ThreadPage,
  MetricPage,
  Metric,
  SourcePage,
  SourceListed,
  PersonList,
  AssigneeList,
  RevisionList,
  Revision,
  RevisionMade,
  SuggestionList,
  Suggestion,
  SuggestionsDecided,
  ExportForms,
};
