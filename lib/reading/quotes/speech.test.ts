import { describe, expect, it, test } from 'vitest';
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
    expect(speakers('“可以。”王芳在公司的大会议室里面对着所有的人和所有的记者们点了点头。')).toEqual([null]);
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

  it('is not where other words stand in it', () => {
    expect(speakers('“明年会更好。”他们走了。', '李笛说，公司很好。')).toEqual([null]);
    expect(speakers('他们走了。“明年会更好。”', '李笛说，公司很好。')).toEqual([null]);
    expect(speakers('“It will be better.” They left.', 'Mark Ellis said he agreed.')).toEqual([null]);
  });

  it('is where only marks stand in it', () => {
    expect(speakers('“明年会更好。”……', '李笛说，公司很好。')).toEqual(['李笛']);
    expect(speakers('“It will be better.” —', 'Mark Ellis said he agreed.')).toEqual(['Mark Ellis']);
    expect(speakers('“好。” “明年会更好。”', '李笛说，公司很好。')).toEqual(['李笛', '李笛']);
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
    ['李笛说，“没有裁员，”周立平说。', ['周立平']],
    ['李笛说，“没有裁员。”周立平说，公司很好。', ['李笛']],
    ['李笛说：“没有裁员，”周立平说。', ['李笛']],
    ['李笛说: “没有裁员，”周立平说。', ['李笛']],
    ['“何时完工？”记者问。周立平表示，公司很好。“年底。”', ['记者', '周立平']],
    ['“We did,” Joan Whitaker said. “We did not,” Mark Ellis said.', ['Joan Whitaker', 'Mark Ellis']],
    ['Joan Whitaker said: “We did.” Mark Ellis said: “We did not.”', ['Joan Whitaker', 'Mark Ellis']],
  ])('each take their own: %s', (text, expected) => {
    expect(speakers(text)).toEqual(expected);
  });
});

describe('a cue', () => {
  test.each<[text: string, cues: (string | null)[]]>([
    ['李笛说：“有。”“没有。”', ['说', null]],
    ['“有。”“没有。”李笛说。', [null, '说']],
    ['Jane Doe said it would close. “It is a pity.”', [null]],
    ['Jane Doe said of the 3.5 percent, “It is a pity.”', ['said']],
    ['Jane Doe said: “It is a pity.” “It is.”', ['said', null]],
  ])('is of the quote beside it: %s', (text, cues) => {
    expect(findQuotes([text]).map(({ cue }) => cue)).toEqual(cues);
  });
});

describe('a longer fragment in English', () => {
  test.each<[text: string, quotes: string[]]>([
    ['He went “through thick and thin” with them.', ['through thick and thin']],
    ['He went “thick and thin” with them.', []],
    ['He went ‘through thick and thin’ with them.', []],
    ['He took the “through thick and thin” road.', []],
    ['He took the “one road through the hills and home” then.', ['one road through the hills and home']],
    ['He took the “one road through the hills home” then.', []],
    ['他们“through thick and thin”地走了很久很久。', []],
  ])('needs no cue where it is long: %s', (text, quotes) => {
    expect(findQuotes([text]).map((quote) => quote.text)).toEqual(quotes);
  });
});

