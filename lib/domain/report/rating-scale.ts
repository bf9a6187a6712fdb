/**
 * Rating scales: the names under which a desk publishes its verdicts, with a number from 1 (worst) to 5 (best) or none.
 *
 * A scale is data. Readers see its grades; each verdict is published as one of them, and a scale may have grades that
 * no verdict uses. Invariant of a valid scale: every verdict has a grade, names are distinct in each language, and
 * verified never rates below disputed, nor disputed below false. Verdicts that say nothing about the world
 * (unverifiable, not checkable) have no number, since readers would take any number for a judgement.
 */
import { findings, isFinding } from '#lib/domain/claims/evidence-strength';
import { type Verdict, verdicts } from '#lib/domain/claims/standing';
import { foldForSearch } from '#lib/text/search';

export const bestRating = 5;
export const worstRating = 1;

export type RatingScale = {
  key: string;
  names: { en: string; zh: string };
  /** `value`: a whole number from worst to best; null: none. */
  grades: { key: string; names: { en: string; zh: string }; value: number | null }[];
  /** The key of the grade that each verdict is published as. */
  verdicts: Record<Verdict, string>;
};

export type RatingLanguage = keyof RatingScale['names'];

/** `path`: the place in the scale, from the outside in. */
export type ScaleFault = {
  code: 'grade-exists' | 'grade-unknown' | 'number-without-finding' | 'scale-upside-down';
  path: (string | number)[];
};

/** What is wrong with a scale as a whole. Names that differ only in case or width are the same. */
export function scaleFaults({ grades, verdicts: keys }: RatingScale): ScaleFault[] {
  const faults: ScaleFault[] = [];
  const seen = new Set<string>();
  for (const [index, { key, names }] of grades.entries()) {
    const labels: [string, string[]][] = [
      [key, ['key']],
      [names.en, ['names', 'en']],
      [names.zh, ['names', 'zh']],
    ];
    for (const [label, path] of labels) {
      const own = `${path.join('.')} ${foldForSearch(label)}`;
      if (seen.has(own)) faults.push({ code: 'grade-exists', path: ['grades', index, ...path] });
      seen.add(own);
    }
  }
  const gradeOf = new Map(grades.map((grade) => [grade.key, grade]));
  for (const verdict of verdicts) {
    const grade = gradeOf.get(keys[verdict]);
    const path = ['verdicts', verdict];
    if (!grade) faults.push({ code: 'grade-unknown', path });
    else if (!isFinding(verdict) && grade.value !== null) faults.push({ code: 'number-without-finding', path });
  }
  const values = findings.map((verdict) => gradeOf.get(keys[verdict])?.value ?? null).filter((value) => value !== null);
  const rises = values.some((value, index) => value > (values[index - 1] ?? value));
  return rises ? [...faults, { code: 'scale-upside-down', path: ['verdicts'] }] : faults;
}

const deskScale: RatingScale = {
  key: 'desk',
  names: { en: 'Desk default', zh: '核查组通用' },
  grades: [
    { key: 'verified', names: { en: 'Verified', zh: '属实' }, value: 5 },
    { key: 'disputed', names: { en: 'Disputed', zh: '存疑' }, value: 3 },
    { key: 'false', names: { en: 'False', zh: '错误' }, value: 1 },
    { key: 'unverifiable', names: { en: 'Unverifiable', zh: '无法核实' }, value: null },
    { key: 'not-checkable', names: { en: 'Not checkable', zh: '不可核查' }, value: null },
  ],
  verdicts: {
    verified: 'verified',
    disputed: 'disputed',
    false: 'false',
    unverifiable: 'unverifiable',
    'not-checkable': 'not-checkable',
  },
};

/** Six steps, as many English-language fact-checkers have them. Two of them are used by no verdict of the desk. */
const truthScale: RatingScale = {
  key: 'truth',
  names: { en: 'Six steps of truth', zh: '六级真实度' },
  grades: [
    { key: 'true', names: { en: 'True', zh: '真实' }, value: 5 },
    { key: 'mostly-true', names: { en: 'Mostly true', zh: '基本真实' }, value: 4 },
    { key: 'half-true', names: { en: 'Half true', zh: '半真半假' }, value: 3 },
    { key: 'mostly-false', names: { en: 'Mostly false', zh: '大多不实' }, value: 2 },
    { key: 'false', names: { en: 'False', zh: '虚假' }, value: 1 },
    { key: 'unproven', names: { en: 'Unproven', zh: '未经证实' }, value: null },
  ],
  verdicts: {
    verified: 'true',
    disputed: 'half-true',
    false: 'false',
    unverifiable: 'unproven',
    'not-checkable': 'unproven',
  },
};

/** The five grades of Chinese-language fact-checkers; 事实厘清 explains what is neither right nor wrong. */
const chineseScale: RatingScale = {
  key: 'zhengque',
  names: { en: 'Correct to clarified', zh: '正确至厘清' },
  grades: [
    { key: 'correct', names: { en: 'Correct', zh: '正确' }, value: 5 },
    { key: 'partly-wrong', names: { en: 'Partly wrong', zh: '部分错误' }, value: 3 },
    { key: 'wrong', names: { en: 'Wrong', zh: '错误' }, value: 1 },
    { key: 'insufficient', names: { en: 'Insufficient evidence', zh: '证据不足' }, value: null },
    { key: 'clarified', names: { en: 'Clarified', zh: '事实厘清' }, value: null },
  ],
  verdicts: {
    verified: 'correct',
    disputed: 'partly-wrong',
    false: 'wrong',
    unverifiable: 'insufficient',
    'not-checkable': 'clarified',
  },
};

/** The built-in scales, the default first. */
export const ratingScales: readonly [RatingScale, ...RatingScale[]] = [deskScale, truthScale, chineseScale];

export type Rating = {
  alternateName: string;
  /** null: the verdict has no number; best and worst then mean nothing. */
  ratingValue: number | null;
  bestRating: number;
  worstRating: number;
};

/** The grade that a verdict is published as. RangeError for a verdict without a grade, which no valid scale has. */
export function ratingOf(scale: RatingScale, verdict: Verdict, language: RatingLanguage): Rating {
  const grade = scale.grades.find(({ key }) => key === scale.verdicts[verdict]);
  if (!grade) throw new RangeError(`scale ${scale.key} has no grade for ${verdict}`);
  return { alternateName: grade.names[language], ratingValue: grade.value, bestRating, worstRating };
}
