import { describe, expect, test } from 'vitest';
import { matchTokens } from '#lib/text/match';
import { tokenise } from '#lib/text/tokens';
import { placeSpan, wholeCharacters } from './place';

/** Places the passage between 【 and 】 of a text in another one, and marks it there. */
function placed(old: string, fresh: string, isOpen = false) {
  const [start, end] = [old.indexOf('【'), old.indexOf('】') - 1];
  const text = old.replace(/[【】]/g, '');
  const place = placeSpan(matchTokens(text, tokenise(text), fresh, tokenise(fresh), isOpen), { start, end });
  return {
    place,
    shown: place && `${fresh.slice(0, place.start)}【${fresh.slice(place.start, place.end)}】${fresh.slice(place.end)}`,
  };
}

const unmarked = (text: string) => text.replace(/[【】]/g, '');
const some = 'nobody here would have thought so';
const 插入 = '没有人会在一年前就相信这样的说法没有人会在一年前就相信';

describe('what was put into a passage', () => {
  test.each([
    [
      'belongs to it where both its ends are held',
      'We say 【sales rose in March】 as they do.',
      `We say 【sales rose in ${some}, March】 as they do.`,
    ],
    [
      'belongs to it where its light end is held by the text before it',
      'So it is. 【March saw sales that rose】. No.',
      `So it is. 【March ${some} saw sales that rose】. No.`,
    ],
    ['belongs to it in Chinese', '那么【三月的销量上升了很多】是的。', '那么【三月在全国各地的销量上升了很多】是的。'],
  ])('%s', (_, old, fresh) => {
    expect(placed(old, unmarked(fresh)).shown).toBe(fresh);
  });

  test.each([
    [
      'at its end',
      'We say 【sales rose a lot in all of Asia in March】 as they do.',
      `We say sales rose a lot in all of Asia in a year ${some}, March so it was.`,
      'March',
    ],
    [
      'at its beginning',
      'So it is. 【March saw sales that rose a lot】. No.',
      `Now it was as March ${some} saw sales that rose a lot. No.`,
      'March',
    ],
    [
      'at its beginning, in Chinese',
      '那么【三月的销量上升了很多】是的。',
      `如今三月，${插入}的销量上升了很多是的。`,
      '三月',
    ],
    ['at its end, in Chinese', '那么【销量上升了很多在三月】是的。', `那么销量上升了很多${插入}三月了吧`, '三月'],
  ])('splits off a light part %s that nothing holds', (_, old, fresh, part) => {
    const { place } = placed(old, fresh);
    expect(place).not.toBeNull();
    expect(fresh.slice(place?.start, place?.end)).not.toContain(part);
    expect(place?.left).toBeGreaterThan(0.6);
    expect(place?.left).toBeLessThan(1);
  });

  test('splits a passage of equal halves so that neither is it', () => {
    expect(placed('【Sales rose】', `Sales ${some} and that was all that they rose`).shown).toBeNull();
  });
});

describe('what took the place of a passage’s end', () => {
  test.each([
    ['belongs to it', 'It now 【employs 375】 people', 'It now 【employs 770】 people'],
    ['belongs to it at the beginning of a text', '【375 people】 work', '【770 people】 work'],
    ['belongs to it at the end of a text', 'The firm has 【people: 375】', 'The firm has 【people: 770】'],
    [
      'belongs to it as far as two times its weight and a word',
      'In all 【375 people】 left.',
      'In all 【375 long suffering older】 employees left.',
    ],
    [
      'does not where only a mark of it was lost',
      '他昨天说【：市场很大，大家都来】。',
      '她去年在会上讲【市场很大，大家都来】。',
    ],
    [
      'does not where most of what was lost stood before it',
      'He said on Monday 【that 375 people left the firm in May】.',
      'She claims 【375 people left the firm in May】.',
    ],
    [
      'does not where most of what was lost stood after it',
      '【In May people left the firm, 375】 as he said on Monday',
      '【In May people left the firm】 she claims',
    ],
    [
      'is shared by weight with what was lost beside it',
      'Then cooks 【nurses left the firm in May】.',
      'Then bakers 【teachers left the firm in May】.',
    ],
  ])('%s', (_, old, fresh) => {
    expect(placed(old, unmarked(fresh)).shown).toBe(fresh);
  });

  test('belongs to it in a part of a text, where the words beside it are still there', () => {
    const first = placed('one two 【375 staff now there】', 'one two 770 staff now there', true);
    expect(first.shown).toBe('one two 【770 staff now there】');
    const last = placed('【staff now there 375】 one two', 'staff now there 770 one two', true);
    expect(last.shown).toBe('【staff now there 770】 one two');
  });

  test('belongs to it only where the text is known to end there', () => {
    const [first, fresh] = ['【375 staff now there】 one two three', 'There came 770 staff now there one two three'];
    expect(placed(first, fresh).shown).toBe('【There came 770 staff now there】 one two three');
    expect(placed(first, fresh, true).shown).toBe('There came 770 【staff now there】 one two three');
    const [last, other] = ['one two three 【staff now there 375】', 'one two three staff now there 770 and more'];
    expect(placed(last, other).shown).toBe('one two three 【staff now there 770 and more】');
    expect(placed(last, other, true).shown).toBe('one two three 【staff now there】 770 and more');
  });
});

