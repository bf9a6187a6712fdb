import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { claimView, evidenceView, judgementView, paragraphView, reviewView } from '#lib/testing/article/factories';
import { messagesOf } from '../../../../i18n/messages';
import { type Choice, type ConflictQuestion, makeAsking } from './asking';
import { makeClaimCommands } from './claim-commands';
import type { CommandContext } from './command-context';
import { makeFindingCommands } from './finding-commands';
import { type ReviewEvent, reduceReview, startReview } from './state';
import { makeSuggestionCommands } from './suggestion-commands';
import { makeUndo } from './undo';
import { makeWorkCommands } from './work-commands';

const ann = { id: 'ann', name: 'Ann' };
const bob = { id: 'bob', name: 'Bob' };

/** What a server that is asked for `name` answers. */
type Server = Record<string, (input: never) => Result<unknown>>;

/** The review page's commands over a server that a test plays; what was asked, said and shown. */
function begin(claims: ClaimView[], server: Server, choices: Choice[] = []) {
  const asked: { name: string; input: Record<string, unknown> }[] = [];
  const told: string[] = [];
  const offered: string[] = [];
  const questions: ConflictQuestion[] = [];
  let state = startReview(reviewView({ paragraphs: [paragraphView()], claims }));
  const shown: ClaimView[][] = [];
  const dispatch = (event: ReviewEvent) => {
    state = reduceReview(state, event);
    shown.push(state.claims);
  };
  const answer = (name: string, input: unknown) => {
    asked.push({ name, input: input as Record<string, unknown> });
    return server[name]?.(input as never) ?? refuse('failed');
  };
  const actions = new Proxy({}, { get: (_, name) => async (input: unknown) => answer(String(name), input) });
  const asking = makeAsking({
    dispatch,
    tell: ({ code }) => void told.push(code),
    readClaim: async (claimId) => answer('read', { claimId }) as Result<ClaimView>,
    choose: async (question) => {
      questions.push(question);
      return choices.shift() ?? 'theirs';
    },
  });
  const undo = makeUndo();
  const locale = { locale: 'en', messages: messagesOf('en') } as const;
  const context: CommandContext = {
    articleId: 'article',
    me: ann,
    requiredJudgements: 1,
    textOf: () => 'The firm had 375 staff.',
    // The server that a test plays has an action of every name.
    actions: actions as CommandContext['actions'],
    send: (action, input) => action(input),
    dispatch,
    asking,
    undo,
    offerUndo: (message) => void offered.push(message),
    words: {
      review: createTranslator({ ...locale, namespace: 'review' }),
      standing: createTranslator({ ...locale, namespace: 'words.standing' }),
      kind: createTranslator({ ...locale, namespace: 'words.kind' }),
    },
  };
  const commands = {
    ...makeClaimCommands(context),
    ...makeFindingCommands(context),
    ...makeSuggestionCommands(context),
    ...makeWorkCommands(context),
  };
  return { commands, undo, asked, told, offered, questions, shown, claims: () => state.claims, state: () => state };
}

const verified = { verdict: 'verified', rationale: '', confidence: 'medium' } as const;
const sourced = claimView({ evidence: [evidenceView()], judgements: [] });

describe('a verdict', () => {
  const judged = { ...sourced, version: 2, standing: 'verified' as const, judgements: [judgementView()] };

  test('shows at once, and then as the server has it', async () => {
    const { commands, shown, claims } = begin([sourced], { judge: () => accept(judged) });
    await commands.judge(sourced, verified);
    expect(shown[0]).toMatchObject([{ version: 1, standing: 'verified', judgements: [{ reviewer: ann, at: '' }] }]);
    expect(claims()).toEqual([judged]);
  });

  test('is taken back with what the server refuses, and the reason is said', async () => {
    const { commands, told, claims } = begin([sourced], { judge: () => refuse('not-allowed') });
    expect(await commands.judge(sourced, verified)).toMatchObject({ code: 'not-allowed' });
    expect([claims(), told]).toEqual([[sourced], ['not-allowed']]);
  });

  test('that has no source yet is not shown before the server agrees', async () => {
    const bare = claimView({ evidence: [], judgements: [] });
    const { commands, shown } = begin([bare], { judge: () => refuse('source-required') });
    await commands.judge(bare, { ...verified, verdict: 'disputed' });
    expect(shown).toEqual([]);
  });

  test('is withdrawn by undo, and given again by redo', async () => {
    const { commands, undo, asked } = begin([sourced], {
      judge: () => accept(judged),
      withdraw: () => accept({ ...sourced, version: 3 }),
    });
    await commands.judge(sourced, verified);
    await undo.step('undo');
    await undo.step('redo');
    expect(asked.map(({ name }) => name)).toEqual(['judge', 'withdraw', 'judge']);
  });

  test('over an earlier one is undone by giving that again', async () => {
    const earlier = { ...judged, judgements: [judgementView({ rationale: 'Seen' })] };
    const { commands, undo, asked } = begin([earlier], { judge: () => accept(judged) });
    await commands.judge(earlier, { ...verified, verdict: 'false' });
    await undo.step('undo');
    expect(asked.map(({ input }) => input.judgement)).toMatchObject([
      { verdict: 'false', replaces: earlier.judgements[0]?.at },
      { verdict: 'verified', rationale: 'Seen' },
    ]);
    expect(asked[1]?.input.judgement).not.toHaveProperty('replaces');
  });
});

