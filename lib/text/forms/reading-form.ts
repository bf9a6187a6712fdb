/**
 * The form in which speech is read, in two steps that each keep one UTF-16 unit for each unit, so that offsets stay
 * valid: plain (full-width and other compatibility forms made ordinary, case kept) and, from that, the reading form
 * (lower case, traditional characters of the word lists simplified), which lexicons read. Where the two differ at a
 * letter, the letter is a capital. Unknown characters (lone surrogates too) pass unchanged.
 */

import { isLatin, textOf, unitsFor } from './folded';

/**
 * Traditional characters in the project's word lists, each followed by its simplified form. Only what the lists need:
 * this is not a conversion, and the text shown to people is never changed.
 */
const simplified =
  '說说稱称認认為为訴诉記记紹绍談谈強强調调寫写問问應应釋释補补測测計计預预發发佈布證证實实長长總总經经創创辦办負负責责專专' +
  '師师員员學学會会議议導导報报機机構构銀银團团業业國国開开聯联網网隊队講讲觀观見见覺觉質质駁驳歎叹嘆叹對对諾诺' +
  '維维後后還还則则並并從从這这們们個个據据將将與与當当時时間间後后來来過过樣样沒没無无難难題题關关係系' +
  '漲涨長长增增減减億亿萬万幾几數数較较於于達达優优勝胜贏赢敗败導导讓让規规禁禁簽签併并購购賣卖買买' +
  '啟启動动產产際际內内區区廣广電电視视聞闻雜杂誌志黨党軍军官官檢检察察護护醫医生生律律顧顧問问編编輯辑' +
  '畫画藝艺術术評评論论權权監监資资財财務务場场應应該该願愿歡欢請请點点擊击掃扫碼码轉转載载圖图攝摄' +
  '聲声號号媽妈爸爸蘇苏陳陈張张劉刘楊杨黃黄趙赵吳吴鄭郑馮冯許许鄧邓蔣蒋葉叶蕭萧葉叶範范鍾钟譚谭賈贾閻阎' +
  '韓韩盧卢羅罗謝谢萬万龍龙龐庞齊齐魯鲁華华湯汤倫伦賴赖龔龚嚴严顏颜歐欧' +
  '統统裁裁際际顯显臺台灣湾幹干勞劳動动職职處处縣县鄉乡鎮镇書书紀纪剛刚隨随壓压傳传樂乐聽听話话詢询謂谓訪访譯译識识變变讚赞贊赞辯辩農农運运遲迟選选鄰邻鐵铁閱阅陣阵陽阳雙双雖虽響响頭头順顺類类風风飛飞' +
  '養养馬马駕驾騎骑驗验體体魚鱼鮑鲍鳳凤齡龄孫孙駱骆畢毕單单喬乔寧宁婦妇兒儿親亲爺爷嘗尝憂忧擔担慮虑憤愤戰战擬拟條条極极決决滿满災灾爭争獎奖獲获環环異异確确種种稅税競竞節节純纯細细終终續续罰罚義义習习' +
  '氣气東东腦脑舉举舊旧蘭兰裝装討讨訊讯設设診诊詞词試试諮咨諷讽諸诸謊谎譽誉讀读豐丰貨货貧贫費费賠赔趕赶輕轻輸输辭辞遊游邊边郵邮鋼钢錄录錢钱門门閉闭陸陆雲云領领額额館馆驚惊嗎吗麼么' +
  '營营潤润淨净價价佔占僱雇傭佣債债積积軟软參参損损虧亏幣币貸贷戶户訂订銷销離离廠厂憲宪標标庫库遷迁鏈链歲岁';

/**
 * Blocks with compatibility forms: radicals and compatibility ideographs, vertical, small and full-width forms, spaces.
 * Only characters that Unicode's NFKC maps to a single unit are mapped; `…` would become three.
 */
const compatibilityRanges = [
  [0xa0, 0xa0],
  [0x2000, 0x200a],
  [0x202f, 0x202f],
  [0x2f00, 0x2fdf],
  [0x3000, 0x3000],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe6f],
  [0xff01, 0xffee],
] as const;

let plainOf: Uint16Array | undefined;
let readingOf: Uint16Array | undefined;

function identity(): Uint16Array {
  return Uint16Array.from({ length: 65536 }, (_, code) => code);
}

function plainTable(): Uint16Array {
  const table = identity();
  for (const [first, last] of compatibilityRanges) {
    for (let code = first; code <= last; code++) {
      const mapped = String.fromCharCode(code).normalize('NFKC');
      if (mapped.length === 1) table[code] = mapped.charCodeAt(0);
    }
  }
  return table;
}

function readingTable(): Uint16Array {
  const table = identity();
  for (let code = 0; code < 65536; code++) {
    // Unicode lower case keeps one unit for almost all characters; the exceptions (İ) stay as they are.
    const lower = code >= 0xd800 && code <= 0xdfff ? '' : String.fromCharCode(code).toLowerCase();
    if (lower.length === 1) table[code] = lower.charCodeAt(0);
  }
  for (let i = 0; i + 1 < simplified.length; i += 2) table[simplified.charCodeAt(i)] = simplified.charCodeAt(i + 1);
  for (const apostrophe of '’‘') table[apostrophe.charCodeAt(0)] = 0x27;
  return table;
}

function mapped(text: string, table: Uint16Array): string {
  let same = 0;
  while (same < text.length && table[text.charCodeAt(same)] === text.charCodeAt(same)) same++;
  if (same === text.length) return text;
  const units = unitsFor(text.length);
  for (let i = 0; i < text.length; i++) units[i] = table[text.charCodeAt(i)] ?? 0;
  return textOf(units, text.length);
}

/** A text in ordinary characters: half-width letters, digits, brackets and commas, one kind of space. */
export function plainText(text: string): string {
  // Made when they are first needed: a browser that loads this with other rules reads no text by them.
  plainOf ??= plainTable();
  return mapped(text, plainOf);
}

/** The form of a plain text that lexicons read: lower case, simplified, straight apostrophes. */
export function readingForm(plain: string): string {
  readingOf ??= readingTable();
  return mapped(plain, readingOf);
}

/** Whether a text is Chinese: it has at least one Han character for every four Latin letters. */
export function isChinese(text: string): boolean {
  let han = 0;
  let latin = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x3400 && code <= 0x9fff) han++;
    else if (isLatin(code)) latin++;
  }
  return han * 4 >= latin && han > 0;
}
