import { describe, expect, test } from 'vitest';
import { type CountedNoun, classifiersDiffer, nounsAgree } from './figure-nouns';

const en = (unit: string | null): CountedNoun => ({ unit, isChinese: false });
const zh = (unit: string | null): CountedNoun => ({ unit, isChinese: true });

describe('two counted nouns', () => {
  test.each<[string, CountedNoun, CountedNoun]>([
    ['that are the same', en('ship'), en('ship')],
    ['for one thing', en('pupil'), en('student')],
    ['of which one is not told', en('ship'), en(null)],
    ['of which neither is told', en(null), en(null)],
    ['of people in general and people of a kind', en('person'), en('nurse')],
    ['of jobs and the people who have them', en('job'), en('worker')],
    ['of people in two languages', en('nurse'), zh('teacher')],
    ['of things in two languages', en('ship'), zh('bridge')],
    ['of patients and their cases in Chinese', zh('patient'), zh('case')],
    ['with a classifier in Chinese', zh('article'), zh('patent')],
    ['with a classifier in Chinese, the other way round', zh('patent'), zh('article')],
  ])('%s may count the same', (_, one, other) => {
    expect(nounsAgree(one, other)).toBe(true);
    expect(nounsAgree(other, one)).toBe(true);
  });

  test.each<[string, CountedNoun, CountedNoun]>([
    ['of other things', en('ship'), en('bridge')],
    ['of a person and a thing', en('nurse'), en('bed')],
    ['of a person and a thing in two languages', en('nurse'), zh('bed')],
    ['of people of two kinds', en('nurse'), en('guard')],
    ['of people by their ending and things', en('violinist'), en('violin')],
    ['of things that end as people do', en('theater'), en('violinist')],
    ['of what an English text calls an article', en('article'), en('patent')],
    ['of patients and cases in English', en('patient'), en('case')],
    ['of things in Chinese', zh('bridge'), zh('patent')],
  ])('%s do not', (_, one, other) => {
    expect(nounsAgree(one, other)).toBe(false);
    expect(nounsAgree(other, one)).toBe(false);
  });
});

test.each([
  ['人', '名', false],
  ['辆', '台', false],
  ['份', '辆', true],
  ['头', '套', true],
  ['个', '辆', false],
  ['份', '个', false],
  ['', '辆', false],
])('classifiers %s and %s are of different things: %s', (one, other, differ) => {
  expect(classifiersDiffer(one, other)).toBe(differ);
});
