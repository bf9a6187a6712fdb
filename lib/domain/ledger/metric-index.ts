/**
 * An index of the desk's metrics that finds those a new figure may belong to, within and across both languages. It
 * compares subjects by their letters (`Open AI`, `ＯｐｅｎＡＩ`, 微軟 and 微软, `DataBank Inc`) and measures by their meaning
 * (员工人数 is headcount). Invariants: a score is from 0 to 1, and 1 for the same subject, measure and scope; the subject
 * weighs most, so that another company's headcount never comes before the same company's other measures. Metrics whose
 * subject has hardly anything in common with the given one are left out.
 */

import { foldName, type Measure, measureOf, measuresIn } from '#lib/reading/measures';
import type { MetricName } from '#lib/reading/metrics';

export type IndexedMetric = MetricName & { id: string; aliases: string[] };

export interface MetricIndex {
  /** The metrics most similar to a name, best first; ties in the given order. */
  similar(name: MetricName, limit?: number): { id: string; score: number }[];
}

/** The weights of the three parts of a name. A scope only tells equal names apart. */
const weights = { subject: 0.6, measure: 0.35, scope: 0.05 };

/** Subjects less similar than this are different (a word of two syllables shares less with a third of all others). */
const leastAlike = 0.45;

/** Factor for different numbers, which tell versions apart: GPT-3 is not GPT-4. */
const otherNumbers = 0.4;

/**
 * A subject that begins or ends with all of the other (`OpenAI`, `OpenAI LP`; 小米, 小米汽车) is similar, not equal: its
 * equal measure comes after any measure of the subject itself.
 */
const partOfName = 0.58;

/** Measures with the same known words and different words beside them (`training cost` of two runs). */
const otherWords = 0.8;

/** Builds the index. An alias is another name of the subject, or of the whole metric (`OpenAI · 员工人数`). */
export function metricIndex(metrics: IndexedMetric[]): MetricIndex {
  const entries = metrics.flatMap((metric, at) => entriesOf(metric, at));
  const byGram = new Map<string, number[]>();
  for (const [n, { subject }] of entries.entries())
    for (const gram of subject.grams) {
      const sharing = byGram.get(gram);
      if (sharing) sharing.push(n);
      else byGram.set(gram, [n]);
    }
  const shared = new Uint16Array(entries.length);
  return {
    similar(name, limit = 5) {
      const subject = subjectKey(name.subject);
      const wanted = { measure: measureKey(name.measure), scope: scopeKey(name.scope) };
      const touched: number[] = [];
      for (const gram of subject.grams)
        for (const n of byGram.get(gram) ?? []) {
          if (shared[n] === 0) touched.push(n);
          shared[n] = (shared[n] ?? 0) + 1;
        }
      const best = new Map<number, number>();
      for (const n of touched) {
        const entry = entries[n];
        const alike = entry ? subjectLikeness(subject, entry.subject, shared[n] ?? 0) : 0;
        shared[n] = 0;
        if (!entry || alike < leastAlike) continue;
        const score =
          weights.subject * alike +
          weights.measure * alike * measureLikeness(wanted.measure, entry.measure) +
          weights.scope * alike * (wanted.scope === entry.scope ? 1 : 0);
        if (score > (best.get(entry.at) ?? 0)) best.set(entry.at, score);
      }
      return [...best]
        .sort(([a, one], [b, other]) => other - one || a - b)
        .slice(0, limit)
        .flatMap(([at, score]) => {
          const metric = metrics[at];
          return metric ? [{ id: metric.id, score: Math.min(1, score) }] : [];
        });
    },
  };
}

/** A name in the form in which names are compared: two metrics have the same key exactly if their names score 1. */
export function metricKey({ subject, measure, scope }: MetricName): string {
  const { known, rest } = measureKey(measure);
  return [subjectKey(subject).text, [...known.map(({ en }) => en), rest].join('+'), scopeKey(scope)].join('|');
}

interface Entry {
  at: number;
  subject: SubjectKey;
  measure: MeasureKey;
  scope: string;
}

function entriesOf(metric: IndexedMetric, at: number): Entry[] {
  const own = { at, measure: measureKey(metric.measure), scope: scopeKey(metric.scope) };
  const names = metric.aliases.map((alias): Entry => {
    const [subject = '', measure] = alias.split(/\s[·|:–—-]\s/);
    if (measure !== undefined) return { ...own, subject: subjectKey(subject), measure: measureKey(measure) };
    return { ...own, subject: subjectKey(withoutMeasure(alias)) };
  });
  return [{ ...own, subject: subjectKey(metric.subject) }, ...names];
}

/** `OpenAI staff count` without the words of its measure, if anything is left. */
function withoutMeasure(alias: string): string {
  const folded = foldName(alias);
  const hits = measuresIn(folded, 0, folded.length);
  const rest = hits.reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, folded).trim();
  return rest === '' ? alias : rest;
}

