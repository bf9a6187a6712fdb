import { describe, expect, test } from 'vitest';
import { plainText, readingForm } from '#lib/text/forms/reading-form';
import { findQuotations } from './marks';
import { type Shape, shapeOf } from './shape';

/** The shapes of the quotations of a paragraph. */
function shapes(paragraph: string): Shape[] {
  const plain = plainText(paragraph);
  const han = /\p{Script=Han}/u.test(paragraph);
  return findQuotations([plain]).map((quotation) => shapeOf(plain, readingForm(plain), quotation, han));
}

describe('a quotation in Chinese', () => {
  test.each<[string, Shape]>([
    ['“我们没有裁员。”', 'sentence'],
    ['“好。”', 'sentence'],
    ['他们喊“好。”就走', 'fragment'],
    ['他们喊“我们没有好吗？”就走', 'sentence'],
    ['“我们没有裁员，”他说', 'sentence'],
    ['他们“一起干”了很久', 'fragment'],
    ['用GPT“一起干”API', 'fragment'],
    ['，“十五个汉字在这里不多不少恰好够”，', 'fragment'],
    ['，“十六个汉字在这里不多不少恰好够了”，', 'sentence'],
    ['，“用GPT四个字加上两个词API恰好”，', 'fragment'],
    ['，“用GPT四个字加上两个词API恰好够了”，', 'sentence'],
    ['，“八个汉字，一个逗号”，', 'sentence'],
    ['，“七个汉字，一个逗”，', 'fragment'],
    ['所谓“一起干”，', 'name'],
    ['题为“我们一起干好吗？”，', 'name'],
    ['被誉为“我们的城市从来没有这么好过，真的是这样。”，', 'sentence'],
    ['这里，“It is.”，', 'fragment'],
    ['这里，“It was.”，', 'sentence'],
    ['这本书题为“我们一起干好吗？”，', 'name'],
    ['题为“我们的城市为什么从没有好过？”，', 'name'],
    ['题为“我们的城市为什么从来没有好过？”，', 'sentence'],
    ['他只写了“？”，', 'fragment'],
    ['他们“十六个汉字在这里不多不少恰好够了”很久', 'fragment'],
    ['用GPT“十六个汉字在这里不多不少恰好够了”API', 'fragment'],
    ['他们“十六个汉字在这里不多不少恰好够了”，', 'sentence'],
    ['，“十六个汉字在这里不多不少恰好够了”很久', 'sentence'],
    ['这里，“No.”，', 'fragment'],
    ['这里，“It is so.”，', 'sentence'],
  ])('%s is a %s', (text, shape) => {
    expect(shapes(text)).toEqual([shape]);
  });
});

describe('a quotation in English', () => {
  test.each<[string, Shape]>([
    ['“We cut no jobs,” she said.', 'sentence'],
    ['“No.” She left.', 'sentence'],
    ['She said: “No jobs”', 'sentence'],
    ['She said: “jobs”', 'fragment'],
    ['“We cut no more jobs” it says', 'sentence'],
    ['“We cut no jobs” it says', 'fragment'],
    ['They called it “a farce” there', 'fragment'],
    ['They said that “We cut no jobs.” It was so', 'sentence'],
    ['They said that “We cut jobs.” It was so', 'fragment'],
    ['They said that “we cut no more jobs.” It was so', 'fragment'],
    ['They saw “Gone With the Wind” there', 'name'],
    ['They saw “Wind” there', 'fragment'],
    ['They saw “Gone with everybody” there', 'fragment'],
    ['They saw “One Two Three Four Five Six Seven Eight” there', 'name'],
    ['They saw “One Two Three Four Five Six Seven Eight Nine” there', 'fragment'],
    ['The so-called “plan for all of us together” failed', 'name'],
    ['The film “we go home” failed', 'name'],
    ['The film “We go home.” It failed', 'fragment'],
    ['the word  “plan” is', 'name'],
    ['the word   “plan” is', 'fragment'],
    ['“2023 was good for us” he says', 'sentence'],
    ['I “quit.” They laughed', 'fragment'],
    ['In his book, “Rivers of the North,” he walks', 'name'],
    ['In his room, “Rivers of the North,” he said', 'sentence'],
    ['In his book, “Rivers run to the north,” he said', 'sentence'],
    ['‘All Bets Are Off.’', 'name'],
    ['‘All bets are off now and for ever.’ ', 'name'],
    ['‘All bets are off now and for ever and ever.’', 'sentence'],
    ['She said: ‘All bets are off.’', 'sentence'],
    ['‘All bets are off.’ She left.', 'sentence'],
    ['“Lost everything” – shopkeeper Amal Haddad', 'sentence'],
    ['“Lost” – shopkeeper Amal Haddad', 'fragment'],
    ['The “lost everything” – shopkeeper Amal Haddad', 'fragment'],
    ['Mayor Says ‘No Deal’ in Stadium Row', 'fragment'],
    ['“WALLACE: Well, we will see.” He left', 'name'],
    ['“MR. O’HARA: Well, we will see.” He left', 'name'],
    ['“(APPLAUSE.) We will see.” He left', 'name'],
    ['“U.S.A. will win it.” He left', 'sentence'],
    ['“NASA says so: it will win.” He left', 'sentence'],
    ['They note that “2023 was very good.” Then', 'sentence'],
  ])('%s is a %s', (text, shape) => {
    expect(shapes(text)).toEqual([shape]);
  });
});
