/**
 * What may happen to an article, and how a line of its history is read. A line says who did it, when, and what was
 * before and after. The sentence for each verb is in app/i18n (area `history`); a verb without one does not compile.
 *
 * Stored facts outlive this code: facts of an unexpected shape are treated as absent.
 */

import { type Context, contexts, type Said, saidAnswers, type Wording, wordings } from '#lib/domain/claims/quote-check';
import { type Standing, standings } from '#lib/domain/claims/standing';
import type { PersonView } from '#lib/domain/people/person-view';
import { type ClaimKind, claimKinds } from '#lib/reading/claim-kinds';
import type { FigureReading } from '#lib/reading/figure-types';
import { qualifiers } from '#lib/reading/figure-types';

export const verbs = [
  'article-added',
  'article-edited',
  'article-removed',
  'article-restored',
  'article-revised',
  'claim-unsettled',
  'claim-resettled',
  'claim-orphaned',
  'claim-found',
  'claim-attached',
  'claim-retired',
  'claim-confirmed',
  'paragraph-kind',
  'review-rules-set',
  'suggestions-dismissed',
  'suggestions-proposed',
  'claim-marked',
  'claim-moved',
  'claim-described',
  'claim-removed',
  'claim-restored',
  'claim-judged',
  'judgement-withdrawn',
  'claim-ruled',
  'ruling-withdrawn',
  'claim-returned',
  'claim-assigned',
  'claim-unassigned',
  'paragraph-assigned',
  'paragraph-unassigned',
  'figure-corrected',
  'claim-measured',
  'derivation-pinned',
  'derivation-removed',
  'evidence-figure-set',
  'quote-checked',
  'evidence-added',
  'evidence-removed',
  'evidence-restored',
  'evidence-edited',
  'source-edited',
  'source-retired',
  'source-reinstated',
  'source-merged',
  'source-separated',
  'source-file-added',
  'source-file-removed',
  'source-file-restored',
  'source-file-closed',
  'source-file-readers',
  'source-file-opened',
  'speaker-edited',
  'speaker-merged',
  'speaker-separated',
  'comment-added',
  'comment-edited',
  'comment-removed',
  'comment-restored',
  'thread-resolved',
  'thread-reopened',
  'correction-suggested',
  'report-published',
  'report-withdrawn',
] as const;
export type Verb = (typeof verbs)[number];

/** The stored facts of a line, before or after the change. */
export type ChangeFacts = Readonly<Record<string, unknown>>;

/** One line of the history as a reader of the article sees it. `at` is an ISO 8601 moment. */
export type ChangeLineView = {
  seq: number;
  at: string;
  actor: PersonView;
  /** `unknown`: written by a newer version of the desk. */
  verb: Verb | 'unknown';
  /** The claim it is about, with its words at the time. `isThere`: it has not been removed since. */
  claim: { number: number; exact: string; isThere: boolean } | null;
  before: ChangeFacts;
  after: ChangeFacts;
};

/** The facts of a line as they were stored; none where they have another shape. */
export function factsIn(stored: unknown): ChangeFacts {
  return typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? { ...stored } : {};
}

const isOneOf = <T extends string>(list: readonly T[], value: unknown): value is T =>
  (list as readonly unknown[]).includes(value);

/** A verb as the database holds it. */
export function verbOf(text: string): ChangeLineView['verb'] {
  return isOneOf(verbs, text) ? text : 'unknown';
}

