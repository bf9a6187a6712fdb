import { describe, expect, test } from 'vitest';
import { touchedBy } from './update';

const line = (verb: string, more: { claimId?: string; paragraph?: number } = {}) => ({
  verb,
  claimId: more.claimId ?? null,
  paragraph: more.paragraph ?? null,
});
const nothing = {
  ...{ claimIds: [], paragraphs: [], hasSuggestions: false, hasSpeakers: false },
  ...{ hasAssignments: false, hasThreads: false, isArticleEdited: false },
};

describe('what changes touch', () => {
  test('is nothing without changes', () => {
    expect(touchedBy([])).toEqual(nothing);
  });

  test('adds up over several, each claim and paragraph once', () => {
    const lines = [
      line('claim-judged', { claimId: 'a' }),
      line('evidence-added', { claimId: 'a' }),
      line('claim-moved', { claimId: 'b' }),
      line('paragraph-kind', { paragraph: 3 }),
      line('speaker-merged'),
      line('article-edited'),
    ];
    expect(touchedBy(lines)).toEqual({
      ...{ ...nothing, claimIds: ['a', 'b'], paragraphs: [3] },
      ...{ hasSuggestions: true, hasSpeakers: true, isArticleEdited: true },
    });
  });

  test.each([
    ['a verb that is not known', line('something-new', { claimId: 'a' })],
    ['a name that every object has', line('constructor')],
    ['a change of a claim that does not say which', line('claim-judged')],
    ['a change of a paragraph that does not say which', line('paragraph-kind')],
  ])('may be anything after %s', (_, odd) => {
    expect(touchedBy([line('claim-judged', { claimId: 'a' }), odd])).toBeNull();
  });
});
