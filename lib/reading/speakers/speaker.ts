/**
 * A speaker: the person or organisation that words are attributed to, and the roster of everyone named so far. A phrase
 * in the text (`他`, `the CEO`, `李先生`, `Nadella`) refers to the last matching one on the roster. Invariants: a speaker's
 * name has no title; a roster only looks back, so later paragraphs never change earlier answers; the answer is null
 * only for a pronoun with nobody before it. Two people who share a surname are never merged.
 */

import { wordList } from '#lib/text/lexicon';

export type Gender = 'female' | 'male' | null;

/**
 * How a text refers to a speaker. `described` is an anonymous source (一位投资人), `reference` points back (这位CEO, the
 * company).
 */
export type PhraseForm = 'person' | 'body' | 'described' | 'pronoun' | 'reference';

export interface SpeakerPhrase {
  form: PhraseForm;
  /** The name without title, or the description or pronoun as it stands. */
  name: string;
  role: string | null;
  organisation: string | null;
  gender: Gender;
  plural: boolean;
}

/** A phrase from its form and name, and any further facts. */
export function phraseOf(form: PhraseForm, name: string, more: Partial<SpeakerPhrase> = {}): SpeakerPhrase {
  return { form, name, role: null, organisation: null, gender: null, plural: false, ...more };
}

/** A phrase, and whether its form alone shows that it names somebody. */
export interface SpeakerReading {
  phrase: SpeakerPhrase;
  sure: boolean;
}

export interface Speaker {
  name: string;
  kind: 'person' | 'body' | 'anonymous';
  role: string | null;
  organisation: string | null;
  /** Other ways the text names this speaker by a name (`Nadella` for `Satya Nadella`). */
  aliases: string[];
}

interface Entry extends Speaker {
  gender: Gender;
  plural: boolean;
}

/** How many of the most recent speakers a pronoun or role can point back to; nobody reads further back. */
const reach = 24;

export class Roster {
  private readonly entries: Entry[] = [];
  private readonly byName = new Map<string, Entry>();
  private readonly byLastName = new Map<string, Entry[]>();
  /** Most recent last. */
  private recent: Entry[] = [];

  /** Everyone named, in order of first naming. */
  speakers(): Speaker[] {
    return this.entries.map(({ name, kind, role, organisation, aliases }) => ({
      name,
      kind,
      role,
      organisation,
      aliases: [...aliases],
    }));
  }

  /** The speaker a phrase stands for; a name not met before is entered. Null for a pronoun that points at nobody. */
  recall(phrase: SpeakerPhrase): Speaker | null {
    const entry = this.find(phrase);
    if (!entry) return null;
    if (phrase.form === 'person' || phrase.form === 'body') this.learn(entry, phrase);
    this.touch(entry);
    return entry;
  }

  /** True if a name, or a last name alone, has been entered. */
  has(name: string): boolean {
    return this.byName.has(name) || this.byLastName.has(name);
  }

  private find(phrase: SpeakerPhrase): Entry | null {
    if (phrase.form === 'pronoun')
      return this.lastThat(
        (entry) => entry.plural === phrase.plural && entry.kind !== 'body' && agrees(entry, phrase.gender),
      );
    const known = this.byName.get(phrase.name);
    if (known) return known;
    if (phrase.form === 'reference') return this.pointedAt(phrase) ?? this.enter(phrase, 'anonymous');
    if (phrase.form === 'described') return this.enter(phrase, 'anonymous');
    const bySurname = only(this.byLastName.get(phrase.name));
    if (bySurname) {
      if (!bySurname.aliases.includes(phrase.name)) bySurname.aliases.push(phrase.name);
      return bySurname;
    }
    return this.enter(phrase, phrase.form === 'body' ? 'body' : 'person');
  }

  /** The last speaker with the role (and organisation, and surname) that a phrase gives. */
  private pointedAt(phrase: SpeakerPhrase): Entry | null {
    const { role, organisation } = phrase;
    if (role === null) return null;
    const fits = (entry: Entry): boolean =>
      entry.role !== null && sameRole(entry.role, role) && agrees(entry, phrase.gender);
    if (organisation !== null) {
      return this.lastThat(
        (entry) => fits(entry) && entry.organisation !== null && overlaps(entry.organisation, organisation),
      );
    }
    return (
      this.lastThat(fits) ??
      this.lastWithoutRole(phrase) ??
      (bodyRoles.has(role) ? this.lastThat((entry) => entry.kind === 'body') : null)
    );
  }

