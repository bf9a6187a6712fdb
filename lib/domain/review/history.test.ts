import { describe, expect, test } from 'vitest';
import { changeLineView } from '#lib/testing/article/factories';
import {
  answersIn,
  type ChangeLineView,
  changedFacts,
  type Form,
  factsIn,
  formOf,
  isAboutSource,
  kindIn,
  numberIn,
  numericReading,
  paragraphIn,
  remarkIn,
  standingChange,
  standingIn,
  tellsByItself,
  textIn,
  verbOf,
  verbs,
  withoutFindings,
  withoutOutcome,
} from './history';

test('a verb of another version is unknown', () => {
  expect(verbs.map(verbOf)).toEqual(verbs);
  expect(verbOf('claim-sung')).toBe('unknown');
});

describe('the form of a sentence', () => {
  const body = { kind: 'fact', checkWorthy: true };
  test.each<[ChangeLineView['verb'], object, object, Form]>([
    ['article-edited', { title: 'A', url: null }, { title: 'B', url: null }, 'title'],
    ['article-edited', { title: 'A', url: null }, { title: 'B', url: 'https://b' }, 'plain'],
    ['article-edited', { title: 'A' }, { title: 'A' }, 'same'],
    ['article-edited', { title: 'A', url: null }, { title: 'A', url: 'https://b' }, 'plain'],
    ['article-revised', {}, { restored: 3, minor: true }, 'restored'],
    ['article-revised', {}, { restored: null, minor: true }, 'tool'],
    ['article-revised', {}, { restored: null, minor: false }, 'plain'],
    ['claim-confirmed', {}, { all: true }, 'all'],
    ['claim-confirmed', {}, {}, 'plain'],
    ['claim-attached', { exact: '375' }, { exact: '375 staff' }, 'reworded'],
    ['claim-attached', { exact: '375' }, { exact: '375' }, 'plain'],
    ['paragraph-kind', { kind: 'body' }, { kind: 'boilerplate' }, 'aside'],
    ['paragraph-kind', { kind: 'boilerplate' }, { kind: 'body' }, 'plain'],
    ['review-rules-set', {}, { blindFirstPass: true }, 'blind'],
    ['review-rules-set', {}, { blindFirstPass: false }, 'plain'],
    ['claim-marked', {}, { speaker: 'Lin' }, 'spoken'],
    ['claim-marked', {}, { speaker: null }, 'plain'],
    ['claim-moved', { exact: '375' }, { exact: '375 staff' }, 'reworded'],
    ['claim-moved', { exact: '375' }, { exact: '375' }, 'plain'],
    ['claim-described', body, { ...body, kind: 'quote' }, 'kind'],
    ['claim-described', { ...body, weight: 'normal' }, { ...body, weight: 'key' }, 'weighed'],
    ['claim-described', { ...body, checkWorthy: false }, body, 'worthy'],
    ['claim-described', body, { ...body, checkWorthy: false }, 'unworthy'],
    ['claim-described', { ...body, speaker: null }, { ...body, speaker: 'Lin' }, 'speaker'],
    ['claim-described', { ...body, speaker: 'Lin' }, { ...body, speaker: 'Su' }, 'reattributed'],
    ['claim-described', { ...body, speaker: 'Lin' }, { ...body, speaker: null }, 'unspoken'],
    ['claim-described', body, { kind: 'quote', checkWorthy: false }, 'plain'],
    ['claim-described', { ...body, speaker: 'Lin' }, { ...body, speaker: 'Lin' }, 'same'],
    ['claim-judged', {}, { verdict: 'false', previousVerdict: null }, 'plain'],
    ['claim-judged', {}, { verdict: 'false', previousVerdict: 'verified' }, 'changed'],
    ['claim-judged', {}, { verdict: 'false', previousVerdict: 'false' }, 'kept'],
    ['claim-judged', {}, {}, 'hidden'],
    ['judgement-withdrawn', {}, { previousVerdict: 'false' }, 'plain'],
    ['judgement-withdrawn', {}, {}, 'hidden'],
    ['claim-ruled', {}, { verdict: 'false' }, 'plain'],
    ['claim-ruled', {}, {}, 'hidden'],
    ['figure-corrected', {}, { low: '3', high: null, qualifier: 'exact', unit: null, per: null }, 'plain'],
    ['figure-corrected', {}, {}, 'reread'],
    ['claim-measured', { metric: null }, { metric: 'headcount' }, 'plain'],
    ['claim-measured', { metric: 'staff' }, { metric: 'headcount' }, 'changed'],
    ['claim-measured', { metric: 'staff' }, { metric: null }, 'cleared'],
    ['evidence-figure-set', {}, { source: 'Filing', figure: '375' }, 'plain'],
    ['evidence-figure-set', { figure: '375' }, { source: 'Filing', figure: '' }, 'cleared'],
    ['evidence-figure-set', {}, {}, 'hidden'],
    ['evidence-added', {}, { source: 'Filing', stance: 'refutes' }, 'plain'],
    ['evidence-added', {}, { number: 4 }, 'hidden'],
    ['source-edited', {}, {}, 'hidden'],
    ['source-edited', {}, { source: 'Filing' }, 'plain'],
    ['evidence-removed', {}, { source: 'Filing' }, 'plain'],
    ['evidence-restored', {}, {}, 'hidden'],
    ['evidence-edited', {}, {}, 'hidden'],
    ['evidence-edited', {}, { source: 'Filing' }, 'plain'],
    ['source-reinstated', {}, {}, 'hidden'],
    ['source-separated', {}, {}, 'hidden'],
    ['source-separated', {}, { source: 'Filing' }, 'plain'],
    ['derivation-removed', {}, { derived: '4 ÷ 2 = 2' }, 'plain'],
    ['derivation-pinned', {}, {}, 'hidden'],
    ['source-retired', {}, { source: 'Filing', note: 'Retracted.' }, 'plain'],
    ['source-merged', {}, {}, 'hidden'],
    ['derivation-pinned', {}, { derived: '4 ÷ 2 = 2' }, 'plain'],
    ['derivation-removed', {}, {}, 'hidden'],
    ['correction-suggested', {}, {}, 'hidden'],
    ['correction-suggested', {}, { correction: 'It had 770.' }, 'plain'],
    ['correction-suggested', {}, { correction: null }, 'cleared'],
    ['quote-checked', {}, { said: 'yes', wording: null, context: null }, 'plain'],
    ['quote-checked', {}, { said: null, wording: null, context: null }, 'cleared'],
    ['quote-checked', {}, {}, 'hidden'],
    ['claim-assigned', {}, { assignee: 'Bo', dueOn: '2026-02-01' }, 'due'],
    ['paragraph-assigned', {}, { assignee: 'Bo', dueOn: null }, 'plain'],
    ['claim-assigned', {}, { assignee: 'Bo', dueOn: null }, 'plain'],
    ['paragraph-assigned', {}, { assignee: 'Bo', dueOn: '2026-02-01' }, 'due'],
    ['comment-added', {}, { paragraph: 3 }, 'paragraph'],
    ['comment-edited', {}, { paragraph: 3 }, 'paragraph'],
    ['comment-removed', {}, { paragraph: 3 }, 'paragraph'],
    ['comment-restored', {}, { paragraph: 3 }, 'paragraph'],
    ['thread-reopened', {}, { paragraph: 3 }, 'paragraph'],
    ['thread-resolved', {}, {}, 'plain'],
    ['claim-removed', {}, {}, 'plain'],
  ])('%s from %j to %j: %s', (verb, before, after, form) => {
    expect(formOf(changeLineView({ verb, before: { ...before }, after: { ...after } }))).toBe(form);
  });

  test('of a comment names the claim that it is on', () => {
    const claim = { number: 4, exact: '375', isThere: true };
    expect(formOf(changeLineView({ verb: 'comment-added', claim, after: { paragraph: 3 } }))).toBe('claim');
  });
});

