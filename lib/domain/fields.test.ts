import { describe, expect, test } from 'vitest';
import { freeText, optionalText, partialDate, requiredText, webAddress } from './fields';

/** The stored value, or the code of the refusal. */
function read(
  schema: ReturnType<typeof optionalText> | ReturnType<typeof requiredText> | typeof webAddress,
  typed: unknown,
) {
  const parsed = schema.safeParse(typed);
  return parsed.success ? parsed.data : { refused: parsed.error.issues.map(({ message }) => message).join() };
}

describe('fields of text', () => {
  test.each<[string, unknown, unknown]>([
    ['a required line', read(requiredText(3), ' abc '), 'abc'],
    ['a required line without anything to see', read(requiredText(3), ' \u0000 '), { refused: 'text-missing' }],
    ['a required line that is too long', read(requiredText(3), 'abcd'), { refused: 'text-too-long' }],
    ['a required line as long as it may be once tidied', read(requiredText(3), '\u202eabc\u202c'), 'abc'],
    ['an optional line', read(optionalText(3), ' a '), 'a'],
    ['a blank optional line', read(optionalText(3), ' \n'), null],
    ['no optional line', read(optionalText(3), undefined), null],
    ['an optional line that is too long', read(optionalText(3), 'abcd'), { refused: 'text-too-long' }],
    ['a blank passage', read(freeText(3), ' '), ''],
    ['a passage that is too long', read(freeText(3), 'abcd'), { refused: 'text-too-long' }],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe('webAddress', () => {
  test.each([
    'https://example.org/a?b=c#d',
    'HTTP://EXAMPLE.ORG',
    'http://localhost:3000/x',
    'https://例子.测试/路径?问=答',
    'https://xn--fsqu00a.xn--0zwm56d/',
    'https://[2001:db8::1]/',
    `https://example.org/${'a'.repeat(1_980)}`,
  ])('accepts %s', (address) => {
    expect(read(webAddress, ` ${address}\n`)).toBe(address);
  });

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'ftp://example.org/file',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    '//example.org/x',
    '/x',
    'example.org',
    'http://',
    'http:example.org',
    'https:/example.org',
    'https://exa mple.org',
    `https://example.org/${'a'.repeat(1_981)}`,
  ])('refuses %j', (address) => {
    expect(read(webAddress, address)).toEqual({ refused: 'url-invalid' });
  });

  test.each([null, undefined, '', ' \n'])('takes %j for none', (blank) => {
    expect(read(webAddress, blank)).toBeNull();
  });
});

describe('partialDate', () => {
  test.each(['2023', '2023-02', '2023-02-14', '2024-02-29', '2000-02-29', '2023-12-31', '0900-01-01'])(
    'accepts %s',
    (date) => {
      expect(read(partialDate, ` ${date} `)).toBe(date);
    },
  );

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2023-02-30',
    '2023-04-31',
    '2023-13',
    '2023-00',
    '2023-01-00',
    '2023-01-32',
    '2023-2-14',
    '2023/02/14',
    '20230214',
    '2023-02-14T10:00',
    '-2023',
    '23',
    '２０２３',
    'yesterday',
  ])('refuses %s', (date) => {
    expect(read(partialDate, date)).toEqual({ refused: 'date-invalid' });
  });

  test.each([null, undefined, '  '])('takes %j for none', (blank) => {
    expect(read(partialDate, blank)).toBeNull();
  });
});
