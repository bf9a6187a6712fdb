import { createFormatter } from 'next-intl';
import { expect, test } from 'vitest';
import { showPartialDate } from './partial-date';

test.each<['en' | 'zh', string | null, string | null]>([
  ['en', '2023-02-14', 'Feb 14, 2023'],
  ['en', '2023-02', 'Feb 2023'],
  ['en', '2023', '2023'],
  ['zh', '2023-02-14', '2023年2月14日'],
  ['zh', '2023-02', '2023年2月'],
  ['zh', '2023', '2023年'],
  ['en', null, null],
])('in %s, %s is written %s', (locale, date, shown) => {
  // A reader west of Greenwich sees the same day.
  const format = createFormatter({ locale, timeZone: 'America/Los_Angeles' });
  expect(showPartialDate(format, date)).toBe(shown);
});
