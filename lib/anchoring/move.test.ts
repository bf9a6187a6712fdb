import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '#lib/testing/properties';
import { HARMLESS, SENTENCES, SUBSTANTIAL } from '#lib/reading/fixtures/edits';
import { anyText } from '#lib/testing/article/any-text';
import { growth, linearGrowth } from '#lib/testing/growth';
import { type Anchor, describeAnchor, locateAnchor, moveAnchors } from './anchor';
import { wholeCharacters } from './place';

/** Anchors the words between 【 and 】, and gives the text without these marks. */
function marked(text: string): { text: string; anchor: Anchor } {
  const [start, end] = [text.indexOf('【'), text.indexOf('】') - 1];
  const plain = text.replace(/[【】]/g, '');
  return { text: plain, anchor: describeAnchor(plain, start, end) };
}

/** What a marked passage became: the new text with marks around it, and how it changed; null where it is gone. */
function shown(text: string, found: ReturnType<typeof locateAnchor>): string | null {
  if (!found) return null;
  const { start, end, changed } = found;
  return `${text.slice(0, start)}【${text.slice(start, end)}】${text.slice(end)} ${changed}`;
}

const a = '公司成立于2012年，总部设在杭州。';
const b = '去年公司裁员一成，现有375名员工。';
const c = '创始人李笛说，市场没有想象中那么大。';
const d = 'The firm opened an office in Austin in March.';
const e = 'It now employs 375 people, most of them engineers.';
const f = 'Nobody at the firm would comment on the sale.';

/** Old text, new text; both with the passage marked where it is. */
const situations: [string, string, string | null, string][] = [
  ['nothing changes', `${a}【${b}】${c}`, `${a}【${b}】${c}`, 'none'],
  ['a paragraph is put in above', `${d}\n${f} 【${e}】`, `新的一段。\n${d}\n${f} 【${e}】`, 'none'],
  ['an emoji is put in before', `${a}【${b}】`, `😀${a}👨‍👩‍👧【${b}】`, 'none'],
  ['a sentence is put in before it', `${d} 【${e}】`, `${d} Nobody knows why. 【${e}】`, 'none'],
  ['a like sentence is put in before it', `${d} 【${e}】`, `${d} It now employs a cook. 【${e}】`, 'none'],
  ['a sentence before it is gone', `${a}${c}【${b}】`, `${a}【${b}】`, 'none'],
  ['a paragraph is split', `${d} 【${e}】 ${f}`, `${d}\n\n【${e}】\n\n${f}`, 'none'],
  [
    'a paragraph is split within it',
    '【他说，公司很好。员工很多。】完。',
    '【他说，公司很好。\n员工很多。】完。',
    'wording',
  ],
  ['paragraphs are merged', `${a}\n${c}\n【${b}】\n${d}`, `${a}${c}【${b}】${d}`, 'none'],
  ['paragraphs change places', `${a}\n【${b}】\n${c}\n${d}`, `${c}\n${d}\n${a}\n【${b}】`, 'none'],
  ['a sentence moves to another paragraph', `${d} 【${e}】\n${f} ${a}`, `${d}\n${f} ${a} 【${e}】`, 'none'],
  ['a number changes', `${d} 【${e}】 ${f}`, `${d} 【${e.replace('375', '770')}】 ${f}`, 'substance'],
  ['a Chinese number changes', `${a}【${b}】${c}`, `${a}【${b.replace('375', '770')}】${c}`, 'substance'],
  ['just the number is marked and changes', 'It has 【375】 staff now.', 'It has 【770】 staff now.', 'substance'],
  ['the number and its noun are marked', '现有【375名员工】在岗。', '现有【770名员工】在岗。', 'substance'],
  ['a negation goes', `${a}【${c}】${b}`, `${a}【${c.replace('没有', '比')}】${b}`, 'substance'],
  ['a word is put right', `${d} 【It now emplyos 375 people.】`, `${d} 【It now employs 375 people.】`, 'wording'],
  ['a synonym takes the first word', `${a}【目前公司有375人。】`, `${a}【当前公司有375人。】`, 'wording'],
  ['a word is put in', `${d} 【It employs 375 people.】 ${f}`, `${d} 【It now employs 375 people.】 ${f}`, 'wording'],
  [
    'it is converted to traditional characters',
    `${a}【${c}】`,
    `${a}【創始人李笛說，市場沒有想象中那麼大。】`,
    'wording',
  ],
  [
    'the whole text is converted',
    `員工說\n【資料顯示人數減少】\n結束`,
    `员工说\n【资料显示人数减少】\n结束`,
    'wording',
  ],
  ['digits become full width', `${a}【${b}】${c}`, `${a}【${b.replace('375', '３７５')}】${c}`, 'wording'],
  ['punctuation becomes half width', '甲。【他说，对；好。】乙。', '甲。【他说, 对; 好.】乙。', 'wording'],
  ['it stands there twice, the first is marked', `【${b}】${a}\n${b}${c}`, `新增。【${b}】${a}\n${b}${c}`, 'none'],
  ['it stands there twice, the second is marked', `${b}${a}\n【${b}】${c}`, `${b}${a}新增。\n【${b}】${c}`, 'none'],
  ['its paragraph stands there twice', `${e}\n${f}\n【${e}】\n${d}`, `${e}\n${f} Yes.\n【${e}】\n${d}`, 'none'],
  ['the other of two is gone', `${e}\n${f}\n【${e}】\n${d}`, `${f}\n【${e}】\n${d}`, 'none'],
  ['it is gone', `${d} 【${e}】 ${f}`, null, `${d} ${f}`],
  ['its paragraph is gone', `${a}\n【${b}】\n${c}`, null, `${a}\n${c}`],
  ['another sentence stands in its place', `${d} 【${e}】 ${f}`, null, `${d} Rain is expected on Sunday. ${f}`],
  ['it is gone and its like was there before', `${b}${a}\n【${b}】${c}`, null, `${b}${a}\n${c}`],
  ['everything is gone', `【${b}】`, null, ''],
];

