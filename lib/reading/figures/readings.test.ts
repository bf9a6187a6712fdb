import { describe, expect, test } from 'vitest';
import { findFigures } from '#lib/reading/figures';

/** `5块5毛 = 5.5 CNY`, `nearly 5 = 5, about, per year`, `at least 5 = 5.., at-least`: a figure with all that is read of it. */
const read = (text: string): string[] =>
  findFigures(text).map(({ text: words, low, high, unit, qualifier, per, change }) => {
    const value = low === high ? `${low}` : `${low ?? ''}..${high ?? ''}`;
    const facts = [unit === null ? value : `${value} ${unit}`];
    if (qualifier !== 'exact') facts.push(qualifier);
    if (per !== null) facts.push(`per ${per}`);
    if (change) facts.push(change);
    return `${words} = ${facts.join(', ')}`;
  });

const tables: Record<string, [text: string, ...figures: string[]][]> = {
  'amounts of money': [
    ['$5 USD', '$5 USD = 5 USD'],
    ['10 $ 30 $', '10 $ = 10 USD', '30 $ = 30 USD'],
    ['20Rs', '20Rs = 20 INR'],
    ['42 L.E', '42 L.E = 42 EGP'],
    ['42 L.E.', '42 L.E. = 42 EGP'],
    ['42 LE', '42 LE = 42 EGP'],
    ['5 dollars 50 points', '5 dollars = 5 USD', '50 = 50 point'],
    ['5 marks', '5 marks = 5 mark'],
    ['5 pounds sterling', '5 pounds sterling = 5 GBP'],
    ['50c', '50c = 50 cent'],
    ['5¥', '5¥ = 5 JPY'],
    ['75 USD million', '75 USD million = 75000000 USD'],
    ['RM 10 USD 20', 'RM 10 = 10 MYR', 'USD 20 = 20 USD'],
    ['U.S.$100', 'U.S.$100 = 100 USD'],
    ['USD5m', 'USD5m = 5000000 USD'],
    ['c $ 1.34', 'c $ 1.34 = 1.34 CAD'],
    ['three dollars fifty', 'three dollars fifty = 3.5 USD'],
    ['两美元三分钱', '两美元三分钱 = 2.03 USD'],
  ],
  'percentages and multiples': [
    ['tripled to 30', 'tripled = 3 times', '30 = 30'],
    ['不超过股东大会的2%', '2% = 2 percent'],
    ['九折,五五折', '九折 = 90 percent', '五五折 = 55 percent'],
    ['十成', '十成 = 100 percent'],
    ['百分之-22', '百分之-22 = -22 percent'],
    ['百分之22', '百分之22 = 22 percent'],
    ['通鼎互联o.2%', '2% = 2 percent'],
  ],
  ranges: [
    ['1.5-2bn', '1.5-2bn = 1500000000..2000000000'],
    ['dozens of people', 'dozens = 24..108 person, about'],
    ['hundreds of people', 'hundreds = 200..900 person, about'],
    ['三五个', '三五 = 3..5, about'],
    ['三五千', '三五千 = 3000..5000, about'],
    ['不大于5不小于2', '不大于5不小于2 = 2..5'],
    ['二~五个', '二~五 = 2..5'],
    ['二十到三十万', '二十到三十万 = 200000..300000'],
    ['零下五至十度', '零下五至十度 = -10..-5 degree'],
  ],
  bounds: [
    ['more than a 12% rise', 'more than a 12% = 12.. percent, more-than'],
    ['不超过人民币5亿元（含）', '不超过人民币5亿元 = ..500000000 CNY, at-most'],
    ['不超过（含）5亿元', '不超过（含）5亿元 = ..500000000 CNY, at-most'],
    ['约3. 9万元', '约3. 9万元 = 39000 CNY, about'],
  ],
  changes: [
    ['doubled from 3 to 6', 'doubled = 2 times', '3 = 3, from', '6 = 6, to'],
    ['down 5 points to 30', '5 = 5 point, by', '30 = 30, to'],
    ['fell 5 to 3', '5 = 5, by', '3 = 3, to'],
    ['fell to 3 from 5', '3 = 3, to', '5 = 5, from'],
    ['slimmed from 230 pounds to 190.', '230 pounds = 230 pound, from', '190 = 190 pound, to'],
  ],
  rates: [
    ['一年5亿元', '5亿元 = 500000000 CNY, per year'],
    ['不低于每股5元', '不低于每股5元 = 5.. CNY, at-least, per share'],
  ],
  'measures and what is counted': [
    ["you're 80 years old", '80 years = 80 year'],
    ['10 °F', '10 °F = 10 degree Fahrenheit'],
    ['10°', '10° = 10 degree'],
    ['20 J', '20 J = 20 joule'],
    ['5 L', '5 L = 5 litre'],
    ['5 V', '5 V = 5 volt'],
    ['5 W', '5 W = 5 watt'],
    ['5 cubic metres', '5 cubic metres = 5 cubic metre'],
    ['5 figures', '5 = 5 figure'],
    ['5 g', '5 g = 5 gram'],
    ['5 km²', '5 km² = 5 square kilometre'],
    ['5 l', '5 l = 5 litre'],
    ['5 mm', '5 mm = 5 millimetre'],
    ['5 t', '5 t = 5 tonne'],
    ['5-day', '5-day = 5 day'],
    ['5°C', '5°C = 5 degree Celsius'],
    ['三米五', '三米五 = 3.5 metre'],
  ],
  numbers: [
    ['..9', '9 = 9'],
    ['.2b', '.2b = 200000000'],
    ['1 ½', '1 ½ = 1.5'],
    ['1,2,3', '1 = 1', '2 = 2', '3 = 3'],
    ['1234567 zip code', '1234567 = 1234567'],
    ['1E6', '1E6 = 1000000'],
    ['1或1', '1 = 1', '1 = 1'],
    ['2^-1', '2^-1 = 0.5'],
    ['3.2*10^5', '3.2*10^5 = 320000'],
    ['322 hundred', '322 hundred = 32200'],
    ['3万4000', '3万4000 = 34000'],
    ['5 million 200 thousand', '5 million 200 thousand = 5200000'],
    ['5分之3', '5分之3 = 0.6'],
    ['a hundred', 'a hundred = 100'],
    ['a quarter of a million', 'a quarter of a million = 250000'],
    ['twenty twenty', 'twenty = 20', 'twenty = 20'],
    ['一万零十二', '一万零十二 = 10012'],
    ['十 二', '十 二 = 12'],
    ['是伍', '伍 = 5'],
  ],
  'texts without a figure': [
    ['12 Old Main Road is closed'],
    ['5G'],
    ['5e'],
    ['7/2 odds'],
    ['94103 zip'],
    ['a pound'],
    ['万通地产(600246.SH)公告'],
    ['这是我的队伍'],
  ],
};

describe.each(Object.entries(tables))('%s', (_, rows) => {
  test.each(rows)('%s', (text, ...figures) => {
    expect(read(text)).toEqual(figures);
  });
});