  /**
   * `Lena Ohlsson disagrees. … the economist says`: the one just named, if the text has not said what that person
   * is.
   */
  private lastWithoutRole({ name, role, gender }: SpeakerPhrase): Entry | null {
    const last = this.recent.at(-1);
    const personal = role !== null && (personalRoles.has(role.toLowerCase()) || role.endsWith('ologist'));
    if (last?.kind !== 'person' || last.role !== null || !agrees(last, gender)) return null;
    return personal || name.startsWith('这位') || name.startsWith('这名') ? last : null;
  }

  private lastThat(fits: (entry: Entry) => boolean): Entry | null {
    return this.recent.findLast(fits) ?? null;
  }

  private enter(phrase: SpeakerPhrase, kind: Speaker['kind']): Entry {
    const { name, role, organisation, gender, plural } = phrase;
    const entry: Entry = { name, kind, role, organisation, aliases: [], gender, plural };
    this.entries.push(entry);
    this.byName.set(name, entry);
    if (kind === 'person') {
      for (const part of shortNames(name)) {
        const sharing = this.byLastName.get(part);
        if (sharing) sharing.push(entry);
        else this.byLastName.set(part, [entry]);
      }
    }
    return entry;
  }

  private learn(entry: Entry, phrase: SpeakerPhrase): void {
    entry.role ??= phrase.role;
    entry.organisation ??= phrase.organisation;
    entry.gender ??= phrase.gender;
  }

  private touch(entry: Entry): void {
    const at = this.recent.indexOf(entry);
    if (at >= 0) this.recent.splice(at, 1);
    this.recent.push(entry);
    if (this.recent.length > reach) this.recent.shift();
  }
}

/** Callings that describe a person already named; offices (the judge, the minister) bring in somebody new. */
const personalRoles = new Set(
  wordList(`
    economist analyst researcher scientist professor farmer teacher nurse doctor author writer novelist actor
    actress singer artist entrepreneur founder engineer fisherman photographer musician filmmaker designer
    historian lawyer
  `),
);

/** Roles that point at a body (`the company`, 该公司). */
const bodyRoles = new Set(
  wordList(`
    company firm bank group ministry agency department university charity airline retailer startup manufacturer
    公司 集团 机构 平台 企业 大学 医院 银行
  `),
);

const only = (entries: Entry[] | undefined): Entry | undefined => (entries?.length === 1 ? entries[0] : undefined);

const agrees = (entry: Entry, gender: Gender): boolean =>
  gender === null || entry.gender === null || entry.gender === gender;

/** `创始人` fits `联合创始人`, `chief executive` fits `CEO`. */
function sameRole(a: string, b: string): boolean {
  const left = canonicalRole(a);
  const right = canonicalRole(b);
  return left === right || left.endsWith(right) || right.endsWith(left);
}

const roleSynonyms = new Map([
  ['chief executive', 'ceo'],
  ['chief executive officer', 'ceo'],
  ['首席执行官', 'ceo'],
  ['chief financial officer', 'cfo'],
  ['首席财务官', 'cfo'],
  ['chief technology officer', 'cto'],
  ['首席技术官', 'cto'],
  ['cofounder', 'co-founder'],
  ['chairwoman', 'chair'],
  ['chairman', 'chair'],
  ['spokeswoman', 'spokesperson'],
  ['spokesman', 'spokesperson'],
  ['新闻发言人', '发言人'],
]);

function canonicalRole(role: string): string {
  const lower = role.toLowerCase();
  return roleSynonyms.get(lower) ?? lower;
}

function overlaps(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a);
}

/**
 * The parts of a name that later mentions use alone: an English last name, the last part of a name with dots
 * (埃隆·马斯克).
 */
function shortNames(name: string): string[] {
  const dotted = name.split(/[·•・]/);
  const parts = dotted.length > 1 ? dotted : name.split(' ');
  const last = parts.at(-1) ?? '';
  return parts.length > 1 && (dotted.length > 1 || last.length > 1) ? [last] : [];
}
