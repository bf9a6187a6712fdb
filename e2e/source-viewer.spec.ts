/** Files of a source, opened at a place: a PDF at its passage, a picture at a box, sound at a moment. */

import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { withoutRadicals } from '#lib/text/forms/radicals';
import { type Desk, expect, markText, pasteArticle, test } from './desk';
import { lockedPdf, longPdf, printPdf } from './pdf-made';

const english = 'The council counted 12,480 households without heat in the first week of January, its minutes say. ';
const chinese = '委员会的记录写道，一月第一周共有一万二千四百八十户没有暖气。';
const filler = (at: number) =>
  Array.from(
    { length: 14 },
    (_, line) =>
      `On ${line + 1} March of the year ${at} the rooms were measured again; the figures were entered in the register and read out. 第${at}年第${line + 1}次测量的数字已经登记，并在会上宣读。`,
  ).join(' ');

const printed = (browser: Browser) =>
  printPdf(
    browser,
    Array.from({ length: 9 }, (_, at) => {
      const text = filler(at + 1);
      if (at === 4) return text.replace('第5年第9次', `${english}${chinese}第5年第9次`);
      return text;
    }),
  );

type NewFile = { name: string; bytes: Buffer };

/** Puts files on a source that is found by some words, and returns the addresses of their pages. */
async function putFiles(desk: Desk, page: Page, files: NewFile[], search = 'Gartner Predicts'): Promise<string[]> {
  const sources = await page.request.get(`/api/sources?${new URLSearchParams({ search })}`);
  const [{ id } = { id: '' }]: { id: string }[] = await sources.json();
  const source = `/sources/${id}`;
  for (const { name, bytes } of files) {
    const answer = await page.request.post(`/api${source}/files?name=${encodeURIComponent(name)}`, {
      data: bytes,
      headers: { origin: desk.url, 'content-type': 'application/octet-stream' },
    });
    expect([name, answer.status(), await answer.text()]).toEqual([name, 200, expect.stringContaining('"ok":true')]);
  }
  const known: { id: string; name: string }[] = await (await page.request.get(`/api${source}/files`)).json();
  return files.map(({ name }) => `${source}/files/${known.find((one) => one.name === name)?.id}`);
}

const pages = (page: Page) => page.getByRole('region', { name: 'Pages' });

/** The pieces of the text layer that lie in the marks, and whether all marks are in the window of the pages. */
function readMarks() {
  const frame = document.querySelector('[data-passage]')?.closest('section')?.getBoundingClientRect();
  const boxes = Array.from(document.querySelectorAll('[data-passage] span'), (mark) => mark.getBoundingClientRect());
  const isMarked = (piece: Element) => {
    const { left, top, width, height } = piece.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    return boxes.some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
  };
  const pieces = document.querySelector('[data-passage]')?.parentElement?.querySelectorAll('.pdf-text span') ?? [];
  const words = Array.from(pieces).filter(isMarked);
  return {
    words: words.map(({ textContent }) => textContent).join(''),
    isInView: frame !== undefined && boxes.every(({ top, bottom }) => top >= frame.top && bottom <= frame.bottom),
  };
}

const plain = (text: string) => withoutRadicals(text.normalize('NFKC')).replaceAll(/\s/g, '').replace('戶', '户');

