import { expect, test } from 'vitest';
import { isListed, type ListSelection } from './claim-list';
import { type Standing, standings } from './standing';

test.each<[ListSelection, Standing[]]>([
  ['all', [...standings]],
  ['verified', ['verified']],
  ['disputed', ['disputed', 'false', 'contested']],
])('%s lists exactly its standings', (selection, expected) => {
  expect(standings.filter((standing) => isListed({ standing }, selection))).toEqual(expected);
});
