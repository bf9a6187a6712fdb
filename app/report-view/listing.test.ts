import { describe, expect, it } from 'vitest';
import { isWhole, listingOf, sourceIn, wholeAt } from './listing';

describe('what the address of a report says about its lists', () => {
  it('shows beginnings where it says nothing, and leads to a source beyond them', () => {
    const listing = listingOf('/r', {});
    expect(isWhole(listing, 'claims')).toBe(false);
    expect(sourceIn(listing, 300)).toBe('#source-300');
    expect(sourceIn(listing, 301)).toBe('/r?all=sources#source-301');
  });

  it('shows one list whole where it names one', () => {
    expect(wholeAt(listingOf('/r', {}), 'sources')).toBe('/r?all=sources');
    const listing = listingOf('/r', { all: 'sources' });
    expect([isWhole(listing, 'sources'), isWhole(listing, 'claims')]).toEqual([true, false]);
    expect(sourceIn(listing, 301)).toBe('#source-301');
  });

  it.each(['1', '', 'anything', ['claims', 'sources']])('shows all of them for %o', (all) => {
    const listing = listingOf('/r', { all });
    expect([isWhole(listing, 'sources'), isWhole(listing, 'claims')]).toEqual([true, true]);
  });
});