test('a PDF opens at its page with the passage marked and in view, by keys and in both languages', async ({
  desk,
  browser,
}) => {
  // Opened seven times, in two windows.
  test.setTimeout(180_000);
  const reviewer = await desk.as('reviewer');
  const [address = ''] = await putFiles(desk, reviewer, [{ name: '记录 minutes.pdf', bytes: await printed(browser) }]);
  const viewer = await desk.as('viewer');
  const violations: string[] = [];
  await viewer.exposeFunction('reportViolation', (text: string) => violations.push(text));
  await viewer.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      (window as unknown as { reportViolation: (text: string) => void }).reportViolation(
        `${violatedDirective} ${blockedURI}`,
      );
    });
  });
  const strangers: string[] = [];
  viewer.on('request', (request) => {
    if (!request.url().startsWith(desk.url)) strangers.push(request.url());
  });
  for (const words of [english.trim(), chinese, `${english.trim()} ${chinese}`]) {
    await viewer.goto(`${address}?${new URLSearchParams({ page: '5', words })}`);
    await expect(viewer.getByRole('status')).toHaveText('Marked on page 5');
    await expect.poll(() => viewer.evaluate(readMarks)).toMatchObject({ isInView: true });
    const { words: found } = await viewer.evaluate(readMarks);
    // The first and the last piece may be marked in part.
    expect(plain(found)).toContain(plain(words).slice(12, -4));
    expect(plain(found).length).toBeLessThan(plain(words).length + 40);
  }
  await expect(viewer.getByLabel('Page', { exact: true })).toHaveValue('5');
  expect((await new AxeBuilder({ page: viewer }).analyze()).violations).toEqual([]);

  // Of words on another page it says where they are; of words that are nowhere, that they are.
  await viewer.goto(`${address}?${new URLSearchParams({ page: '2', words: chinese })}`);
  await expect(viewer.getByRole('status')).toHaveText('Not on page 2, but on page 5');
  await viewer.goto(`${address}?${new URLSearchParams({ page: '2', words: english.replace('480', '490') })}`);
  await expect(viewer.getByRole('status')).toHaveText('These words are not in the text of this file');
  await expect(viewer.getByLabel('Page', { exact: true })).toHaveValue('2');

  await pages(viewer).focus();
  await viewer.keyboard.press('ArrowRight');
  await expect(viewer.getByLabel('Page', { exact: true })).toHaveValue('3');
  await viewer.keyboard.press('+');
  await viewer.keyboard.press('ArrowLeft');
  await expect(viewer.getByLabel('Page', { exact: true })).toHaveValue('2');
  await viewer.getByLabel('Page', { exact: true }).fill('9');
  await viewer.keyboard.press('Enter');
  await expect(viewer.getByRole('group', { name: 'Page 9' })).toBeInViewport();
  await expect(viewer.getByRole('group', { name: 'Page 9' }).getByText('Part 9')).toBeVisible();
  expect([violations, strangers]).toEqual([[], []]);

  const chineseViewer = await desk.as('viewer', { locale: 'zh-CN', viewport: { width: 390, height: 844 } });
  await chineseViewer.goto(`${address}?${new URLSearchParams({ words: chinese })}`);
  await expect(chineseViewer.getByRole('status')).toHaveText('已在第 5 页标出');
  await expect.poll(() => chineseViewer.evaluate(readMarks)).toMatchObject({ isInView: true });
  expect((await new AxeBuilder({ page: chineseViewer }).analyze()).violations).toEqual([]);
});

test('of a PDF of 5,000 pages only what is looked at is fetched, drawn and kept', async ({ desk }) => {
  const reviewer = await desk.as('reviewer');
  const bytes = longPdf(5_000);
  const [address = ''] = await putFiles(desk, reviewer, [{ name: 'long.pdf', bytes }]);
  const parts: number[] = [];
  reviewer.on('response', (response) => {
    if (response.url().includes('/api/sources/')) parts.push(response.status());
  });
  await reviewer.goto(`${address}?page=4321&words=sheet+4321`);
  await expect(reviewer.getByRole('status')).toHaveText('Marked on page 4,321');
  expect(parts.length).toBeLessThan(bytes.length / 2 ** 18 / 2);
  expect(new Set(parts)).toEqual(new Set([206]));
  const box = reviewer.getByLabel('Page', { exact: true });
  for (const page of ['1', '2500', '5000', '17']) {
    await box.fill(page);
    await box.press('Enter');
    await expect(
      reviewer.getByRole('group', { name: `Page ${Number(page).toLocaleString('en')}`, exact: true }),
    ).toContainText(`sheet ${page} of`);
  }
  expect(await reviewer.locator('canvas').count()).toBeLessThan(8);
});

