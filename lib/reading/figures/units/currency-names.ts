/**
 * The words for money in English and Chinese, with the unit each one means. Invariant: a word means one unit; where a noun
 * does not decide the country (`francs`, `比索`) the unit is the noun itself. Light: pages that write figures load this;
 * signs and codes are the reader's alone (currency.ts).
 */

/**
 * A table from words to units, written as `UNIT: word word; UNIT: word`. An underscore stands for a space inside a
 * word.
 */
export function named(list: string): Map<string, string> {
  const table = new Map<string, string>();
  for (const group of list.split('; ')) {
    const [unit = '', words = ''] = group.split(': ');
    for (const word of words.split(' ')) table.set(word.replace('_', ' '), unit);
  }
  return table;
}

/** Currency nouns in English: the ISO code where the noun alone decides it, else a name. */
export const NOUNS = named(
  'USD: dollar buck; EUR: euro; GBP: pound sterling quid; JPY: yen; CNY: yuan renminbi rmb kuai; ' +
    'INR: rupee; KRW: won; RUB: ruble rouble; THB: baht; MYR: ringgit; IDR: rupiah; VND: dong; TRY: lira; ' +
    'ZAR: rand; BRL: real reais; ILS: shekel; UAH: hryvnia hryvnias; PLN: zloty; HUF: forint; MNT: tugrik; ' +
    'KZT: tenge; NGN: naira; GHS: cedi; BTC: bitcoin; satoshi: satoshi; franc: franc; peso: peso; ' +
    'dinar: dinar; krone: krone kroner; SEK: krona kronor; riyal: riyal; rial: rial; AED: dirham; ' +
    'guilder: guilder; markka: markka; peseta: peseta; mark: mark; BDT: taka; CZK: koruna; RON: leu lei; ' +
    'BGN: lev leva; shilling: shilling; escudo: escudo; drachma: drachma; dime: dime; ' +
    'EGP: geneh genihat egyptianpound; MMK: kyat; SAR: saudiriyal',
);

/** Hundredths in English. Alone they name no currency, so they are units of their own. */
export const CENTS = named(
  'cent: cent c sen centavo; penny: penny pennies pence p; kopek: kopek kopeck; kopiyka: kopiyka; ' +
    'paisa: paise paisa; fen: fen; öre: öre; jiao: jiao mao',
);

/** For each noun, the adjectives that decide the country of the currency. */
export const COUNTRIES = new Map<string, Map<string, string>>([
  [
    'USD',
    named(
      'USD: us u.s american; AUD: australian aussie; CAD: canadian; HKD: hong_kong; NZD: new_zealand; ' +
        'SGD: singapore singaporean; TWD: taiwan new_taiwan taiwanese; JMD: jamaican; ZWL: zimbabwe; ' +
        'NAD: namibian',
    ),
  ],
  ['GBP', named('GBP: british uk; EGP: egyptian; LBP: lebanese; SYP: syrian; SDG: sudanese')],
  ['CNY', named('CNY: chinese china')],
  ['JPY', named('JPY: japanese')],
  ['KRW', named('KRW: korean south_korean; KPW: north_korean')],
  ['franc', named('CHF: swiss; XOF: cfa; CDF: congolese; RWF: rwandan; FRF: french; BEF: belgian')],
  [
    'peso',
    named(
      'MXN: mexican; PHP: philippine; ARS: argentine argentinian; CLP: chilean; COP: colombian; ' +
        'CUP: cuban; UYU: uruguayan',
    ),
  ],
  [
    'dinar',
    named(
      'KWD: kuwaiti; IQD: iraqi; JOD: jordanian; RSD: serbian; DZD: algerian; TND: tunisian; ' +
        'BHD: bahraini; LYD: libyan',
    ),
  ],
  ['krone', named('DKK: danish; NOK: norwegian')],
  ['SEK', named('SEK: swedish; ISK: icelandic')],
  ['riyal', named('SAR: saudi; QAR: qatari')],
  ['rial', named('IRR: iranian; OMR: omani; YER: yemeni')],
  ['INR', named('INR: indian; PKR: pakistani; LKR: sri_lankan; NPR: nepalese; IDR: indonesian')],
  ['TRY', named('TRY: turkish; ITL: italian')],
  ['RUB', named('RUB: russian; BYN: belarusian')],
  ['MYR', named('MYR: malaysian malaysia')],
  ['shilling', named('KES: kenyan; UGX: ugandan; TZS: tanzanian')],
  ['ZAR', named('ZAR: south_african')],
  ['BRL', named('BRL: brazilian')],
  ['mark', named('DEM: german deutsche; FIM: finnish')],
  ['markka', named('FIM: finnish')],
  ['guilder', named('NLG: dutch')],
  ['AED', named('MAD: moroccan; AED: uae')],
]);

/** Currency names in Han characters. */
export const HAN_MONEY = named(
  'CNY: 元 元人民币 人民币元 人民币 块钱 块 元整; USD: 美元 美金 美圆 美刀 刀; HKD: 港元 港币 港纸 蚊; JPY: 日元 日币 円; EUR: 欧元; GBP: 英镑 镑; ' +
    'KRW: 韩元 韩币; RUB: 卢布; INR: 卢比 印度卢比; PKR: 巴基斯坦卢比; THB: 泰铢 泰币; CHF: 瑞士法郎 瑞郎; franc: 法郎; CAD: 加元 加拿大元 加币; ' +
    'AUD: 澳元 澳大利亚元 澳币; TWD: 新台币 台币; SGD: 新元 新加坡元 新币 坡币; NZD: 新西兰元 纽元; TRY: 里拉 土耳其里拉; peso: 比索; MXN: 墨西哥比索; ' +
    'PHP: 菲律宾比索; ARS: 阿根廷比索; NGN: 奈拉; AED: 迪拉姆; dinar: 第纳尔; riyal: 里亚尔; SAR: 沙特里亚尔; VND: 越南盾; IDR: 印尼盾 印尼卢比; ' +
    'krone: 克朗; SEK: 瑞典克朗; NOK: 挪威克朗; DKK: 丹麦克朗; CZK: 捷克克朗; PLN: 兹罗提; HUF: 福林; ILS: 谢克尔 新谢克尔; UAH: 格里夫纳; ' +
    'KZT: 坚戈; BRL: 雷亚尔 巴西雷亚尔; ZAR: 兰特 南非兰特; MYR: 林吉特 令吉 马币; MOP: 澳门元 澳门币; BTC: 比特币 个比特币 枚比特币; mark: 马克; ' +
    'BND: 文莱元; MNT: 图格里克; LAK: 基普; MMK: 缅元 缅币; KHR: 瑞尔; penny: 便士; cent: 仙',
);
