import { createTranslator } from 'next-intl';
import type { ProblemWords } from '#lib/server/api';
import { chooseLocale } from '../i18n/locale';
import { messagesOf } from '../i18n/messages';
import { refusalValues } from '../i18n/refusal-values';

/** Statuses that problems have; whatever else there will be is a bad request. */
const titles = [401, 403, 404, 405, 409, 412, 413, 415, 422, 429, 500] as const;

/** Refusals in the words of the interface, in the language that a request asks for. */
export const problemWords: ProblemWords = (refusal, status, accepted) => {
  const locale = chooseLocale(undefined, accepted);
  const messages = messagesOf(locale);
  const problem = createTranslator({ locale, messages, namespace: 'api.problem' });
  const sentence = createTranslator({ locale, messages, namespace: 'refusal' });
  const known = titles.find((one) => one === status) ?? 400;
  return {
    language: locale,
    title: problem(`title.${known}`),
    // A form's words for it speak of a form.
    detail:
      refusal.code === 'invalid-input'
        ? problem('invalid', { field: refusal.field ?? '', hasField: refusal.field ? 'yes' : 'no' })
        : sentence(refusal.code, refusalValues(refusal)),
  };
};
