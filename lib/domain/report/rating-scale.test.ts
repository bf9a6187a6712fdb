import { describe, expect, test } from 'vitest';
import { type Verdict, verdicts } from '#lib/domain/claims/standing';
import { ratingOf, ratingScales, type RatingScale as Scale } from './rating-scale';
import { RatingScale } from './rating-scale-input';

const [desk] = ratingScales;
const scaleOf = (key: string) => ratingScales.find((scale) => scale.key === key) ?? desk;

describe('the bundled scales', () => {
  test.each(ratingScales.map((scale) => [scale.key, scale] as const))('%s is valid', (_, scale) => {
    expect(RatingScale.parse(scale)).toEqual(scale);
  });

  test('have keys of their own', () => {
    expect(new Set(ratingScales.map(({ key }) => key)).size).toBe(ratingScales.length);
  });

  test.each<[string, Verdict, string, string, number | null]>([
    ['desk', 'verified', 'Verified', '属实', 5],
    ['desk', 'disputed', 'Disputed', '存疑', 3],
    ['desk', 'false', 'False', '错误', 1],
    ['desk', 'unverifiable', 'Unverifiable', '无法核实', null],
    ['desk', 'not-checkable', 'Not checkable', '不可核查', null],
    ['truth', 'verified', 'True', '真实', 5],
    ['truth', 'disputed', 'Half true', '半真半假', 3],
    ['truth', 'unverifiable', 'Unproven', '未经证实', null],
    ['truth', 'not-checkable', 'Unproven', '未经证实', null],
    ['zhengque', 'verified', 'Correct', '正确', 5],
    ['zhengque', 'disputed', 'Partly wrong', '部分错误', 3],
    ['zhengque', 'false', 'Wrong', '错误', 1],
    ['zhengque', 'unverifiable', 'Insufficient evidence', '证据不足', null],
    ['zhengque', 'not-checkable', 'Clarified', '事实厘清', null],
  ])('%s publishes %s as %s, %s, %s', (key, verdict, en, zh, ratingValue) => {
    const rest = { ratingValue, bestRating: 5, worstRating: 1 };
    expect(ratingOf(scaleOf(key), verdict, 'en')).toEqual({ alternateName: en, ...rest });
    expect(ratingOf(scaleOf(key), verdict, 'zh')).toEqual({ alternateName: zh, ...rest });
  });
});

const changed = (change: (scale: Scale) => void): unknown => {
  const copy = structuredClone(desk);
  change(copy);
  return copy;
};

/** Sets a field of the grade at an index. */
const withGrade = (index: number, fields: Partial<Scale['grades'][number]>) =>
  changed((scale) => Object.assign(scale.grades[index] ?? {}, fields));

describe('a desk’s own scale', () => {
  test.each<[string, unknown, string]>([
    ['a verdict without a grade', changed((scale) => (scale.verdicts.false = 'wrong')), 'verdicts.false'],
    ['a verdict left out', changed((scale) => Reflect.deleteProperty(scale.verdicts, 'false')), 'verdicts.false'],
    ['a verdict that there is not', { ...desk, verdicts: { ...desk.verdicts, maybe: 'false' } }, 'verdicts'],
    ['a number above 5', withGrade(0, { value: 6 }), 'grades.0.value'],
    ['a number below 1', withGrade(2, { value: 0 }), 'grades.2.value'],
    ['half a number', withGrade(1, { value: 2.5 }), 'grades.1.value'],
    ['a blank name', withGrade(1, { names: { en: '  ', zh: '存疑' } }), 'grades.1.names.en'],
    ['one language alone', withGrade(1, { names: { en: 'Disputed', zh: '' } }), 'grades.1.names.zh'],
    ['an endless name', withGrade(1, { names: { en: 'x'.repeat(61), zh: '存疑' } }), 'grades.1.names.en'],
    [
      'a name given twice in another width',
      withGrade(1, { names: { en: 'Ｖerified', zh: '存疑' } }),
      'grades.1.names.en',
    ],
    ['a name given twice', withGrade(1, { names: { en: 'VERIFIED', zh: '存疑' } }), 'grades.1.names.en'],
    ['a Chinese name given twice', withGrade(1, { names: { en: 'Disputed', zh: '属实' } }), 'grades.1.names.zh'],
    ['a key given twice', withGrade(1, { key: 'verified' }), 'grades.1.key'],
    ['a number for what cannot be verified', withGrade(3, { value: 2 }), 'verdicts.unverifiable'],
    ['the false above the true', withGrade(2, { value: 5 }), 'verdicts'],
    ['no grades', { ...desk, grades: [] }, 'grades'],
  ])('may not have %s', (_, scale, where) => {
    const parsed = RatingScale.safeParse(scale);
    expect(parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'))).toContain(where);
  });

  test('may publish two verdicts as one grade, and findings without numbers', () => {
    const plain = changed((scale) => {
      for (const grade of scale.grades) grade.value = null;
      for (const verdict of verdicts) scale.verdicts[verdict] = verdict === 'verified' ? 'verified' : 'disputed';
    });
    expect(RatingScale.safeParse(plain).success).toBe(true);
  });

  test('is trimmed', () => {
    const parsed = RatingScale.parse(withGrade(0, { names: { en: ' Sound ', zh: '属实' } }));
    expect(ratingOf(parsed, 'verified', 'en').alternateName).toBe('Sound');
  });
});

test('a scale that was never validated throws instead of publishing nothing', () => {
  expect(() => ratingOf({ ...desk, grades: [] }, 'false', 'en')).toThrow(RangeError);
});
