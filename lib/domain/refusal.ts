/**
 * What the desk says no to. A refusal is a value: a code, the field it concerns and the numbers its sentence needs. Each
 * code has a sentence in every language of the interface (app/i18n); a test keeps the lists equal.
 */
export const refusalCodes = [
  'invalid-input',
  'text-missing',
  'text-too-long',
  'email-invalid',
  'password-too-short',
  'password-wrong',
  'url-invalid',
  'date-invalid',
  'no-answer',
  'signed-out',
  'not-allowed',
  'foreign-origin',
  'too-many-tries',
  'not-found',
  'article-empty',
  'article-too-long',
  'paragraph-too-long',
  'too-many-paragraphs',
  'not-text',
  'too-large',
  'empty-file',
  'file-kind-unknown',
  'file-damaged',
  'too-many-at-once',
  'nothing-kept',
  'page-address-unreadable',
  'page-scheme',
  'page-credentials',
  'page-port',
  'page-private',
  'page-host-unknown',
  'page-unreachable',
  'page-certificate',
  'page-too-slow',
  'page-too-large',
  'page-unpacks-too-large',
  'page-redirects',
  'page-redirect-broken',
  'page-status',
  'page-kind',
  'page-encoding',
  'page-broken',
  'page-too-tangled',
  'paragraph-not-in-article',
  'paragraph-is-boilerplate',
  'paragraph-has-claims',
  'span-empty',
  'span-outside-paragraph',
  'span-splits-character',
  'claim-exists',
  'claim-changed',
  'article-changed',
  'judgement-changed',
  'nothing-to-send-back',
  'claim-removed',
  'source-required',
  'evidence-in-use',
  'origin-is-itself',
  'figure-empty',
  'range-upside-down',
  'not-a-figure',
  'units-do-not-add',
  'units-do-not-combine',
  'division-by-zero',
  'value-unbounded',
  'not-a-quote',
  'figure-unreadable',
  'no-figure',
  'metric-exists',
  'metric-changed',
  'metric-is-itself',
  'rate-of-itself',
  'rate-exists',
  'speaker-is-itself',
  'comment-changed',
  'comment-removed',
  'thread-changed',
  'link-unknown',
  'link-expired',
  'link-used',
  'email-taken',
  'own-role',
  'already-set-up',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];
export type Refusal = {
  ok: false;
  code: RefusalCode;
  field?: string;
  values?: Record<string, string | number>;
};
export type Result<T> = { ok: true; value: T } | Refusal;

export const accept = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export function refuse(code: RefusalCode, more: { field?: string; values?: Refusal['values'] } = {}): Refusal {
  return { ok: false, code, ...more };
}

const known: ReadonlySet<string> = new Set(refusalCodes);

export function isRefusalCode(code: string): code is RefusalCode {
  return known.has(code);
}
