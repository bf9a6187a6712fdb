import AxeBuilder from '@axe-core/playwright';
import { type Page } from '@playwright/test';
import { type Desk, expect, markText, openClaim, pasteArticle, test } from './desk';

const text = 'Title: Staff\nText: The firm had 375 people in 2023.\n\nIt says that it will grow.';

/** An article with one claim, opened by its reviewer. */
async function begin(desk: Desk, options?: Parameters<Desk['as']>[1]) {
  const page = await desk.as('reviewer', options);
  const address = await pasteArticle(page, text);
  await markText(page, '375 people', 'Figure');
  const card = page.getByRole('region', { name: /^Claim 1/ });
  return { page, address, card, talk: card.getByRole('region', { name: 'Discussion' }) };
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('somebody who is named answers, and resolves the thread with a reason', async ({ desk }) => {
  const other = await desk.as('second');
  await other.goto('/articles');
  const { page, address, talk } = await begin(desk);
  await talk.getByRole('button', { name: /^Comment/ }).click();
  const box = talk.getByRole('textbox', { name: 'Comment' });
  await box.pressSequentially('Is this **all** staff? @陈');
  await expectAccessible(page);
  await talk.getByRole('option', { name: '陈舟' }).click();
  await expect(box).toHaveValue('Is this **all** staff? @陈舟 ');
  await box.pressSequentially('<img src=x> [x](javascript:alert(1)) https://example.org/report');
  await talk.getByRole('button', { name: 'Send' }).click();
  const comment = talk.getByRole('article', { name: 'Comment by Rafa Moreno' });
  await expect(comment.locator('strong')).toHaveText('all');
  await expect(comment).toContainText('<img src=x> x');
  await expect(comment.getByRole('link')).toHaveAttribute('href', 'https://example.org/report');
  await expect(comment.getByRole('link')).toHaveAttribute('rel', /noopener/);
  await expect(box).toBeHidden();

  await other.reload();
  await other.getByRole('link', { name: 'Mentions, 1 unread' }).click();
  await other.getByRole('link', { name: /Is this all staff\?.*Staff · claim 1/ }).click();
  await expect(other).toHaveURL(`${address}#c1`);
  const thread = other.getByRole('region', { name: /^Claim 1/ }).getByRole('region', { name: 'Discussion' });
  await expect(thread.getByRole('article', { name: 'Comment by Rafa Moreno' })).toContainText('new');
  await expect(other.getByRole('link', { name: 'Mentions', exact: true })).toBeVisible();
  await thread.getByRole('button', { name: 'Reply' }).click();
  await thread.getByRole('textbox', { name: 'Reply' }).fill('Yes, the annual report counts all.');
  await other.keyboard.press('Control+Enter');
  await expect(thread.getByRole('article', { name: 'Comment by 陈舟' })).toContainText('annual report');
  await thread.getByRole('button', { name: 'Resolve' }).click();
  await expect(thread.getByRole('button', { name: 'Resolve' })).toBeDisabled();
  await thread.getByRole('textbox', { name: 'Why is this resolved?' }).fill('Page 3 of the report.');
  await other.keyboard.press('Control+Enter');
  await expect(thread).toContainText('Resolved by 陈舟');

  await openClaim(page, address, 1);
  await expect(talk).toContainText('Page 3 of the report.');
  await expect(talk.getByRole('article')).toHaveCount(0);
  await talk.getByRole('button', { name: 'Show 2 comments' }).click();
  await expect(talk.getByRole('article')).toHaveCount(2);
  await expectAccessible(page);
  await talk.getByRole('button', { name: 'Reopen' }).click();
  await expect(talk.getByRole('button', { name: 'Resolve' })).toBeVisible();
});

test('a comment is written, edited and deleted without a mouse', async ({ desk }) => {
  await (await desk.as('second')).goto('/articles');
  const { page, talk } = await begin(desk);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('c');
  const box = talk.getByRole('textbox', { name: 'Comment' });
  await expect(box).toBeFocused();
  await page.keyboard.type('Please ask ＠');
  await expect(talk.getByRole('option')).not.toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(talk.getByRole('option')).toHaveCount(0);
  await expect(box).toBeFocused();
  await page.keyboard.insertText('舟');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('@');
  const first = await talk.getByRole('option', { selected: true }).innerText();
  await page.keyboard.press('ArrowDown');
  await expect(talk.getByRole('option', { selected: true })).not.toHaveText(first);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.insertText('陈');
  await expect(talk.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(box).toHaveValue('Please ask @陈舟 ');
  await page.keyboard.type('today');
  await page.keyboard.press('Control+Enter');
  const comment = talk.getByRole('article', { name: 'Comment by Rafa Moreno' });
  await expect(comment).toContainText('Please ask @陈舟 today');

  await comment.getByRole('button', { name: 'Edit comment' }).press('Enter');
  await expect(talk.getByRole('textbox', { name: 'Edit comment' })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Please ask him');
  await page.keyboard.press('Control+Enter');
  await expect(comment).toContainText('Please ask him');
  await expect(comment).toContainText('edited');
  await comment.getByRole('button', { name: 'Delete comment' }).press('Enter');
  await expect(comment).toBeHidden();
  await page.keyboard.press('z');
  await expect(comment).toContainText('Please ask him');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('comment on the claim');
});

test('an edit does not overwrite what another window wrote', async ({ desk }) => {
  const { page, address, talk } = await begin(desk);
  await page.keyboard.press('c');
  await talk.getByRole('textbox').fill('One');
  await page.keyboard.press('Control+Enter');
  await expect(talk.getByRole('article')).toContainText('One');
  const window = await desk.as('reviewer');
  await openClaim(window, address, 1);
  for (const [where, words] of [
    [page, 'Three'],
    [window, 'Two'],
  ] as const) {
    await where.getByRole('button', { name: 'Edit comment' }).click();
    await where.getByRole('textbox', { name: 'Edit comment' }).fill(words);
  }
  await window.keyboard.press('Control+Enter');
  await expect(window.getByRole('article', { name: 'Comment by Rafa Moreno' })).toContainText('Two');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('changed in another window')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Edit comment' })).toHaveValue('Three');
  await window.reload();
  await expect(window.getByRole('article', { name: 'Comment by Rafa Moreno' })).toContainText('Two');
});

test('a draft outlives Escape and a reload, until it is sent', async ({ desk }) => {
  const { page, address, talk } = await begin(desk);
  await page.keyboard.press('c');
  const box = talk.getByRole('textbox', { name: 'Comment' });
  await box.fill('Half a thought');
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
  await openClaim(page, address, 1);
  await page.keyboard.press('c');
  await expect(box).toHaveValue('Half a thought');
  await expect(talk).toContainText('Your draft is back.');
  await page.keyboard.press('Control+Enter');
  await expect(talk.getByRole('article')).toContainText('Half a thought');
  await page.keyboard.press('c');
  await expect(box).toHaveValue('');
});

test('a paragraph is discussed in a dialog, and a viewer reads along', async ({ desk }) => {
  const { page, address } = await begin(desk);
  await page.getByRole('button', { name: 'Comment on paragraph 2' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Paragraph 2' });
  await expect(dialog).toContainText('It says that it will grow.');
  const box = dialog.getByRole('textbox', { name: 'Comment' });
  await expect(box).toBeFocused();
  await page.keyboard.type('Who says?');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('article')).toContainText('Who says?');
  await expect(box).toHaveValue('');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Discussion of paragraph 2: 1 open' })).toBeVisible();

  const viewer = await desk.as('viewer');
  await viewer.goto(`${address}#p2`);
  const shown = viewer.getByRole('dialog', { name: 'Paragraph 2' });
  await expect(shown.getByRole('article')).toContainText('Who says?');
  await expect(shown.getByRole('textbox')).toHaveCount(0);
  await expect(shown.getByRole('button')).toHaveCount(1);
  await viewer.keyboard.press('Escape');
  await expect(viewer.getByRole('button', { name: 'Comment on paragraph 1' })).toHaveCount(0);
  await viewer.keyboard.press('j');
  await viewer.keyboard.press('c');
  await expect(viewer.getByRole('region', { name: /^Claim 1/ })).toBeVisible();
  await expect(viewer.getByRole('textbox', { name: 'Comment' })).toHaveCount(0);
});

test('on a phone, claims and paragraphs are discussed by touch', async ({ desk }) => {
  const { address } = await begin(desk);
  const page = await desk.as('reviewer', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.goto(address);
  await page.getByRole('button', { name: 'Comment on paragraph 1' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Paragraph 1' });
  await dialog.getByRole('textbox').fill('From the road');
  await dialog.getByRole('button', { name: 'Send' }).tap();
  await expect(dialog.getByRole('article')).toContainText('From the road');
  await dialog.getByRole('button', { name: 'Close' }).tap();
  await page.locator('mark[data-claim]').tap();
  const talk = page.getByRole('region', { name: 'Discussion' });
  await talk.getByRole('button', { name: /^Comment/ }).tap();
  await talk.getByRole('textbox').fill('Also from the road');
  await talk.getByRole('button', { name: 'Send' }).tap();
  await expect(talk.getByRole('article')).toContainText('Also from the road');
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('all mentions are marked as read at once', async ({ desk }) => {
  const editor = await desk.as('editor');
  await editor.goto('/mentions');
  await expect(editor.getByText('Nobody has named you yet')).toBeVisible();
  const { page, talk } = await begin(desk);
  for (const words of ['@Edith Okoro请看', 'And @edith okoro again']) {
    await page.keyboard.press('c');
    await talk.getByRole('textbox').fill(words);
    await page.keyboard.press('Control+Enter');
    await expect(talk.getByRole('textbox')).toBeHidden();
  }
  await editor.reload();
  await expect(editor.getByRole('link', { name: 'Mentions, 2 unread' })).toBeVisible();
  await editor.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(editor.getByRole('link', { name: 'Mentions', exact: true })).toBeVisible();
  await expect(editor.getByText('unread')).toHaveCount(0);
});
