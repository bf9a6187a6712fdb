/**
 * List numbers in the forms that word processors have. Names are those of ECMA-376 part 1, 17.18.59 (ST_NumberFormat);
 * forms that are not known, and numbers that a form has no sign for, are written in digits.
 */
const digits = '〇一二三四五六七八九';
const formalDigits = '零壹贰叁肆伍陆柒捌玖';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';
const roman: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
/** Letters are doubled after z, tripled after that: aa stands for 27. */
const mostLetters = 26 * 20;

/** Writes a whole number from 0; `none` gives nothing. */
export function writeNumeral(value: number, form: string): string {
  const plain = String(value);
  if (form === 'none') return '';
  if (form === 'decimalZero') return plain.padStart(2, '0');
  if (form === 'decimalFullWidth') return plain.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
  if (/^decimalEnclosedCircle/.test(form))
    return value >= 1 && value <= 20 ? String.fromCharCode(0x245f + value) : plain;
  if (value < 1) return plain;
  if (form === 'lowerLetter') return letters(value);
  if (form === 'upperLetter') return letters(value).toUpperCase();
  if (form === 'lowerRoman') return romanOf(value);
  if (form === 'upperRoman') return romanOf(value).toUpperCase();
  if (form === 'ideographTraditional') return stems.charAt(value - 1) || plain;
  if (form === 'ideographZodiac') return branches.charAt(value - 1) || plain;
  if (/^(?:ideographDigital|japaneseDigitalTenThousand|taiwaneseDigital)$/.test(form))
    return plain.replace(/\d/g, (digit) => digits.charAt(Number(digit)));
  if (/^(?:chineseCounting|taiwaneseCounting|japaneseCounting)(?:Thousand)?$/.test(form))
    return counted(value, digits, ['', '十', '百', '千']).replace(/^一十/, '十');
  if (/^(?:chineseLegalSimplified|ideographLegalTraditional)$/.test(form))
    return counted(value, formalDigits, ['', '拾', '佰', '仟']);
  return plain;
}

function letters(value: number): string {
  if (value > mostLetters) return String(value);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function romanOf(value: number): string {
  if (value >= 4000) return String(value);
  let left = value;
  let text = '';
  for (const [size, sign] of roman) {
    while (left >= size) {
      text += sign;
      left -= size;
    }
  }
  return text;
}

function counted(value: number, signs: string, units: readonly string[]): string {
  if (value > 9_999) return String(value);
  const zero = signs === digits ? '零' : signs.charAt(0);
  const places = [...String(value)].map(Number);
  let text = '';
  for (const [index, digit] of places.entries()) {
    if (digit > 0) text += signs.charAt(digit) + (units[places.length - 1 - index] ?? '');
    else if (places.slice(index + 1).some((later) => later > 0) && !text.endsWith(zero)) text += zero;
  }
  return text;
}
