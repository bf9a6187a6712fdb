import { describe, expect, test } from 'vitest';
import { noAnswers, type QuoteAnswers, quoteFinding } from './quote-check';

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
