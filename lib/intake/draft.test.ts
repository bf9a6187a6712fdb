import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleDraft, maxArticleLength, maxParagraphLength, maxParagraphs } from '#lib/domain/articles/article';
import { describeNeeding } from '#lib/testing/needs';
import { dataset } from '#lib/testing/outside/datasets';
import { type DraftOptions, draftFromText } from './draft';

function draftOf(text: string, options?: DraftOptions): ArticleDraft {
  const result = draftFromText(text, options);
  if (!result.ok) throw new Error(`refused: ${result.code}`);
  return result.draft;
}

const texts = (draft: ArticleDraft) => draft.paragraphs.map(({ text }) => text);
const kinds = (draft: ArticleDraft) => draft.paragraphs.map(({ kind }) => kind);

const zhBody = '为什么中国没有出现ChatGPT？我们的差距在哪里？\n“本质是专注和决心。”小冰CEO李笛直言。';
const enBody = 'The committee said on Tuesday that it would publish.\n“We are late,” its chair admitted.';

describe('draftFromText reads the labelled form', () => {
  it.each<[string, string]>([
    ['half-width colons', `标题: 谁在围猎\n链接: https://a.cn/b\n\n正文:\n${zhBody}`],
    ['full-width colons', `标题：谁在围猎\n链接：https://a.cn/b\n正文：\n${zhBody}`],
    ['the text on the label’s line', `标题：谁在围猎\n链接：https://a.cn/b\n正文：${zhBody}`],
    ['another order', `链接：https://a.cn/b\n标题：谁在围猎\n全文：\n\n${zhBody}`],
    ['bold labels', `**标题**：谁在围猎\n**链接：** https://a.cn/b\n\n**正文：**\n${zhBody}`],
    ['bold values', `**标题**：**谁在围猎**\n**链接：** https://a.cn/b\n正文：\n${zhBody}`],
    ['a title without, others with labels', `谁在围猎\n作者：张三\n链接：https://a.cn/b\n正文：\n${zhBody}`],
    ['all on one line', `标题：谁在围猎 链接：https://a.cn/b 正文：${zhBody}`],
    ['bracketed labels', `【标题】谁在围猎\n【链接】https://a.cn/b\n【正文】\n${zhBody}`],
    ['values on lines of their own', `标题：\n谁在围猎\n\n链接：\nhttps://a.cn/b\n\n正文：\n${zhBody}`],
    ['bare labels', `标题\n谁在围猎\n链接\nhttps://a.cn/b\n正文\n${zhBody}`],
    ['no text label', `标题：谁在围猎\n链接：https://a.cn/b\n\n${zhBody}`],
    ['no title label', `谁在围猎\n链接：https://a.cn/b\n正文：\n${zhBody}`],
    ['Windows line ends and a mark', `\ufeff标题：谁在围猎\r\n链接：<https://a.cn/b>\r\n\r\n正文：\r\n${zhBody}`],
    ['a linked address', `# 标题：谁在围猎\n- 链接：[原文](https://a.cn/b)\n\n正文：\n${zhBody}`],
    ['English labels in Chinese', `Title: 谁在围猎\nURL: https://a.cn/b\nText:\n${zhBody}`],
  ])('with %s', (_, text) => {
    const draft = draftOf(text, { format: 'plain' });
    expect(draft).toMatchObject({ title: '谁在围猎', url: 'https://a.cn/b', language: 'zh-Hans' });
    expect(texts(draft)).toEqual(zhBody.split('\n'));
  });

  it('with every fact, in English', () => {
    const draft = draftOf(
      `Headline: Who hunts?\nLink: https://a.example/b\nSource: Reuters\nBy: Jane Doe\nDate: Feb 14, 2023\nArticle:\n${enBody}`,
    );
    expect(draft).toMatchObject({
      title: 'Who hunts?',
      url: 'https://a.example/b',
      publisher: 'Reuters',
      byline: 'Jane Doe',
      publishedOn: '2023-02-14',
      language: 'en',
      notices: [],
    });
    expect(texts(draft)).toEqual(enBody.split('\n'));
  });

  it('in traditional Chinese', () => {
    const draft = draftOf(
      '標題：誰在圍獵\n連結：https://a.tw/b\n作者：張三\n來源：聯合報\n時間：2023年2月14日\n內容：\n為什麼我們還沒有出現這樣的產品？',
    );
    expect(draft).toMatchObject({
      title: '誰在圍獵',
      publisher: '聯合報',
      byline: '張三',
      publishedOn: '2023-02-14',
      language: 'zh-Hant',
    });
  });

  it('and tells of links and dates that cannot be read', () => {
    const draft = draftOf(`标题：谁\n链接：javascript:alert(1)\n日期：2023-02-31\n正文：\n${zhBody}`);
    expect(draft).toMatchObject({ url: null, publishedOn: null });
    expect(draft.notices).toEqual([
      { code: 'bad-link', value: 'javascript:alert(1)' },
      { code: 'bad-date', value: '2023-02-31' },
    ]);
  });

  it('but never takes a sentence for a label', () => {
    const lines = [
      'The hall was full when the vote began on Tuesday evening.',
      'Text: 3 people were hurt.',
      'Source: the police.',
      '来源：他说不清楚。',
      'Title: nobody won it this year.',
    ];
    expect(texts(draftOf(lines.join('\n')))).toEqual(lines);
    const sentence = 'Source: the police said that three people were hurt in the crash.';
    expect(texts(draftOf(`Title: Crash\n\n${sentence}\nThey gave no names.`))).toEqual([
      sentence,
      'They gave no names.',
    ]);
    expect(texts(draftOf('Text: 3 people died in the crash.\nThey were on their way home.'))[0]).toMatch(/^Text: 3/);
  });
});

