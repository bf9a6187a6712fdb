import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { show } from '../testing/render';
import { Tag } from './tag';

test('a tag of words of others wraps, one of the desk does not', () => {
  show(
    <>
      <Tag>ours</Tag>
      <Tag wraps>theirs</Tag>
    </>,
  );
  expect(screen.getByText('ours').className).not.toContain('whitespace-normal');
  expect(screen.getByText('theirs').className).toContain('whitespace-normal');
});
