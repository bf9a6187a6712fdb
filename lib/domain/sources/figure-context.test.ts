import { describe, expect, test } from 'vitest';
import { readClaim } from '#lib/domain/matching/claim-reading';
import { comparisonForm } from '#lib/text/forms/comparison-form';
import { type FigurePlace, placesOf, SourceContext } from './figure-context';

/** The places of the figures of a text, marked as numbers of three digits. */
function placesIn(text: string): FigurePlace[] {
  const figures = [...text.matchAll(/\d{3}(?:\.\d)?/g)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  return placesOf(text, comparisonForm(text), figures);
}

/** A part of each place, as its words. */
const parts = (part: keyof FigurePlace, text: string): string[] =>
  placesIn(text).map((place) => text.slice(place[part].start, place[part].end));

describe('where a figure stands', () => {
  test('its own words reach from the figure before it to the next', () => {
    expect(parts('own', 'some 100 ships and 200 boats of 300 men')).toEqual([
      'some 100 ships ',
      'and 200 boats of ',
      ' boats of 300 men',
    ]);
    expect(parts('own', 'all that, 100 ships, and 200 boats')).toEqual([' 100 ships', 'and 200 boats']);
    expect(parts('own', 'Arvale has 100 ships and Bremer has 200 boats')[0]).toBe('Arvale has 100 ships ');
  });

  test('its own words are those of the figure that it came down from', () => {
    expect(parts('own', 'profit was 100 here, down from 200 then')[1]).toBe('profit was 100 here, down from 200 then');
  });

  test('its own words stand before a comma where nothing else is beside it', () => {
    expect(parts('own', 'the pay: the mayor, 100; her aide, 200')).toEqual([' the mayor, 100', ' her aide, 200']);
    expect(parts('own', 'the mayor has 100 ships, 200')[1]).toBe(' 200');
  });

  test.each([
    ['a comma', 'we sold, in all, 100 ships, to them', ' 100 ships'],
    ['a semicolon', 'we sold; 100 ships; to them', '100 ships'],
    ['brackets', 'we sold (100 ships) to them', '100 ships'],
    ['a Chinese mark', '我们卖了、100艘、船', '100艘'],
    ['a line', 'we sold\n100 ships\nto them', '100 ships'],
    ['a question', 'did we? 100 ships! no', '100 ships'],
    ['a stop, but no decimal point', 'we did. it was 100.5 m. so', 'it was 100.5 m'],
    ['a colon', 'sold: 100 ships', ' 100 ships'],
  ])('its clause ends at %s', (_, text, clause) => {
    expect(parts('clause', text)).toEqual([clause]);
  });

  test('its sentence is one of the text', () => {
    expect(parts('sentence', 'We sold. In all, 100 ships, some of them old; 200 boats. So it was.')).toEqual([
      'In all, 100 ships, some of them old',
      '200 boats',
    ]);
  });

  test('its head is what stands before the colon of its list', () => {
    expect(parts('head', 'It was so. Ships sold: here 100, there 200. And 300.')).toEqual([
      ' Ships sold',
      ' Ships sold',
      '',
    ]);
    expect(parts('head', '100 ships sold: here 200')).toEqual(['', '100 ships sold']);
  });
});

/** What a claim has in common with the surroundings of each figure of a source. */
function context(claim: string, source: string) {
  const own = new SourceContext(readClaim(claim), readClaim(source));
  return { own, places: placesIn(source) };
}

const shares = (claim: string, source: string): number[] => {
  const { own, places } = context(claim, source);
  return places.map((place) => {
    const { sum, total } = own.shareAt(place);
    return sum / total;
  });
};

describe('what a claim and the surroundings of a figure have in common', () => {
  test('is all of it where all words stand beside the figure', () => {
    expect(shares('The shipyard sold ferries.', 'the shipyard sold 100 ferries')).toEqual([1]);
  });

  test('counts less the farther off the words are', () => {
    const far = ['Ferries, look, in May some 100 sank. No.', 'Some ferries. In May some 100 sank. No.'].map(
      (source) => shares('ferries', source)[0] ?? 0,
    );
    expect(shares('ferries', 'In May some 100 ferries sank.')).toEqual([1]);
    expect(far).toEqual(far.toSorted((a, b) => b - a));
    expect(new Set([1, ...far]).size).toBe(3);
    expect(far[1]).toBeGreaterThan(0);
  });

  test('takes in the head of a list', () => {
    const [inList = 0] = shares('ferries sunk', 'Look. Ferries: in May; some 100 sank. No.');
    const [without = 0] = shares('ferries sunk', 'Ferries. In May; some 100 sank. No.');
    expect(inList).toBeGreaterThan(without);
  });

  test('counts less of the clause where the figure’s own words are of something else', () => {
    const claim = 'Pupils walk to school.';
    const [own = 0, other = 0] = shares(claim, 'pupils walk to school 100, while grumpy drivers honk loudly 200');
    expect(own).toBe(1);
    expect(other).toBeLessThan(own / 2);
  });

  test('is measured against those words that the source has at all', () => {
    expect(shares('Ferries and bagpipes and yurts', '100 ferries')).toEqual([1]);
    const { own } = context('bagpipes', '100 ferries');
    expect(own.isKnown).toBe(false);
    expect(context('bagpipes', '100 bagpipes').own.isKnown).toBe(true);
  });

  test('meets everyday things in the other language', () => {
    expect(shares('医院有多少护士', 'the hospital has 100 nurses')[0]).toBe(1);
    expect(shares('the hospital has nurses', '医院有护士100人')[0]).toBe(1);
    const [nurses = 0, beds = 0] = shares('医院的护士', 'there are 100 nurses, and 200 beds');
    expect(nurses).toBeGreaterThan(beds);
  });
});

describe('what stands right beside a figure', () => {
  test('is explained by the claim as far as the claim has it', () => {
    const { own, places } = context('ferries sank', '100 ferries sank, 200 ferries burned, 300 bagpipes played, 400');
    expect(places.map((place) => own.explainedAt(place))).toEqual([1, 0.5, 0, 1]);
  });

  test('tells words of the claim apart by which they are', () => {
    const { own, places } = context('ferries sank', '100 ferries sank, 200 ferries burned, sank 300, 400 yurts');
    const [both, first, second, none] = places.map((place) => own.besideAt(place));
    expect([both?.size, first?.size, second?.size, none?.size]).toEqual([2, 1, 1, 0]);
    expect([...(first ?? []), ...(second ?? [])].toSorted()).toEqual([...(both ?? [])].toSorted());
  });
});

describe('people of whom a claim does not speak', () => {
  test.each<[string, string, boolean]>([
    ['The hospital has 90 nurses.', 'It has 100 doctors.', true],
    ['医院有护士90人。', '有医生100人。', true],
    ['The hospital has 90 nurses.', 'It has 100 nurses.', false],
    ['The hospital has 90 nurses.', 'It has 100 nurses and doctors.', false],
    ['The hospital has 90 nurses.', 'It has 100 beds.', false],
    ['The hospital has 90 beds.', 'It has 100 doctors.', false],
    ['The hospital has 90 nurses.', 'Doctors say, it has 100 rooms.', false],
    ['The hospital has 90 nurses.', 'It has 100 rooms, say doctors.', false],
    ['The park had 90 visitors.', 'It had 100 guests.', false],
  ])('%s %s %s', (claim, source, isOther) => {
    const { own, places } = context(claim, source);
    expect(places.map((place) => own.hasOtherCrowd(place))).toEqual([isOther]);
  });
});

test('a noun is named where the claim has a word for its thing', () => {
  const { own } = context('小学有学生300人。', '100');
  expect([own.names('pupil'), own.names('student'), own.names('nurse'), own.names('bagpipe')]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
