/**
 * Whether two counted nouns can stand for one thing. In doubt they can: the words around the figures decide then.
 * Invariant: two different nouns of one language count different things, unless they are words for one thing or one of
 * them is a general word or a classifier.
 */

import { countsAlike } from '#lib/reading/unit-scale';
import { areOneThing } from './everyday-nouns';

/** Nouns that a Chinese classifier gives: they say what kind of thing is counted, not which. */
const classifiers = new Set(
  `article item unit vehicle company school piece set case copy book machine building ship aircraft train store household time
   kind type place line bank paper house`.split(/\s+/),
);

/** Whether a counted noun may have been given by a classifier. */
export const isClassifier = (noun: string): boolean => classifiers.has(noun);

/** Words for people whose work or life is counted: `3,200 jobs` are 3,200 people. */
const people = new Set('person people job post position role soul life human individual signature vote'.split(' '));

const persons = new Set(
  `pupil nurse child student victim guest fan migrant refugee officer patient adult teen youth baby boy girl couple citizen veteran
   pilot athlete guard inmate delegate candidate graduate recruit hostage casualty death injury priest monk judge clerk
   apprentice human individual relative crew troop`.split(/\s+/),
);
const personEndings = /(?:er|or|ist|ant|ent|eer|ian|ee|man|woman)$/;

/** Nouns with the ending of people that are none. */
const things = new Set(
  `letter paper number computer order offer server tower river container theater theatre center centre flower character chapter
   poster counter water filter hour power apartment incident accident event document percent cent patent restaurant plant tent
   door floor motor tractor corridor error sector factor vector mirror tree degree fee coffee committee quarter meter metre litre
   monitor reactor elevator generator charger printer trailer scooter tanker bunker burger layer cluster disaster chamber
   department monument shipment payment investment treatment argument element instrument basement settlement`.split(
    /\s+/,
  ),
);

function isPerson(noun: string): boolean {
  return (
    people.has(noun) ||
    persons.has(noun) ||
    countsAlike('person', noun) ||
    (personEndings.test(noun) && !things.has(noun))
  );
}

/** A unit with whether its text is Chinese, where a classifier may have given it; null is a bare number. */
export interface CountedNoun {
  unit: string | null;
  isChinese: boolean;
}

/** Whether two figures may count the same things. */
export function nounsAgree(one: CountedNoun, other: CountedNoun): boolean {
  const [a, b] = [one.unit, other.unit];
  const isForeign = one.isChinese !== other.isChinese;
  if (a === null || b === null || a === b || countsAlike(a, b) || areOneThing(a, b)) return true;
  // 例 counts patients as it counts what befell them.
  if ((a === 'case' && one.isChinese) || (b === 'case' && other.isChinese)) return true;
  if (isPerson(a) !== isPerson(b)) return false;
  if (isPerson(a)) return people.has(a) || people.has(b) || isForeign;
  return isForeign || (one.isChinese && classifiers.has(a)) || (other.isChinese && classifiers.has(b));
}

/** Chinese classifiers that may stand for one another; 个 stands for any. */
const classifierGroups = [
  '人名位口',
  '辆台部架艘列',
  '件项宗起例次',
  '家所间座栋幢处',
  '份张封本册篇',
  '条根道',
  '头只匹',
  '套户',
  '棵株',
];

const groupOf = new Map(
  classifierGroups.flatMap((group, at) => [...group].map((char): [string, number] => [char, at])),
);

/** Whether two Chinese figures are counted by classifiers of different things (份, 辆). */
export function classifiersDiffer(one: string, other: string): boolean {
  const [a, b] = [groupOf.get(one), groupOf.get(other)];
  return a !== undefined && b !== undefined && a !== b;
}
