import { describe, expect, test } from 'vitest';
import { quoteInSource } from './quote-in-source';

const relation = (quote: string, source: string): string => quoteInSource(quote, source).relation;
const placed = (quote: string, source: string): string => {
  const { start, end } = quoteInSource(quote, source);
  return source.slice(start, end);
};

describe('a quote with small differences', () => {
  test.each([
    ['fillers', 'We sold the whole fleet in March', 'We, um, sold the, you know, whole fleet in March'],
    ['fillers in Chinese', '我们在三月卖掉了整个船队', '我们呃在三月卖掉了，就是说，整个船队'],
    ['a word said twice', 'We sold the whole fleet in March', 'We sold the the whole fleet in March'],
    ['a phrase said twice', 'We sold the whole fleet in March', 'We sold the whole, sold the whole fleet in March'],
    ['what was taken back', 'We sold the whole fleet in March', 'We sold the small, sorry, the whole fleet in March'],
    ['small words', 'We sold the whole fleet in March', 'We then just sold the whole fleet in March'],
    [
      'another form of a word',
      'The ferries are leaving the harbour tonight',
      'The ferry is leaving the harbour tonight',
    ],
    [
      'words as they are spoken',
      'We sold it because nobody wanted the fleet',
      "We sold it 'cause nobody wanted the fleet",
    ],
    ['a contraction that was made', "We haven't sold the whole fleet", 'We have not sold the whole fleet'],
    ['a contraction', 'We have not sold the whole fleet', "We haven't sold the whole fleet"],
    ['a contracted future', 'They will not sell the whole fleet', "They won't sell the whole fleet"],
    ['a contracted first person', 'I am selling the whole fleet', "I'm selling the whole fleet"],
    ['a doubled negation', 'Nobody told us about the fleet', 'Nobody never told us about the fleet'],
  ])('%s', (_, quote, source) => {
    expect(relation(quote, source)).toBe('small-differences');
  });

  test('of a question that became a statement within it', () => {
    expect(relation('You sold it? Then we are done here', 'You sold it. Then we are done here')).toBe(
      'small-differences',
    );
    expect(relation('You sold it! Then we are done here', 'You sold it. Then we are done here')).toBe('verbatim');
  });
});

describe('a quote that was shortened', () => {
  test.each([
    [
      'by a clause',
      'We sold the fleet and closed the harbour for good',
      'We sold the fleet, which my grandfather built, and closed the harbour for good',
    ],
    ['by a clause in Chinese', '我们卖掉了船队，关闭了港口', '我们卖掉了船队，祖父留下的厂房也拆了，关闭了港口'],
    [
      'as its own dots say',
      'We sold the fleet … and closed the harbour for good',
      'We sold the fleet to our Danish neighbours and closed the harbour for good',
    ],
    [
      'by words that a reader misses',
      'We sold the fleet and closed the harbour for good',
      'We sold the fleet to Danish neighbours and closed the harbour for good',
    ],
    [
      'by a clause with a negation of its own',
      'We sold the fleet, and we closed the harbour for good',
      'We sold the fleet, nobody was watching, and we closed the harbour for good',
    ],
  ])('%s', (_, quote, source) => {
    expect(relation(quote, source)).toBe('shortened');
  });
});

describe('a quote that was altered', () => {
  test.each([
    ['by a word in the place of another', 'We sold the whole fleet in March', 'We sank the whole fleet in March'],
    ['by a word that was added', 'We gladly sold the whole fleet in March', 'We sold the whole fleet in March'],
    ['by a lost negation', 'We sold the whole fleet in March', 'We never sold the whole fleet in March'],
    ['by a negation that was added', 'We never sold the whole fleet in March', 'We sold the whole fleet in March'],
    ['by a lost negation in Chinese', '我们卖掉了整个船队', '我们没有卖掉整个船队'],
    ['by a lost “may”', 'The fleet sink in the harbour tonight', 'The fleet may sink in the harbour tonight'],
    ['by a lost “almost”', 'We sold almost all ferries in the harbour', 'We sold all ferries in the harbour'],
    ['by a lost “former”', 'The minister sold the whole fleet', 'The former minister sold the whole fleet'],
    ['by a lost “deputy” in Chinese', '张市长卖掉了整个船队', '张副市长卖掉了整个船队'],
    ['by another number', 'We sold 12 ferries in the month of March', 'We sold 13 ferries in the month of March'],
    ['by another number in words', 'We sold twelve ferries in the month', 'We sold thirteen ferries in the month'],
    ['by another unit', '项目亏损两千万元，已经停工了', '项目亏损两千万美元，已经停工了'],
    [
      'by a name in the place of another',
      'Denmark bought the whole fleet in March',
      'Norway bought the whole fleet in March',
    ],
    ['by a verb in the place of another in Chinese', '我们在三月卖掉了整个船队', '我们在三月烧掉了整个船队'],
  ])('%s', (_, quote, source) => {
    expect(relation(quote, source)).toBe('altered');
  });

  test.each([
    ['not', 'safe to swim in the lake', 'It is not safe to swim in the lake.', 'not safe to swim in the lake'],
    ['n’t', 'sold the whole fleet', "They hadn't sold the whole fleet.", "hadn't sold the whole fleet"],
    [
      'without',
      'a permit from the town hall',
      'They came without a permit from the town hall.',
      'without a permit from the town hall',
    ],
    ['不', '支持这项计划的全部内容', '我们不支持这项计划的全部内容。', '不支持这项计划的全部内容'],
    ['没有', '收到过这样的通知书', '他们没有收到过这样的通知书。', '有收到过这样的通知书'],
  ])('where the source denies it by “%s” right before it', (_, quote, source, words) => {
    expect(relation(quote, source)).toBe('altered');
    expect(placed(quote, source)).toBe(words);
  });

  test.each([
    ['in a clause of its own', 'we sold the whole fleet', 'No, we sold the whole fleet.'],
    ['in the sentence before', 'we sold the whole fleet', 'They did not. We sold the whole fleet.'],
    ['further before it', 'who sold the whole fleet', 'It was not us who sold the whole fleet.'],
  ])('but not by a negation %s', (_, quote, source) => {
    expect(relation(quote, source)).toBe('verbatim');
  });
});

