import { describe, expect, test } from 'vitest';
import { readClaim } from './claim-reading';
import { isEmpty, reasonsFor } from './reasons';
import { relate, sure } from './relate';

const between = (a: string, b: string, behind = 0) => relate(readClaim(a), readClaim(b), undefined, behind);
const signs = (a: string, b: string) => between(a, b).signs;
const reasons = (a: string, b: string) => reasonsFor(between(a, b), { a, b });

describe('how one claim relates to another', () => {
  test.each([
    ['same', 'OpenAI has 375 employees.', 'OpenAI has 375 staff.'],
    ['same', 'OpenAI has 375 employees.', 'OpenAI有375名员工。'],
    ['figure-differs', 'OpenAI has 375 employees.', 'OpenAI has 520 employees.'],
    ['figure-differs', 'Zorvex has 3 million users in 2024.', 'Zorvex has fewer than 3 million users in 2024.'],
    ['figure-differs', 'Zorvex has 3 million users in 2024.', 'Zorvex has up to 3 million users in 2024.'],
    ['figure-differs', '卓维克斯2024年有300万用户。', '卓维克斯2024年用户不到300万。'],
    ['figure-differs', '海蓝科技2023年卖出50万辆汽车。', '海蓝科技2023年卖出不足50万辆汽车。'],
    ['same', 'Zorvex has 3 million users in 2024.', 'Zorvex has nearly 3 million users in 2024.'],
    ['same', '卓维克斯2024年有300万用户。', '卓维克斯2024年有约300万用户。'],
    ['unit-differs', 'OpenAI raised $375 million.', 'OpenAI raised €375 million.'],
    ['unit-differs', 'OpenAI has 375 employees.', 'OpenAI has 375 customers.'],
    ['unit-differs', 'OpenAI有375名员工。', 'OpenAI has 375 users.'],
    ['date-differs', 'OpenAI was founded in 2015.', 'OpenAI was founded in 2016.'],
    ['negated', 'OpenAI will sue Microsoft.', 'OpenAI will not sue Microsoft.'],
    ['negated', 'Zorvex has 3 million users in 2024.', 'It is false that Zorvex has 3 million users in 2024.'],
    ['negated', 'Zorvex has 3 million users in 2024.', 'It is untrue that Zorvex has 3 million users in 2024.'],
    ['negated', 'Zorvex has 3 million users in 2024.', 'The claim that Zorvex has 3 million users in 2024 is false.'],
    [
      'negated',
      'Zorvex has 3 million users in 2024.',
      'There is no truth in it that Zorvex has 3 million users in 2024.',
    ],
    ['negated', 'Zorvex has 3 million users in 2024.', 'Zorvex denied having 3 million users in 2024.'],
    ['negated', 'Zorvex has 3,142 users in 2024.', 'The claim that Zorvex has 3,142 users in 2024 is untrue.'],
    ['negated', 'Dr. Okafor said the drug cures 80 percent.', 'Dr. Okafor denied that the drug cures 80 percent.'],
    ['same', 'It is false that Zorvex has 3 million users.', 'Zorvex denied that it has 3 million users.'],
    ['same', 'It is false that Zorvex has 3 million users.', 'Zorvex does not have 3 million users.'],
    ['negated', '卓维克斯2024年有300万用户。', '卓维克斯2024年并非有300万用户。'],
    ['negated', '卓维克斯2024年有300万用户。', '卓维克斯否认2024年有300万用户。'],
    ['negated', '卓维克斯2024年有300万用户。', '卓维克斯2024年有300万用户的说法不实。'],
    ['negated', '卓维克斯2024年有3142名用户。', '卓维克斯2024年有3142名用户的说法不属实。'],
    ['negated', '奥卡福医生说该药治愈了80%的患者。', '奥卡福医生否认该药治愈了80%的患者。'],
    ['same', '卓维克斯否认有300万用户。', '卓维克斯没有300万用户。'],
    ['negated', 'OpenAI营收增长', 'OpenAI营收下降'],
    ['other', 'OpenAI has 375 employees.', 'Microsoft has 375 employees.'],
    ['other', 'Zorvex has 3 million users in 2024.', 'Quillon has 3 million users in 2024.'],
    ['other', 'In 2024, Zorvex has 3 million users.', 'Quillon has 3 million users in 2024.'],
    ['other', 'Northwind Energy has 3 million customers.', 'Veltor Energy has 3 million customers.'],
    ['other', '海蓝科技2023年卖出50万辆汽车。', '青山科技2023年卖出50万辆汽车。'],
    ['other', '海蓝科技有300万用户。', '青山科技有300万用户。'],
    ['same', 'Scientists found 35 graves.', 'Researchers found 35 graves.'],
    ['same', '海蓝科技2023年卖出50万辆汽车。', '海蓝2023年卖出50万辆汽车。'],
    ['other', 'OpenAI has 375 employees.', 'Measles spread in Paris.'],
    ['other', 'Tesla sold 300 cars in 2023.', 'Tesla recalled 300 cars in 2023.'],
    ['other', 'Zorvex has 3,142 customers.', 'Zorvex lost 3,142 customers.'],
    ['other', 'Zorvex employs 3,142 people.', 'Zorvex fired 3,142 people.'],
    ['other', 'Zorvex employs 3,142 people.', 'At Zorvex 3,142 people were fired.'],
    ['other', 'Zorvex spent $31 million on advertising.', 'Zorvex saved $31 million on advertising.'],
    ['other', '卓维克斯有3142名客户。', '卓维克斯流失了3142名客户。'],
    ['other', '卓维克斯在广告上花了3100万元。', '卓维克斯在广告上节省了3100万元。'],
    ['same', 'Zorvex fired 3,142 people.', 'Zorvex laid off 3,142 people.'],
    ['same', 'Zorvex lost 3,142 customers.', '卓维克斯流失了3142名客户。'],
    ['same', 'The bank fired 3,142 people.', 'The bank cut 3,142 jobs.'],
  ])('%s: %s / %s', (relation, a, b) => {
    expect(between(a, b).relation).toBe(relation);
    expect(between(b, a).relation).toBe(relation);
  });

  test('has a score from 0 to 1, sure for the same claim and not for another', () => {
    const same = between('OpenAI has 375 employees in Paris.', 'OpenAI has 375 employees in Paris.').score;
    const other = between('OpenAI has 375 employees.', 'Microsoft has 375 employees.').score;
    expect(same).toBeGreaterThan(sure);
    expect(same).toBeLessThanOrEqual(1);
    expect(other).toBeLessThan(sure);
    expect(other).toBeGreaterThanOrEqual(0);
  });

  test('is less sure the further the index puts it behind the best', () => {
    const [near, far] = [0, -0.9].map((behind) => between('OpenAI cut jobs.', 'OpenAI fired people.', behind).score);
    expect(far).toBeLessThan(near ?? 0);
  });
});

