import { createTranslator } from 'next-intl';
import type { IntakeNotice } from '#lib/domain/articles/article';
import { chooseLocale } from './locale';
import { messagesOf } from './messages';

/** What intake noticed, each with its sentence in the language that a request asks for. */
export function noticeTexts(notices: IntakeNotice[], accepted: string | null): (IntakeNotice & { text: string })[] {
  const locale = chooseLocale(undefined, accepted);
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace: 'intake.notice' });
  const given = { count: 0, encoding: '', value: '' };
  return notices.map((notice) => ({ ...notice, text: t(notice.code, { ...given, ...notice }) }));
}
