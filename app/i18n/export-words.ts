import { createFormatter, createTranslator } from 'next-intl';
import type { ExportWords } from '#lib/export/export-words';
import { type Locale, timeZone } from './locale';
import { messagesOf } from './messages';
import { showPartialDate } from './partial-date';

/** The words of a file in a language. */
export function exportWords(language: Locale): ExportWords {
  const messages = messagesOf(language);
  const format = createFormatter({ locale: language, timeZone: timeZone() });
  const t = createTranslator({ locale: language, messages, namespace: 'exportedFile' });
  const { words, report, exportedFile } = messages;
  const { standing, kind, stance, sourceKind, confidence, qualifier, said, wording, quoteFinding, retiredSource } =
    words;
  return {
    language,
    label: exportedFile.label,
    ...{ standing, kind, stance, sourceKind, confidence, qualifier, said, wording, quoteFinding },
    retiredSource,
    quoteContext: words.context,
    weight: report.method.weight,
    strength: report.method.strength,
    paragraph: (number) => t('paragraph', { number }),
    judgedBy: (count) => t('judgedBy', { count }),
    ruledBy: (name) => t('ruledBy', { name }),
    confident: (level) => t('confident', { level: confidence[level].toLocaleLowerCase(language) }),
    summary: (listed, all, exportedAt) =>
      t('summary', { listed, all, date: format.dateTime(exportedAt, { dateStyle: 'long' }) }),
    searched: (exportedAt) => t('searched', { date: format.dateTime(exportedAt, { dateStyle: 'long' }) }),
    firstOnly: (count) => t('firstOnly', { count }),
    sourcesOf: (count) => t('sourcesOf', { count }),
    claimOf: (number, title) => t('claimOf', { number, title }),
    date: (date) => showPartialDate(format, date) ?? date,
  };
}
