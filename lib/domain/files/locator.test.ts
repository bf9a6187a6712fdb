import { describe, expect, it } from 'vitest';
import { type Locator, locatorInAddress, locatorOf, readLocator } from './locator';

const written: [Locator, string][] = [
  [{ kind: 'page', page: 3 }, 'page=3'],
  [{ kind: 'page', page: 3, start: 120, end: 164 }, 'page=3&from=120&to=164'],
  [{ kind: 'page', page: 1, start: 0, end: 5 }, 'page=1&from=0&to=5'],
  [{ kind: 'time', seconds: 83 }, 't=83'],
  [{ kind: 'time', seconds: 0 }, 't=0'],
  [{ kind: 'time', seconds: 83.5, end: 90 }, 't=83.5,90'],
  [{ kind: 'cell', sheet: 'Sheet1', cell: 'B7' }, 'cell=Sheet1!B7'],
  [{ kind: 'cell', sheet: '营收 & 利润!', cell: 'AA1000' }, `cell=${encodeURIComponent('营收 & 利润!')}!AA1000`],
  [{ kind: 'box', x: 0.1, y: 0.2, width: 0.3, height: 0.1 }, 'box=.1,.2,.3,.1'],
  [{ kind: 'box', x: 0, y: 0, width: 1, height: 1 }, 'box=0,0,1,1'],
  [{ kind: 'text', start: 120, end: 164 }, 'text=120-164'],
];

describe('the address of a place', () => {
  it.each(written)('%j is %s, and is read again', (locator, address) => {
    expect(locatorInAddress(locator)).toBe(address);
    expect(readLocator(address)).toEqual(locator);
  });

  it('is found among other things that an address says', () => {
    const params = new URLSearchParams('lang=zh&page=7&from=1&to=4&words=a%20b');
    expect(locatorOf(params)).toEqual({ kind: 'page', page: 7, start: 1, end: 4 });
  });

  it('keeps a page whose passage is none', () => {
    for (const rest of ['from=4&to=4', 'from=9&to=4', 'from=4', 'to=4', 'from=x&to=y', 'from=-1&to=4']) {
      expect([rest, readLocator(`page=2&${rest}`)]).toEqual([rest, { kind: 'page', page: 2 }]);
    }
  });

  it.each([
    ...['', 'page=0', 'page=-1', 'page=1.5', 'page=', 'page=١', 'page=99999999999'],
    ...['t=', 't=1,1', 't=2,1', 't=1,2,3', 't=1e3', 't=-1', 't=Infinity'],
    ...['cell=B7', 'cell=!B7', 'cell=Sheet1!', 'cell=Sheet1!7B', 'cell=Sheet1!A0'],
    ...['box=.1,.2,.3', 'box=.1,.2,.3,.1,.1', 'box=.9,0,.3,.1', 'box=0,0,0,.1', 'box=NaN,0,1,1'],
    ...['text=5-5', 'text=9-5', 'text=5', 'text=-5-7', 'text=1-2-3', `cell=${'a'.repeat(600)}!A1`],
  ])('%j is no place', (address) => {
    expect(readLocator(address)).toBeNull();
  });
});
