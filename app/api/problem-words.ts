import { createTranslator } from 'next-intl';
import { type Fault, faults } from '#lib/api/invalid-field';
import { apiScopes } from '#lib/domain/people/api-scope';
import type { Refusal } from '#lib/domain/refusal';
import type { ProblemWords } from '#lib/server/api';
import { chooseLocale, type Locale } from '../i18n/locale';
import { type Messages, messagesOf } from '../i18n/messages';
import { refusalValues } from '../i18n/refusal-values';

/** Statuses that problems have; whatever else there will be is a bad request. */
const titles = [401, 403, 404, 405, 409, 412, 413, 415, 422, 429, 500, 503] as const;

/**
 * Refusals in the words of the interface, in the language that a request asks for. Values of the API stand in a sentence
 * only where they are listed as what is allowed, each with its name in that language.
 */
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
        ? invalidField(refusal, locale, messages)
        : sentence(refusal.code, {
            ...refusalValues(refusal, (verdict) => messages.words.standing[verdict]),
            allowed: listed(refusal.values?.allowed, locale, messages),
            label: scopeName(refusal.values?.name, messages),
          }),
  };
};

function invalidField({ field, values = {} }: Refusal, locale: Locale, messages: Messages): string {
  const problem = createTranslator({ locale, messages, namespace: 'api.problem' });
  const fault: Fault = faults.find((one) => one === values.fault) ?? 'other';
  const types: Record<string, string> = messages.api.problem.type;
  return problem(`fault.${fault}`, {
    field: fieldName(field, messages),
    allowed: listed(values.allowed, locale, messages),
    expected: types[values.expected ?? ''] ?? '',
    limit: Number(values.limit ?? 0),
  });
}

/** What a field is called: `paragraphs.0.kind` is a kind, `paragraphs.0` an item. */
function fieldName(field: string | undefined, messages: Messages): string {
  const names: Record<string, string> = messages.api.problem.field;
  const last = (field ?? '').split('.').at(-1) ?? '';
  if (/^\d+$/.test(last)) return messages.api.problem.item;
  return (Object.hasOwn(names, last) ? names[last] : undefined) ?? messages.api.problem.anyField;
}

/** Allowed values, separated by spaces, as a sentence lists them: each with its name, unless it is its own. */
function listed(allowed: string | number | undefined, locale: Locale, messages: Messages): string {
  const values = String(allowed ?? '')
    .split(' ')
    .filter(Boolean);
  const names = namesOf(values, messages);
  const isNamed = (value: string) => names[value]?.toLowerCase() !== value.replaceAll('-', ' ');
  const problem = createTranslator({ locale, messages, namespace: 'api.problem' });
  const shown = values.map((value) => {
    const name = names[value];
    return name !== undefined && isNamed(value) ? problem('named', { value, name }) : value;
  });
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(shown);
}

/** The names of some values: those of the vocabulary that has all of them. */
function namesOf(values: string[], messages: Messages): Record<string, string> {
  const { words, report, figures, api } = messages;
  const vocabularies: Record<string, string>[] = [
    words.standing,
    words.kind,
    words.stance,
    words.sourceKind,
    words.confidence,
    words.paragraphKind,
    words.qualifier,
    words.said,
    words.wording,
    words.context,
    report.method.weight,
    figures.standing,
    api.problem.value,
  ];
  return vocabularies.find((names) => values.every((value) => Object.hasOwn(names, value))) ?? {};
}

function scopeName(name: string | number | undefined, messages: Messages): string {
  const scope = apiScopes.find((one) => one === name);
  return scope ? messages.api.tokens.scope[scope] : '';
}