describe('two people who change the same thing', () => {
  const theirs = { ...sourced, version: 5, edition: 4, kind: 'quote' as const };
  const server = (): Server => ({
    describe: ({ edition }: { edition?: number }) => (edition === 4 ? accept(theirs) : refuse('claim-changed')),
    read: () => accept(theirs),
  });

  test('are shown both versions; theirs stays where it is chosen', async () => {
    const { commands, questions, told, claims } = begin([sourced], server(), ['theirs']);
    expect(await commands.describe(sourced, { kind: 'figure' })).toMatchObject({ code: 'claim-changed' });
    expect(questions).toMatchObject([{ number: 1, both: null }]);
    expect(questions[0]?.mine).toMatch(/^figure/i);
    expect(questions[0]?.theirs).toMatch(/^quote/i);
    expect([claims(), told]).toEqual([[theirs], []]);
  });

  test('lay one’s own over theirs where it is chosen', async () => {
    const { commands, asked } = begin([sourced], server(), ['mine']);
    expect((await commands.describe(sourced, { kind: 'figure' })).ok).toBe(true);
    expect(asked.map(({ name, input }) => [name, input.edition])).toEqual([
      ['describe', sourced.edition],
      ['read', undefined],
      ['describe', 4],
    ]);
  });

  test('make one text of two rulings', async () => {
    const ruled = { ...sourced, edition: 4, ruling: { verdict: 'false' as const, reason: 'Theirs', editor: bob } };
    const now = { ...ruled, ruling: { ...ruled.ruling, at: '2026-01-05T10:00:00.000Z' } };
    const { commands, questions, asked } = begin(
      [sourced],
      {
        rule: ({ edition }: { edition?: number }) => (edition === 4 ? accept(now) : refuse('claim-changed')),
        read: () => accept(now),
      },
      [{ text: 'Ours' }],
    );
    await commands.rule(sourced, { verdict: 'false', reason: 'Mine' });
    expect(questions).toMatchObject([{ both: 'Theirs\n\nMine' }]);
    expect(asked.at(-1)?.input).toMatchObject({ edition: 4, ruling: { verdict: 'false', reason: 'Ours' } });
  });
});

describe('other commands', () => {
  test('removing a claim offers to bring it back, and undo selects it again', async () => {
    const { commands, undo, offered, claims, state } = begin([sourced], {
      setRemoved: ({ removed }: { removed: boolean }) => accept({ ...sourced, version: removed ? 2 : 3 }),
    });
    await commands.remove(sourced);
    expect([claims(), offered.length]).toEqual([[], 1]);
    await undo.step('undo');
    expect([claims().length, state().selectedId]).toEqual([1, sourced.id]);
  });

  test('evidence is removed again by undo, by the name that the server gave it', async () => {
    const added = evidenceView({ id: 'new' });
    const { commands, undo, asked } = begin([sourced], {
      addEvidence: () => accept({ ...sourced, version: 2, evidence: [...sourced.evidence, added] }),
      setEvidenceRemoved: () => accept({ ...sourced, version: 3 }),
    });
    await commands.addEvidence(sourced, {
      source: { id: 'source' },
      stance: 'supports',
      excerpt: '',
      locator: '',
      figure: '',
    });
    await undo.step('undo');
    expect(asked.at(-1)).toMatchObject({ name: 'setEvidenceRemoved', input: { evidenceId: 'new', removed: true } });
  });

  test('returning a claim is undone with the note that stood there', async () => {
    const noted = { ...sourced, returnNote: 'Which year?' };
    const { commands, undo, asked } = begin([noted], { returnClaim: () => accept({ ...noted, version: 2 }) });
    await commands.returnClaim(noted, null);
    await undo.step('undo');
    expect(asked.map(({ input }) => input.note)).toEqual([null, 'Which year?']);
  });

  test('suggestions come back where the server does not take them', async () => {
    const { commands, state, told } = begin([], { acceptSuggested: () => refuse('not-allowed') });
    const place = { id: 's1', paragraphId: 'p1', start: 13, end: 16 };
    await commands.accept([{ ...place, kind: 'figure', score: 1, reasons: [], speaker: null }]);
    expect([state().suggestions.map(({ id }) => id), told]).toEqual([['s1'], ['not-allowed']]);
  });
});