describe('facts of a line', () => {
  test('tell where the standing went, where it went anywhere', () => {
    const line = (from: unknown, to: unknown) =>
      changeLineView({ before: { standing: from }, after: { standing: to } });
    expect(standingChange(line('open', 'disputed'))).toEqual({ from: 'open', to: 'disputed' });
    expect(standingChange(line('open', 'open'))).toBeNull();
    expect(standingChange(line('open', 'splendid'))).toBeNull();
    expect(standingChange(changeLineView({}))).toBeNull();
  });

  test('of another shape are absent', () => {
    expect(numericReading({ low: 'many', high: {}, qualifier: 'exact' })).toBeNull();
    expect(numericReading({ low: '3', high: null, qualifier: 'sort of' })).toBeNull();
    expect(numericReading({ low: '3000000', high: '4600000', qualifier: 'exact', unit: 'USD', per: null })).toEqual({
      ...{ low: 3e6, high: 4.6e6, qualifier: 'exact', unit: 'USD', per: null },
    });
    expect(answersIn({ said: 'sung', wording: 'verbatim', context: 7 })).toEqual(['wording.verbatim']);
    expect(changedFacts({ before: { a: 1, b: 2, c: 3 }, after: { a: 1, b: 3 } })).toEqual(['b']);
    expect(remarkIn({ before: {}, after: { body: '', reason: 'No primary source.' } })).toBe('No primary source.');
  });

  test('can be told without what was found', () => {
    const after = { number: 4, exact: '375', standing: 'false', verdict: 'false', previousVerdict: 'verified' };
    const line = withoutFindings(changeLineView({ verb: 'claim-judged', before: { standing: 'verified' }, after }));
    expect(line.after).toEqual({ number: 4, exact: '375' });
    expect([standingChange(line), formOf(line)]).toEqual([null, 'hidden']);
  });

  test('are those of an object, and none of anything else', () => {
    expect(factsIn({ number: 4 })).toEqual({ number: 4 });
    for (const stored of [null, undefined, [4], 'four', 4]) expect(factsIn(stored)).toEqual({});
  });

  test('are read by their kinds, and absent in any other', () => {
    const facts = { text: 'a', empty: '', number: 0, standing: 'false', kind: 'quote' };
    expect([textIn(facts, 'text'), textIn(facts, 'empty'), textIn(facts, 'number'), textIn(facts, 'gone')]).toEqual([
      ...['a', null, null, null],
    ]);
    expect([numberIn(facts, 'number'), numberIn(facts, 'text'), numberIn(facts, 'gone')]).toEqual([0, null, null]);
    expect([standingIn(facts, 'standing'), standingIn(facts, 'text')]).toEqual(['false', null]);
    expect([kindIn(facts), kindIn({ kind: 'song' }), kindIn({})]).toEqual(['quote', null, null]);
  });

  test('of a paragraph are those after the change, otherwise those before', () => {
    expect(paragraphIn({ before: { paragraph: 2 }, after: { paragraph: 3 } })).toBe(3);
    expect(paragraphIn({ before: { paragraph: 2 }, after: {} })).toBe(2);
    expect(paragraphIn({ before: {}, after: {} })).toBeNull();
  });

  test('of a figure are a number at either end', () => {
    const of = (facts: object) => numericReading({ qualifier: 'exact', low: null, high: null, ...facts });
    expect(of({ low: '3' })).toMatchObject({ low: 3, high: null });
    expect(of({ high: '3', unit: 'person', per: 'year' })).toMatchObject({
      low: null,
      high: 3,
      unit: 'person',
      per: 'year',
    });
    expect(of({})).toBeNull();
    expect(of({ low: '3', high: 'x' })).toMatchObject({ low: 3, high: null });
  });

  test.each([
    [{ body: 'a', note: 'b', reason: 'c', resolution: 'd' }, 'a'],
    [{ note: 'b', reason: 'c', resolution: 'd' }, 'b'],
    [{ reason: 'c', resolution: 'd' }, 'c'],
    [{ resolution: 'd' }, 'd'],
    [{}, null],
  ])('the remark of %j is %s', (after, remark) => {
    expect(remarkIn({ before: {}, after })).toBe(remark);
  });

  test('all answers about a quote are told, in the order of the questions', () => {
    expect(answersIn({ said: 'no', wording: 'altered', context: 'lost' })).toEqual([
      ...['said.no', 'wording.altered', 'context.lost'],
    ]);
  });

  test('of a reader’s own line go without how the claim stood and which verdicts it lost', () => {
    const facts = { number: 4, verdict: 'false', standing: 'false', judgements: [1] };
    const line = withoutOutcome(changeLineView({ verb: 'claim-judged', before: facts, after: facts }));
    expect([line.before, line.after]).toEqual([
      { number: 4, verdict: 'false' },
      { number: 4, verdict: 'false' },
    ]);
  });

  test('what says where a claim lies and who has it is no finding', () => {
    const plain = {
      ...{ number: 1, start: 0, end: 3, exact: '375', kind: 'fact', checkWorthy: true, weight: 'key', paragraph: 2 },
      ...{ speaker: 'Lin', metric: 'staff', low: '3', high: null, unit: null, qualifier: 'exact', per: null },
      ...{ asOf: null, assignee: 'Bo', dueOn: '2026-02-01', comment: 1, thread: 2 },
    };
    const line = changeLineView({
      before: plain,
      after: { ...plain, source: 'Filing', rationale: 'It is so.', derived: 'x' },
    });
    expect(withoutFindings(line)).toMatchObject({ before: plain, after: plain });
    expect(Object.keys(withoutFindings(line).after)).toHaveLength(Object.keys(plain).length);
  });

  test('lines about sources name no claim, and a correction tells by itself', () => {
    expect(verbs.filter((verb) => isAboutSource({ verb }))).toEqual([
      ...['source-edited', 'source-retired', 'source-reinstated', 'source-merged', 'source-separated'],
      ...['source-file-added', 'source-file-removed', 'source-file-restored'],
      ...['source-file-closed', 'source-file-readers', 'source-file-opened'],
    ]);
    expect(verbs.filter((verb) => tellsByItself({ verb }))).toEqual(['correction-suggested']);
  });
});