describe('moveAnchors', () => {
  test.each(situations)('follows a passage when %s', (_, old, fresh, changed) => {
    const { text, anchor } = marked(old);
    const after = fresh === null ? changed : marked(fresh).text;
    const [moved] = moveAnchors(text, after, [anchor]);
    expect(shown(after, moved ?? null)).toBe(fresh === null ? null : `${fresh} ${changed}`);
  });

  test.each([
    [
      'with the spaces at its ends',
      'Last year the firm【 had 375 staff 】there.',
      'Now the firm【 had 375 staff 】there.',
    ],
    [
      'without a space that is gone',
      'Last year it had【 375 staff 】in Austin.',
      'Now it had（【375 staff】）in Austin.',
    ],
    ['from within its first word', 'Some thir【teen geese】 came today.', 'Only thir【teen geese】 came today.'],
    ['to within its last word', 'Some 【geese, thir】teen, came today.', 'Only 【geese, thir】teen, came today.'],
    ['within one word', 'Some thi【rte】en geese came today.', 'Only thi【rte】en geese came today.'],
  ])('moves a passage of an edited paragraph %s', (_, old, fresh) => {
    const { text, anchor } = marked(old);
    const after = marked(fresh).text;
    expect(shown(after, moveAnchors(text, after, [anchor])[0] ?? null)).toContain(fresh);
  });

  test.each([
    ['a short name', 'The head is 【Li】 of Austin.', 'The head is 【Alexandra】 of Austin.'],
    ['a number at the end of its paragraph', 'Its staff number 【375】', 'Its staff number 【770】'],
    ['a number at the beginning of its paragraph', '【375】 people work there', '【770】 people work there'],
  ])('places %s on what stands there instead', (_, old, fresh) => {
    const { text, anchor } = marked(old);
    const after = marked(fresh).text;
    expect(shown(after, moveAnchors(text, after, [anchor])[0] ?? null)).toBe(`${fresh} substance`);
  });

  // The lines stay as they are: what is beyond them is white space.
  test.each([
    ['with the space before its line', 'One.\n【  Two.】\nThree.', 'New.\nOne.\n【  Two.】\nThree.'],
    ['without that space', 'One.\n【  Two.】\nThree.', 'New.\nOne.\n【Two.】\nThree.'],
    ['with the space after its line', 'One.\n【Two.  】\nThree.', 'New.\nOne.\n【Two.  】\nThree.'],
    ['without the space after it', 'One.\n【Two.  】\nThree.', 'New.\nOne.\n【Two.】\nThree.'],
    ['with a break after it', 'One.\n【Two.\n】Three.', 'New.\nOne.\n【Two.\n】Three.'],
    ['from within its line', 'One.\nTw【o.】\nThree.', 'New.\nOne.\nTw【o.】\nThree.'],
    ['over two lines', '【One.\nTw】o.\nThree.', 'New.\n【One.\nTw】o.\nThree.'],
    ['over lines that are set further apart', '【One.\nTwo.】\nThree.', 'New.\n【One.\n\nTwo.】\nThree.'],
    ['over lines that moved together', `【One.\nTwo.】\n${d}\n${e}\n${f}`, `${d}\n${e}\n${f}\n【One.\nTwo.】`],
    ['over lines with another put in between', `【${d}\n${e}】\n${f}`, `【${d}\nNew.\n${e}】\n${f}`],
  ])('moves a passage of lines that stay %s', (_, old, fresh) => {
    const { text, anchor } = marked(old);
    const after = marked(fresh).text;
    expect(shown(after, moveAnchors(text, after, [anchor])[0] ?? null)).toContain(fresh);
  });

  test('does not find white space between lines', () => {
    const { text, anchor } = marked('One.\n【\n】\nTwo.');
    expect(moveAnchors(text, `New.\n${text}`, [anchor])).toEqual([null]);
    expect(moveAnchors('One.\n \n', 'New.\nOne.\n \n', [describeAnchor('One.\n \n', 5, 7)])).toEqual([null]);
  });

  test.each([
    ['over two lines of which one moved away', `【${d}\n${e}】\n${f}\n${b}`, `${e}\n${f}\n${b}\n${d}`],
    [
      'of a moved line whose words were changed',
      `【${e}】\n${a}\n${b}\n${c}`,
      `${a}\n${b}\n${c}\nIt now employs 375 cooks, most of those gardeners.`,
    ],
  ])('does not follow a passage %s', (_, old, after) => {
    const { text, anchor } = marked(old);
    expect(moveAnchors(text, after, [anchor])).toEqual([null]);
  });

  test.each([
    ['a number', `【${e}】 ${f}\n${a}\n${b}\n${c}`, `${a}\n${b}\n${c}\n【${e.replace('375', '770')}】 ${f}`],
    ['a number in Chinese', `${a}【${b}】\n${d}\n${e}\n${f}`, `${d}\n${e}\n${f}\n${a}【${b.replace('375', '770')}】`],
    [
      'a number after an address in brackets',
      `详见（https://example.org/a）【公司目前在七个国家共有375名工程师。】\n${d}\n${e}\n${f}`,
      `${d}\n${e}\n${f}\n详见（https://example.org/a）【公司目前在七个国家共有770名工程师。】`,
    ],
  ])('follows a passage of a moved line in which %s changed', (_, old, fresh) => {
    const { text, anchor } = marked(old);
    const after = marked(fresh).text;
    expect(shown(after, moveAnchors(text, after, [anchor])[0] ?? null)).toBe(`${fresh} substance`);
  });

  test('does not take a long new clause for a number that is gone', () => {
    const { text, anchor } = marked('It has 【375】 staff now.');
    const after = 'It has, whatever anybody here would have believed a year ago, staff now.';
    expect(moveAnchors(text, after, [anchor])).toEqual([null]);
  });

  // Each passage stands twice in the old text and once in the new one, in a paragraph that was edited.
  test.each([
    ['after its like', `${b}${a}\n${d}\n【${b}】`, `${b}新增。${a}\n${d}`],
    ['before its like', `【${b}】\n${d}\n${b}${a}`, `${d}\n${b}新增。${a}`],
    ['in English after its like', `${e} ${f}\n${b}\n【${e}】`, `${e} So they say. ${f}\n${b}`],
    ['in English before its like', `【${e}】\n${b}\n${e} ${f}`, `${b}\n${e} So they say. ${f}`],
  ])('never places a passage that is gone on words that came from elsewhere: %s', (_, old, after) => {
    const { text, anchor } = marked(old);
    const like = text.indexOf(anchor.exact) === anchor.start ? text.lastIndexOf(anchor.exact) : 0;
    const anchors = [anchor, describeAnchor(text, like, like + anchor.exact.length)];
    const kept = after.indexOf(anchor.exact);
    const [gone, moved] = moveAnchors(text, after, anchors);
    expect(gone).toBeNull();
    expect(moved).toMatchObject({ start: kept, end: kept + anchor.exact.length, changed: 'none' });
  });

  test.each([
    ['forward', `【${e}】\n${b}\n${d} ${f}`, `${b}\n${d} 【${e}】 ${f}`],
    ['back', `${d} ${f}\n${b}\n【${e}】`, `${d} 【${e}】 ${f}\n${b}`],
  ])('places a passage on new words elsewhere: %s', (_, old, fresh) => {
    const { text, anchor } = marked(old);
    const after = marked(fresh).text;
    expect(shown(after, moveAnchors(text, after, [anchor])[0] ?? null)).toBe(`${fresh} none`);
  });

  test('keeps the order it was given, and moves each anchor alike in any other', () => {
    const before = SENTENCES.slice(0, 30).join('\n');
    const after = SENTENCES.slice(0, 30).toReversed().join('\n').replaceAll('the', 'a');
    const anchors = SENTENCES.slice(0, 30).map((sentence) => {
      const start = before.indexOf(sentence);
      return describeAnchor(before, start, start + sentence.length);
    });
    const moved = moveAnchors(before, after, anchors);
    expect(moveAnchors(before, after, anchors.toReversed())).toEqual(moved.toReversed());
    expect(anchors.map((anchor) => moveAnchors(before, after, [anchor])[0])).toEqual(moved);
  });

  test('looks for an anchor that does not fit the old text by its words', () => {
    const { text, anchor } = marked(`${a}【${b}】${c}`);
    expect(moveAnchors(`😀${text}`, `😀😀${text}`, [anchor])).toEqual([
      { start: anchor.start + 4, end: anchor.end + 4, score: 1, changed: 'none' },
    ]);
    expect(moveAnchors('全是别的话。', '也是别的话。', [anchor])).toEqual([null]);
  });
});

