import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotes, type Quote, readSpeech } from '#lib/reading/quotes';
import { OpenedParagraphs, readPages } from './page';

const sentences = [
  ...[
    '“I do not think so,” said Jane Doe. ',
    'He added: “It must not happen.” ',
    '“We may not,” Smith said, “sell it.” ',
  ],
  ...[
    'John Smith, chief executive of Acme, told reporters that output fell. ',
    'She laughed. ',
    'It “was well” in town. ',
  ],
  ...[
    '小冰CEO李笛表示，“我们不会裁员。”',
    '李笛说：“公司约有375人。”',
    '他补充道，收入可能增长3%。',
    '“没有人知道，”王明说。',
  ],
  ...[
    '张颀作为AI画师认为，这不公平。',
    '王明是一名程序员。',
    '“他们说',
    '没有停下。”',
    '李笛走了。',
    'Doe walked in. ',
  ],
];

const paragraph = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 4 }).map((some) => some.join(''));
/** A text and what becomes of it: each paragraph is taken out, replaced, or stays. */
const revisions = fc.tuple(
  fc.array(paragraph, { minLength: 1, maxLength: 12 }),
  fc.array(fc.array(fc.option(paragraph, { freq: 2 }), { minLength: 12, maxLength: 12 }), { maxLength: 4 }),
);

/** The texts of an article's revisions, one after the other. */
function textsOf([first, edits]: [string[], (string | null)[][]]): string[][] {
  const texts = [first];
  for (const edit of edits) {
    const last = texts.at(-1) ?? [];
    texts.push(last.flatMap((text, at) => (edit[at] === null ? [text] : at % 3 === 0 ? [] : [edit[at] ?? text])));
  }
  return texts;
}

const everythingIn = ({ pages, roster }: ReturnType<typeof readPages>) => ({ pages, speakers: roster.speakers() });

describe('the paragraphs that are kept', () => {
  it('are the last that came, up to a length', () => {
    const store = new OpenedParagraphs();
    const texts = ['甲', '乙', '丙', '丁'].map((char) => char.repeat(400_000));
    const [first, ...last] = texts.map((text) => store.at(text));
    expect(store.at(texts[3] ?? '')).toBe(last[2]);
    expect(store.at(texts[2] ?? '')).toBe(last[1]);
    expect(store.at(texts[0] ?? '')).not.toBe(first);
  });
});

describe('a text of which much was read before', () => {
  it('is read as if nothing had been', () => {
    fc.assert(
      fc.property(revisions, (history) => {
        const store = new OpenedParagraphs();
        for (const texts of textsOf(history)) {
          const fresh = readPages(texts, new OpenedParagraphs());
          expect(everythingIn(readPages(texts, store))).toEqual(everythingIn(fresh));
        }
      }),
    );
  });

  it('has the same quotes, whatever callers do to those they were given', () => {
    fc.assert(
      fc.property(revisions, (history) => {
        const texts = textsOf(history);
        const seen = texts.map((text) => structuredClone(readSpeech(text).quotes));
        for (const [at, text] of texts.entries()) {
          const found: Quote[] = findQuotes(text);
          expect(found).toEqual(seen[at]);
          for (const quote of found) quote.speaker = 'nobody';
        }
      }),
    );
  });
});
