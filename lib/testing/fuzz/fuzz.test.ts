import { expect, test } from 'vitest';
import { growthOver, linearGrowth } from '#lib/testing/growth';
import { fragments } from './fragments';
import { readers } from './readers';

const kinds = [...new Set(fragments.map(({ kind }) => kind))];

/** The short form of `npm run fuzz`: all fragments of a kind in turn, each several times. */
test.each(kinds)('%s, repeated, are read in time that grows with the length of the text', (kind) => {
  const own = fragments.filter((one) => one.kind === kind);
  const unit = own.map(({ fragment }) => fragment.repeat(8)).join('');
  const text = unit.repeat(Math.ceil(20_000 / unit.length)).slice(0, 20_000);
  for (const [name, read] of Object.entries(readers)) {
    expect(growthOver(text, read), name).toBeLessThan(linearGrowth);
  }
});
