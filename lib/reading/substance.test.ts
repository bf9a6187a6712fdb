import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '#lib/testing/properties';
import { HARMLESS, SENTENCES, SUBSTANTIAL } from '#lib/reading/fixtures/edits';
import { anyText } from '#lib/testing/article/any-text';
import { growthOver, linearGrowth } from '#lib/testing/growth';
import { changeOf } from './substance';

const harmless = `
该公司营收大幅增长|该公司营收大幅上升
专家表示，目前形势良好|学者表示，当前形势良好
但是他离开了|不过他离开了
資料顯示，員工375人|资料显示，员工375人
“我们领先”，他说。|「我们领先」，他说。
he said "yes"|he said “yes”
3.75 million employees|3,750,000 employees
375万人|3750000人
三百七十五人|375人
没有参加|没参加
did not join|didn't join
cannot|can not
Profits rose sharply|Earnings rose sharply
However, sales fell|But sales fell
Teh company said|The company said
取得了显著成效|取得了显著成果
非常重要|十分重要
１２％|12%
12%|12 percent
12%|百分之十二
US$5 billion|5 billion US dollars
多家企业参与了|多家公司参与了
并推出新产品|并发布新产品
He purchased a house|He bought a house
1,234 people|1，234 people
约375人|大约375人
超过5%|逾5%
more than 5%|over 5%
The president spoke|The President spoke
万一下雨|如果下雨
法院于周一审理|法院于周一受理
`;

const substantial = `
375 employees|770 employees
375 employees|375 companies
375人|375家
5万元|5亿元
US$5 million|RMB 5 million
$5|€5
10 thousand|10 million
5%|5个百分点
5 percent|5 percentage points
3 miles|3 kilometres
at least 5|at most 5
he said he was there|he said he was not there
没有参加|参加了
公司裁员|公司未裁员
并非如此|如此
A不是B，C是D|A是B，C不是D
He did not say X was fine|He said X was not fine
A grew 5% and B 7%|A grew 7% and B 5%
他可能参加|他必须参加
会参加|不会参加
will go|may go
将收购|收购
three dogs|four dogs
third|fourth
第三|第四
GPT-4|GPT-5
周一|周二
去年|今年
2023年5月|2023年6月
rose 5%|fell 5%
all staff|some staff
she said|he said
张三表示|李四表示
马云说|马化腾说
王小明提交报告|王大明提交报告
华为发布手机|小米发布手机
特朗普称|拜登称
恒瑞集团|恒丰集团
北京大学|南京大学
Tim Cook said|Sundar Pichai said
the US|the UK
他说“我们领先”|他说我们领先
he called it "a win"|he called it a win
he said ‘no’|he said no
`;

const pairsOf = (lines: string): [string, string][] =>
  lines
    .trim()
    .split('\n')
    .map((line) => [line.split('|')[0] ?? '', line.split('|')[1] ?? '']);

describe('changeOf', () => {
  test('says none of equal texts', () => {
    for (const sentence of SENTENCES) expect(changeOf(sentence, sentence)).toBe('none');
  });

  test.each(pairsOf(harmless))('takes %s and %s for the same claim', (one, other) => {
    expect([changeOf(one, other), changeOf(other, one)]).toEqual(['wording', 'wording']);
  });

  test.each(pairsOf(substantial))('takes %s and %s for different claims', (one, other) => {
    expect([changeOf(one, other), changeOf(other, one)]).toEqual(['substance', 'substance']);
  });

  test('tells every one of 300 edits that change a fact, in both directions', () => {
    expect(SUBSTANTIAL.length).toBeGreaterThanOrEqual(300);
    const missed = SUBSTANTIAL.filter(
      ({ before, after }) => changeOf(before, after) !== 'substance' || changeOf(after, before) !== 'substance',
    );
    expect(missed).toEqual([]);
  });

  test('suspects none of 300 edits that change no fact', () => {
    expect(HARMLESS.length).toBeGreaterThanOrEqual(300);
    const suspected = HARMLESS.filter(
      ({ before, after }) => changeOf(before, after) !== 'wording' || changeOf(after, before) !== 'wording',
    );
    expect(suspected).toEqual([]);
  });

  test('looks again at a long claim of which little is left', () => {
    const claim = '研究人员在沙漠里观察了一群很少有人见过的小型哺乳动物的迁徙';
    expect(changeOf(claim, '画家们聚在老城的旧仓库里谈论颜色与光线以及他们的早年')).toBe('substance');
  });

  test('answers alike in both directions, whatever the texts', () => {
    const text = anyText('没有|不过|not |375|万|亿元|$5|“|”|张伟说|Apple |may |，|. |😀|\n');
    fc.assert(
      fc.property(text, text, (one, other) => {
        const change = changeOf(one, other);
        expect(changeOf(other, one)).toBe(change);
        expect(change === 'none').toBe(one === other);
      }),
      { numRuns: 200 },
    );
  });

  test('takes time in proportion to a claim', () => {
    const text = SENTENCES.join(' ').repeat(8);
    expect(growthOver(text, (part) => changeOf(part, part.replaceAll('the', 'a')))).toBeLessThan(linearGrowth);
    expect(growthOver('“没有5%”'.repeat(10_000), (part) => changeOf(part, part.replaceAll('5', '6')))).toBeLessThan(
      linearGrowth,
    );
  });
});