describe('locateAnchor', () => {
  // What needs the old text: which of two equal sentences went, and where the rest of a paragraph is.
  const beyond = [
    'it is gone and its like was there before',
    'the other of two is gone',
    'its paragraph stands there twice',
  ];
  test.each(situations.filter(([name]) => !beyond.includes(name)))(
    'finds a passage when %s',
    (_, old, fresh, changed) => {
      const { anchor } = marked(old);
      const after = fresh === null ? changed : marked(fresh).text;
      expect(shown(after, locateAnchor(after, anchor))).toBe(fresh === null ? null : `${fresh} ${changed}`);
    },
  );

  test('prefers the changed number in its place to the same number elsewhere', () => {
    const { anchor } = marked('The firm in Austin had 【375】 employees last year.');
    const text = 'They met in room 375. The firm in Austin had 770 employees last year.';
    expect(shown(text, locateAnchor(text, anchor))).toBe(
      'They met in room 375. The firm in Austin had 【770】 employees last year. substance',
    );
    expect(locateAnchor('They met in room 375 at night.', anchor)).toBeNull();
  });

  test('finds nothing for no words', () => {
    expect(locateAnchor('abc', describeAnchor('abc', 1, 1))).toBeNull();
  });
});

const before = `Some words stand here first. 前面还有一些话。\n`;
const after = `\nAnd more words follow, as they do. 后面也有一些话。`;

