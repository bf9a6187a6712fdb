/**
 * A light English stemmer for search: inflected forms of one word become one stem (`cutting`, `cuts`: `cut`; `raised`:
 * `rais`). Invariant: a stem is its own stem's prefix or an entry of the table of irregular forms; it is for comparing,
 * never shown. Rules after step 1 of M. F. Porter, "An algorithm for suffix stripping" (1980), which cuts inflections and
 * leaves derived words apart.
 */

/** Irregular forms of verbs and nouns that news uses often, by their base. */
const irregular = new Map(
  Object.entries({
    fall: 'fell fallen',
    rise: 'rose risen',
    grow: 'grew grown',
    win: 'won',
    lose: 'lost',
    buy: 'bought',
    sell: 'sold',
    say: 'said',
    tell: 'told',
    make: 'made',
    take: 'took taken',
    give: 'gave given',
    get: 'got gotten',
    go: 'went gone',
    come: 'came',
    become: 'became',
    begin: 'began begun',
    break: 'broke broken',
    bring: 'brought',
    build: 'built',
    catch: 'caught',
    choose: 'chose chosen',
    draw: 'drew drawn',
    drive: 'drove driven',
    feel: 'felt',
    find: 'found',
    fly: 'flew flown flies',
    forbid: 'forbade forbidden',
    hide: 'hid hidden',
    hold: 'held',
    keep: 'kept',
    lay: 'laid',
    lead: 'led',
    leave: 'left',
    lend: 'lent',
    mean: 'meant',
    meet: 'met',
    pay: 'paid',
    run: 'ran',
    see: 'saw seen',
    seek: 'sought',
    send: 'sent',
    shoot: 'shot',
    show: 'shown',
    shrink: 'shrank shrunk',
    sink: 'sank sunk',
    speak: 'spoke spoken',
    spend: 'spent',
    stand: 'stood',
    steal: 'stole stolen',
    strike: 'struck',
    swear: 'swore sworn',
    swim: 'swam swum',
    teach: 'taught',
    think: 'thought',
    throw: 'threw thrown',
    wear: 'wore worn',
    write: 'wrote written',
    withdraw: 'withdrew withdrawn',
    undertake: 'undertook undertaken',
    overtake: 'overtook overtaken',
    eat: 'ate eaten',
    bear: 'bore born',
    burn: 'burnt',
    dive: 'dove',
    die: 'dying dies died',
    lie: 'lying lied',
    man: 'men',
    woman: 'women',
    child: 'children',
    person: 'people persons',
    foot: 'feet',
    tooth: 'teeth',
    mouse: 'mice',
    wolf: 'wolves',
    life: 'lives',
    wife: 'wives',
    leaf: 'leaves',
    half: 'halves',
    medium: 'media',
    criterion: 'criteria',
  }).flatMap(([base, forms]) => forms.split(' ').map((form): [string, string] => [form, base])),
);

const hasVowel = /[aeiouy]/;

/** Doubled at the end of a stem they were doubled for the suffix; `l`, `s` and `z` may belong to the word. */
const doubled = /([bdfgmnprt])\1$/;

/** The stem of a word in lower case. Words with digits, and those of three letters but for plurals (`ads`), stay as they are. */
export function stemOf(word: string): string {
  const known = irregular.get(word);
  if (known) return known.length > 3 ? known.replace(/e$/, '') : known;
  if (word.length <= 3) return /^[a-z][b-df-hj-np-rtv-z]s$/.test(word) ? word.slice(0, 2) : word;
  if (/[^a-z]/.test(word)) return word;
  return withoutEnd(withoutSuffix(withoutPlural(word)));
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|zz)es$/.test(word)) return word.slice(0, -2);
  return /(?:[^aisu]|[ei]a)s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutSuffix(word: string): string {
  const stem = word.endsWith('ied') && word.length > 4 ? `${word.slice(0, -3)}y` : word;
  for (const suffix of ['ing', 'ed']) {
    if (!stem.endsWith(suffix)) continue;
    const rest = stem.slice(0, -suffix.length);
    if (rest.length < 3 || !hasVowel.test(rest) || rest.endsWith('e')) continue;
    return doubled.test(rest) ? rest.slice(0, -1) : rest;
  }
  return stem;
}

/** Words that would be another word without their last `e`. */
const keepsEnd = new Set(
  (
    'bare fire bite cape care code cope cube cute date fade fare fate hate hope made mode note pile pine plane pope rate ride ' +
    'robe sale scare site spine stare tape tone tube twine ware wide wine'
  ).split(' '),
);

/** `raise` and `raising` meet without the last `e`; `policy` and `policies` with a `y`. */
const withoutEnd = (word: string): string =>
  word.length > 3 && word.endsWith('e') && !keepsEnd.has(word) ? word.slice(0, -1) : word;