describe('a passage of which nothing is left', () => {
  test.each([
    ['a number', 'It has 【375】 staff now', 'It has 【770】 staff now'],
    ['a longer one', 'It has 【375】 staff now', 'It has 【seven hundred】 staff now'],
    ['a name', 'It has 【Li】 there now', 'It has 【Alexandra Shapiro】 there now'],
    ['the last words of the text', '公司现有员工【三百】', '公司现有员工【七千】'],
    ['the first words of the text', '【三百】名员工在岗', '【七千】名员工在岗'],
  ])('is what stands in its place: %s', (_, old, fresh) => {
    const { place, shown } = placed(old, unmarked(fresh));
    expect(shown).toBe(fresh);
    expect(place).toMatchObject({ left: 0, context: 1 });
  });

  test.each([
    ['nothing stands there', 'It has 【375】 staff now', 'It has staff now'],
    ['far more stands there', 'It has 【375】 staff now', 'It has seven hundred seventy staff now'],
    ['the word before it went too', 'It has 【375】 staff now', 'It counts 770 staff now'],
    ['the word after it went too', 'It has 【375】 staff now', 'It has 770 cooks now'],
    [
      'the word before it went too, at the beginning',
      'has 【375】 staff workers there again today still',
      'had 770 staff workers there again today still',
    ],
    ['it was a space', 'a【 】b', 'a X b'],
    ['nothing of the text is left', '【375】', ''],
  ])('is gone where %s', (_, old, fresh) => {
    expect(placed(old, fresh).shown).toBeNull();
  });

  test.each([
    ['begins', '【375】 staff now there', '770 staff now there'],
    ['ends', 'staff now there 【375】', 'staff now there 770'],
  ])('is not what stands where a part of a text %s', (_, old, fresh) => {
    expect(placed(old, fresh).shown).not.toBeNull();
    expect(placed(old, fresh, true).shown).toBeNull();
  });
});

