import { describe, expect, test } from 'vitest';
import { hitsIn } from './hits';
import { searchTerms } from './search-terms';

const hits = (text: string, search: string, isTyping = false): string[] =>
  hitsIn(text, searchTerms(search, { isTyping })).map(({ start, end }) => text.slice(start, end));

describe('where a text holds what was searched for', () => {
  test.each<[string, string, string[]]>([
    ['a word in any form', 'A yurt and two yurts wobbled.', ['yurt', 'yurts']],
    ['a figure as it is written there', '公司融资300万美元。', ['300万美元']],
    ['a date', 'It was sold on 12 March 2024, not in May.', ['12 March 2024']],
    ['a term in the other language', '公司宣布裁员375人。', ['裁员']],
    ['Han pairs', '渡轮在港口沉没', ['渡轮', '沉没']],
    ['a phrase', 'All the yurts, all the time.', ['all the time']],
  ])('%s', (kind, text, found) => {
    const searches: Record<string, string> = {
      'a word in any form': 'yurts',
      'a figure as it is written there': '3 million',
      'a date': 'March 2024',
      'a term in the other language': 'layoffs',
      'Han pairs': '渡轮沉没',
      'a phrase': '"all the time"',
    };
    expect(hits(text, searches[kind] ?? '')).toEqual(found);
  });

  test('every time, in order, with neighbouring ones as one', () => {
    expect(hits('yurt bagpipe yurt', 'bagpipe yurt')).toEqual(['yurt', 'bagpipe', 'yurt']);
    expect(hits('渡轮渡轮', '渡轮')).toEqual(['渡轮渡轮']);
    expect(hits('港口的渡轮公司', '渡轮公司')).toEqual(['渡轮公司']);
    expect(hits('no no no', '"no"')).toEqual(['no', 'no', 'no']);
  });

  test.each([
    ['GPT', 'OpenAI showed GPT-4 in March.', ['GPT-4']],
    ['GPT 4', 'OpenAI showed GPT-4 in March.', ['GPT-4']],
    ['MH 370', 'Flight MH370 vanished.', ['MH370']],
    ['GPT-4', 'OpenAI showed GPT-4 and GPT-4o.', ['GPT-4', 'GPT-4o']],
  ])('of a name with a number, by its parts: %s', (search, text, found) => {
    expect(hits(text, search)).toEqual(found);
  });

  test('of what is being typed, where a word begins with it', () => {
    expect(hits('Bagpipes and bags and a handbag', 'bag', true)).toEqual(['Bagpipes', 'bags']);
    expect(hits('Bagpipes and bags and a handbag', 'bag')).toEqual(['bags']);
  });

  test('and nowhere else', () => {
    expect(hits('The ferry sank with 375 people.', 'yurt')).toEqual([]);
    expect(hits('The ferry sank with 375 people.', '376')).toEqual([]);
    expect(hits('It was in May 2023.', 'March 2024')).toEqual([]);
    expect(hits('The ferry sank.', '')).toEqual([]);
    expect(hits('', 'ferry')).toEqual([]);
  });
});
