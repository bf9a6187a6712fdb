import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { makeToken } from './api-token';
import { expect, test } from './desk';

/** The part of the client that the page below calls. */
type Annotator = {
  setAnnotations(annotations: unknown[]): void;
  getAnnotations(): { id: string }[];
  state: { store: { getAnnotation(id: string): { target: { selector: { range: Range }[] } } | undefined } };
};
type Client = {
  createTextAnnotator(container: HTMLElement, options: { adapter: unknown }): Annotator;
  W3CTextFormat(source: string, container: HTMLElement): unknown;
};

const clientFile = createRequire(import.meta.url)
  .resolve('@recogito/text-annotator')
  .replace(/[^/]*$/, 'text-annotator.umd.js');

/** Words that recur, with emoji, Han beyond the BMP and joined characters before and between them. */
const paragraphs = [
  '👩‍👧 The firm 😀 had 375 staff in May, and 375 staff in June.',
  '公司𠮷野家有375人，去年也是375人。',
  'The firm had 375 staff in May, and 375 staff in June.',
  '🇨🇳🇺🇸 “One 𝒶nswer costs 5 cents,” she said; e\u0301lan at US$5–12.',
  'The firm had 375 staff in May, and 375 staff in June.',
];
const marked = ['375', 'staff', '野家', '人', '😀', '5 cents', 'US$5–12', 'June'];

/** Where words start in a text, each time. */
function startsIn(text: string, words: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) starts.push(at);
  return starts;
}

test('annotations land on their words in a client that counts UTF-16 units', async ({ desk, browser }) => {
  const secret = await makeToken(await desk.as('reviewer'), 'Annotations', [/Bring articles in/, /^Mark, change/]);
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  const post = async (path: string, body: object) => {
    const answer = await fetch(`${desk.url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(answer.ok).toBe(true);
    return answer.json();
  };
  const { id } = await post('/articles', {
    title: 'Emoji',
    language: 'en',
    paragraphs: paragraphs.map((text) => ({ text })),
  });
  const places = paragraphs.flatMap((text, index) =>
    marked.flatMap((words) =>
      startsIn(text, words).map((at) => ({ words, paragraph: index + 1, before: text.slice(0, at) })),
    ),
  );
  await post(`/articles/${id}/claims:batch`, {
    claims: places.map(({ words, paragraph, before }) => {
      const start = [...before].length;
      const end = start + [...words].length;
      return { kind: 'fact', selector: { type: 'TextPositionSelector', paragraph, start, end } };
    }),
  });

  const container = await (await fetch(`${desk.url}/api/annotations/${id}/`, { headers })).json();
  const items: { id: string; target: { source: string } }[] = container.first.items;
  expect(items).toHaveLength(places.length);
  const source = items[0]?.target.source ?? '';
  expect(new Set(items.map(({ target }) => target.source))).toEqual(new Set([source]));
  const answer = await fetch(source, { headers });
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const text = await answer.text();
  expect(text).toBe(paragraphs.join('\n'));
  expect((await fetch(source)).status).toBe(401);

  const page = await browser.newPage();
  // A page of paragraphs with line feeds between them, as most would write it.
  await page.setContent(
    `<main>${text
      .split('\n')
      .map((one) => `<p>${one}</p>`)
      .join('\n')}</main>`,
  );
  // As a bundler would fill in for the client.
  await page.addScriptTag({ content: 'globalThis.process = { env: { NODE_ENV: "production" } };' });
  await page.addScriptTag({ content: readFileSync(clientFile, 'utf8') });
  const landed = await page.evaluate(
    ({ items, source }) => {
      const client = (globalThis as unknown as { RecogitoJS: Client }).RecogitoJS;
      const main = document.querySelector('main') as HTMLElement;
      const annotator = client.createTextAnnotator(main, { adapter: client.W3CTextFormat(source, main) });
      annotator.setAnnotations(items);
      return items.map(({ id }) => {
        const range = annotator.state.store.getAnnotation(id)?.target.selector[0]?.range;
        const paragraph = range?.startContainer.parentElement;
        return [range?.toString(), paragraph ? [...main.children].indexOf(paragraph) + 1 : 0];
      });
    },
    { items, source },
  );
  expect(landed.map(String).sort()).toEqual(places.map(({ words, paragraph }) => `${words},${paragraph}`).sort());
  await page.close();
});
