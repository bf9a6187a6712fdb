import { expect, it } from 'vitest';
import { withoutRadicals } from './radicals';

it('reads radicals as the characters that they look like', () => {
  expect(withoutRadicals('⻓⽅、⻅⻋⼀⽉，王')).toBe('长方、见车一月，王');
});
