import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import type { ExportWords } from '#lib/export/export-words';
import { messagesOf } from '../../../../i18n/messages';
import { showPartialDate } from '../../../../i18n/partial-date';

/** The words of a file in the reader's language. */
export async function exportWords(): Promise<ExportWords> {
  const [language, format, t] = await Promise.all([getLocale(), getFormatter(), getTranslations('export.file')]);
  const { words, report, export: own } = messagesOf(language);
  const { standing, kind, stance, sourceKind, confidence, qualifier, said, wording, quoteFinding } = words;
  return {
    language,
    label: own.file.label,
    ...{ standing, kind, stance, sourceKind, confidence, qualifier, said, wording, quoteFinding },
    quoteContext: words.context,
    weight: report.method.weight,
    strength: report.method.strength,
    paragraph: (number) => t('paragraph', { number }),
    judgedBy: (count) => t('judgedBy', { count }),
    ruledBy: (name) => t('ruledBy', { name }),
    confident: (level) => t('confident', { level: confidence[level].toLocaleLowerCase(language) }),
    summary: (listed, all, exportedAt) =>
      t('summary', { listed, all, date: format.dateTime(exportedAt, { dateStyle: 'long' }) }),
    date: (date) => showPartialDate(format, date) ?? date,
  };
}