describe('how much of its surroundings is left', () => {
  const own = '【sales rose】';
  test.each([
    [
      'all of them',
      `one two three four ${own} five six seven eight`,
      `one two three four sales rose five six seven eight`,
      1,
    ],
    [
      'one side',
      `alpha bravo charlie delta ${own} foxtrot golfer hotel india`,
      `alpha bravo charlie delta sales rose w x y z`,
      0.5,
    ],
    [
      'the other side',
      `alpha bravo charlie delta ${own} foxtrot golfer hotel india`,
      `w x y z sales rose foxtrot golfer hotel india`,
      0.5,
    ],
    ['the beginning and end of the text', own, 'sales rose', 1],
    ['the beginning alone', own, 'sales rose again', 0.5],
    ['the end alone', own, 'again sales rose', 0.5],
    ['a word and the beginning of two sides', `${own} alpha bravo`, 'sales rose alpha, which', 0.75],
  ])('%s', (_, old, fresh, context) => {
    expect(placed(old, fresh).place?.context).toBeCloseTo(context, 2);
  });

  test('does not count the ends of what is a part of a text', () => {
    expect(placed('【sales rose in all of Asia】', 'sales rose in all of Asia', true).place?.context).toBe(0);
    expect(placed(`alpha ${own}`, 'alpha sales rose', true).place?.context).toBe(1);
  });

  test('counts eight tokens on each side', () => {
    const old = 'far alpha bravo charlie delta echoes foxtrot golfer hotel 【sales rose】 in a b c d e f g far';
    expect(placed(old, old.replaceAll('far', 'new').replace(/[【】]/g, '')).place?.context).toBe(1);
    expect(placed(old, old.replace('alpha', 'new').replace(/[【】]/g, '')).place?.context).toBeLessThan(1);
  });

  test('does not count words that are now far from it', () => {
    const gap = 'a1 b2 c3 d4 e5 f6 g7 h8 i9 j10 k11 l12 m13'.replace(/(\d+)/g, ' ');
    const near = placed(
      'alpha bravo 【sales rose in the north of the land】 charlie delta',
      `alpha bravo sales rose in the north of the land ${gap} charlie delta`,
    );
    expect(near.place?.context).toBeCloseTo(0.5, 1);
    const after = placed(
      'alpha bravo 【sales rose in the north of the land】 charlie delta',
      `alpha bravo ${gap} sales rose in the north of the land charlie delta`,
    );
    expect(after.place?.context).toBeCloseTo(0.5, 1);
  });
});

describe('the ends of a place', () => {
  test.each([
    [
      'begin with white space where it is there',
      'the firm【 had 375 staff】 there',
      'now the firm【 had 375 staff】 there',
    ],
    [
      'begin without white space that is gone',
      'the firm【 had 375 staff】 there',
      'now the firm（【had 375 staff】 there',
    ],
    [
      'end with white space where it is there',
      'the firm 【had 375 staff 】there',
      'now the firm 【had 375 staff 】there',
    ],
    [
      'end without white space that is gone',
      'the firm 【had 375 staff 】there',
      'now the firm 【had 375 staff】）there',
    ],
    ['begin inside a word that is kept', 'some thir【teen geese】 came', 'only thir【teen geese】 came'],
    ['end inside a word that is kept', 'some 【geese, thir】teen, came', 'only 【geese, thir】teen, came'],
    [
      'are those of the word where it was replaced',
      'all of the thir【teen geese】 came here',
      'all of the 【fifteen geese】 came here',
    ],
    [
      'are those of the last word where it was replaced',
      'here came 【geese, thir】teen of them',
      'here came 【geese, fifteen】 of them',
    ],
  ])('%s', (_, old, fresh) => {
    expect(placed(old, unmarked(fresh)).shown).toBe(fresh);
  });

  test.each([
    ['the first half', 0, 1],
    ['the second half', 1, 2],
    ['both halves', 0, 2],
  ])('take in the whole of a character where they hold %s of it', (_, start, end) => {
    expect(wholeCharacters('😀a', start, end)).toEqual({ start: 0, end: 2 });
    expect(wholeCharacters('a😀', start + 1, end + 1)).toEqual({ start: 1, end: 3 });
  });

  test('do not move between characters', () => {
    expect(wholeCharacters('😀😀', 2, 4)).toEqual({ start: 2, end: 4 });
    expect(wholeCharacters('ab', 1, 2)).toEqual({ start: 1, end: 2 });
    expect(wholeCharacters('\ude00a', 0, 1)).toEqual({ start: 0, end: 1 });
  });
});

describe('how sure a place is', () => {
  test('is wholly where everything is as it was', () => {
    expect(placed('a b 【c d】 e f', 'a b c d e f').place).toMatchObject({ score: 1, left: 1, context: 1 });
  });

  test('counts the share of the passage by weight', () => {
    expect(placed('here 【it has 375 staff】 there', 'here it has 770 staff there').place?.left).toBeCloseTo(
      16 / 24,
      5,
    );
  });

  test('is too little where less than three fifths of a passage and its surroundings are left', () => {
    const old = 'alpha bravo 【sales rose quickly until winter】 charlie delta';
    expect(placed(old, 'w x sales rose quickly until y z').shown).toBeNull();
    expect(placed(old, 'alpha x sales rose quickly until y delta').shown).not.toBeNull();
  });
});
