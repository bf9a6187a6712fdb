import { describe, expect, it } from 'vitest';
import { type SealedLine, sealOf } from './seal';

const line: SealedLine = {
  id: 'line',
  articleId: 'article',
  seq: 3,
  actorId: 'ann',
  at: new Date('2026-01-05T10:00:00.123Z'),
  verb: 'claim-judged',
  claimId: 'claim',
  before: { standing: 'open' },
  after: { standing: 'verified' },
};

describe('the seal of a line', () => {
  it.each<[keyof SealedLine, Partial<SealedLine>]>([
    ['id', { id: 'another' }],
    ['articleId', { articleId: 'another' }],
    ['seq', { seq: 4 }],
    ['actorId', { actorId: 'bo' }],
    ['at', { at: new Date('2026-01-05T10:00:00.124Z') }],
    ['verb', { verb: 'judgement-withdrawn' }],
    ['claimId', { claimId: 'another' }],
    ['claimId', { claimId: null }],
    ['before', { before: { standing: 'contested' } }],
    ['before', { before: null }],
    ['after', { after: { standing: 'false' } }],
    ['after', { after: null }],
  ])('is another where the %s is another', (_, change) => {
    expect(sealOf('', { ...line, ...change })).not.toBe(sealOf('', line));
  });

  it('is another after another line', () => {
    expect(sealOf('a', line)).not.toBe(sealOf('', line));
    expect(sealOf('a', line)).not.toBe(sealOf('b', line));
  });

  it('is the same however the facts are ordered, and where an absent one reads back as null', () => {
    const after = { verdict: 'verified', standing: 'verified' };
    expect(sealOf('', { ...line, after: { standing: 'verified', verdict: 'verified' } })).toBe(
      sealOf('', { ...line, after }),
    );
    expect(sealOf('', { ...line, before: undefined })).toBe(sealOf('', { ...line, before: null }));
  });

  it('tells what changed before from what changed after', () => {
    const { before, after } = line;
    expect(sealOf('', { ...line, before: after, after: before })).not.toBe(sealOf('', line));
  });

  it('is SHA-256 in hexadecimal digits, the same from version to version', () => {
    expect(sealOf('', line)).toMatchInlineSnapshot(
      `"2066ddb2bc53727666ffee0d620052af76fa9aac73de07b4048b517e6a715748"`,
    );
  });
});