describe('a figure that the quote cuts', () => {
  test.each([
    ['at its end', 'We paid them $5', 'We paid them $5 million in cash.', 'We paid them $5 million'],
    [
      'at its beginning',
      'hundred ferries were sold',
      'Two hundred ferries were sold.',
      'Two hundred ferries were sold',
    ],
    ['in Chinese', '我们今年招了四百', '我们今年招了四百二十个学徒。', '我们今年招了四百二十'],
  ])('%s is another one', (_, quote, source, words) => {
    expect(quoteInSource(quote, source).relation).toBe('altered');
    expect(placed(quote, source)).toBe(words);
  });

  test('is whole without the words of its bound', () => {
    expect(relation('300 ferries were sold in March', 'About 300 ferries were sold in March.')).toBe('verbatim');
    expect(placed('300 ferries were sold in March', 'About 300 ferries were sold in March.')).toBe(
      '300 ferries were sold in March',
    );
  });
});

describe('what an editor put in', () => {
  test.each([
    [
      'a name in brackets',
      'They sold it [the fleet] to the Danish in March',
      'They sold it to the Danish in March',
      'shortened',
    ],
    ['a letter in brackets', '[W]e sold the fleet to the Danish', 'e sold the fleet to the Danish', 'verbatim'],
    [
      'dots in brackets',
      'We sold the fleet […] to the Danish in March',
      'We sold the fleet at last to the Danish in March',
      'shortened',
    ],
    [
      'dots with spaces',
      'We sold the fleet . . . to the Danish in March',
      'We sold the fleet at last to the Danish in March',
      'shortened',
    ],
  ])('%s is none of the words', (_, quote, source) => {
    expect(['verbatim', 'small-differences', 'shortened']).toContain(relation(quote, source));
  });

  test('in brackets that the source has too is the source’s own', () => {
    expect(relation('We sold it [the fleet] to the Danish', 'We sold it [the fleet] to the Danish.')).toBe('verbatim');
    expect(relation('We sold it [the fleet] to the Danish', 'We sold it to the Danish.')).not.toBe('altered');
  });
});

describe('the place of a quote', () => {
  const fleet = 'We sold the whole fleet in March';

  test.each([
    ['is the first of two that are alike', 'the whole fleet', `He said: ${fleet}. Then: ${fleet}.`, 'the whole fleet'],
    ['is without the hesitation before it', fleet, `Um, well, ${fleet}.`, fleet],
    ['has a false start in it', fleet, `We, we sold, ${fleet}.`, `We, we sold, ${fleet}`],
    ['has no beginning of the sentence before', fleet, `We did. ${fleet}.`, fleet],
    [
      'has a part of it that was taken back',
      fleet,
      `We bought, no, sorry, ${fleet}.`,
      `We bought, no, sorry, ${fleet}`,
    ],
  ])('%s', (_, quote, source, words) => {
    const { start, end } = quoteInSource(quote, source);
    expect(source.slice(start, end)).toBe(words);
  });

  test('is none where its words stand scattered, or hardly any of them do', () => {
    expect(quoteInSource(fleet, 'We met. It sold. The day. Whole towns. The fleet. In May.')).toEqual({
      relation: 'absent',
      start: 0,
      end: 0,
    });
    expect(relation(fleet, 'In March the harbour was full of whole herring.')).toBe('absent');
    expect(relation('', fleet)).toBe('absent');
    expect(relation('…', fleet)).toBe('absent');
    expect(relation(fleet, '')).toBe('absent');
  });

  test('leaves out what stands beyond a clause in the place of other words', () => {
    const source = '集团盈利两千万元，项目亏损两千万元，已经停工了。';
    expect(placed('项目亏损两千万元，已经停工了', source)).toBe('项目亏损两千万元，已经停工了');
  });
});
