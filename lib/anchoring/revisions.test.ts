import { describe, expect, test } from 'vitest';
import { HARMLESS, SENTENCES, SUBSTANTIAL } from '#lib/reading/fixtures/edits';
import { type Anchor, describeAnchor, locateAnchor, moveAnchors } from './anchor';

/** The generator of Park and Miller: the same revisions on every machine. */
function chanceOf(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

type Sentence = { before: string; after: string | null; isFresh: boolean };

const edits = [...HARMLESS, ...SUBSTANTIAL];
const sentenceOf = (index: number) => SENTENCES[index % SENTENCES.length] ?? '';

/** An article of paragraphs of sentences, and what a newsroom did to it: each sentence, before and after, is known. */
function revision(seed: number) {
  const below = chanceOf(seed + 1);
  const begin = below(SENTENCES.length);
  const paragraphs = Array.from({ length: 6 }, (_, paragraph) =>
    Array.from({ length: 1 + below(4) }, (_, at): Sentence => {
      const before = sentenceOf(begin + paragraph * 4 + at);
      const own = edits.filter((edit) => edit.before === before);
      const fate = below(10);
      if (fate === 0) return { before, after: null, isFresh: false };
      const edit = fate < 4 ? own[below(Math.max(1, own.length))] : undefined;
      return { before, after: edit?.after ?? before, isFresh: false };
    }),
  );
  const after = paragraphs.map((sentences) => [...sentences]);
  const fresh = (index: number): Sentence => ({ before: '', after: sentenceOf(begin + 40 + index), isFresh: true });
  if (below(2) === 0) after.splice(below(after.length), 0, [fresh(0), fresh(1)]);
  if (below(2) === 0) after[below(after.length)]?.unshift(fresh(2));
  if (below(3) === 0) after.push(...after.splice(below(3), 1));
  const [joined] = below(3) === 0 ? after.splice(2, 1) : [];
  if (joined) after[1]?.push(...joined);
  return { before: textOf(paragraphs, 'before'), after: textOf(after, 'after') };
}

/** A text, with where each sentence of the article lies in it. */
function textOf(paragraphs: Sentence[][], side: 'before' | 'after') {
  const places = new Map<Sentence, { start: number; end: number }>();
  let text = '';
  for (const sentences of paragraphs) {
    const isChinese = /\p{Script=Han}/u.test(sentences[0]?.before ?? '');
    for (const sentence of sentences) {
      const words = sentence[side];
      if (!words) continue;
      if (text !== '' && !text.endsWith('\n') && !isChinese) text += ' ';
      places.set(sentence, { start: text.length, end: text.length + words.length });
      text += words;
    }
    text += '\n';
  }
  return { text, places };
}

/** How many claims were found where they are, found elsewhere, and not found, of those that are there and those that are gone. */
function tally(
  part: 'sentence' | 'figure',
  find: (before: string, after: string, anchors: Anchor[]) => ReturnType<typeof moveAnchors>,
) {
  const counts = { right: 0, elsewhere: 0, lost: 0, gone: 0, misplaced: 0 };
  for (let seed = 0; seed < 60; seed += 1) {
    const { before, after } = revision(seed);
    const claims = [...before.places].flatMap(([sentence, { start, end }]) => {
      const figure = part === 'figure' ? /\d[\d,.]*\d|\d/.exec(sentence.before) : null;
      if (part === 'sentence') return [{ sentence, anchor: describeAnchor(before.text, start, end) }];
      if (!figure) return [];
      const at = start + figure.index;
      return [{ sentence, anchor: describeAnchor(before.text, at, at + figure[0].length) }];
    });
    const found = find(
      before.text,
      after.text,
      claims.map(({ anchor }) => anchor),
    );
    for (const [index, { sentence }] of claims.entries()) {
      const place = found[index];
      const meant = after.places.get(sentence);
      if (!meant) counts[place ? 'misplaced' : 'gone'] += 1;
      else if (!place) counts.lost += 1;
      else if (
        part === 'sentence'
          ? place.start === meant.start && place.end === meant.end
          : place.start >= meant.start && place.end <= meant.end
      )
        counts.right += 1;
      else counts.elsewhere += 1;
    }
  }
  return counts;
}

const located = (_: string, after: string, anchors: Anchor[]) => anchors.map((anchor) => locateAnchor(after, anchor));

/** What is found today: a change may find more of the claims where they are, and not fewer. */
describe('in sixty revisions as newsrooms make them, with both texts at hand', () => {
  test('sentences are followed', () => {
    const { right, elsewhere, misplaced } = tally('sentence', moveAnchors);
    expect(right).toBeGreaterThanOrEqual(789);
    expect(elsewhere).toBeLessThanOrEqual(9);
    expect(misplaced).toBe(0);
  });

  test('figures are followed, and never to another place', () => {
    const { right, elsewhere, misplaced } = tally('figure', moveAnchors);
    expect(right).toBeGreaterThanOrEqual(610);
    expect([elsewhere, misplaced]).toEqual([0, 0]);
  });
});

describe('in sixty revisions as newsrooms make them, with the new text alone', () => {
  test('sentences are found', () => {
    const { right, elsewhere, misplaced } = tally('sentence', located);
    expect(right).toBeGreaterThanOrEqual(795);
    expect(elsewhere).toBeLessThanOrEqual(13);
    expect(misplaced).toBe(0);
  });

  test('figures are found, and never in another place', () => {
    const { right, elsewhere, misplaced } = tally('figure', located);
    expect(right).toBeGreaterThanOrEqual(585);
    expect([elsewhere, misplaced]).toEqual([0, 0]);
  });
});