describe('the signs', () => {
  test('of names and terms count up to three of each', () => {
    expect(signs('Yesterday OpenAI hired.', 'Today OpenAI hired.').names).toBeCloseTo(1 / 3, 9);
    const many = 'Yesterday OpenAI, Microsoft, Tesla and Nvidia met.';
    expect(signs(many, many).names).toBe(1);
    expect(signs('It sang.', 'It sang.').names).toBe(0);
    expect(signs('Revenue and dividends rose.', 'Revenue and dividends fell.').terms).toBeCloseTo(2 / 3, 9);
    const terms = 'Revenue, dividends, layoffs and buybacks rose.';
    expect(signs(terms, terms).terms).toBe(1);
  });

  test.each<[string, string, number]>([
    ['It has 3,750 bricks.', 'It has 3,750 bricks.', 1],
    ['It has 375 bricks.', 'It has 375 bricks.', 0.75],
    ['It has 37 bricks.', 'It has 37 bricks.', 0.5],
    ['It has 3 bricks.', 'It has 3 bricks.', 0.25],
    ['It has 3,000 bricks.', 'It has 3,000 bricks.', 0.5],
    ['It has 3 bricks and 37 yurts.', 'It has 3 bricks and 37 yurts.', 0.75],
    ['It has 375 bricks and 376 yurts.', 'It has 375 bricks and 376 yurts.', 1],
    ['It has 375 bricks.', 'It has 520 yurts.', 0],
  ])('of equal figures say more the more digits they have: %s / %s', (a, b, exactness) => {
    expect(signs(a, b).equalFigure).toBeCloseTo(exactness, 9);
  });

  test('of figures: other ones, one alone, and none alike', () => {
    expect(signs('It has 375 bricks.', 'It has 520 bricks.').figureDiffers).toBe(1);
    expect(signs('It has 375 bricks.', 'It has 375 bricks.').figureDiffers).toBe(0);
    expect(signs('It has 375 bricks.', 'It has bricks.').figureAlone).toBe(1);
    expect(signs('It has bricks.', 'It has 375 bricks.').figureAlone).toBe(1);
    expect(signs('It has 375 bricks.', 'It has 375 bricks.').figureAlone).toBe(0);
    expect(signs('It has bricks.', 'It has bricks.').figureAlone).toBe(0);
    expect(signs('It cost $375.', 'It cost €375.').unitDiffers).toBe(1);
    expect(signs('It cost $375.', 'It cost $375.').unitDiffers).toBe(0);
    expect(signs('It weighs 375 kg.', 'It has 20% of it.').unlikeFigures).toBe(1);
    expect(signs('It weighs 375 kg.', 'It weighs 380 kg.').unlikeFigures).toBe(0);
    expect(signs('It weighs 375 kg.', 'It weighs it.').unlikeFigures).toBe(0);
  });

  test('of times: the same, another, one far off', () => {
    expect(signs('It sang in May 2021.', 'It sang in May 2021.')).toMatchObject({ otherTime: 0, farTime: 0 });
    expect(signs('It sang in May 2021.', 'It sang in May 2021.').sameTime).toBeGreaterThan(0);
    expect(signs('It sang in 2021.', 'It sang in 1990.')).toMatchObject({ sameTime: 0, otherTime: 1, farTime: 1 });
    expect(signs('It sang in 2021.', 'It sang.')).toMatchObject({ sameTime: 0, otherTime: 0 });
    expect(signs('It has 375 bricks in 2021.', 'It has 520 bricks in 1990.').figureAndTime).toBe(1);
    expect(signs('It has 375 bricks in 2021.', 'It has 375 bricks in 1990.').figureAndTime).toBe(0);
  });

  test('of little in common', () => {
    expect(signs('It sang.', 'It sang.').thin).toBe(1);
    expect(signs('Revenue rose.', 'Revenue rose.').thin).toBe(0);
    expect(signs('It has 375 bricks.', 'It has 375 bricks.').thin).toBe(0);
    const names = 'Yesterday OpenAI met Microsoft.';
    expect(signs(names, names).thin).toBe(0);
  });

  test('of the shares: the smaller and the greater', () => {
    const { leastShare, mostShare } = signs('Yurts wobbled.', 'Yurts wobbled on bagpipes.');
    expect(mostShare).toBe(1);
    expect(leastShare).toBeCloseTo(2 / 3, 9);
  });
});

