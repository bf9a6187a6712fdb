/**
 * Reads a publication date as articles write it into an ISO date of day, month or year precision.
 *
 * The date is taken as written, without time zones. Refused is what is not certain: 31 February, and 03/04/2023, which
 * means two different days in the US and in Europe.
 */

/** The names of the months in the languages that pages use most, without accents; abbreviations are of three letters and more. */
const monthLists = [
  'january february march april may june july august september october november december',
  'januar februar marz april mai juni juli august september oktober november dezember',
  'janner feber maerz april mai juni juli august september oktober november dezember',
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro',
  'januari februari maart april mei juni juli augustus september oktober november december',
  'januar februar mars april maj juni juli august september oktober november desember',
  'stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia',
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
];
const shortestMonth = 3;
const monthsByName = new Map<string, number>();
for (const list of monthLists) {
  list.split(' ').forEach((name, index) => {
    // A short form counts for the first month in the lists that begins so: "mar" is March in all of them.
    for (let length = name.length; length >= shortestMonth; length -= 1) {
      const short = name.slice(0, length);
      if (length < name.length && monthsByName.has(short) && monthsByName.get(short) !== index + 1) break;
      if (!monthsByName.has(short)) monthsByName.set(short, index + 1);
    }
  });
}
/** Longer values are sentences; the longest full English date with time and zone has about 50 characters. */
const longestDate = 64;
const dayLength = 24 * 60 * 60 * 1000;

const clock = String.raw`\d{1,2}(?:[:：h.]\d{2}){1,2}(?:\.\d+)?\s*(?:[ap]\.?m\.?|Uhr\b|h\b)?`;
const timeAfter = String.raw`(?:(?:[T,，\s]|\s[|–-]\s)+(?:(?:at|um|à|às|a las|alle|ore|kl\.?|om|o)\s+)?(?:(?:上午|下午|晚上|凌晨|中午)\s*)?${clock}\s*(?:Z|[A-Z]{2,5}|[+-]\d{2}:?\d{2})?)?`;
const weekdayNames =
  'mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo|luned[ìi]|marted[ìi]|mercoled[ìi]|gioved[ìi]|venerd[ìi]|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|(?:segunda|ter[çc]a|quarta|quinta|sexta)(?:-feira)?|mo|di|mi|do|fr|sa|so';
const weekdayBefore = String.raw`(?:(?:${weekdayNames})[a-z]{0,6}\.?,?\s+)?(?:(?:le|am|den|der|vom|il|el|on|op|em)\s+)?`;
const weekdayAfter = String.raw`(?:\s*(?:[(（]?(?:星期|周|週|礼拜)[一二三四五六日天][)）]?))?`;
const monthWord = String.raw`(\p{L}{3,12})\.?`;

const yearFirst = new RegExp(
  String.raw`^(\d{4})\s*(?:[-/.]|年|년)\s*(\d{1,2})\s*(?:[-/.]|月|월)\s*(\d{1,2})\s*[日号號일]?${weekdayAfter}${timeAfter}$`,
  'i',
);
const yearAndMonth = /^(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*月?$/;
const yearOnly = /^(\d{4})\s*年?$/;
const monthFirst = new RegExp(
  String.raw`^${weekdayBefore}${monthWord}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${timeAfter}$`,
  'iu',
);
const dayFirst = new RegExp(
  String.raw`^${weekdayBefore}(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?\s*(?:de\s+|d['’])?${monthWord},?\s+(?:del?\s+)?(\d{4})(?:\s?г\.?)?${timeAfter}$`,
  'iu',
);
const monthAndYear = new RegExp(String.raw`^${monthWord},?\s+(?:del?\s+)?(\d{4})$`, 'iu');
const numeric = new RegExp(String.raw`^${weekdayBefore}(\d{1,2})([/.-])\s?(\d{1,2})\2\s?(\d{4})${timeAfter}$`, 'iu');
const withoutYear = new RegExp(String.raw`^(\d{1,2})月(\d{1,2})[日号號]${weekdayAfter}${timeAfter}$`, 'i');
const daysAgo = /^(\d{1,3})\s*(?:天前|days? ago)$/i;

/**
 * Reads a date, or returns null. `today` (ISO, yyyy-mm-dd) is needed for 昨天, "3 days ago" and dates without a year,
 * which mean the last such day up to today.
 */
export function readDate(value: string, today?: string): string | null {
  if (value.length > longestDate) return null;
  const text = value.trim();
  let match = yearFirst.exec(text);
  if (match) return isoDay(match[1], match[2], match[3]);
  match = yearAndMonth.exec(text);
  if (match) return isoMonth(match[1], match[2]);
  match = yearOnly.exec(text);
  if (match) return isPlausibleYear(Number(match[1])) ? `${match[1]}` : null;
  match = monthFirst.exec(text);
  if (match) return isoDay(match[3], monthNumber(match[1]), match[2]);
  match = dayFirst.exec(text);
  if (match) return isoDay(match[3], monthNumber(match[2]), match[1]);
  match = monthAndYear.exec(text);
  if (match) return isoMonth(match[2], monthNumber(match[1]));
  match = numeric.exec(text);
  if (match) return readNumeric(Number(match[1]), Number(match[3]), Number(match[4]), match[2] === '.');
  return today === undefined ? null : readRelative(text, today);
}

function readNumeric(first: number, second: number, year: number, dotted: boolean): string | null {
  if (dotted || first > 12) return isoDay(year, second, first);
  if (second > 12 || first === second) return isoDay(year, first, second);
  return null;
}

function readRelative(text: string, today: string): string | null {
  const now = Date.parse(`${today}T00:00:00Z`);
  if (Number.isNaN(now)) return null;
  const match = withoutYear.exec(text);
  if (match) {
    const year = new Date(now).getUTCFullYear();
    const thisYear = isoDay(year, match[1], match[2]);
    if (thisYear !== null && Date.parse(`${thisYear}T00:00:00Z`) <= now) return thisYear;
    return isoDay(year - 1, match[1], match[2]);
  }
  const days = daysBefore(text);
  return days === null ? null : new Date(now - days * dayLength).toISOString().slice(0, 10);
}

function daysBefore(text: string): number | null {
  if (/^(?:今天|今日|today)$/i.test(text)) return 0;
  if (/^(?:昨天|昨日|yesterday)$/i.test(text)) return 1;
  if (text === '前天') return 2;
  const match = daysAgo.exec(text);
  return match ? Number(match[1]) : null;
}

/** The number of a month's name or abbreviation, 0 for other words. */
function monthNumber(name: string | undefined): number {
  const plain = (name ?? '').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
  return monthsByName.get(plain) ?? 0;
}

/** Articles are dated between the first newspapers (1605) and the near future. */
function isPlausibleYear(year: number): boolean {
  return year >= 1600 && year <= 2199;
}

function isoMonth(yearText: string | number | undefined, monthText: string | number | undefined): string | null {
  const year = Number(yearText);
  const month = Number(monthText);
  if (!isPlausibleYear(year) || month < 1 || month > 12) return null;
  return `${year}-${String(month).padStart(2, '0')}`;
}

function isoDay(
  yearText: string | number | undefined,
  monthText: string | number | undefined,
  dayText: string | number | undefined,
): string | null {
  const month = isoMonth(yearText, monthText);
  const day = Number(dayText);
  if (month === null || day < 1) return null;
  const lastDay = new Date(Date.UTC(Number(yearText), Number(monthText), 0)).getUTCDate();
  return day > lastDay ? null : `${month}-${String(day).padStart(2, '0')}`;
}
