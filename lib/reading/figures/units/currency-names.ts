/**
 * The names of money: signs, ISO 4217 codes and words in English and Chinese, with the unit each one means.
 * Invariant: a name means one unit; where a noun does not decide the country (`francs`, `比索`) the unit is the noun
 * itself. It refuses codes that are common words.
 */

/**
 * A table from words to units, written as `UNIT: word word; UNIT: word`. An underscore stands for a space inside a
 * word.
 */
function named(list: string): Map<string, string> {
  const table = new Map<string, string>();
  for (const group of list.split('; ')) {
    const [unit = '', words = ''] = group.split(': ');
    for (const word of words.split(' ')) table.set(word.replace('_', ' '), unit);
  }
  return table;
}

/** Single signs (Unicode block Currency Symbols); `$` where no country stands before it, `¥` beside Chinese. */
export const SIGNS = named(
  'USD: $; EUR: €; GBP: £ ₤; CNY: ¥; INR: ₹ ₨; KRW: ₩; RUB: ₽; TRY: ₺; VND: ₫; THB: ฿; PHP: ₱; UAH: ₴; ' +
    'NGN: ₦; ILS: ₪; CRC: ₡; GEL: ₾; LAK: ₭; KZT: ₸; GHS: ₵; PYG: ₲; AZN: ₼; MNT: ₮; BTC: ₿; IRR: ﷼',
);

/** What may stand before `$` (with or without a space) to name whose dollar it is. */
export const DOLLARS = named(
  'USD: us u.s u.s. usd; AUD: a au aud aus; CAD: c ca can cdn cad; HKD: hk hkd; TWD: nt ntd twd; ' +
    'SGD: s sg sgd; NZD: nz nzd; BRL: r brl; MXN: mx mex mxn; MOP: mop; JMD: j; DOP: rd; ZWL: z; BZD: bz; ' +
    'CLP: clp; COP: col; ARS: ar',
);

/** ISO 4217 active codes, less those that are common English words in capitals. */
export const CODES = new Set(
  (
    'AED AFN AMD AOA ARS AUD AWG AZN BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF ' +
    'CLP CNH CNY COP CRC CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD ' +
    'HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP ' +
    'LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR ' +
    'PAB PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SRD SSP STN SYP SZL THB ' +
    'TJS TMT TND TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL BTC ETH ' +
    'USDT'
  ).split(' '),
);

/** Codes often written in small letters. */
export const LOWER_CODES = new Set('usd eur gbp rmb cny hkd jpy aud cad inr nzd sgd btc krw twd chf mxn'.split(' '));

/** Abbreviations and words that stand before a number. */
export const BEFORE = named(
  'CNY: rmb yuan; INR: rs re; MYR: rm ringgit; IDR: rp; USD: dollar; EUR: euro; JPY: yen; krone: kr; ' +
    'CHF: sfr fr; PLN: zł; AED: dh dhs; PHP: php; cent: sen; TWD: ntd; KES: ksh',
);

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

/** Hundredths in English; alone they name no currency, so they stay their own unit. */
export const CENTS = named(
  'cent: cent c sen centavo; penny: penny pennies pence p; kopek: kopek kopeck; kopiyka: kopiyka; ' +
    'paisa: paise paisa; fen: fen; öre: öre; jiao: jiao mao',
);

/** By noun, the adjectives that decide whose currency it is. */
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

/** Tenths and hundredths in Han characters, with their share of the unit. */
export const HAN_PARTS = new Map<string, [unit: string, factor: number]>([
  ['角', ['CNY', 0.1]],
  ['毛', ['CNY', 0.1]],
  ['毫', ['CNY', 0.1]],
  ['角钱', ['CNY', 0.1]],
  ['毛钱', ['CNY', 0.1]],
  ['分钱', ['CNY', 0.01]],
  ['美分', ['USD', 0.01]],
  ['欧分', ['EUR', 0.01]],
  ['港仙', ['HKD', 0.01]],
  ['澳分', ['AUD', 0.01]],
  ['日本钱', ['JPY', 0.01]],
]);

/** The longest Han name in characters. */
export const LONGEST_HAN = 6;

/** What follows a currency character where it begins another word (五角大楼, 三元牛奶, 一块芯片). */
export const NOT_MONEY = new Map<string, string[]>(
  Object.entries({
    元: '素 旦 月 年 宵 老 首 件 器 宇 气 帅 勋 音 代 化 数据',
    角: '大楼 星 度 色 落 形 逐 膜',
    毛: '利 重 病 坯 巾 发 衣 泽',
    毫: '米 克 升 秒 无 安 瓦 不',
    仙: '女 侠 境 人 剑 股',
    刀: '具 片 下 切 锋',
    块:
      '芯片 显卡 电池 屏 石 蛋糕 面包 肉 砖 地 土地 土 金 奖牌 银 铜 玻璃 布 豆腐 硬盘 板 牌 木 巧克力 ' +
      '糖 田 表 手表 冰 钢 垫脚石 空地 区域 拼图 碎片 内存 硅 晶圆 广告 业务',
  }).map(([word, list]) => [word, list.split(' ')]),
);
