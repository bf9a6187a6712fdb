/** Every way in which a person selects words in the article, in each browser engine. */
import { expect, invite, test } from './desk';
import { bringIn, click, dragOver, join, placeOfWords, seeNone, until } from './engines/actions';
import type { Driver } from './engines/driver';
import { engines } from './engines/engines';
import { readMarkStyles } from './engines/in-page';
import { needEngine } from './engines/need-engine';

const article = `Title: Ways to select
Text: Nobody wondered why.

The whole of this paragraph says little, and it is the second.

A third one stands below, with nothing to count.`;
const second = 'The whole of this paragraph says little, and it is the second.';

async function claimedWords(window: Driver): Promise<string> {
  const marks = await window.run(readMarkStyles);
  const claims = marks.filter(({ standing }) => standing !== 'suggestion');
  return claims.map(({ words }) => words).join(' | ');
}

/** Marks what is selected as a statement, takes that back, and returns the words that were marked. */
async function wordsMarked(window: Driver): Promise<string> {
  await click(window, { role: 'button', name: /^Statement/, inside: { role: 'toolbar' } });
  const words = await until('a claim', async () => (await claimedWords(window)) || new Error('none'));
  await seeNone(window, { role: 'toolbar' });
  await window.press('z');
  await until('no claim', async () => (await claimedWords(window)) === '' || new Error('still there'));
  return words;
}

for (const engine of engines) {
  test(`words are selected in every way: ${engine.name}`, async ({ desk, browser }) => {
    needEngine(engine);
    test.setTimeout(180_000);
    const link = await invite(await desk.as('admin'), desk.url, 'reviewer');
    const { window, close } = await engine.open(browser);
    const middleOf = async (words: string) => {
      const { start, end } = await placeOfWords(window, words);
      return { x: (start.x + end.x) / 2, y: start.y };
    };
    try {
      await join(window, link, {
        name: `Sela of ${engine.name}`,
        email: `sela-${engine.name.toLowerCase()}@desk.example`,
      });
      await bringIn(window, desk.url, article);

      await test.step('a drag', async () => {
        await dragOver(window, 'this paragraph');
        expect(await wordsMarked(window)).toBe('this paragraph');
      });
      await test.step('a drag from right to left', async () => {
        const { start, end } = await placeOfWords(window, 'says little');
        await window.drag([end, start]);
        expect(await wordsMarked(window)).toBe('says little');
      });
      await test.step('a double click', async () => {
        await window.click(await middleOf('paragraph'), 2);
        expect(await wordsMarked(window)).toBe('paragraph');
      });
      await test.step('a triple click', async () => {
        await window.click(await middleOf('says'), 3);
        expect(await wordsMarked(window)).toBe(second);
      });
      await test.step('a drag into the next paragraph, and one to its beginning', async () => {
        const from = await placeOfWords(window, 'says little');
        const to = await placeOfWords(window, 'A third');
        await window.drag([from.start, to.end]);
        expect(await wordsMarked(window)).toBe('says little, and it is the second.');
        await window.drag([from.start, { x: to.start.x, y: to.start.y }]);
        expect(await wordsMarked(window)).toBe('says little, and it is the second.');
      });
      await test.step('a drag from the end of the paragraph before', async () => {
        const { end: from } = await placeOfWords(window, 'why.');
        const to = await placeOfWords(window, 'The whole');
        await window.drag([{ x: from.x + 30, y: from.y }, to.end]);
        expect(await wordsMarked(window)).toBe('The whole');
      });
      await test.step('a double click that the keyboard widens', async () => {
        await window.click(await middleOf('paragraph'), 2);
        for (let time = 0; time < 5; time += 1) await window.press('Shift+ArrowRight');
        expect(await wordsMarked(window)).toBe('paragraph says');
      });
      await test.step('the keyboard alone', async () => {
        await window.press('m');
        await window.press('Control+Shift+ArrowRight');
        expect(await wordsMarked(window)).toBe('Nobody');
      });
    } finally {
      await close();
    }
  });
}