describe('the reasons', () => {
  test.each<[string, string, string]>([
    ['OpenAI has 375 employees.', 'OpenAI has 520 employees.', 'figure-differs: 375 / 520'],
    ['OpenAI has 375 employees.', 'OpenAI has 375 employees.', 'figure-equal: 375 / 375'],
    ['It cost $375.', 'It cost €375.', 'unit-differs: $375 / €375'],
    ['OpenAI began in 2015.', 'OpenAI began in 2016.', 'date-differs: 2015 / 2016'],
    ['OpenAI began in 2015.', 'OpenAI began in 2015.', 'date-equal: 2015 / 2015'],
    ['OpenAI will sue Microsoft.', 'OpenAI will not sue Microsoft.', 'opposite'],
    ['OpenAI has 375 employees.', 'Microsoft has 375 employees.', 'other-name: OpenAI'],
    ['Tesla sold 300 cars.', 'Tesla recalled 300 cars.', 'other-measure'],
    ['Yesterday Tesla wobbled.', 'Tesla hummed.', 'shares: Tesla'],
  ])('for %s / %s', (a, b, reason) => {
    expect(reasons(a, b)).toContain(reason);
  });

  test('name no more than five words, in the order of the text, neighbouring pairs as one', () => {
    const text = 'Bagpipes, yurts, gnomes, ferrets, kazoos and trombones wobbled.';
    expect(reasons(text, text)).toEqual(['shares: Bagpipes, yurts, gnomes, ferrets, kazoos']);
    expect(reasons('帧海沉没', '帧海起火')[0]).toBe('shares: 帧海');
  });

  test('are none where nothing is in common', () => {
    expect(reasons('Bagpipes hummed.', 'Yurts wobbled.')).toEqual([]);
  });

  test('a text without a word, figure or date is empty', () => {
    expect(['', '。！', '😀', 'a yurt', '375', '2021年', '帧'].map((text) => isEmpty(readClaim(text)))).toEqual([
      ...[true, true, true, false, false, false, true],
    ]);
  });
});
