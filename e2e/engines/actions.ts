/** What a person does in a window of any engine: finds things by role and label, clicks, types, selects words. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { testPassword } from '#lib/testing/password';
import { areScriptsAwake, endsOfWords } from '../desk';
import type { Driver, Point } from './driver';
import { type Found, locate, type Sought } from './in-page';

type Name = string | RegExp;
export type Wanted = { role: string; name?: Name; inside?: Wanted } | { label: Name; inside?: Wanted };

const root = path.resolve(import.meta.dirname, '..', '..');
const library = path.join(root, 'node_modules/@testing-library/dom/dist/@testing-library/dom.umd.min.js');
/** The library that finds by role and label, as a script for pages. */
const librarySource = `(() => { const exports = {}, module = {};
${readFileSync(library, 'utf8')}
window.testingLibrary = exports; })()`;

const patternOf = (name: Name) =>
  typeof name === 'string' ? { text: name } : { source: name.source, flags: name.flags };

function soughtOf(wanted: Wanted): Sought {
  const inside = wanted.inside ? soughtOf(wanted.inside) : null;
  if ('label' in wanted) return { label: patternOf(wanted.label), inside };
  return { role: wanted.role, name: wanted.name === undefined ? null : patternOf(wanted.name), inside };
}

const describe = (wanted: Wanted): string =>
  'label' in wanted ? `the field “${wanted.label}”` : `${wanted.role} “${wanted.name ?? ''}”`;

/** Looks until there is something to see; throws with the last reason for which there was not. */
export async function until<T>(what: string, look: () => Promise<T | Error>, seconds = 20): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look().catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
    if (!(seen instanceof Error)) return seen;
    if (Date.now() > end) throw new Error(`${what}: ${seen.message}`, { cause: seen });
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

async function look(window: Driver, wanted: Wanted, isToBeClicked: boolean): Promise<Found | Error> {
  const found = await window.run(locate, soughtOf(wanted), isToBeClicked);
  if (found === 'no library') await window.load(librarySource);
  return typeof found === 'string' ? new Error(found) : found;
}

/** Waits until it is there. */
export const see = (window: Driver, wanted: Wanted): Promise<Found> =>
  until(describe(wanted), () => look(window, wanted, false));

/** Waits until it is there and says this. */
export async function seeText(window: Driver, wanted: Wanted, text: Name): Promise<void> {
  await until(`${describe(wanted)} with “${text}”`, async () => {
    const found = await look(window, wanted, false);
    if (found instanceof Error) return found;
    const isSaid = typeof text === 'string' ? found.text.includes(text) : text.test(found.text);
    return isSaid || new Error(`says “${found.text}”`);
  });
}

/** Waits until it is away. */
export async function seeNone(window: Driver, wanted: Wanted): Promise<void> {
  await until(`${describe(wanted)} goes`, async () => {
    const found = await look(window, wanted, false);
    return found instanceof Error && found.message === 'not there' ? true : new Error('still there');
  });
}

/** Waits until it can be clicked and no longer moves, and clicks it. */
export async function click(window: Driver, wanted: Wanted): Promise<void> {
  let last: Point | null = null;
  const at = await until(describe(wanted), async () => {
    const found = await look(window, wanted, true);
    if (found instanceof Error) return found;
    const isResting = last?.x === found.x && last?.y === found.y;
    last = found;
    return isResting ? found : new Error('moving');
  });
  await window.click(at, 1);
}

/** Clicks a box or a choice, and waits until it is chosen. */
export async function choose(window: Driver, wanted: Wanted): Promise<void> {
  await click(window, wanted);
  await until(
    `${describe(wanted)} is chosen`,
    async () => (await see(window, wanted)).isChecked || new Error('not chosen'),
  );
}

/** Clicks into a field and types, in place of what is there. */
export async function fill(window: Driver, label: Name, text: string, inside?: Wanted): Promise<void> {
  const field: Wanted = inside ? { label, inside } : { label };
  await click(window, field);
  if ((await see(window, field)).value !== '') await window.press('Control+a');
  await window.type(text);
  await until(`“${label}” holds what was typed`, async () => {
    const { value } = await see(window, field);
    return value === text || new Error(value);
  });
}

/** Goes to an address, and waits until the page's controls answer. */
export async function go(window: Driver, url: string): Promise<void> {
  await window.go(url);
  await until(`${url} wakes up`, async () => (await window.run(areScriptsAwake)) || new Error('asleep'));
}

/** Waits until the window shows another address, and its controls answer; returns it. */
export async function arrive(window: Driver, address: RegExp): Promise<string> {
  return until(`arrives at ${address}`, async () => {
    const at = await window.run(() => location.href);
    if (!address.test(at)) return new Error(at);
    return (await window.run(areScriptsAwake)) ? at : new Error('asleep');
  });
}

/** The points at both ends of the first occurrence of some words. */
export async function placeOfWords(window: Driver, words: string): Promise<{ start: Point; end: Point }> {
  const ends = await window.run(endsOfWords, words);
  if (!ends?.[0] || !ends[1]) throw new Error(`“${words}” is not in the article`);
  return { start: { x: ends[0].x + 0.5, y: ends[0].y }, end: { x: ends[1].x - 0.5, y: ends[1].y } };
}

export const selectedText = (window: Driver): Promise<string> => window.run(() => String(getSelection()));

/** Drags over words, and again where the text moved meanwhile. */
export async function dragOver(window: Driver, words: string): Promise<void> {
  await until(`selects “${words}”`, async () => {
    const { start, end } = await placeOfWords(window, words);
    await window.drag([start, { x: (start.x + end.x) / 2, y: end.y }, end]);
    const selected = await selectedText(window);
    return selected === words || new Error(selected);
  });
}

export const password = testPassword;

/** Makes an account by an invitation's link, as a person does; the window is in then. */
export async function join(window: Driver, link: string, person: { name: string; email: string }): Promise<void> {
  await go(window, link);
  await fill(window, 'Name', person.name);
  await fill(window, 'E-mail', person.email);
  await fill(window, 'Password', password);
  await click(window, { role: 'button', name: 'Join' });
  await arrive(window, /\/articles$/);
}

/** Types an article in, and returns the address of its review. */
export async function bringIn(window: Driver, desk: string, text: string): Promise<string> {
  await go(window, `${desk}/articles/new`);
  await fill(window, 'The article', text);
  await click(window, { role: 'button', name: 'Read it' });
  await click(window, { role: 'button', name: 'Start checking' });
  return arrive(window, /\/articles\/[\w-]{16}$/);
}