describe('a fragment', () => {
  const cues = (text: string): [string, string | null, string | null][] =>
    findQuotes([text]).map((quote) => [quote.text, quote.speaker, quote.cue]);

  it.each([
    ['李笛说“很好”。', '很好', '说'],
    ['李笛说，“很好”。', '很好', '说'],
    ['李笛说道“很好”。', '很好', '说道'],
    ['李笛谈到“很好”。', '很好', '谈到'],
    ['李笛直言道“很好”。', '很好', '直言道'],
    ['李笛说的是：“明年很好。”', '明年很好。', '说'],
    ['李笛说的是：“很好”。', '很好', '说'],
    ['李笛回应了：“明年很好。”', '明年很好。', '回应'],
    ['“很好。”李笛回应了', '很好。', '回应'],
    ['“很好。”李笛点了点头。', '很好。', '点了点头'],
    ['李笛说：“很好”的公司。', '很好', '说'],
    ['李笛称之为“一次告别”。', '一次告别', '称之为'],
    ['李笛形容这场球是“一次漫长的告别”。', '一次漫长的告别', '形容'],
    ['李笛感慨到“很好”。', '很好', '感慨'],
    ['李笛说公司靠“一次好运气”。', '一次好运气', '说'],
    ['李笛说公司“不会裁员的”。', '不会裁员的', '说'],
    ['李笛说公司在今年，“不会再裁员”。', '不会再裁员', '说'],
    ['李笛说公司在今年和明年的几个大的项目里都要“不会再裁员”。', '不会再裁员', '说'],
    ['李笛认为“不会再裁员”。', '不会再裁员', '认为'],
    ['“不会再裁员”，李笛说。', '不会再裁员', '说'],
    ['“不会再裁员”——，李笛说。', '不会再裁员', '说'],
    ['“不会再裁员”，昨天李笛说。', '不会再裁员', '说'],
  ])('is speech beside a cue in Chinese: %s', (text, quote, cue) => {
    expect(cues(text)).toEqual([[quote, '李笛', cue]]);
  });

  it.each([
    ['that describes a noun', '李笛说“很好”的公司。'],
    ['that is what is talked about', '李笛说的是“人工智能”。'],
    ['far from a word that describes', '李笛形容这场在昨天的雨里踢了两个小时的球是“一次漫长的告别”。'],
    ['that is a term', '李笛说公司“大厦”。'],
    ['after the object of a view', '李笛认为公司“不会再裁员”。'],
    ['that is no clause, in a clause of its own', '李笛说公司在今年，有“一座新的大厦”。'],
    ['that is no clause, far from the cue', '李笛说公司在今年和明年的几个大的项目里都要“一座新的大厦”。'],
    ['without a pause before the cue', '“不会再裁员”李笛说。'],
    ['with other words before the cue', '“不会再裁员”，公司在昨天，李笛说。'],
    ['that is a term after a view', '李笛认为，公司靠“一次好运气”。'],
    ['in another sentence', '李笛说，公司很好。公司在盖“一座不会倒的大厦”。'],
    ['beside no cue', '李笛走了。“不会再裁员”的公司。'],
  ])('is no speech %s in Chinese: %s', (_, text) => {
    expect(cues(text)).toEqual([]);
  });

  it.each([
    ['Jane Doe said, “no cuts”.', 'no cuts', 'said'],
    ['Jane Doe said: “cuts”.', 'cuts', 'said'],
    ['Jane Doe said, “cuts”.', 'cuts', 'said'],
    ['Jane Doe said the “wake up and go” people.', 'wake up and go', 'said'],
    ['Jane Doe said “cuts” help.', 'cuts', 'said'],
    ['Jane Doe said that “cuts” help.', 'cuts', 'said'],
    ['Jane Doe said the plan was “cruel”.', 'cruel', 'said'],
    ['Jane Doe called the plan a “farce”.', 'farce', 'called'],
    ['Jane Doe said the firm must “wake up” to the threat.', 'wake up', 'said'],
    ['Jane Doe said the firm must “wake up”.', 'wake up', 'said'],
    ['Jane Doe said the “wake up and go now” people.', 'wake up and go now', 'said'],
    ['“No more cuts” Jane Doe said.', 'No more cuts', 'said'],
    ['“No more cuts” — Jane Doe said.', 'No more cuts', 'said'],
    ['“No more cuts”, Jane Doe said.', 'No more cuts', 'said'],
  ])('is speech beside a cue in English: %s', (text, quote, cue) => {
    expect(cues(text)).toEqual([[quote, 'Jane Doe', cue]]);
  });

  it.each([
    ['of one word', 'Jane Doe said the “cuts” help.'],
    ['of one word in a sentence', 'Jane Doe said the firm runs “wake” up.'],
    ['that qualifies a noun', 'Jane Doe said the “wake up” people.'],
    ['that is a label', 'Jane Doe said the firm has the “best staff”.'],
    [
      'far from a word that describes',
      'Jane Doe called the plan the company had made for the next two years of cuts at the plant in Ohio a “farce”.',
    ],
    ['after a view', 'Jane Doe believes the plan is “cruel work”.'],
    ['after a document', 'The report shows the plan is “cruel work”.'],
    ['with words before the cue', '“No more cuts” and so Jane Doe said.'],
    ['in another sentence', 'Jane Doe said she left. The “best staff of all of them” left.'],
  ])('is no speech %s in English: %s', (_, text) => {
    expect(cues(text)).toEqual([]);
  });
});

