import { describe, expect, it } from 'vitest';
import { findSpeakers } from '#lib/reading/quotes';
import { plainText, readingForm } from '#lib/text/forms/reading-form';
import { readHanSpeaker } from './chinese';
import { readSubjectAfter, readSubjectBefore } from './english';
import type { SpeakerReading } from './speaker';

const parts = (reading: SpeakerReading | null): unknown =>
  reading && [reading.phrase.form, reading.phrase.name, reading.phrase.role, reading.phrase.organisation];
/** What a reader makes of a whole text. */
const read =
  (reader: typeof readHanSpeaker) =>
  (text: string): unknown => {
    const plain = plainText(text);
    return parts(reader(plain, readingForm(plain), 0, plain.length));
  };
const han = read(readHanSpeaker);
const before = read(readSubjectBefore);
const after = read(readSubjectAfter);

describe('readHanSpeaker', () => {
  it.each([
    ['小冰CEO李笛则', ['person', '李笛', 'CEO', '小冰']],
    ['诗云科技合伙人梁望也向记者', ['person', '梁望', '合伙人', '诗云科技']],
    ['在资深人工智能研究专家田涛源', ['person', '田涛源', '资深人工智能研究专家', null]],
    ['不过，启元世界战略总监王思捷在接受采访时', ['person', '王思捷', '战略总监', '启元世界']],
    ['远山科技创始人、CEO周立平', ['person', '周立平', '创始人、CEO', '远山科技']],
    ['创业者“天空之城城主”激动地', ['person', '天空之城城主', '创业者', null]],
    ['一位头部AI公司创始人', ['described', '一位头部AI公司创始人', '创始人', null]],
    ['李女士', ['person', '李女士', '女士', null]],
    ['钟南山院士', ['person', '钟南山', '院士', null]],
    ['埃隆·马斯克', ['person', '埃隆·马斯克', null, null]],
    ['它让马斯克', ['person', '马斯克', null, null]],
    ['蓝驰创投肯定地', ['body', '蓝驰创投', null, null]],
    ['他和朋友们', ['pronoun', '他', null, null]],
    ['张桂英（化名）', ['person', '张桂英', null, null]],
    ['我们', null],
    ['', null],
  ])('reads %s', (text, expected) => {
    expect(han(text)).toEqual(expected);
  });
});

describe('readSubjectBefore and readSubjectAfter', () => {
  it.each([
    ['Microsoft CEO Satya Nadella ', ['person', 'Satya Nadella', 'CEO', 'Microsoft']],
    ['On Tuesday, Jane Doe, 34, a teacher from Ohio, ', ['person', 'Jane Doe', 'teacher', 'Ohio']],
    ['Acme’s chief executive, Robert Hale, ', ['person', 'Robert Hale', 'chief executive', 'Acme']],
    ['Dr. Ursula van der Berg also ', ['person', 'Ursula van der Berg', null, null]],
    ['A spokesman for Calder Energy ', ['described', 'A spokesman for Calder Energy', 'spokesman', 'Calder Energy']],
    ['The Ministry of Health ', ['body', 'Ministry of Health', null, null]],
    ['the company ', ['reference', 'the company', 'company', null]],
    ['and he later ', ['pronoun', 'he', null, null]],
    ['we ', null],
    ['', null],
  ])('reads %s before a cue', (text, expected) => {
    expect(before(text)).toEqual(expected);
  });

  it.each([
    [
      ' Maria Delgado, chief executive of Northfield Foods',
      ['person', 'Maria Delgado', 'chief executive', 'Northfield Foods'],
    ],
    [' the company’s lawyer, Nina Alvarez', ['person', 'Nina Alvarez', 'lawyer', null]],
    [' Lena Fischer of the nurses’ union', ['person', 'Lena Fischer', null, null]],
    [' Jane Doe in a statement', ['person', 'Jane Doe', null, null]],
  ])('reads %s after a cue', (text, expected) => {
    expect(after(text)).toEqual(expected);
  });
});

describe('findSpeakers', () => {
  it('lists role, organisation and aliases', () => {
    const text = [
      'Tim Cook, Apple’s chief executive, unveiled the phone. “It is the best,” he said.',
      '“Buy it,” Cook added.',
    ];
    expect(findSpeakers(text)).toEqual([
      { name: 'Tim Cook', kind: 'person', role: 'chief executive', organisation: 'Apple', aliases: ['Cook'] },
    ]);
  });

  it('finds a later description of an anonymous source', () => {
    const text = ['“不敢放出来。”一位头部AI公司创始人告诉记者。', '在上述AI公司创始人看来，监管必然到来。'];
    expect(findSpeakers(text).map((one) => [one.name, one.kind])).toEqual([['一位头部AI公司创始人', 'anonymous']]);
  });
});