interface SubjectKey {
  text: string;
  grams: string[];
  numbers: string;
}

/** Company forms after a name, and articles and possessives before it. */
const extras =
  /^(?:the|该|本) ?|(?: (?:inc|corp|corporation|ltd|limited|llc|plc|co|company|group|gmbh|ag|sa))+\.?$|['’]s$|(?:股份)?(?:有限)?(?:责任)?公司$|集团$/g;

/** A subject without spaces, punctuation and company forms; plural and singular are equal. */
function subjectKey(subject: string): SubjectKey {
  const folded = foldName(subject).replace(/[,.](?= |$)/g, '');
  const bare = folded.replace(extras, '').trim() || folded;
  const text = bare
    .split(' ')
    .map((word) => (/^[a-z]{4,}[^s]s$/.test(word) ? word.slice(0, -1) : word))
    .join('')
    .replace(/[^\p{L}\p{N}.]/gu, '');
  const padded = `^${text}$`;
  const grams = new Set<string>();
  for (let i = 0; i + 2 <= padded.length; i++) grams.add(padded.slice(i, i + 2));
  return { text, grams: [...grams], numbers: (text.match(/\d+(?:\.\d+)*/g) ?? []).join(' ') };
}

/** Dice's coefficient over pairs of letters (Dice 1945), with parts of names and numbers taken into account. */
function subjectLikeness(a: SubjectKey, b: SubjectKey, shared: number): number {
  if (a.text === b.text) return 1;
  const alike = (2 * shared) / (a.grams.length + b.grams.length);
  if (a.numbers !== b.numbers) return alike * (a.numbers === '' || b.numbers === '' ? partOfName : otherNumbers);
  const [short, long] = a.text.length < b.text.length ? [a.text, b.text] : [b.text, a.text];
  const isPart = short.length > 1 && (long.startsWith(short) || long.endsWith(short));
  // Similarity alone never makes names equal, and scores below a name that contains the other.
  return isPart ? Math.max(partOfName * 0.9, Math.min(partOfName, alike)) : Math.min(partOfName, alike);
}

interface MeasureKey {
  /** Known measures in the name (`revenue growth` has two). */
  known: Measure[];
  /** The rest of the name, or all of it where it contains no known measure. */
  rest: string;
}

function measureKey(name: string): MeasureKey {
  const folded = foldName(name);
  const whole = measureOf(folded);
  if (whole) return { known: [whole], rest: '' };
  const hits = measuresIn(folded, 0, folded.length);
  const rest = hits.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), folded);
  const known = [...new Set(hits.map(({ value }) => value))].sort((a, b) => (a.en < b.en ? -1 : 1));
  return { known, rest: rest.replace(fillers, '').trim() };
}

/** Words in a measure's name that add no meaning. */
const fillers = /\b(?:the|of|total|number|amount|rate|per|in|a|an)\b|总|数量|数|额|量|率|的|规模/g;

function measureLikeness(a: MeasureKey, b: MeasureKey): number {
  if (a.known.length === 0 || b.known.length === 0) {
    if (a.known.length !== b.known.length) return 0;
    return a.rest === b.rest ? 1 : wordLikeness(a.rest, b.rest) * otherWords;
  }
  const common = a.known.filter((one) => b.known.includes(one)).length;
  const known = (2 * common) / (a.known.length + b.known.length);
  return a.rest === b.rest ? known : known * otherWords;
}

function wordLikeness(a: string, b: string): number {
  const pairs = (text: string): Set<string> => {
    const padded = `^${text}$`;
    return new Set(Array.from({ length: padded.length - 1 }, (_, i) => padded.slice(i, i + 2)));
  };
  const [one, other] = [pairs(a), pairs(b)];
  return (2 * [...one].filter((pair) => other.has(pair)).length) / (one.size + other.size);
}

/** Places by their English name, for scopes in two languages. */
const places = new Map([
  ['全球', 'global'],
  ['全世界', 'global'],
  ['worldwide', 'global'],
  ['globally', 'global'],
  ['中国', 'china'],
  ['国内', 'china'],
  ['全国', 'china'],
  ['美国', 'us'],
  ['u.s.', 'us'],
  ['united states', 'us'],
  ['usa', 'us'],
  ['欧洲', 'europe'],
  ['欧盟', 'eu'],
  ['european union', 'eu'],
  ['英国', 'uk'],
  ['united kingdom', 'uk'],
  ['日本', 'japan'],
  ['印度', 'india'],
  ['亚太', 'asia pacific'],
  ['北美', 'north america'],
]);

function scopeKey(scope: string | null): string {
  const folded = foldName(scope ?? '').replace(/^(?:in|the) |市场$|地区$| market$/g, '');
  return places.get(folded) ?? folded;
}
