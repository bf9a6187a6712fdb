'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ArticleFacts } from '#lib/domain/articles/article';
import type { Refusal } from '#lib/domain/refusal';
import { Field, Select } from '#ui/field';
import { TextInput } from '#ui/text-control';
import { nameOfLanguage } from '../../i18n/language';
import { useRefusalText } from '../../i18n/refusal';

const languages = ['zh-Hans', 'zh-Hant', 'en', 'ja', 'ko'] as const;
const textFields = ['title', 'url', 'publisher', 'byline', 'publishedOn'] as const;

/** Whether a refusal is about one of these fields, and so is shown beside it. */
export function isAboutFacts(refusal: Refusal | null): boolean {
  return textFields.some((field) => field === refusal?.field);
}

type FactsFieldsProps = { facts: ArticleFacts; refusal: Refusal | null; onChange: (facts: ArticleFacts) => void };

/** An article's own facts, to correct. */
export function FactsFields({ facts, refusal, onChange }: FactsFieldsProps) {
  const t = useTranslations('intake.new.facts');
  const words = useTranslations('words.language');
  const refusalText = useRefusalText();
  const locale = useLocale();
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {textFields.map((field) => {
        const error = refusal?.field === field ? refusalText(refusal) : undefined;
        return (
          <Field key={field} label={t(field)} error={error} className={field === 'title' ? 'sm:col-span-2' : ''}>
            <TextInput
              name={field}
              value={facts[field] ?? ''}
              aria-invalid={error !== undefined}
              inputMode={field === 'url' ? 'url' : undefined}
              placeholder={field === 'publishedOn' ? '2023-02-14' : undefined}
              className={field === 'title' ? 'font-serif text-[17px] font-semibold' : ''}
              onChange={(event) => onChange({ ...facts, [field]: event.target.value })}
            />
          </Field>
        );
      })}
      <Field label={t('language')}>
        <Select value={facts.language} onChange={(event) => onChange({ ...facts, language: event.target.value })}>
          {!languages.some((language) => language === facts.language) && (
            <option value={facts.language}>{nameOfLanguage(facts.language, locale)}</option>
          )}
          {languages.map((language) => (
            <option key={language} value={language}>
              {words(language)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