describe('draftFromText reads what a text says of itself without labels', () => {
  it.each<[string, string | null, string | null, number]>([
    ['出品｜网易科技《后厂村7号》栏目（ID: tech_163）', '网易科技', null, 3],
    ['来源：新华社', '新华社', null, 2],
    ['文｜张三', null, '张三', 2],
    // Whoever is named and is no fact stays in sight.
    ['文/张三 编辑/李四', null, '张三', 3],
    ['编辑：李四 校对：王五', null, null, 3],
    ['2023-02-14 10:44:48　来源: 网易科技', '网易科技', null, 2],
    ['来源：https://a.cn/b', null, null, 2],
  ])('%s', (line, publisher, byline, count) => {
    const draft = draftOf(`大模型的生意\n${line}\n${zhBody}`);
    expect(draft).toMatchObject({ title: '大模型的生意', publisher, byline });
    expect(draft.paragraphs).toHaveLength(count);
  });

  it('By Jane Doe, and a date', () => {
    const draft = draftOf(
      `Panel delays its figures again\n\nBy Jane Doe and John van Dyk\n\nFeb. 14, 2023\n\n${enBody}`,
    );
    expect(draft).toMatchObject({ byline: 'Jane Doe and John van Dyk', publishedOn: '2023-02-14', publisher: null });
    expect(texts(draft)).toEqual(enBody.split('\n'));
    const published = draftOf(`Panel delays its figures again\nPublished Feb 14, 2023 at 10:44 AM\n${enBody}`);
    expect(published.publishedOn).toBe('2023-02-14');
    expect(texts(draftOf('Date: 3 people died.\nThe police gave no names.'))[0]).toBe('Date: 3 people died.');
    expect(draftOf(`Panel delays\nBy Tuesday the panel had published nothing.\n${enBody}`).byline).toBeNull();
  });

  it('a title after navigation, and none from a quote or a sentence', () => {
    expect(draftOf(`首页 > 科技 > 正文\n大模型的生意\n${zhBody}`).title).toBe('大模型的生意');
    const draft = draftOf(zhBody);
    expect(draft.title.length).toBeLessThanOrEqual(41);
    expect(texts(draft)).toEqual(zhBody.split('\n'));
  });
});

describe('draftFromText gives plain lines their kind', () => {
  it('headings, lists and captions among prose', () => {
    const draft = draftOf(
      [
        '标题：T',
        '正文：',
        '第一段文字在这里结束。',
        '中国AIGC生态初现：大厂搞基建，小厂做创新',
        '当下，全世界都刮起了一阵风。',
        '“中国一定要有自己的GPT-4，即基础模型（大模型）。”',
        '1、表达问题：语义重复',
        '（二）缺少物理常识',
        '• 训练效率差',
        '1. not a year',
        '1.5亿美元是它的估值。',
        '▲ 发布会现场',
        '图：视觉中国',
        'Photo: Reuters',
        '图像生成是另一条路。',
        '<script>alert(1)</script>',
      ].join('\n'),
    );
    expect(kinds(draft)).toEqual([
      'body',
      'heading',
      'body',
      'body',
      'list-item',
      'list-item',
      'list-item',
      'list-item',
      'body',
      'caption',
      'caption',
      'caption',
      'body',
      'body',
    ]);
    expect(texts(draft).at(-1)).toBe('<script>alert(1)</script>');
    expect(texts(draft)[4]).toBe('1、表达问题：语义重复');
  });

  it('and joins the lines of wrapped mail, but not its lists and signature', () => {
    const mail = [
      'Panel delays its figures',
      '',
      'The committee said on Tuesday that it would publish the figures next',
      'week, after two delays that its chair called “a matter of regret for',
      'everyone involved”. Its members had asked for the numbers in January and',
      'were told to wait.',
      '',
      'Three things are open:',
      '- who pays',
      '- who counts, and under what rules that nobody has been able to agree on',
      '- who knows',
      '',
      'Jane Doe',
      'City desk',
    ];
    const draft = draftOf(mail.join('\n'));
    expect(draft.title).toBe('Panel delays its figures');
    expect(texts(draft)).toEqual([mail.slice(2, 6).join(' '), ...mail.slice(7, 11), 'Jane Doe', 'City desk']);
  });

  it('and joins wrapped Chinese without spaces', () => {
    const lines = [
      '网易科技获悉，多家公司在本周公布了新的大模型产品，价格不等，有的',
      '每千次调用只要几分钱，有的则要按年付费，客户对此看法不一，分析师认',
      '为价格战才刚刚开始。',
    ];
    expect(texts(draftOf(`标题：价格战\n正文：\n${lines.join('\n')}\n\n记者将继续关注此事。`))[0]).toBe(lines.join(''));
  });

  it('and keeps one paragraph a line where lines are sentences', () => {
    const lines = ['一句话结束。', '', '另一句话在这里结束。', '第三句话，比前一句长一些，也结束了。'];
    expect(texts(draftOf(lines.join('\n')))).toEqual(lines.filter((line) => line !== ''));
  });
});