describe('a name and a colon', () => {
  it.each([
    ['孙正义：“明年会更好。”', '孙正义'],
    ['孙正义: “明年会更好。”', '孙正义'],
    ['孙正义："明年会更好。"', '孙正义'],
    ['苹果CEO库克：“明年会更好。”', '库克'],
    ['公司很好。苹果CEO库克：“明年会更好。”', '库克'],
    ['Jane Doe: “It will be better.”', 'Jane Doe'],
    ['Jane Doe: "It will be better."', 'Jane Doe'],
    ['Smith:“It will be better.”', 'Smith'],
  ])('give the speaker: %s', (text, speaker) => {
    expect(speakers(text)).toEqual([speaker]);
  });

  it.each([
    '一位来自北京的不愿意透露姓名的在公司工作了很多年的员工李笛：“明年会更好。”',
    '中国队3比0：“明年会更好。”',
    '李笛在公司的会议室里：“明年会更好。”',
    '他：“明年会更好。”',
    'The mayor: “It will be better.”',
  ])('do not where there is no name: %s', (text) => {
    expect(speakers(text)).toEqual([null]);
  });
});

describe('whom the text is about', () => {
  const quote = '“明年会更好。”';
  it.each<[string, string[], string | null]>([
    ['who is introduced with a role', ['创始人李笛坐在一旁。'], '李笛'],
    ['who is introduced by name', ['李明是一名程序员。'], '李明'],
    ['not whoever is named', ['李明来到北京。'], null],
    ['the last one introduced', ['周立平说，公司很好。', '创始人李笛坐在一旁。'], '李笛'],
    ['the last one who spoke', ['周立平说，公司很好。李笛说，公司不好。'], '李笛'],
    ['one known who is named again', ['周立平说，公司很好。李笛说，公司不好。', '周立平走了。'], '周立平'],
    ['not one whose things are named', ['周立平说，公司很好。李笛说，公司不好。', '周立平的车走了。'], '李笛'],
    ['not one with a role whose things are named', ['周立平说，公司很好。', '在公司，创始人李笛的车坏了。'], '周立平'],
    ['not a body that is named', ['李笛表示，公司不好。', '工信部很好。'], '李笛'],
    ['not one of whom somebody speaks', ['李笛表示，公司很好。', '他说，创始人周立平来了。'], '李笛'],
    ['a person after a body', ['工信部表示，公司很好。', '李笛表示，公司不好。'], '李笛'],
    ['a body that speaks', ['工信部表示，公司很好。'], '工信部'],
  ])('in Chinese is %s', (_, paragraphs, speaker) => {
    expect(speakers(...paragraphs, quote)).toEqual([speaker]);
  });

  const said = 'Jane Doe said the plant would close. Mark Ellis said it would not.';
  it.each<[string, string[], string | null]>([
    ['who opens a sentence', ['Mark Ellis walked in.'], 'Mark Ellis'],
    ['the last one who spoke', [said], 'Mark Ellis'],
    ['one known who is named again', [said, 'Then Jane Doe left the room.'], 'Jane Doe'],
    ['one known who is named late', [said, 'In the room sat Jane Doe.'], 'Jane Doe'],
    ['not one who is named in small letters', [said, 'in the room jane doe sat.'], 'Mark Ellis'],
    ['not one whose things are named', [said, "Then Jane Doe's car left the room."], 'Mark Ellis'],
    ['a body that speaks', ['The Ministry of Health said cases fell by a third.'], 'Ministry of Health'],
  ])('in English is %s', (_, paragraphs, speaker) => {
    expect(speakers(...paragraphs, '“It will be better.”')).toEqual([speaker]);
  });

  it('is by last name the first one who had it', () => {
    expect(
      speakers('Mark Ellis came.', 'Ellis said he would stay.', 'Ellis Smith came.', '“Yes,” Ellis said.'),
    ).toEqual(['Mark Ellis']);
    expect(speakers('Mark Ellis and Jane Ellis came.', '“It will be better,” Ellis said.')).toEqual(['Mark Ellis']);
  });
});
