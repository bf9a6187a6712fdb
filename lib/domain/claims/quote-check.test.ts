import { describe, expect, test } from 'vitest';
import { noAnswers, proposedAnswers, type QuoteAnswers, quoteFinding } from './quote-check';

const answers = (given: Partial<QuoteAnswers>): QuoteAnswers => ({ ...noAnswers, ...given });

describe('the finding about a quote', () => {
  test.each<[string, Partial<QuoteAnswers>[], string]>([
    ['nobody looked', [], 'unchecked'],
    ['nothing was answered', [{}], 'unchecked'],
    ['it was said', [{ said: 'yes' }], 'confirmed'],
    ['it was said, in another language', [{ said: 'yes', wording: 'translation', context: 'kept' }], 'confirmed'],
    ['whether it was said is unclear', [{ said: 'unclear' }], 'unchecked'],
    ['only the context was looked at', [{ context: 'kept' }], 'unchecked'],
    ['it was not said', [{ said: 'no' }], 'doubtful'],
    ['its words were altered', [{ said: 'yes', wording: 'altered' }], 'doubtful'],
    ['it lost its context', [{ said: 'yes', wording: 'verbatim', context: 'lost' }], 'doubtful'],
    ['two agree', [{ said: 'yes' }, { said: 'yes', wording: 'verbatim' }], 'confirmed'],
    ['two differ', [{ said: 'yes' }, { said: 'no' }], 'contested'],
    ['one has not looked', [{ said: 'no' }, {}], 'doubtful'],
  ])('%s', (_, given, finding) => {
    expect(quoteFinding(given.map(answers))).toBe(finding);
  });
});

test.each([
  ['verbatim', { said: 'yes', wording: 'verbatim' }],
  ['small-differences', { said: 'yes', wording: 'paraphrase' }],
  ['shortened', { said: 'yes', wording: 'paraphrase' }],
  ['altered', { said: 'yes', wording: 'altered' }],
  ['translation', { said: null, wording: 'translation' }],
  ['absent', null],
] as const)('of a quote that its source has as %s, these answers are proposed', (quoteIs, answers) => {
  expect(proposedAnswers(quoteIs)).toEqual(answers);
});
