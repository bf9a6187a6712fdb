import { expect, test } from 'vitest';
import { claimView, evidenceView, figureView, sourceView } from '#lib/testing/article/factories';
import { proposeCorrection } from './correction';

const text = 'Nobody asked. The firm had 375 staff. It grew.';
const own = figureView();
const theirs = figureView({ low: 770, high: 770 });
const refuted = (figure = theirs, id = 'report') =>
  evidenceView({ source: sourceView({ id }), stance: 'refutes', figure });

const claim = (overrides: Parameters<typeof claimView>[0] = {}) =>
  claimView({
    ...{ start: 27, end: 36, exact: '375 staff', standing: 'false', figure: own, evidence: [refuted()] },
    ...overrides,
  });

test('a correction is the sentence with the figure of the sources in place of the claim’s', () => {
  expect(proposeCorrection(claim(), text, 'en')).toBe(`The firm had ${theirs.reads.en}`);
  expect(proposeCorrection(claim({ standing: 'disputed' }), text, 'zh-Hans')).toBe(`The firm had ${theirs.reads.zh}`);
});

test.each([
  ['a claim that holds', claim({ standing: 'verified' })],
  ['an open claim', claim({ standing: 'open' })],
  ['another kind of claim', claim({ kind: 'fact' })],
  ['a claim without a figure', claim({ figure: null })],
  ['no source with a figure', claim({ evidence: [evidenceView({ stance: 'refutes' })] })],
  ['a source that supports it', claim({ evidence: [{ ...refuted(), stance: 'supports' }] })],
  ['sources that differ', claim({ evidence: [refuted(), refuted(figureView({ low: 9, high: 9 }), 'other')] })],
  ['the same figure', claim({ evidence: [refuted(own)] })],
])('none is proposed for %s', (_, one) => {
  expect(proposeCorrection(one, text, 'en')).toBeNull();
});

test('sources that agree are one', () => {
  expect(proposeCorrection(claim({ evidence: [refuted(), refuted(theirs, 'other')] }), text, 'en')).toContain('770');
});
