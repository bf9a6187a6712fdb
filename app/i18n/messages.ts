/** Every sentence of the interface, by area and language. A test keeps the languages equal. */

import enAccess from './en/access.json';
import enApi from './en/api.json';
import enClaims from './en/claims.json';
import enDiscussion from './en/discussion.json';
import enExport from './en/export.json';
import enExportedFile from './en/exported-file.json';
import enFactChecks from './en/fact-checks.json';
import enFigures from './en/figures.json';
import enHistory from './en/history.json';
import enIntake from './en/intake.json';
import enLive from './en/live.json';
import enMeasure from './en/measure.json';
import enPeople from './en/people.json';
import enPublish from './en/publish.json';
import enRefusal from './en/refusal.json';
import enReport from './en/report.json';
import enReview from './en/review.json';
import enRevisions from './en/revisions.json';
import enShell from './en/shell.json';
import enSources from './en/sources.json';
import enStatistics from './en/statistics.json';
import enWords from './en/words.json';
import enWork from './en/work.json';
import type { Locale } from './locale';
import zhAccess from './zh/access.json';
import zhApi from './zh/api.json';
import zhClaims from './zh/claims.json';
import zhDiscussion from './zh/discussion.json';
import zhExport from './zh/export.json';
import zhExportedFile from './zh/exported-file.json';
import zhFactChecks from './zh/fact-checks.json';
import zhFigures from './zh/figures.json';
import zhHistory from './zh/history.json';
import zhIntake from './zh/intake.json';
import zhLive from './zh/live.json';
import zhMeasure from './zh/measure.json';
import zhPeople from './zh/people.json';
import zhPublish from './zh/publish.json';
import zhRefusal from './zh/refusal.json';
import zhReport from './zh/report.json';
import zhReview from './zh/review.json';
import zhRevisions from './zh/revisions.json';
import zhShell from './zh/shell.json';
import zhSources from './zh/sources.json';
import zhStatistics from './zh/statistics.json';
import zhWords from './zh/words.json';
import zhWork from './zh/work.json';

const english = {
  shell: enShell,
  words: enWords,
  refusal: enRefusal,
  people: enPeople,
  access: enAccess,
  intake: enIntake,
  sources: enSources,
  factChecks: enFactChecks,
  review: enReview,
  revisions: enRevisions,
  live: enLive,
  report: enReport,
  work: enWork,
  history: enHistory,
  discussion: enDiscussion,
  measure: enMeasure,
  figures: enFigures,
  publish: enPublish,
  export: enExport,
  exportedFile: enExportedFile,
  api: enApi,
  claims: enClaims,
  statistics: enStatistics,
};
export type Messages = typeof english;

const chinese: Messages = {
  shell: zhShell,
  words: zhWords,
  refusal: zhRefusal,
  people: zhPeople,
  access: zhAccess,
  intake: zhIntake,
  sources: zhSources,
  factChecks: zhFactChecks,
  review: zhReview,
  revisions: zhRevisions,
  live: zhLive,
  report: zhReport,
  work: zhWork,
  history: zhHistory,
  discussion: zhDiscussion,
  measure: zhMeasure,
  figures: zhFigures,
  publish: zhPublish,
  export: zhExport,
  exportedFile: zhExportedFile,
  api: zhApi,
  claims: zhClaims,
  statistics: zhStatistics,
};

export function messagesOf(locale: Locale): Messages {
  return locale === 'zh' ? chinese : english;
}
