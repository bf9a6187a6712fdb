import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { growth, linearGrowth } from '#lib/testing/growth';
import { wordFile } from '#lib/testing/outside/word-files';
import { draftFromMarkup, draftFromPage } from './page';
import { prepareWord } from './word-parts';

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
  [
    'lists of links',
    (count) =>
      `<link rel="canonical" href="https://a.example/b">${times(count, () => '<p>It had:</p><ul><li><a href="https://b.example/">375</a></li></ul>')}`,
  ],
  [
    'links in one list',
    (count) =>
      `<link rel="canonical" href="https://a.example/b"><p>It had:</p><ul>${times(count, () => '<li><a href="https://b.example/">375</a></li>')}</ul>`,
  ],
  ['lines of promotion', (count) => times(count, () => '<p>Dieser Beitrag wurde am Mittwoch, dem 5. Mai, und</p>')],
])('reads %s in time that grows with their number', (_, html) => {
  expect(growth((text: string) => draftFromMarkup(text), html(150), html(1_500))).toBeLessThan(linearGrowth);
  expect(growth((text: string) => draftFromPage(text), html(150), html(1_500))).toBeLessThan(linearGrowth);
});

const level = (at: number) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>`;
const numbered = (at: number, id: number) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr></w:pPr><w:r><w:t>It had 375 staff.</w:t></w:r></w:p>`;

test.each<[string, (count: number) => Uint8Array]>([
  [
    'items of one list',
    (count) =>
      wordFile(
        times(count, (at) => numbered(at % 9, 1)),
        {
          numbering: `<w:abstractNum w:abstractNumId="1">${times(9, level)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
        },
      ),
  ],
  [
    'lists of their own',
    (count) =>
      wordFile(
        times(count, (at) => numbered(0, at)),
        {
          numbering: times(
            count,
            (at) =>
              `<w:abstractNum w:abstractNumId="${at}">${times(3, level)}</w:abstractNum><w:num w:numId="${at}"><w:abstractNumId w:val="${at}"/></w:num>`,
          ),
        },
      ),
  ],
  [
    'levels of one list',
    (count) =>
      wordFile(
        times(count, (at) => numbered(at, 1)),
        {
          numbering: `<w:abstractNum w:abstractNumId="1">${times(count, level)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
        },
      ),
  ],
  [
    'styles that rest on each other',
    (count) =>
      wordFile(
        times(count, (at) => `<w:p><w:pPr><w:pStyle w:val="s${at}"/></w:pPr></w:p>`),
        {
          styles: times(
            count,
            (at) => `<w:style w:type="paragraph" w:styleId="s${at}"><w:basedOn w:val="s${at + 1}"/></w:style>`,
          ),
        },
      ),
  ],
  [
    'drawings in drawings',
    (count) =>
      wordFile(
        `<w:p><w:r>${times(count, () => '<w:drawing><w:txbxContent><w:p>')}${times(count, () => '</w:p></w:txbxContent></w:drawing>')}</w:r></w:p>`,
      ),
  ],
  [
    'breaks and other files',
    (count) => wordFile(times(count, () => '<w:p><w:r><w:cr/></w:r></w:p><w:altChunk r:id="a"/>')),
  ],
])('prepares a Word file of %s in time that grows with their number', (_, fileOf) => {
  expect(growth(prepareWord, unzipSync(fileOf(500)), unzipSync(fileOf(5_000)))).toBeLessThan(linearGrowth);
});