test('a PDF that is locked or broken says so, and is there to be saved', async ({ desk }) => {
  const reviewer = await desk.as('reviewer');
  const addresses = await putFiles(desk, reviewer, [
    { name: 'locked.pdf', bytes: lockedPdf() },
    { name: 'broken.pdf', bytes: Buffer.from(`%PDF-1.7\n${'nothing of a file '.repeat(50)}`) },
  ]);
  const sentences = ['This PDF is locked with a password', 'This PDF is damaged'];
  for (const [at, address] of addresses.entries()) {
    await reviewer.goto(address);
    await expect(reviewer.getByRole('main').getByRole('alert')).toContainText(sentences[at] ?? '');
    await expect(reviewer.getByRole('link', { name: 'Save the file' })).toBeVisible();
  }
});

test('a picture opens at a box, and a new one is drawn by pointer and by keys', async ({ desk }) => {
  const reviewer = await desk.as('reviewer', { permissions: ['clipboard-read', 'clipboard-write'] });
  await reviewer.goto('/sources');
  const bytes = await reviewer.screenshot();
  const [address = ''] = await putFiles(desk, reviewer, [{ name: 'screen.png', bytes }]);
  await reviewer.goto(`${address}?box=.1,.2,.3,.1`);
  const status = reviewer.getByRole('status');
  await expect(status).toHaveText('Box at 10% from the left, 20% from the top; 30% wide, 10% high');
  const picture = reviewer.getByRole('img', { name: 'screen.png' });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1_440);
  const [whole, box] = [await picture.boundingBox(), await reviewer.locator('[data-box]').boundingBox()];
  if (!whole || !box) throw new Error('nothing is drawn');
  expect([(box.x - whole.x) / whole.width, (box.y - whole.y) / whole.height, box.width / whole.width]).toEqual([
    expect.closeTo(0.1, 2),
    expect.closeTo(0.2, 2),
    expect.closeTo(0.3, 2),
  ]);
  expect((await new AxeBuilder({ page: reviewer }).analyze()).violations).toEqual([]);

  await reviewer.getByRole('button', { name: 'Draw a box' }).click();
  // Its hint may have moved the picture.
  const now = (await picture.boundingBox()) ?? whole;
  const at = (x: number, y: number) => [now.x + x * now.width, now.y + y * now.height] as const;
  await reviewer.mouse.move(...at(0.5, 0.5));
  await reviewer.mouse.down();
  await reviewer.mouse.move(...at(0.7, 0.8), { steps: 4 });
  await reviewer.mouse.up();
  await expect(status).toContainText('20% wide, 30% high');
  await reviewer.keyboard.press('ArrowRight');
  await reviewer.keyboard.press('Shift+ArrowDown');
  await expect(status).toHaveText('Box at 51% from the left, 50% from the top; 20% wide, 31% high');
  await reviewer.keyboard.press('Enter');
  await reviewer.getByRole('button', { name: 'Copy link' }).click();
  await expect(reviewer.getByRole('button', { name: 'Copied' })).toBeVisible();
  const link = await reviewer.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain(`${address}?box=`);
  await reviewer.goto(link);
  await expect(status).toHaveText('Box at 51% from the left, 50% from the top; 20% wide, 31% high');
});