describe('draftFromText reads Markdown', () => {
  const markdown = [
    '# Who *hunts*?',
    '',
    'By Jane Doe',
    '',
    'A **bold** claim with [a link](https://a.example) and `code`,',
    'wrapped once. It cost R&amp;D 5 \\* 3.',
    '',
    '![The hall](hall.png)',
    '',
    '## The cost',
    '',
    '- one',
    '- two',
    '  - deeper',
    '',
    '3. three',
    '4. four',
    '',
    '> “We are late,”',
    '> she said.',
    '',
    '```js',
    'const a = 1;',
    '',
    '# no heading',
    '```',
    '',
    'See [the report][r].',
    '',
    '[r]: https://a.example/r',
    '',
    '<p>Plain <b>words</b></p>',
    '<script>alert(1)</script>',
    '',
    '<!-- hidden',
    '',
    'still hidden -->',
    '',
    '**Bold heading**',
    '',
    '**段落一**在这里',
    '换行。',
    '',
    '***',
  ].join('\n');

  it('into flattened blocks', () => {
    const draft = draftOf(markdown);
    expect(draft).toMatchObject({ title: 'Who hunts?', byline: 'Jane Doe' });
    expect(draft.paragraphs.map(({ kind, text }) => [kind, text])).toEqual([
      ['body', 'A bold claim with a link and code, wrapped once. It cost R&D 5 * 3.'],
      ['caption', 'The hall'],
      ['heading', 'The cost'],
      ['list-item', 'one'],
      ['list-item', 'two'],
      ['list-item', 'deeper'],
      ['list-item', '3. three'],
      ['list-item', '4. four'],
      ['body', '“We are late,” she said.'],
      ['body', 'const a = 1;'],
      ['body', '# no heading'],
      ['body', 'See the report.'],
      ['body', 'Plain words'],
      ['heading', 'Bold heading'],
      ['body', '段落一在这里换行。'],
    ]);
  });

  it('with front matter', () => {
    const draft = draftOf(
      `---\ntitle: "Who hunts?"\nauthor: Jane Doe\ndate: 2023-02-14\nurl: https://a.example/b\ntags: [a]\n---\n\n# Who hunts?\n\n${enBody}`,
    );
    expect(draft).toMatchObject({
      title: 'Who hunts?',
      byline: 'Jane Doe',
      publishedOn: '2023-02-14',
      url: 'https://a.example/b',
    });
    expect(draft.paragraphs).toHaveLength(1);
  });

  it('with Chinese paragraphs that are one line break apart', () => {
    const draft = draftOf('# 标题一\n第一段在这里。\n“第二段**在**这里。”\n## 小节\n第三段没有结束，\n在这里结束。');
    expect(texts(draft)).toEqual(['第一段在这里。', '“第二段在这里。”', '小节', '第三段没有结束，在这里结束。']);
  });

  it('by file name, and not where a text only has stars in it', () => {
    expect(texts(draftOf('A *small* word.', { filename: 'a.md' }))).toEqual(['A small word.']);
    expect(texts(draftOf('A *small* word.', { filename: 'a.txt' }))).toEqual(['A *small* word.']);
    expect(texts(draftOf('A [link](https://a.example) alone.\nAnd prose.\nAnd more.\nAnd more.'))[0]).toContain('](');
  });

  it('that means harm without taking long', () => {
    for (const unit of [
      '*a_',
      '[a](',
      '>',
      '`a``',
      '<a',
      '- ',
      '![[',
      '# \n',
      '- a\n',
      '<a>',
      '[a]: x\n',
      '\n\n*a*\n',
      '  - a\n',
      '| a |\n',
      '<!--\n',
    ]) {
      // What a parser would chew on for minutes ends within this test's own time-out.
      draftFromText(unit.repeat(Math.floor(190_000 / unit.length)), { format: 'markdown' });
      expect(() => draftFromText(unit.repeat(Math.floor(990_000 / unit.length)))).not.toThrow();
    }
  });
});

