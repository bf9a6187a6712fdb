import { describe, expect, test } from 'vitest';
import { claimView, evidenceView, sourceView } from '#lib/testing/article/factories';
import { type EvidenceStrength, strengthOf, tallyStrength } from './evidence-strength';
import { countOrigins, type SourceKind, type Stance } from './source';
import type { Standing } from './standing';

type Piece = [id: string, kind: SourceKind, stance?: Stance, originId?: string];

const evidence = (...pieces: Piece[]) =>
  pieces.map(([id, kind, stance = 'supports', originId = null]) =>
    evidenceView({ stance, source: sourceView({ id, kind, originId }) }),
  );

describe('strengthOf', () => {
  test.each<[string, Standing, Piece[], EvidenceStrength | null]>([
    ['a primary source', 'verified', [['a', 'primary']], 'primary'],
    [
      'a primary source among others',
      'verified',
      [
        ['a', 'tertiary'],
        ['b', 'primary'],
      ],
      'primary',
    ],
    [
      'two secondary sources',
      'verified',
      [
        ['a', 'secondary'],
        ['b', 'secondary'],
      ],
      'independent',
    ],
    ['one secondary source', 'verified', [['a', 'secondary']], 'single'],
    [
      'one source used twice',
      'verified',
      [
        ['a', 'secondary'],
        ['a', 'secondary'],
      ],
      'single',
    ],
    [
      'a story and its repost',
      'verified',
      [
        ['a', 'secondary'],
        ['b', 'secondary', 'supports', 'a'],
      ],
      'single',
    ],
    [
      'two reposts of a story that is not at hand',
      'verified',
      [
        ['a', 'secondary', 'supports', 'wire'],
        ['b', 'secondary', 'supports', 'wire'],
      ],
      'single',
    ],
    [
      'a repost by way of a tertiary source',
      'verified',
      [
        ['a', 'secondary'],
        ['b', 'tertiary', 'context', 'a'],
        ['c', 'secondary', 'supports', 'b'],
      ],
      'single',
    ],
    [
      'a repost beside a report of its own',
      'verified',
      [
        ['a', 'secondary'],
        ['b', 'secondary', 'supports', 'a'],
        ['c', 'secondary'],
      ],
      'independent',
    ],
    ['a repost of a primary document', 'verified', [['b', 'secondary', 'supports', 'filing']], 'single'],
    [
      'tertiary sources, however many',
      'verified',
      [
        ['a', 'tertiary'],
        ['b', 'tertiary'],
      ],
      'single',
    ],
    ['nothing', 'verified', [], 'none'],
    ['context alone', 'verified', [['a', 'primary', 'context']], 'none'],
    ['what refutes it', 'verified', [['a', 'primary', 'refutes']], 'none'],
    [
      'false on what refutes it',
      'false',
      [
        ['a', 'primary', 'refutes'],
        ['b', 'secondary'],
      ],
      'primary',
    ],
    ['false on what supports it', 'false', [['a', 'primary']], 'none'],
    [
      'disputed on both sides',
      'disputed',
      [
        ['a', 'secondary'],
        ['b', 'secondary', 'refutes'],
      ],
      'independent',
    ],
    ['open', 'open', [['a', 'primary']], null],
    ['contested', 'contested', [['a', 'primary']], null],
    ['unverifiable', 'unverifiable', [['a', 'primary']], null],
  ])('on %s', (_, standing, pieces, expected) => {
    expect(strengthOf({ standing, evidence: evidence(...pieces) })).toBe(expected);
  });
});

test('tallies check-worthy claims by finding', () => {
  const claims = [
    claimView({ number: 1, standing: 'verified', evidence: evidence(['a', 'primary']) }),
    claimView({ number: 2, standing: 'verified', evidence: evidence(['a', 'primary']), checkWorthy: false }),
    claimView({ number: 3, standing: 'false', evidence: evidence(['b', 'secondary', 'refutes']) }),
    claimView({ number: 4, standing: 'open', evidence: evidence(['b', 'secondary']) }),
    claimView({ number: 5, standing: 'disputed' }),
  ];
  expect(tallyStrength(claims)).toEqual({
    verified: { primary: 1, independent: 0, single: 0, none: 0 },
    disputed: { primary: 0, independent: 0, single: 0, none: 1 },
    false: { primary: 0, independent: 0, single: 1, none: 0 },
  });
});

test('a circle of reposts ends', () => {
  const [a, b] = [sourceView({ id: 'a', originId: 'b' }), sourceView({ id: 'b', originId: 'a' })];
  expect(countOrigins([a, b])).toBeGreaterThan(0);
});