/** A text among the facts; null where there is none or it is empty. */
export function textIn(facts: ChangeFacts, name: string): string | null {
  const value = facts[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A number among the facts, or null. */
export function numberIn(facts: ChangeFacts, name: string): number | null {
  const value = facts[name];
  return typeof value === 'number' ? value : null;
}

/** A standing or a verdict among the facts, or null. */
export function standingIn(facts: ChangeFacts, name: string): Standing | null {
  const value = facts[name];
  return isOneOf(standings, value) ? value : null;
}

/** A kind of claim among the facts, or null. */
export function kindIn(facts: ChangeFacts): ClaimKind | null {
  return isOneOf(claimKinds, facts.kind) ? facts.kind : null;
}

type Told = Pick<ChangeLineView, 'before' | 'after'>;

/** The new standing of the claim, or null where the line did not change it. */
export function standingChange({ before, after }: Told): { from: Standing; to: Standing } | null {
  const [from, to] = [standingIn(before, 'standing'), standingIn(after, 'standing')];
  return from && to && from !== to ? { from, to } : null;
}

/** The names of the facts that differ. */
export function changedFacts({ before, after }: Told): string[] {
  return Object.keys(before).filter((name) => name in after && before[name] !== after[name]);
}

/** Which of a verb's sentences fits a line. */
export type Form =
  | 'plain'
  | 'title'
  | 'same'
  | 'aside'
  | 'blind'
  | 'spoken'
  | 'reworded'
  | 'kind'
  | 'worthy'
  | 'weighed'
  | 'unworthy'
  | 'speaker'
  | 'reattributed'
  | 'unspoken'
  | 'changed'
  | 'kept'
  | 'hidden'
  | 'reread'
  | 'cleared'
  | 'due'
  | 'restored'
  | 'tool'
  | 'all'
  | 'claim'
  | 'paragraph';

export function formOf(line: ChangeLineView): Form {
  const { verb, before, after } = line;
  switch (verb) {
    case 'article-edited':
      return formOfEdit(line);
    case 'article-revised':
      if (numberIn(after, 'restored') !== null) return 'restored';
      return after.minor === true ? 'tool' : 'plain';
    case 'claim-confirmed':
      return after.all === true ? 'all' : 'plain';
    case 'claim-attached':
      return before.exact !== after.exact ? 'reworded' : 'plain';
    case 'paragraph-kind':
      return after.kind === 'boilerplate' ? 'aside' : 'plain';
    case 'review-rules-set':
      return after.blindFirstPass === true ? 'blind' : 'plain';
    case 'claim-marked':
      return textIn(after, 'speaker') ? 'spoken' : 'plain';
    case 'claim-moved':
      return before.exact !== after.exact ? 'reworded' : 'plain';
    case 'claim-described':
      return formOfDescription(line);
    case 'claim-judged':
      return formOfJudgement(line);
    case 'judgement-withdrawn':
      return textIn(after, 'previousVerdict') ? 'plain' : 'hidden';
    case 'claim-ruled':
      return textIn(after, 'verdict') ? 'plain' : 'hidden';
    case 'figure-corrected':
      return numericReading(after) ? 'plain' : 'reread';
    case 'claim-measured':
      if (!textIn(after, 'metric')) return 'cleared';
      return textIn(before, 'metric') ? 'changed' : 'plain';
    case 'evidence-added':
    case 'evidence-removed':
    case 'evidence-restored':
    case 'evidence-edited':
    case 'source-edited':
    case 'source-retired':
    case 'source-reinstated':
    case 'source-merged':
    case 'source-separated':
    case 'source-file-added':
    case 'source-file-removed':
    case 'source-file-restored':
    case 'source-file-closed':
    case 'source-file-readers':
    case 'source-file-opened':
      return textIn(after, 'source') ? 'plain' : 'hidden';
    case 'derivation-pinned':
    case 'derivation-removed':
      return textIn(after, 'derived') ? 'plain' : 'hidden';
    case 'evidence-figure-set':
      if (!textIn(after, 'source')) return 'hidden';
      return textIn(after, 'figure') ? 'plain' : 'cleared';
    case 'correction-suggested':
      if (!('correction' in after)) return 'hidden';
      return textIn(after, 'correction') ? 'plain' : 'cleared';
    case 'quote-checked':
      return formOfAnswers(after);
    case 'claim-assigned':
    case 'paragraph-assigned':
      return textIn(after, 'dueOn') ? 'due' : 'plain';
    case 'comment-added':
    case 'comment-edited':
    case 'comment-removed':
    case 'comment-restored':
    case 'thread-resolved':
    case 'thread-reopened':
      if (line.claim) return 'claim';
      return paragraphIn(line) === null ? 'plain' : 'paragraph';
    default:
      return 'plain';
  }
}

function formOfEdit(line: Told): Form {
  const [changed, ...others] = changedFacts(line);
  if (!changed) return 'same';
  return changed === 'title' && others.length === 0 ? 'title' : 'plain';
}

function formOfDescription({ before, after }: Told): Form {
  const names = ['kind', 'checkWorthy', 'weight', 'speaker'].filter(
    (name) => name in after && before[name] !== after[name],
  );
  if (names.length !== 1) return names.length === 0 ? 'same' : 'plain';
  if (names[0] === 'kind') return 'kind';
  if (names[0] === 'weight') return 'weighed';
  if (names[0] === 'checkWorthy') return after.checkWorthy === true ? 'worthy' : 'unworthy';
  if (!textIn(after, 'speaker')) return 'unspoken';
  return textIn(before, 'speaker') ? 'reattributed' : 'speaker';
}

function formOfJudgement({ after }: Told): Form {
  const [verdict, previous] = [textIn(after, 'verdict'), textIn(after, 'previousVerdict')];
  if (!verdict) return 'hidden';
  if (!previous) return 'plain';
  return verdict === previous ? 'kept' : 'changed';
}

function formOfAnswers(after: ChangeFacts): Form {
  if (!('said' in after)) return 'hidden';
  return answersIn(after).length === 0 ? 'cleared' : 'plain';
}

/** The answers about a quote in a line, as `question.answer`. */
export function answersIn(after: ChangeFacts): AnswerName[] {
  const { said, wording, context } = after;
  return [
    ...saidAnswers.filter((answer) => answer === said).map((answer) => `said.${answer}` as const),
    ...wordings.filter((answer) => answer === wording).map((answer) => `wording.${answer}` as const),
    ...contexts.filter((answer) => answer === context).map((answer) => `context.${answer}` as const),
  ];
}

export type AnswerName = `said.${Said}` | `wording.${Wording}` | `context.${Context}`;

/** The number of the paragraph that a line is about, or null. */
export function paragraphIn({ before, after }: Told): number | null {
  return numberIn(after, 'paragraph') ?? numberIn(before, 'paragraph');
}

/** The figure that a person set, in writable form, or null where the line has none. */
export function numericReading(facts: ChangeFacts): FigureReading | null {
  const qualifier = qualifiers.find((name) => name === facts.qualifier);
  const bound = (name: string) => {
    const text = textIn(facts, name);
    return text === null || Number.isNaN(Number(text)) ? null : Number(text);
  };
  const [low, high] = [bound('low'), bound('high')];
  if (!qualifier || (low === null && high === null)) return null;
  return { low, high, qualifier, unit: textIn(facts, 'unit'), per: textIn(facts, 'per') };
}

/** What a person wrote with the change: a comment or a reason. */
export function remarkIn({ after }: Told): string | null {
  return textIn(after, 'body') ?? textIn(after, 'note') ?? textIn(after, 'reason') ?? textIn(after, 'resolution');
}

/**
 * Facts that say what a claim is, where it lies and who has it. All others may tell what was found about it, and are held
 * back from a reviewer who still has to judge (blind.ts).
 */
const plainFacts: ReadonlySet<string> = new Set([
  ...['number', 'start', 'end', 'exact', 'kind', 'checkWorthy', 'weight', 'paragraph', 'speaker', 'metric'],
  ...['low', 'high', 'unit', 'qualifier', 'per', 'asOf', 'assignee', 'dueOn', 'comment', 'thread'],
]);

/** A line without what its actor found about the claim, so that it cannot influence those who have not judged yet. */
export function withoutFindings(line: ChangeLineView): ChangeLineView {
  const keep = (facts: ChangeFacts) =>
    Object.fromEntries(Object.entries(facts).filter(([name]) => plainFacts.has(name)));
  return { ...line, before: keep(line.before), after: keep(line.after) };
}

/** What a line holds of the claim as it stood: the findings of all, whoever acted. */
const outcomeFacts: ReadonlySet<string> = new Set(['standing', 'judgements']);

/** A line of the reader's own, without what it says of others' findings: how the claim stood, and which verdicts it lost. */
export function withoutOutcome(line: ChangeLineView): ChangeLineView {
  const keep = (facts: ChangeFacts) =>
    Object.fromEntries(Object.entries(facts).filter(([name]) => !outcomeFacts.has(name)));
  return { ...line, before: keep(line.before), after: keep(line.after) };
}

/** Whether a line is about a source: it is written for all claims that rest on it, and names none. */
export const isAboutSource = ({ verb }: Pick<ChangeLineView, 'verb'>): boolean => verb.startsWith('source-');

/** Whether a line is about a file of a source: of a confidential one, it is there for those who see the file. */
export const isAboutFile = ({ verb }: { verb: string }): boolean => verb.startsWith('source-file-');

/** Whether that a line is there tells what its actor found: a wording is suggested where a claim does not hold. */
export const tellsByItself = ({ verb }: Pick<ChangeLineView, 'verb'>): boolean => verb === 'correction-suggested';