describe('draftFromText withstands any input', () => {
  it.each(['', ' \n\t\u00a0\u3000', '\0\x01\x02', '\u200b\ufeff\u200d', '标题：只有标题', '---\n\n***'])(
    '%j is empty',
    (text) => {
      expect(draftFromText(text)).toEqual({ ok: false, code: 'article-empty' });
    },
  );

  it('refuses what is too large, with the limit', () => {
    expect(draftFromText('a'.repeat(5_000_000))).toEqual({
      ok: false,
      code: 'article-too-long',
      limit: maxArticleLength,
    });
    expect(draftFromText('一句。\n'.repeat(maxParagraphs + 1))).toEqual({
      ok: false,
      code: 'too-many-paragraphs',
      limit: maxParagraphs,
    });
    expect(draftFromText(`一句话。\n${'长'.repeat(maxParagraphLength + 1)}`)).toEqual({
      ok: false,
      code: 'paragraph-too-long',
      limit: maxParagraphLength,
      paragraph: 1,
    });
    expect(draftFromText('一句。\n'.repeat(maxParagraphs)).ok).toBe(true);
  });

  it('counts what it removed and replaced', () => {
    expect(draftOf('A \u202eclaim\0 with \ud800 in it.').notices).toEqual([
      { code: 'characters-removed', count: 2 },
      { code: 'characters-replaced', count: 1 },
    ]);
  });

  it('reads a text as long as we take', () => {
    for (const line of [
      '在中国，围绕AIGC生长出的市场生态，已崭露头角。'.repeat(10),
      'Some words, and more of them. '.repeat(9),
    ]) {
      const text = `${line}\n`.repeat(Math.floor(maxArticleLength / (line.length + 1)));
      expect(draftFromText(text).ok).toBe(true);
    }
  });

  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      '',
      '标题：甲',
      '正文：',
      '链接：x',
      'Text: a',
      '来源：新华社',
      'By Jane Doe',
      '2023-02-14',
      '量子位 2025-03-27 11:37:28',
      '相关阅读',
      '# a',
      '- b',
      '1、一',
      '一、二',
      '“引',
      '述。”',
      '短标题',
      '一句完整的话。',
      '---',
      '```',
      '> c',
      'The figures were published on Tuesday, and they were worse than the',
    ),
  );
  const anyText = fc.array(line, { maxLength: 20 }).map((lines) => lines.join('\n'));

  it('never throws, and paragraphs are clean lines', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('auto' as const, 'plain' as const, 'markdown' as const), (text, format) => {
        const result = draftFromText(text, { format, today: '2023-03-01' });
        if (!result.ok) return;
        expect(result.draft.title).not.toBe('');
        for (const paragraph of result.draft.paragraphs) {
          expect(paragraph.text).toBe(paragraph.text.trim());
          expect(paragraph.text).toMatch(/^.+$/u);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same paragraphs when it is fed its own', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const result = draftFromText(text, { format: 'plain' });
        if (!result.ok) return;
        const again = `Title: ${result.draft.title}\nText:\n${texts(result.draft).join('\n')}`;
        expect(draftOf(again, { format: 'plain' }).paragraphs).toEqual(result.draft.paragraphs);
      }),
      { numRuns: 500 },
    );
  });
});

const article = dataset('articles', 'aigc-hunt-zh.txt');

describeNeeding(article, 'draftFromText on a real feature', () => {
  it('finds its facts, its heading, its list and the forty lines that are not part of it', () => {
    const source = readFileSync(article.path, 'utf-8');
    const draft = draftOf(source);
    expect(draft).toMatchObject({
      title: '谁在中国“围猎”AIGC？',
      url: 'https://www.163.com/tech/article/HTMAA02R000999C0.html',
      publisher: '网易科技',
      byline: null,
      publishedOn: null,
      language: 'zh-Hans',
      notices: [],
    });
    const lines = source.split('\n').slice(4);
    expect(texts(draft)).toEqual(lines);
    const boilerplate = draft.paragraphs.flatMap(({ kind }, index) => (kind === 'boilerplate' ? [index] : []));
    expect(boilerplate).toEqual(Array.from({ length: 40 }, (_, index) => lines.length - 40 + index));
    const headings = draft.paragraphs.filter(({ kind }) => kind === 'heading').map(({ text }) => text);
    expect(headings).toEqual(['中国AIGC生态初现：大厂搞基建，小厂做创新']);
    expect(draft.paragraphs.filter(({ kind }) => kind === 'list-item')).toHaveLength(5);
  });
});
