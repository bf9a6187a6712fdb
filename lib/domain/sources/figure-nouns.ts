/**
 * Whether two counted nouns can stand for one thing. In doubt they can: the words around the figures decide then.
 * Invariant: two different nouns of one language count different things, unless one of them is a general word or a
 * classifier.
 */

import { countsAlike } from '#lib/reading/unit-scale';

/** Nouns that a Chinese classifier gives: they say what kind of thing is counted, not which. */
const classifiers = new Set(
  'article item unit vehicle company school piece set case copy book machine building ship aircraft train store household time kind type place line bank'.split(
    ' ',
  ),
);

/** Words for people whose work or life is counted: `3,200 jobs` are 3,200 people. */
const people = new Set('person people job post position role employee worker staff member soul life'.split(' '));

const personEndings =
  /(?:er|or|ist|ant|ent|eer|ian|ee|man|woman|nurse|people|child|student|victim|guest|fan|migrant|refugee|officer|patient)$/;

const isPerson = (noun: string): boolean =>
  people.has(noun) || countsAlike('person', noun) || (personEndings.test(noun) && !things.has(noun));

/** Nouns with the ending of people that are none. */
const things = new Set(
  'letter paper number computer order offer server tower river container theater theatre center centre flower character chapter poster counter water filter hour power apartment incident accident event document percent cent patent restaurant plant tent student-place door floor motor tractor corridor error sector factor vector mirror tree degree fee coffee committee employee-share list'.split(
    ' ',
  ),
);

/** Whether two figures in these units may count the same things; null is a bare number. */
export function nounsAgree(a: string | null, b: string | null, isForeign: boolean): boolean {
  if (a === null || b === null || a === b || countsAlike(a, b)) return true;
  const [one, other] = [isPerson(a), isPerson(b)];
  if (one !== other) return false;
  if (one) return people.has(a) || people.has(b) || isForeign;
  return classifiers.has(a) || classifiers.has(b) || isForeign;
}