describe.each([
  ['substance' as const, SUBSTANTIAL],
  ['wording' as const, HARMLESS],
])('of edits that change the %s', (expected, edits) => {
  test('every one leaves the claim in its place', () => {
    const missed = edits.filter((edit) => {
      const text = before + edit.after + after;
      const anchor = describeAnchor(before + edit.before + after, before.length, before.length + edit.before.length);
      const found = [locateAnchor(text, anchor), ...moveAnchors(before + edit.before + after, text, [anchor])];
      return found.some(
        (place) => place?.changed !== expected || text.slice(place.start, place.end) !== edit.after.trim(),
      );
    });
    expect(missed).toEqual([]);
  });
});

const article = anyText('公司有375名员工。|It has 375 staff. |😀|\n|“|”|没有|the ');
/** A text, another made from it, and spans of the first, by shares of its length. */
const revisions = fc
  .tuple(article, article, fc.array(fc.tuple(fc.double({ noNaN: true, min: 0, max: 1 }), fc.nat(40)), { maxLength: 8 }))
  .map(([one, other, spans]) => ({
    text: one,
    other: other + one.slice(one.length >> 1) + other + one.slice(0, one.length >> 1),
    anchors: spans.flatMap(([share, length]) => {
      const start = Math.floor(share * one.length);
      const span = wholeCharacters(one, start, Math.min(one.length, start + length));
      return span.start < span.end ? [describeAnchor(one, span.start, span.end)] : [];
    }),
  }));

const isWhole = (text: string, at: number) =>
  !(/[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at)));

