/** A line of the audit trail as a sentence, and who did it, in a reader's language. */
import { createTranslator } from 'next-intl';
import type { AuditKind, AuditView } from '#lib/domain/people/audit';
import { roles } from '#lib/domain/people/permission';
import type { Locale } from './locale';
import { messagesOf } from './messages';

/** What a sentence may ask for and a line does not have. */
const none = {
  by: '',
  email: '',
  why: '',
  what: '',
  name: '',
  scopes: '',
  file: '',
  source: '',
  required: '',
  sessions: 0,
  tokens: 0,
  left: 0,
};

/** Puts lines into words. */
export function auditWords(locale: Locale) {
  const messages = messagesOf(locale);
  const t = createTranslator({ locale, messages, namespace: 'access.audit' });
  const role = createTranslator({ locale, messages, namespace: 'words.role' });

  /** A role's name where the value is one. */
  const named = (value: string | number | null | undefined): string => {
    const known = roles.find((one) => one === value);
    return known ? role(known) : String(value ?? '');
  };

  return {
    sentence: ({ kind, details }: Pick<AuditView, 'kind' | 'details'>): string => {
      const { role: given, from, to, note, what = '', ...values } = details;
      return t(`did.${kind}`, {
        ...none,
        ...Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value ?? ''])),
        role: named(given),
        from: named(from),
        to: named(to),
        note: note ?? 'none',
        // Of a confidential file the trail has no name.
        what: what ?? 'none',
      });
    },
    name: (kind: AuditKind): string => t(`name.${kind}`),
    /** Somebody without an account did it by trying to get in, or on the machine itself. */
    who: ({ actor, kind }: Pick<AuditView, 'actor' | 'kind'>): string =>
      actor?.name ?? t(kind === 'sign-in-failed' ? 'stranger' : 'operator'),
  };
}