test('sound opens at its moment, and a text at its words', async ({ desk }) => {
  const reviewer = await desk.as('reviewer');
  // Twenty seconds of silence.
  const samples = Buffer.alloc(160_000, 128);
  const head = Buffer.from('524946460000000057415645666d74201000000001000100401f0000401f00000100080064617461', 'hex');
  const size = Buffer.alloc(4);
  size.writeUInt32LE(samples.length);
  head.writeUInt32LE(36 + samples.length, 4);
  const text = `${filler(1)}\n\n${chinese}\n\n${filler(2)}`;
  const reply =
    'From: Ada <ada@example.org>\r\nTo: desk@example.org\r\nSubject: Your question\r\n\r\nIn March we had 375 staff.\r\n';
  const script = '<!doctype html><title>x</title><script>document.title = "run"</script><p>Words';
  const [sound = '', note = '', page = '', mail = ''] = await putFiles(desk, reviewer, [
    { name: 'interview.wav', bytes: Buffer.concat([head, size, samples]) },
    { name: '笔记.txt', bytes: Buffer.from(`${filler(3)}\n\n${text}`) },
    { name: 'page.html', bytes: Buffer.from(script) },
    { name: 'reply.eml', bytes: Buffer.from(reply) },
  ]);
  await reviewer.goto(`${sound}?t=12.5,14`);
  await expect(reviewer.getByRole('status')).toHaveText('From 0:12 to 0:14');
  await expect
    .poll(() => reviewer.locator('audio').evaluate((media: HTMLMediaElement) => media.currentTime))
    .toBe(12.5);
  await reviewer.goto(`${note}?${new URLSearchParams({ words: chinese })}`);
  await expect(reviewer.locator('mark')).toHaveText(chinese);
  await expect(reviewer.locator('mark')).toBeInViewport();
  await reviewer.goto(page);
  // A page and a mail: what the desk read of them, and nothing of theirs runs.
  await expect(reviewer.getByRole('region', { name: 'Text' })).toHaveText('Words');
  await expect(reviewer.getByText('The text of the file, without its layout')).toBeVisible();
  await expect(reviewer).toHaveTitle(/^page\.html/);
  await reviewer.goto(`${mail}?${new URLSearchParams({ words: 'had 375 staff' })}`);
  await expect(reviewer.locator('mark')).toHaveText('had 375 staff');
});

test('a file opens beside the article at the passage that is cited, and over all of it on a phone', async ({
  desk,
  browser,
}) => {
  const reviewer = await desk.as('reviewer');
  const article = await pasteArticle(reviewer, 'Title: Cold rooms\nText: The city had 12,480 cold households in 2024.');
  await markText(reviewer, '12,480 cold households', 'Figure');
  await reviewer.getByRole('button', { name: /^Add source/ }).click();
  const form = reviewer.locator('form').filter({ hasText: 'What the source does' });
  await form.getByLabel('Source', { exact: true }).fill('Minutes of the heating council');
  await form.getByLabel(/^What it says/).fill(english.trim());
  await form.getByRole('button', { name: /^Add source/ }).click();
  await expect(form).toBeHidden();
  await putFiles(desk, reviewer, [{ name: 'minutes.pdf', bytes: await printed(browser) }], 'heating council');

  await reviewer.goto('/sources');
  await reviewer.goto(`${article}#c1`);
  const card = reviewer.getByRole('region', { name: /^Claim 1/ });
  const opener = card.getByRole('button', { name: 'Open beside the article: minutes.pdf' });
  await opener.click();
  const pane = reviewer.getByRole('dialog', { name: 'minutes.pdf' });
  await expect(pane.getByRole('status')).toHaveText('Marked on page 5');
  await expect.poll(() => reviewer.evaluate(readMarks)).toMatchObject({ isInView: true });
  await expect(card).toBeInViewport();
  expect((await new AxeBuilder({ page: reviewer }).analyze()).violations).toEqual([]);
  // What scrolls the file is no key of the review.
  await pages(reviewer).focus();
  await reviewer.keyboard.press('ArrowRight');
  await expect(pane.getByLabel('Page', { exact: true })).toHaveValue('6');
  await reviewer.keyboard.press('Escape');
  await expect(pane).toHaveCount(0);
  await expect(opener).toBeFocused();

  await reviewer.setViewportSize({ width: 390, height: 844 });
  await opener.click();
  await expect(pane.getByRole('status')).toHaveText('Marked on page 5');
  expect(await pane.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  await pane.getByRole('button', { name: 'Close the file' }).click();
  await expect(pane).toHaveCount(0);
  await expect(opener).toBeFocused();
});
