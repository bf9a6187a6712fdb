import { later } from '../../../../browser/later';

// What is opened inside a card comes after the page: fetched while nothing else is, so that it is there when it is wanted.
export const ClaimFile = later(() => import('./claim-file').then((file) => file.ClaimFile));
export const EvidenceFiles = later(() => import('../_beside/evidence-files').then((files) => files.EvidenceFiles));
export const EvidenceForm = later(() => import('./evidence-form').then((form) => form.EvidenceForm), { isForm: true });
export const InSources = later(() => import('../_sources/in-sources').then((section) => section.InSources));
export const JudgementForm = later(() => import('./judgement-form').then((form) => form.JudgementForm), {
  isForm: true,
});
export const LedgerSection = later(() => import('../_ledger/ledger-section').then((section) => section.LedgerSection));
export const MetBefore = later(() => import('../_memory/met-before').then((section) => section.MetBefore));
export const QuoteQuestions = later(() => import('./quote-questions').then((questions) => questions.QuoteQuestions));
export const SpeakerChoice = later(() => import('./speaker-choice').then((choice) => choice.SpeakerChoice));

/** Fetches what cards hold before one is opened. */
export const fetchForms = () =>
  Promise.all(
    [
      ClaimFile,
      EvidenceFiles,
      EvidenceForm,
      InSources,
      JudgementForm,
      LedgerSection,
      MetBefore,
      QuoteQuestions,
      SpeakerChoice,
    ].map((part) => part.fetch()),
  );
