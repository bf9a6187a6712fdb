/** One journey in each browser engine, with a real mouse and real keys. Its pictures go to test-results/engines. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, invite, test } from './desk';
import {
  arrive,
  bringIn,
  choose,
  click,
  dragOver,
  fill,
  go,
  join,
  password,
  see,
  seeNone,
  seeText,
  until,
} from './engines/actions';
import type { Driver } from './engines/driver';
import { engines } from './engines/engines';
import { type MarkStyle, readFile, readMarkStyles } from './engines/in-page';
import { needEngine } from './engines/need-engine';

const pictures = path.resolve(import.meta.dirname, '..', 'test-results', 'engines');

const article = `Title: The price of an answer
Text: The firm had about 375 people at the end of the year. Wages alone cost it 40 million dollars.

Nobody asked why.`;

/** Claims of a sample article, one of each standing that the journey itself does not reach. */
const sampleMarks = [
  ['Chinese platforms quote ¥20 to ¥40 per thousand impressions', 'disputed'],
  ['at US$8 per thousand, a million impressions bring in US$80,000', 'false'],
  ['an answer costs at least one US cent', 'contested'],
  ['It is the most honest prediction of the three', 'not-checkable'],
] as const;

/** How each standing is underlined in light: app/globals.css. */
const looks: Record<string, Pick<MarkStyle, 'style' | 'colour' | 'thickness'>> = {
  open: { style: 'solid', colour: 'rgb(113, 108, 99)', thickness: '1.5px' },
  verified: { style: 'solid', colour: 'rgb(29, 122, 76)', thickness: '2px' },
  disputed: { style: 'dashed', colour: 'rgb(169, 79, 6)', thickness: '2px' },
  false: { style: 'double', colour: 'rgb(179, 38, 30)', thickness: '1.5px' },
  contested: { style: 'wavy', colour: 'rgb(122, 63, 160)', thickness: '1.3px' },
  unverifiable: { style: 'dotted', colour: 'rgb(86, 98, 112)', thickness: '2px' },
  'not-checkable': { style: 'dotted', colour: 'rgb(86, 98, 112)', thickness: '2px' },
  suggestion: { style: 'dotted', colour: 'rgb(113, 108, 99)', thickness: '1.5px' },
};

/** Waits until some words are underlined as a standing is, whatever the engine. */
async function seeUnderlined(window: Driver, words: string, standing: string): Promise<void> {
  await until(`“${words}” is ${standing}`, async () => {
    const marks = await window.run(readMarkStyles);
    const mark = marks.find((one) => one.words === words && one.standing === standing);
    if (!mark) return new Error(JSON.stringify(marks));
    expect(mark).toEqual({ words, standing, line: 'underline', ...looks[standing] });
    return mark;
  });
}

for (const engine of engines) {
  test(`a claim goes from the mouse to the exported list: ${engine.name}`, async ({ desk, browser }) => {
    needEngine(engine);
    test.setTimeout(180_000);
    const link = await invite(await desk.as('admin'), desk.url, 'reviewer');
    const { window, close } = await engine.open(browser);
    mkdirSync(pictures, { recursive: true });
    const picture = (name: string, of = window) =>
      of.picture(path.join(pictures, `${engine.name.toLowerCase()}-${name}.png`));
    try {
      const email = `${engine.name.toLowerCase()}@desk.example`;
      await join(window, link, { name: `Ines of ${engine.name}`, email });
      await picture('1-articles');
      await click(window, { role: 'button', name: /^Account of/ });
      await click(window, { role: 'button', name: 'Sign out' });
      await arrive(window, /\/sign-in/);
      await fill(window, 'E-mail', email);
      await fill(window, 'Password', password);
      await picture('2-sign-in');
      await click(window, { role: 'button', name: 'Sign in' });
      await arrive(window, /\/articles$/);

      // A sample has what takes two reviewers and a ruling.
      await click(window, { role: 'link', name: /^A cent an answer/ });
      await see(window, { role: 'heading', name: 'A cent an answer' });
      for (const [words, standing] of sampleMarks) await seeUnderlined(window, words, standing);
      await picture('0-sample');

      const address = await bringIn(window, desk.url, article);
      await seeUnderlined(window, '40 million dollars', 'suggestion');
      const second = await window.another();
      await go(second, address);

      await dragOver(window, 'about 375 people');
      await picture('3-selected');
      await click(window, { role: 'button', name: /^Figure/, inside: { role: 'toolbar' } });
      const card = { role: 'region', name: /^Claim 1,/ };
      await seeText(window, card, 'about 375 people');
      await seeUnderlined(window, 'about 375 people', 'open');
      await seeUnderlined(second, 'about 375 people', 'open');

      await window.press('v');
      await seeText(window, card, '“Verified” needs a source');
      // A title of its own: the desk would offer the source of the journey before.
      await fill(window, /^Source/, `Filing read in ${engine.name}`, card);
      await fill(window, /^Link/, 'https://example.org/filing', card);
      await fill(window, /^What it says/, '375 employees', card);
      await picture('4-source');
      await click(window, { role: 'button', name: 'Add source and mark Verified' });
      await see(window, { role: 'region', name: 'Claim 1, Verified' });
      await seeUnderlined(window, 'about 375 people', 'verified');
      await seeUnderlined(second, 'about 375 people', 'verified');

      // The other window judges the next claim.
      await dragOver(second, 'Wages alone cost it 40 million dollars');
      await click(second, { role: 'button', name: /^Statement/, inside: { role: 'toolbar' } });
      await see(second, { role: 'region', name: 'Claim 2, Open' });
      await click(second, { role: 'button', name: /^Unverifiable/, inside: { role: 'region', name: 'Claim 2, Open' } });
      await see(second, { role: 'region', name: 'Claim 2, Unverifiable' });
      await seeUnderlined(window, 'Wages alone cost it 40 million dollars', 'unverifiable');
      await picture('5-live', second);
      await picture('6-review');

      await go(window, `${address}/report`);
      await see(window, { role: 'heading', name: 'The price of an answer' });
      await picture('7-report');

      await click(window, { role: 'button', name: 'Export' });
      const dialog = { role: 'dialog', name: 'Export' };
      await seeText(window, { role: 'status', inside: dialog }, '2 claims of 2 go out');
      await choose(window, { role: 'radio', name: /^CSV/, inside: dialog });
      await seeText(window, { role: 'status', inside: dialog }, '2 claims of 2 go out');
      await picture('8-export');
      await click(window, { role: 'link', name: 'Download', inside: dialog });
      await seeText(window, dialog, /Saved · /);
      const file = await window.run(readFile, `${new URL(address).pathname}/export?format=csv`);
      expect(file.type).toBe('text/csv; charset=utf-8');
      const lines = file.text.trim().split('\r\n');
      expect(lines).toHaveLength(3);
      expect(lines[1]).toMatch(/^1,about 375 people,.*Verified.*https:\/\/example\.org\/filing/i);
      await window.press('Escape');
      await seeNone(window, { role: 'dialog' });
    } finally {
      await close();
    }
  });
}
