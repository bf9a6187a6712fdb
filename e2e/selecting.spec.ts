/** Every way in which a person selects words in the article, in each browser engine. */
import { invite, test } from './desk';
import { bringIn, click, dragOver, join, placeOfWords, see, seeNone } from './engines/actions';
import type { Driver } from './engines/driver';
import { engines } from './engines/engines';
import { needEngine } from './engines/need-engine';

const article = `Title: Ways to select
Text: Nobody wondered why.

The whole of this paragraph says little, and it is the second.

A third one stands below, with nothing to count.`;
const second = 'The whole of this paragraph says little, and it is the second.';

/** Marks what is selected as a statement, and expects these words to become the claim of that number. */
async function expectMarked(window: Driver, number: number, words: string): Promise<void> {
  await click(window, { role: 'button', name: /^Statement/, inside: { role: 'toolbar' } });
  await see(window, { role: 'button', name: words, inside: { role: 'region', name: `Claim ${number}, Open` } });
  await seeNone(window, { role: 'toolbar' });
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
        await expectMarked(window, 1, 'this paragraph');
      });
      await test.step('a drag from right to left', async () => {
        const { start, end } = await placeOfWords(window, 'says little');
        await window.drag([end, start]);
        await expectMarked(window, 2, 'says little');
      });
      await test.step('a double click', async () => {
        await window.click(await middleOf('paragraph'), 2);
        await expectMarked(window, 3, 'paragraph');
      });
      await test.step('a triple click', async () => {
        await window.click(await middleOf('says'), 3);
        await expectMarked(window, 4, second);
      });
      await test.step('a drag into the next paragraph, and one to its beginning', async () => {
        const from = await placeOfWords(window, 'says little');
        const to = await placeOfWords(window, 'A third');
        await window.drag([from.start, to.end]);
        await expectMarked(window, 5, 'says little, and it is the second.');
        const later = await placeOfWords(window, 'it is');
        await window.drag([later.start, { x: to.start.x, y: to.start.y }]);
        await expectMarked(window, 6, 'it is the second.');
      });
      await test.step('a drag from the end of the paragraph before', async () => {
        const { end: from } = await placeOfWords(window, 'why.');
        const to = await placeOfWords(window, 'The whole');
        await window.drag([{ x: from.x + 30, y: from.y }, to.end]);
        await expectMarked(window, 7, 'The whole');
      });
      await test.step('a double click that the keyboard widens', async () => {
        await window.click(await middleOf('paragraph'), 2);
        for (let time = 0; time < 5; time += 1) await window.press('Shift+ArrowRight');
        await expectMarked(window, 8, 'paragraph says');
      });
      await test.step('the keyboard alone', async () => {
        await window.press('Escape');
        await window.press('m');
        await window.press('Control+Shift+ArrowRight');
        await expectMarked(window, 9, 'Nobody');
      });
    } finally {
      await close();
    }
  });
}
