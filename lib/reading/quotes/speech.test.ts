import { describe, expect, it } from 'vitest';
import { findQuotes } from '#lib/reading/quotes';

const speakers = (...paragraphs: string[]): (string | null)[] => findQuotes(paragraphs).map((quote) => quote.speaker);

describe('a quote without an attribution', () => {
  // Somebody else is mentioned in between, so that the text is about them once the speaker is forgotten.
  const languages = [
    {
      said: '“我们没有裁员。”周立平说。',
      mention: '创始人李笛坐在一旁。',
      between: '公司没有回应。',
      quote: '“明年会更好。”',
      names: ['周立平', '李笛'],
    },
    {
      said: '“We cut no jobs,” Joan Whitaker said.',
      mention: 'Mark Ellis, the founder, sat beside her.',
      between: 'It rained all day.',
      quote: '“Next year will be better.”',
      names: ['Joan Whitaker', 'Mark Ellis'],
    },
  ];

  it.each(languages)(
    'within three paragraphs is of the last speaker: $said',
    ({ said, mention, between, quote, names }) => {
      expect(speakers(said, mention, quote)).toEqual([names[0], names[0]]);
      expect(speakers(said, mention, between, quote)).toEqual([names[0], names[0]]);
    },
  );

  it.each(languages)('after that is of whom the text is about: $said', ({ said, mention, between, quote, names }) => {
    expect(speakers(said, mention, between, between, quote)).toEqual([names[0], names[1]]);
  });

  it.each(languages)('counts from the last quote, not from the last attribution: $said', (one) => {
    const { said, mention, between, quote, names } = one;
    const again = [between, between, quote];
    expect(speakers(said, mention, between, quote, ...again)).toEqual([names[0], names[0], names[0]]);
  });

  it('has no speaker where the text is about nobody', () => {
    expect(speakers('“明年会更好。”')).toEqual([null]);
    expect(speakers('公司没有回应。', '“明年会更好。”', '员工没有回应。')).toEqual([null]);
  });

  it('is of whom its own paragraph speaks about before it, rather than of the last speaker', () => {
    expect(speakers('“我们没有裁员。”周立平说。', '李笛说，公司很好。“这是后来的事。”')).toEqual(['周立平', '李笛']);
  });
});

describe('a quote that fills its paragraph', () => {
  it('is of who opens the next paragraph', () => {
    expect(speakers('“明年会更好。”', '周立平说，公司没有裁员。')).toEqual(['周立平']);
  });

  it('is not of who comes late in the next paragraph', () => {
    const late = '公司在三个城市都有办公室，去年还开了两家新的分店，员工也比以前多了不少，周立平说。';
    expect(speakers('“明年会更好。”', late)).toEqual([null]);
  });

  it('is of who opens the next paragraph in Chinese even after another speaker', () => {
    const paragraphs = ['“我们没有裁员。”周立平说。', '“明年会更好。”', '李笛说，公司不好。'];
    expect(speakers(...paragraphs)).toEqual(['周立平', '李笛']);
  });

  it('goes on with the speaker of the quote before it in English', () => {
    expect(
      speakers('“We cut no jobs,” Joan Whitaker said.', '“Next year will be better.”', 'Mark Ellis said he agreed.'),
    ).toEqual(['Joan Whitaker', 'Joan Whitaker']);
  });
});

describe('attributions on both sides of a quote', () => {
  it.each([
    ['李笛说：“有。”周立平说：“没有。”', ['李笛', '周立平']],
    ['“有。”李笛说。“没有。”周立平说。', ['李笛', '周立平']],
    ['李笛说，公司很好。“我们没有裁员，”周立平说。', ['周立平']],
    ['“We did,” Joan Whitaker said. “We did not,” Mark Ellis said.', ['Joan Whitaker', 'Mark Ellis']],
    ['Joan Whitaker said: “We did.” Mark Ellis said: “We did not.”', ['Joan Whitaker', 'Mark Ellis']],
  ])('each take their own: %s', (text, expected) => {
    expect(speakers(text)).toEqual(expected);
  });
});
