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
  'nothing-kept',
  'paragraph-not-in-article',
  'paragraph-is-boilerplate',
  'paragraph-has-claims',
  'text-revised',
  'text-unchanged',
  'split-at-end',
  'no-next-paragraph',
  'claim-orphaned',
  'claim-in-place',
  'nothing-to-confirm',
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
  'slug-invalid',
  'slug-taken',
  'article-moved-on',
  'nothing-to-report',
  'already-withdrawn',
  'desk-changed',
  'grade-exists',
  'grade-unknown',
  'number-without-finding',
  'scale-upside-down',
  'too-many-tokens',
  'token-wrong',
  'scope-missing',
  'too-many-requests',
  'method-not-allowed',
  'type-unsupported',
  'body-too-large',
  'not-json',
  'field-unknown',
  'cursor-wrong',
  'key-wrong',
  'quote-absent',
  'quote-ambiguous',
  'failed',
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