describe('whatever the texts', () => {
  test('an unchanged text keeps every anchor', () => {
    fc.assert(
      fc.property(revisions, ({ text, anchors }) => {
        const kept = anchors.map(({ start, end }) => ({ start, end, score: 1, changed: 'none' }));
        expect(moveAnchors(text, text, anchors)).toEqual(kept);
      }),
    );
  });

  test('passages that did not overlap never come to one place', () => {
    fc.assert(
      fc.property(revisions, ({ text, other, anchors }) => {
        const apart = anchors.filter(({ start, end }, at) =>
          anchors.slice(0, at).every((one) => one.end <= start || one.start >= end),
        );
        const places = moveAnchors(text, other, apart).flatMap((place) =>
          place ? [`${place.start}-${place.end}`] : [],
        );
        expect(new Set(places).size).toBe(places.length);
      }),
      { numRuns: 500 },
    );
  });

  test('text put in front moves every anchor by its length', () => {
    const front = fc.constantFrom('😀', '😀\n', '新增一段。\n', 'New. 😀 ', '\n\n');
    fc.assert(
      fc.property(revisions, front, ({ anchors }, added) => {
        const text = SENTENCES.slice(0, 6).join('\n');
        const own = anchors.flatMap(({ start, end }) =>
          end <= text.length && text.slice(start, end).trim() === text.slice(start, end)
            ? [describeAnchor(text, start, end)]
            : [],
        );
        const moved = own.map(({ start, end }) => ({ start: start + added.length, end: end + added.length }));
        expect(moveAnchors(text, added + text, own)).toMatchObject(moved);
      }),
    );
  });

  test('every place lies in the text and cuts no character, and equal words are unchanged ones', () => {
    fc.assert(
      fc.property(revisions, ({ text, other, anchors }) => {
        const places = [...moveAnchors(text, other, anchors), ...anchors.map((anchor) => locateAnchor(other, anchor))];
        for (const [index, place] of places.entries()) {
          if (!place) continue;
          const { start, end, score, changed } = place;
          expect(start >= 0 && start < end && end <= other.length && score >= 0 && score <= 1).toBe(true);
          expect(isWhole(other, start) && isWhole(other, end)).toBe(true);
          const words = anchors[index % anchors.length]?.exact;
          expect(changed === 'none').toBe(other.slice(start, end) === words);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('there and back again leads to where an anchor was', () => {
    const numbers = fc.uniqueArray(fc.nat(SENTENCES.length - 1), { minLength: 4, maxLength: 20 });
    fc.assert(
      fc.property(numbers, fc.nat(19), fc.constantFrom(' ', '\n'), (chosen, at, joint) => {
        const sentences = chosen.map((number) => SENTENCES[number] ?? '');
        const text = sentences.join('\n');
        const other = ['新的开头。', ...sentences.slice(0, at), 'New 😀 words.', ...sentences.slice(at)].join(joint);
        const anchors = sentences.map((sentence) => {
          const start = text.indexOf(sentence);
          return describeAnchor(text, start, start + sentence.length);
        });
        const there = moveAnchors(text, other, anchors).flatMap((place) =>
          place ? [describeAnchor(other, place.start, place.end)] : [],
        );
        expect(moveAnchors(other, text, there)).toMatchObject(anchors.map(({ start, end }) => ({ start, end })));
      }),
    );
  });
});

describe('takes time in proportion to', () => {
  const words = '公司去年有375名员工。It has 375 staff. ';
  const cases: [string, (times: number) => [string, string]][] = [
    ['one letter over and over', (times) => ['a'.repeat(times * 10), `${'a'.repeat(times * 9)}b`]],
    ['one Han character over and over', (times) => ['的'.repeat(times * 10), `了${'的'.repeat(times * 9)}了`]],
    [
      'one paragraph over and over',
      (times) => [`${words}\n`.repeat(times / 5), `x\n${`${words}\n`.repeat(times / 6)}`],
    ],
    ['one paragraph edited all over', (times) => [`${words}\n`.repeat(times / 5), `${words}9\n`.repeat(times / 5)]],
    [
      'one sentence in one paragraph',
      (times) => [words.repeat(times / 5), words.replace('375', '4').repeat(times / 5)],
    ],
  ];

  test.each(cases)('%s', (_, make) => {
    const pairOf = (times: number) => {
      const [text, other] = make(times);
      const anchors = [0.1, 0.5, 0.9].map((share) => {
        const start = Math.floor(share * text.length);
        return describeAnchor(text, start, start + 30);
      });
      return { text, other, anchors };
    };
    const work = ({ text, other, anchors }: ReturnType<typeof pairOf>) => [
      moveAnchors(text, other, anchors),
      anchors.map((anchor) => locateAnchor(other, { ...anchor, exact: `${anchor.exact}z` })),
    ];
    expect(growth(work, pairOf(1_000), pairOf(10_000))).toBeLessThan(linearGrowth);
  });

  test('a passage as long as the text', () => {
    const pairOf = (times: number) => ({ text: words.repeat(times), other: words.replace('375', '376').repeat(times) });
    const work = ({ text, other }: ReturnType<typeof pairOf>) =>
      locateAnchor(other, describeAnchor(text, 0, text.length));
    expect(growth(work, pairOf(50), pairOf(500))).toBeLessThan(linearGrowth);
  });
});
