import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { valuesOfFault } from '#lib/api/invalid-field';
import type { Operation } from '#lib/api/operation';
import { operations } from '#lib/api/operations';
import { paragraphKinds } from '#lib/domain/articles/article';
import { contexts, saidAnswers, wordings } from '#lib/domain/claims/quote-check';
import { sourceKinds, stances } from '#lib/domain/claims/source';
import { confidences, standings, verdicts } from '#lib/domain/claims/standing';
import { claimWeights } from '#lib/domain/claims/weight';
import { metricStandings } from '#lib/domain/ledger/ledger';
import { apiScopes } from '#lib/domain/people/api-scope';
import { refusalCodes, refuse } from '#lib/domain/refusal';
import { claimKinds } from '#lib/reading/claim-kinds';
import { qualifiers } from '#lib/reading/figure-types';
import { messagesOf } from '../i18n/messages';
import { problemWords } from './problem-words';

vi.mock('server-only', () => ({}));

const vocabularies: Record<string, readonly string[]> = {
  standings,
  verdicts,
  claimKinds,
  stances,
  sourceKinds,
  confidences,
  claimWeights,
  paragraphKinds,
  qualifiers,
  saidAnswers,
  wordings,
  contexts,
  metricStandings,
};
/** Words of the API that are the domain's; in a sentence of another language they are half a sentence. */
const enumWords = [...new Set(Object.values(vocabularies).flat())];

/** What refusals carry that the reader's own language must say. */
const usual = { name: 'Report.example', number: 3, limit: 5, paragraph: 2, where: 'claims.2', allowed: 'GET' };
const carried = [
  { name: 'read' },
  ...verdicts.map((verdict) => ({ ...usual, verdict, name: 'write:claims' })),
  ...apiScopes.map((name) => ({ ...usual, name })),
  ...Object.values(vocabularies).map((values) => ({
    ...usual,
    name: 'read',
    fault: 'allowed',
    allowed: values.join(' '),
  })),
];

const detail = (refusal: Parameters<typeof problemWords>[0], language: string) =>
  problemWords(refusal, 400, language).detail;

/** A sentence without what it lists as allowed: a value with its name, or an address, scope or type in code. */
const withoutLists = (text: string) =>
  text.replace(/[\w-]+（[^）]*）/g, '').replace(/write:\w+|[a-z]+\/[\w.+-]+|https?:\/\//g, '');

describe('each refusal', () => {
  test.each(refusalCodes)('%s has a sentence that is of one language, whatever it carries', (code) => {
    for (const values of carried) {
      const refusal = refuse(code, { field: 'kind', values });
      const [english, chinese] = [detail(refusal, 'en'), detail(refusal, 'zh-CN')];
      expect(english).toMatch(/^[A-Z]|^(?:read|write)/);
      expect(english).not.toMatch(/\p{Script=Han}|（/u);
      expect(chinese).toMatch(/\p{Script=Han}/u);
      const words = withoutLists(chinese).match(/[A-Za-z][\w-]*/g) ?? [];
      expect([code, values, words.filter((word) => enumWords.includes(word))]).toEqual([code, values, []]);
      for (const text of [english, chinese]) expect(text).not.toMatch(/[{}]|undefined|\(\)|（）/);
    }
  });

  test('says the verdict in the reader’s words', () => {
    const needed = refuse('source-required', { values: { verdict: 'verified' } });
    expect(detail(needed, 'zh')).toContain('判为“属实”');
    for (const verdict of ['verified', 'disputed', 'false'] as const) {
      const refusal = refuse('source-required', { values: { verdict } });
      expect(detail(refusal, 'zh')).toContain(`“${messagesOf('zh').words.standing[verdict]}”`);
      expect(detail(refusal, 'en')).toContain(`“${messagesOf('en').words.standing[verdict]}”`);
    }
  });
});

describe('a list of what is allowed', () => {
  test('names each value in the reader’s language', () => {
    const refusal = refuse('invalid-input', {
      field: 'verdict',
      values: { fault: 'allowed', allowed: verdicts.join(' ') },
    });
    expect(detail(refusal, 'zh')).toBe(
      '判断只能是 verified（属实）、disputed（存疑）、false（错误）、unverifiable（无法核实）或not-checkable（不可核查）。',
    );
    expect(detail(refusal, 'en')).toBe(
      'The verdict can only be verified, disputed, false, unverifiable, or not-checkable.',
    );
  });

  test.each(Object.entries(vocabularies))('knows the names of %s', (_, values) => {
    const refusal = refuse('invalid-input', { field: 'kind', values: { fault: 'allowed', allowed: values.join(' ') } });
    for (const value of values) expect(detail(refusal, 'zh')).toContain(`${value}（`);
  });
});

/** The fields of a schema with their own schemas, those inside others too. */
function fieldsOf(schema: z.core.$ZodType): [string, z.core.$ZodType][] {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, field]) => [[name, field], ...fieldsOf(field)]);
  }
  if (schema instanceof z.ZodArray) return fieldsOf(schema.element);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(fieldsOf);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return fieldsOf(schema.unwrap());
  }
  if (schema instanceof z.ZodPipe) return fieldsOf(schema.in);
  return [];
}

const all: Operation[] = Object.values(operations);
const fields = all.flatMap(({ id, query, body, upload }) =>
  [query, body, upload?.fields].flatMap((schema) =>
    schema ? fieldsOf(schema).map(([name, field]): [string, string, z.core.$ZodType] => [id, name, field]) : [],
  ),
);

test('every field of the API has a name in every language', () => {
  for (const locale of ['en', 'zh'] as const) {
    const named = Object.keys(messagesOf(locale).api.problem.field);
    expect([...new Set(fields.map(([, name]) => name))].filter((name) => !named.includes(name))).toEqual([]);
  }
});

test.each(fields)('%s says in both languages what is wrong with %s', (_, name, field) => {
  for (const sent of [{}, [], 'no such value', 5, -1, 1e9, true, null, undefined, 'x'.repeat(2_000_000)]) {
    const read = z.object({ [name]: field as z.ZodType }).safeParse({ [name]: sent }, { reportInput: true });
    const [issue] = read.error?.issues ?? [];
    if (!issue) continue;
    const refusal = refuse('invalid-input', { field: name, values: valuesOfFault(issue) });
    expect(detail(refusal, 'zh')).toMatch(/^\p{Script=Han}[^{}]*。$/u);
    expect(detail(refusal, 'en')).toMatch(/^[A-Z][^{}\p{Script=Han}]*\.$/u);
  }
});
