import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { refusalCodes, refuse } from '#lib/domain/refusal';
import { verbs } from '#lib/domain/review/history';
import { type Locale, locales } from './locale';
import { messagesOf } from './messages';
import { refusalValues } from './refusal-values';

type Tree = { [key: string]: string | Tree };

/** Every message of a tree by its path, as `review.toolbar.label`. */
function flatten(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flatten(value, `${path}${key}.`),
  );
}

const flat = (locale: Locale) => flatten(messagesOf(locale));
const byArea = (locale: Locale): [string, Tree][] => Object.entries(messagesOf(locale));
const chinese = new Map(flat('zh'));

/** What a message asks its caller for: {name}, {limit, number}, {count, plural, …}. */
function placeholders(message: string): string[] {
  return [...new Set(Array.from(message.matchAll(/\{\s*(\w+)\s*[,}]/g), ([, name = '']) => name))].sort();
}

/** The tags of a message, each showing what it holds. */
function tags(message: string): Record<string, (held: string) => string> {
  return Object.fromEntries(
    Array.from(message.matchAll(/<(\w+)>/g), ([, name = '']) => [name, (held: string) => held]),
  );
}

/** Messages as a page shows them; what the formatter cannot do is thrown. */
function shower(locale: Locale): (path: string, message: string, count: number) => string {
  const onError = (error: Error) => {
    throw error;
  };
  // A path in a variable has no literal type, which is what the translator's own type goes by.
  const { markup } = createTranslator({ locale, messages: messagesOf(locale), onError }) as unknown as {
    markup: (key: string, values: Record<string, number | ((held: string) => string)>) => string;
  };
  return (path, message, count) =>
    markup(path, { ...Object.fromEntries(placeholders(message).map((name) => [name, count])), ...tags(message) });
}

describe('the two languages', () => {
  test('have the same areas', () => {
    expect(byArea('zh').map(([area]) => area)).toEqual(byArea('en').map(([area]) => area));
  });

  test.each(byArea('en'))('have the same keys in %s', (area, english) => {
    const other = new Map(byArea('zh')).get(area) ?? {};
    const keys = (tree: Tree) => flatten(tree).map(([path]) => path);
    expect(keys(other).sort()).toEqual(keys(english).sort());
  });

  test('ask for the same values in each message', () => {
    for (const [path, message] of flat('en')) {
      expect([path, placeholders(chinese.get(path) ?? '')]).toEqual([path, placeholders(message)]);
    }
  });
});

describe.each(locales)('messages in %s', (locale) => {
  test('are never blank, nor padded', () => {
    const odd = flat(locale).filter(([, message]) => message === '' || message !== message.trim());
    expect(odd).toEqual([]);
  });

  test('can be shown with their values, for none, one and many', () => {
    const show = shower(locale);
    for (const [path, message] of flat(locale)) {
      for (const count of [0, 1, 2, 1_000_000]) {
        const shown = show(path, message, count);
        expect([path, shown]).toEqual([path, expect.stringMatching(/\S/)]);
        expect([path, shown]).toEqual([path, expect.not.stringMatching(/[{}]/)]);
      }
    }
  });

  test('have a sentence for every verb of the history, and no other', () => {
    expect(Object.keys(messagesOf(locale).history.did).sort()).toEqual([...verbs, 'unknown'].sort());
  });

  test('have a sentence for every refusal, and no other', () => {
    expect(Object.keys(messagesOf(locale).refusal).sort()).toEqual([...refusalCodes].sort());
  });

  test('of refusals ask for no more than a screen gives them', () => {
    const given = Object.keys(refusalValues(refuse('not-allowed'), (verdict) => verdict));
    const asked = Object.values(messagesOf(locale).refusal).flatMap(placeholders);
    expect(asked.filter((name) => !given.includes(name))).toEqual([]);
  });
});

test('Chinese stands in Chinese quotation marks', () => {
  const odd = flat('zh').filter(([, message]) => /\p{Script=Han}["']|["'](?:\p{Script=Han}|\{)|\}["']/u.test(message));
  expect(odd).toEqual([]);
});
