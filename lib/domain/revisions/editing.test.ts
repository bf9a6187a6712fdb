import { describe, expect, test } from 'vitest';
import { splitParagraphs, withKinds } from './editing';
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

  test('paragraphs of an edited text are what stands between blank lines', () => {
    expect(splitParagraphs('One\r\nline\r\n \r\n\r\nTwo\n')).toEqual([{ text: 'One\nline' }, { text: 'Two' }]);
  });
});
