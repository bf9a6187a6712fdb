import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Standing, standings } from '#lib/domain/claims/standing';
import { claimKinds } from '#lib/reading/claim-kinds';
import { claimView, judgementView, speakerView } from '#lib/testing/article/factories';
import {
  type ClaimFilter,
  everyClaim,
  filterChoices,
  isExported,
  isListed,
  type ListPreset,
  listPresets,
  ownText,
  presetOf,
  queryOf,
} from './claim-list';
import { readListRequest } from './claim-list-input';

const bo = { id: 'bo', name: '波' };
const claims = [
  claimView({ number: 1, standing: 'verified', kind: 'quote', speaker: speakerView(), judgements: [judgementView()] }),
  claimView({ number: 2, standing: 'false', kind: 'figure', judgements: [judgementView({ reviewer: bo })] }),
  claimView({
    ...{ number: 3, standing: 'contested', kind: 'figure', speaker: speakerView() },
    judgements: [judgementView(), judgementView({ reviewer: bo })],
  }),
  claimView({ number: 4, standing: 'open', kind: 'fact' }),
];
const numbers = (filter: Partial<ClaimFilter>) =>
  claims.filter((claim) => isListed(claim, { ...everyClaim, ...filter })).map(({ number }) => number);

describe('a filter', () => {
  test.each<[Partial<ClaimFilter>, number[]]>([
    [{}, [1, 2, 3, 4]],
    [{ standings: ['verified', 'open'] }, [1, 4]],
    [{ kinds: ['figure'] }, [2, 3]],
    [{ speakers: ['speaker'] }, [1, 3]],
    [{ speakers: [ownText] }, [2, 4]],
    [{ speakers: [ownText, 'speaker'] }, [1, 2, 3, 4]],
    [{ reviewers: ['bo'] }, [2, 3]],
    [{ reviewers: ['ann', 'bo'] }, [1, 2, 3]],
    [{ reviewers: ['nobody'] }, []],
    [{ kinds: ['figure'], speakers: ['speaker'], reviewers: ['ann'], standings: ['contested'] }, [3]],
  ])('%j lists claims %j', (filter, expected) => {
    expect(numbers(filter)).toEqual(expected);
  });

  test.each<[ListPreset, Standing[]]>([
    ['all', [...standings]],
    ['verified', ['verified']],
    ['disputed', ['disputed', 'false', 'contested']],
  ])('of the preset %s lists %j', (preset, expected) => {
    const listed = standings.filter((standing) => isListed(claimView({ standing }), listPresets[preset]));
    expect(listed).toEqual(expected);
    expect(presetOf({ ...listPresets[preset], standings: [...listPresets[preset].standings].reverse() })).toBe(preset);
  });

  test('that is no preset is told from them', () => {
    expect(presetOf({ ...everyClaim, standings: ['verified', 'false'] })).toBeNull();
    expect(presetOf({ ...listPresets.verified, kinds: ['quote'] })).toBeNull();
  });

  const anyFilter = fc.record({
    standings: fc.uniqueArray(fc.constantFrom(...standings)),
    kinds: fc.uniqueArray(fc.constantFrom(...claimKinds)),
    speakers: fc.uniqueArray(fc.constantFrom(ownText, 'speaker', 'a&b=c', '李')),
    reviewers: fc.uniqueArray(fc.constantFrom('ann', 'bo')),
  });

  test('comes back from an address as it went', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        expect(readListRequest(new URLSearchParams(queryOf(filter).toString()))?.filter).toEqual(filter);
      }),
    );
  });

  test('offers each choice with the number that it gives', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const choices = filterChoices(claims, filter);
        const counted = (alone: Partial<ClaimFilter>) => numbers({ ...filter, ...alone }).length;
        for (const { value, count } of choices.standings) expect(count).toBe(counted({ standings: [value] }));
        for (const { value, count } of choices.kinds) expect(count).toBe(counted({ kinds: [value] }));
        for (const { value, count } of choices.speakers) expect(count).toBe(counted({ speakers: [value] }));
        for (const { value, count } of choices.reviewers) expect(count).toBe(counted({ reviewers: [value] }));
      }),
    );
  });

  test('offers whom most claims are of first, whatever their names', () => {
    const speakers = ['Ann', 'Lin', 'Lin'].map((name) => speakerView({ id: name, name }));
    const [ann, zoe] = [judgementView(), judgementView({ reviewer: { id: 'zoe', name: 'Zoe' } })];
    const said = speakers.map((speaker, at) =>
      claimView({ number: at + 1, speaker, judgements: at === 0 ? [ann, zoe] : [zoe] }),
    );
    const choices = filterChoices(said, everyClaim);
    expect(choices.speakers.map(({ name }) => name)).toEqual(['Lin', 'Ann']);
    expect(choices.reviewers.map(({ name }) => name)).toEqual(['Zoe', 'Ann']);
  });

  test('offers what occurs, by name', () => {
    const { standings: offered, speakers, reviewers } = filterChoices(claims, everyClaim);
    expect(offered.map(({ value }) => value)).toEqual(['verified', 'false', 'contested', 'open']);
    expect(speakers).toEqual([
      { value: ownText, name: null, count: 2 },
      { value: 'speaker', name: 'Lin', count: 2 },
    ]);
    expect(reviewers.map(({ name, count }) => [name, count])).toEqual([
      ['Ann', 2],
      ['波', 2],
    ]);
  });
});

test('a fact-check holds settled claims alone, and the whole article all of them', () => {
  const held = (format: 'claim-review' | 'article' | 'csv') =>
    claims
      .filter((claim) => isExported(claim, { ...everyClaim, kinds: ['figure'] }, format))
      .map(({ number }) => number);
  expect(held('csv')).toEqual([2, 3]);
  expect(held('claim-review')).toEqual([2]);
  expect(held('article')).toEqual([1, 2, 3, 4]);
});

test.each(['standing=true', 'kind=rumour', 'format=pdf', `speaker=${'x'.repeat(65)}`, 'as=stream'])(
  'asks for nothing with %s',
  (query) => {
    expect(readListRequest(new URLSearchParams(query))).toBeNull();
  },
);
