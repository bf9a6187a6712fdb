import { expect, test } from 'vitest';
import { growth, linearGrowth } from '#lib/testing/growth';
import { draftFromMarkup, draftFromPage } from './page';

const times = (count: number, piece: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => piece(at)).join('');

test.each<[string, (count: number) => string]>([
  [
    'marks with their notes',
    (count) =>
      times(count, (at) => `<p>The firm had 375 staff.<a id="r${at}" href="#n${at}"><sup>${at}</sup></a></p>`) +
      times(count, (at) => `<p><a id="n${at}" href="#r${at}">${at}</a> Annual report.</p>`),
  ],
  [
    'marks that lead to one note',
    (count) => `${times(count, (at) => `<p>Staff<a id="r${at}" href="#n">1</a></p>`)}<p id="n">x</p>`,
  ],
  ['struck words', (count) => times(count, () => '<p>It had <del>375</del><ins>770</ins> staff.</p>')],
  [
    'blocks under doubtful class words',
    (count) => times(count, () => '<div class="comment ads"><p>It had 375 staff.</p></div>'),
  ],
  ['dates', (count) => times(count, () => '<time class="date">Posted on 5 May 2020 by Ada Holm</time>')],
  ['names', (count) => times(count, () => '<p class="author">von <a href="/x">Ada Holm</a> | 5. Mai 2020</p>')],
  ['items of other articles', (count) => times(count, () => '<article><a href="/x"><h3>It had</h3></a></article>')],
  ['headings', (count) => times(count, () => '<h1>It had - 375 | staff</h1>')],
  ['gaps in its title', (count) => `<title>${times(count, () => 'It | had - 375 staff ')}</title><p>It had.</p>`],
  [
    'parts that are shown later',
    (count) => times(count, () => '<div class="part hidden"><p>It had 375 staff of 400.</p></div>'),
  ],
  ['lines of promotion', (count) => times(count, () => '<p>Dieser Beitrag wurde am Mittwoch, dem 5. Mai, und</p>')],
])('reads %s in time that grows with their number', (_, html) => {
  expect(growth((text: string) => draftFromMarkup(text), html(150), html(1_500))).toBeLessThan(linearGrowth);
  expect(growth((text: string) => draftFromPage(text), html(150), html(1_500))).toBeLessThan(linearGrowth);
});
