import { describe, expect, test } from 'vitest';
import { matchTokens } from './match';
import { tokenise } from './tokens';

/** The tokens of each of two texts that the other does not have. */
function changes(before: string, after: string): [lost: string, added: string] {
  const [a, b] = [tokenise(before), tokenise(after)];
  const { to } = matchTokens(before, a, after, b, false);
  const lost = [...to].flatMap((place, i) => (place < 0 ? [before.slice(a.start[i], a.end[i])] : []));
  const added = Array.from({ length: b.count }, (_, i) => i).filter((i) => !to.includes(i));
  return [lost.join(' '), added.map((i) => after.slice(b.start[i], b.end[i])).join(' ')];
}

describe('what is put between words that are alike', () => {
  test.each<[kind: string, shorter: string, longer: string, put: string]>([
    ['a sentence', 'One came. One went.', 'One came. One stayed. One went.', 'One stayed .'],
    ['a sentence', '他来。他走。', '他来。他住。他走。', '他 住 。'],
    ['a line', 'One came\nOne went', 'One came\nOne stayed\nOne went', 'One stayed'],
    ['a clause', 'a cat, a dog', 'a cat, a cow, a dog', 'a cow ,'],
    ['a clause', '我来，我走', '我来，我住，我走', '我 住 ，'],
    ['what begins after a quotation', '“Go.” Two, went', '“Go.” Two, came Two, went', 'Two , came'],
    ['a clause at the end', '甲来，一次', '甲来，一次，一次', '， 一 次'],
    ['a word of two parts', 'a-b a-c', 'a-b a-d a-c', 'a - d'],
    ['a sentence after a clause', 'One; Two, went. Two', 'One; Two, went. Two, went. Two', 'Two , went .'],
  ])('is %s: %s', (_, shorter, longer, put) => {
    expect(changes(shorter, longer)).toEqual(['', put]);
    expect(changes(longer, shorter)).toEqual([put, '']);
  });
});

test('what is replaced is given on both sides', () => {
  expect(changes('Cooks left the room.', 'Cooks entered a room.')).toEqual(['left the', 'entered a']);
});
