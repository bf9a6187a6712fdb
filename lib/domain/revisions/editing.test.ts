import { describe, expect, test } from 'vitest';
import { editableText, splitParagraphs, withKinds } from './editing';
import { close, staff } from './fixtures/sentences';
import type { RevisedParagraph } from './plan';

describe('the kinds of paragraphs', () => {
  test('stay as people decided them, and new ones are what the new text says', () => {
    const before: RevisedParagraph[] = [
      { kind: 'heading', text: 'Staff' },
      { kind: 'boilerplate', text: 'Share this article', reason: 'share-bar' },
      { kind: 'list-item', text: staff },
    ];
    const after = withKinds(before, [
      { text: 'Staff', kind: 'body' },
      { text: 'Share this article' },
      { text: staff.replace('375', '475') },
      { text: close },
      { text: 'Related: more', kind: 'boilerplate', reason: 'related' },
    ]);
    expect(after.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['heading', null],
      ['boilerplate', 'share-bar'],
      ['list-item', null],
      ['body', null],
      ['boilerplate', 'related'],
    ]);
  });

  test('stay where the words changed, unless the new text says what it is', () => {
    const before: RevisedParagraph[] = [{ kind: 'list-item', text: staff }];
    const text = staff.replace('375', '475');
    expect(withKinds(before, [{ text }])).toMatchObject([{ kind: 'list-item' }]);
    expect(withKinds(before, [{ text, kind: 'heading' }])).toMatchObject([{ kind: 'heading' }]);
    expect(withKinds(before, [{ text: staff, kind: 'heading' }])).toMatchObject([{ kind: 'list-item' }]);
  });

  test('of a merged paragraph are those of its greatest part, the first of two alike', () => {
    const kinds = (...texts: string[]) =>
      withKinds(
        texts.map((text, at): RevisedParagraph => ({ kind: at === 0 ? 'heading' : 'list-item', text })),
        [{ text: texts.join(' ') }],
      ).map(({ kind }) => kind);
    expect(kinds('Seven geese came.', 'Eight ducks left.')).toEqual(['heading']);
    expect(kinds('Geese came.', 'Eight ducks left this pond for another one.')).toEqual(['list-item']);
  });

  test('a text is edited as paragraphs between blank lines, and none of them has one inside', () => {
    expect(editableText([{ text: 'One\n\n\nline' }, { text: 'Two' }])).toBe('One\nline\n\nTwo');
    expect(editableText([])).toBe('');
  });

  test('blank lines at the ends of an edited text, and more than one, make no paragraphs', () => {
    expect(splitParagraphs('\n\nOne\n\n\n\n \t\nTwo\n\n')).toEqual([{ text: 'One' }, { text: 'Two' }]);
    expect(splitParagraphs(' \n \n ')).toEqual([]);
  });

  test('paragraphs of an edited text are what stands between blank lines', () => {
    expect(splitParagraphs('One\r\nline\r\n \r\n\r\nTwo\n')).toEqual([{ text: 'One\nline' }, { text: 'Two' }]);
  });
});
