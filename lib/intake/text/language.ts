/**
 * The language of a text as a BCP 47 tag: by script where the script decides, by letter statistics where it does not.
 *
 * Chinese is told apart as zh-Hans and zh-Hant by characters that exist in one of them only. A text with no letters
 * is `und` (RFC 5646, undetermined).
 */
import { detectAll } from 'tinyld';

/** Enough to decide, and few enough that a book costs no more than a page (UTF-16 units). */
const sampleLength = 20_000;
/** Letter statistics settle well before this many UTF-16 units. */
const statisticsLength = 2_000;
/** One Han character carries about as much text as three Latin letters. */
const hanWeight = 3;
/** Japanese prose is half kana; a Chinese article that quotes some Japanese has far less than this share. */
const kanaShare = 0.15;

const simplifiedOnly = new Set(
  '这们国来说时会为个对发么还没经业员产动开关长门问间听话请语让认识记论证资质费贸车东马鸟鱼龙见观觉页题颜风飞书学写报场块声处备够头夺奖' +
    '实现过进远边运应该当无与从众体价优传伤儿农军决况净减击刘则创办务劳势华协单卖历压厂变叶吗启员响团园围图圆圣坏坚垒样标' +
    '给结统继续维网红约级纪纯纸线组细终绍绝络绩银钱铁针错键镇阳阴阶际陆陈险随难雾韩预领频顾顿项顺须',
);
const traditionalOnly = new Set(
  '這們國來說時會為個對發麼還沒經業員產動開關長門問間聽話請語讓認識記論證資質費貿車東馬鳥魚龍見觀覺頁題顏風飛書學寫報場塊聲處備夠頭奪獎' +
    '實現過進遠邊運應該當無與從眾體價優傳傷兒農軍決況淨減擊劉則創辦務勞勢華協單賣歷壓廠變葉嗎啟員響團園圍圖圓聖壞堅壘樣標' +
    '給結統繼續維網紅約級紀純紙線組細終紹絕絡績銀錢鐵針錯鍵鎮陽陰階際陸陳險隨難霧韓預領頻顧頓項順須',
);
for (const character of [...simplifiedOnly]) {
  if (traditionalOnly.delete(character)) simplifiedOnly.delete(character);
}

type ScriptCounts = { han: number; kana: number; hangul: number; latin: number; other: number };

/** Names the language of a text; only its first 20,000 UTF-16 units are read. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, sampleLength);
  const counts = countScripts(sample);
  const eastAsian = counts.han + counts.kana + counts.hangul;
  if (eastAsian > 0 && eastAsian * hanWeight >= counts.latin + counts.other) {
    if (counts.hangul > counts.han + counts.kana) return 'ko';
    if (counts.kana > (counts.han + counts.kana) * kanaShare) return 'ja';
    if (counts.han > 0) return chineseScript(sample);
    return 'ko';
  }
  if (counts.latin + counts.other === 0) return 'und';
  return byStatistics(sample.slice(0, statisticsLength), counts);
}

function chineseScript(sample: string): string {
  let balance = 0;
  for (const character of sample) {
    if (simplifiedOnly.has(character)) balance += 1;
    else if (traditionalOnly.has(character)) balance -= 1;
  }
  return balance < 0 ? 'zh-Hant' : 'zh-Hans';
}

/** Words that English alone has, of the languages written without accents. */
const englishWords = /\b(?:the|and|that|with|from|has|have|are|were|its|this|by|said)\b/gi;
/** Languages of newspapers that a text without any accent may still be in. */
const unaccented = new Set(
  'af ca cs da de en es et eu fi fr hr hu id it lt lv ms nb nl no pl pt ro sl so sq sv sw tl tr vi'.split(' '),
);

/** Statistics on little or unusual text without accents are unreliable: English is then more likely than what they say. */
function byStatistics(sample: string, counts: ScriptCounts): string {
  const [best] = detectAll(sample);
  const isLatin = counts.latin >= counts.other;
  if (!best || !isTwoOrThreeLetters(best.lang)) return isLatin ? 'en' : 'und';
  if (best.lang === 'en' || !isLatin || /[\u00c0-\u024f]/.test(sample)) return best.lang;
  const words = sample.match(/[a-z]+/gi)?.length ?? 0;
  const english = sample.match(englishWords)?.length ?? 0;
  if (counts.latin < 40 || english * 10 >= words || !unaccented.has(best.lang)) return 'en';
  return best.lang;
}

function isTwoOrThreeLetters(tag: string): boolean {
  return /^[a-z]{2,3}$/.test(tag);
}

function countScripts(sample: string): ScriptCounts {
  const counts: ScriptCounts = { han: 0, kana: 0, hangul: 0, latin: 0, other: 0 };
  for (const character of sample) {
    if (/[\u3041-\u30ff\u31f0-\u31ff]/.test(character)) counts.kana += 1;
    else if (/\p{Script=Han}/u.test(character)) counts.han += 1;
    else if (/\p{Script=Hangul}/u.test(character)) counts.hangul += 1;
    else if (/\p{Script=Latin}/u.test(character)) counts.latin += 1;
    else if (/\p{L}/u.test(character)) counts.other += 1;
  }
  return counts;
}
