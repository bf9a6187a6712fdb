/**
 * The blind first pass on the built desk: every page and every route that answers a GET is asked as a reviewer who has not
 * judged yet, and every writing operation of the API is called. Nothing that a colleague found or cited may come back, and nothing
 * of a colleague's confidential file to anybody, admins included. A new page or route is walked too, or fails for want of its
 * parameters.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import { operations } from '#lib/api/operations';
import { addArticle } from '#lib/data/articles/articles';
import { keepBytes } from '#lib/data/blobs/blobs';
import { describeClaim, suggestCorrection } from '#lib/data/claims/edit-claim';
import { checkQuote, judgeClaim } from '#lib/data/claims/findings';
import { markClaim } from '#lib/data/claims/mark-claim';
import { databaseAddress } from '#lib/data/database/address';
import { openDatabase } from '#lib/data/database/database';
import { pinDerivation } from '#lib/data/ledger/derivations';
import { measureClaim, setWatched } from '#lib/data/ledger/edit-metrics';
import { setReviewRules } from '#lib/data/review/assignments';
import { addComment, resolveThread } from '#lib/data/review/comments';
import { saveView } from '#lib/data/search/saved-views';
import { keepSnapshot, noteStamp } from '#lib/data/sources/snapshots';
import { addFile } from '#lib/data/sources/source-files';
import { noteLinkCheck } from '#lib/data/sources/sources';
import type { Result } from '#lib/domain/refusal';
import { makeToken } from './api-token';
import { expect, test } from './desk';

/** Words and a value that stand in nothing but the colleague's findings. */
const secret = /zxqvorn|4[,.\s]?321[,.\s]?987|432\.2万|4\.32 million/i;
/** A word that stands in nothing but a confidential file and its name. */
const confidential = /qvvdrop/i;
const publisher = 'The Blind Post';
const text = 'OpenAI has 375 employees. “It is a quote,” she said.';

async function must<T>(asking: Promise<Result<T>>): Promise<T> {
  const result = await asking;
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

/** An article whose figure and quote one reviewer judged; the blind one watches the figure's metric. */
async function addBlindArticle(data: string) {
  const db = openDatabase(databaseAddress({ CLAIMDESK_DATA: data }));
  try {
    const person = async (role: string) => {
      const row = await db.user.findUniqueOrThrow({ where: { email: `${role}@desk.example` } });
      return { db, actorId: row.id, now: new Date(), name: row.name };
    };
    const [editor, blind, colleague] = [await person('editor'), await person('blind'), await person('reviewer')];
    const facts = {
      title: 'A blind pass',
      publisher,
      url: null,
      byline: null,
      publishedOn: null,
      language: 'en',
    };
    const { id, paragraphIds } = await addArticle(
      editor,
      { ...facts, paragraphs: [{ kind: 'body', text }] },
      { intake: 'paste' },
    );
    await must(setReviewRules(editor, id, { requiredJudgements: 1, blindFirstPass: true }));
    const mark = async (words: string, kind: 'figure' | 'quote') => {
      const start = text.indexOf(words);
      const place = { articleId: id, paragraphId: paragraphIds[0] ?? '', start, end: start + words.length };
      return { articleId: id, claimId: (await must(markClaim(editor, place, kind))).id };
    };
    const [figure, quote] = [await mark('375 employees', 'figure'), await mark('“It is a quote,”', 'quote')];
    const metricId = (
      await must(measureClaim(editor, figure, { subject: 'OpenAI', measure: 'headcount', scope: null }))
    ).metric?.id;
    await must(setWatched(blind, metricId ?? '', true));
    const speaker = { name: 'Marisol Quint', role: null, organisation: null };
    const said = await must(describeClaim(editor, quote, { speaker }));
    const url = 'https://zxqvorn.example/report';
    const captured = (words: string, byte: number, fetchedAt: Date) =>
      keepSnapshot(colleague, {
        ...{ url, finalUrl: url, title: 'zxqvorn page', contentType: 'text/html', html: `<p>${words}</p>` },
        ...{ bytes: new Uint8Array([byte]), fetchedAt, answer: { status: 200, headers: [], redirects: [] } },
      });
    const snapshot = await captured('zxqvorn page', 1, new Date());
    await noteStamp(db, snapshot.id, { token: new Uint8Array([48, 0]), at: new Date() });
    const source = {
      title: 'zxqvorn report',
      publisher: 'zxqvorn press',
      url,
      published: null,
      accessed: null,
      originId: null,
    };
    const judged = await must(
      judgeClaim(
        colleague,
        figure,
        { verdict: 'disputed', rationale: 'zxqvorn because', confidence: 'high' },
        {
          source: { ...source, kind: 'primary' },
          ...{ stance: 'refutes', excerpt: 'zxqvorn: 4,321,987 employees.', locator: 'p. zxqvorn' },
        },
      ),
    );
    await must(
      judgeClaim(colleague, quote, { verdict: 'unverifiable', rationale: 'zxqvorn quote', confidence: 'low' }),
    );
    await must(checkQuote(colleague, quote, { said: 'no', wording: null, context: null }));
    await must(suggestCorrection(editor, figure, 'It has zxqvorn 4,321,987 employees.'));
    const calculation = {
      left: { typed: '4,321,987 employees' },
      op: '÷' as const,
      right: { claimId: figure.claimId },
    };
    await must(pinDerivation(colleague, figure, calculation));
    const remark = await must(
      addComment(colleague, id, { claimId: figure.claimId }, `@${blind.name} zxqvorn, it is wrong.`),
    );
    await must(resolveThread(colleague, id, remark.threadId, 'zxqvorn settled'));
    const evidence = judged.evidence[0];
    const sourceId = evidence?.source.id ?? '';
    const older = await captured('zxqvorn page of yesterday', 2, new Date(Date.now() - 86_400_000));
    await noteLinkCheck(colleague, sourceId, { problem: null, snapshotId: older.id });
    const put = async (name: string, words: string, readers: string[] | null) => {
      // A source keeps the same file once, and both tests put one on the same source.
      const bytes = [Buffer.from(`${words}, says the note on ${id}.`)];
      const { hash } = await must(keepBytes(db, bytes, { limit: 1_000, now: new Date() }));
      return must(addFile(colleague, { sourceId, hash, name, mediaType: 'text/plain', readers }));
    };
    const hidden = await put('qvvdrop.txt', 'qvvdrop: OpenAI has 375 employees', []);
    const file = await put('zxqvorn.txt', 'zxqvorn: 4,321,987 employees', null);
    const view = { name: `All claims ${id}`, query: {}, isShared: true };
    const shared = await must(saveView(editor, { role: 'editor' }, view));
    return {
      ...{ article: id, claim: figure.claimId, paragraph: paragraphIds[0] ?? '', metric: metricId ?? '' },
      ...{ snapshot: snapshot.id, source: sourceId, file: file.id, hidden: hidden.id, evidence: evidence?.id ?? '' },
      ...{ comment: remark.commentId, person: colleague.actorId, speaker: said.speaker?.id ?? '', view: shared.id },
    };
  } finally {
    await db.$disconnect();
  }
}

type Ids = Awaited<ReturnType<typeof addBlindArticle>>;

/** What a parameter of a path stands for, by the folder before it and by its own name. */
function parameter(folder: string, name: string, ids: Ids): string[] {
  if (name === 'form') return folder === 'exports' ? ['json', 'csv'] : [];
  if (name === 'number') return ['1'];
  const named: Record<string, string> = {
    ...{
      article: ids.article,
      source: ids.source,
      file: ids.file,
      capture: ids.snapshot,
      evidence: ids.evidence,
      comment: ids.comment,
      person: ids.person,
    },
    claim: folder === 'annotations' || folder === '[article]' ? '1' : ids.claim,
    ...{ articles: ids.article, figures: ids.metric, sources: ids.source, snapshots: ids.snapshot },
    ...{ speakers: ids.speaker, publishers: encodeURIComponent(publisher) },
  };
  return [named[name] ?? named[folder] ?? ''].filter(Boolean);
}

/** The queries that an address is asked with; one without where it needs none. */
function queriesOf(address: string, ids: Ids): string[] {
  const calculation = JSON.stringify({ left: { claimId: ids.claim }, op: '÷', right: { typed: '2' } });
  const asked: [RegExp, string[]][] = [
    [/\/derivation$/, [`calculation=${encodeURIComponent(calculation)}`]],
    [/\/changes$/, ['since=0', 'since=2']],
    [
      /\/others$/,
      ['subject=OpenAI&measure=headcount&scope=&search=', 'subject=OpenAI&measure=staff&scope=&search=OpenAI'],
    ],
    [/^\/api\/search$/, ['q=press', 'q=OpenAI', 'q=zxqvorn']],
    [/^\/api\/sources$/, ['search=press', 'search=']],
    [/^\/sources$/, ['', 'q=press']],
    [/^\/claims$/, ['', 'q=OpenAI', 'standing=disputed', 'sources=some', 'reviewer=Moreno', 'sort=judged']],
    [/^\/claims\/export$/, ['format=csv', 'format=json', 'format=markdown', 'format=xlsx']],
    [/^\/statistics$/, ['', 'period=all&kind=figure']],
    [/^\/statistics\/csv$/, ['table=metrics', 'table=speakers', 'table=outlets', 'table=corrections', 'table=waiting']],
    [/^\/api\/claims\/feed(\/state)?$/, [`view=${ids.view}`]],
    [/\/met-before$/, [`paragraph=${ids.paragraph}&start=11&end=24&kind=figure`]],
    [/^\/figures$/, ['', 'standing=disputed', 'sort=spread', 'watched=1']],
    [/^\/figures\/export$/, ['format=csv', 'format=json']],
    [
      /^\/articles\/[^/]+\/export$/,
      [
        'format=json',
        'format=csv',
        'format=json&as=preview',
        'format=markdown',
        'format=packet',
        'format=packet&as=preview',
      ],
    ],
    [/^\/api\/v1\/claims$/, ['', 'search=OpenAI', 'standing=disputed']],
    [/^\/api\/v1\/metrics$/, ['', 'standing=disputed', 'search=OpenAI']],
    [/^\/api\/v1\/articles\/[^/]+\/claims$/, ['', 'standing=disputed']],
    [/^\/articles\/[^/]+\/history$/, ['', 'claim=1']],
  ];
  return asked.find(([pattern]) => pattern.test(address))?.[1] ?? [''];
}

/** Addresses that are not asked, with the reason. */
const exempt: [RegExp, string][] = [
  [/^\/reports\//, 'what is published is public'],
  [/^\/api\/live$/, 'a stream of numbers of changes, which never ends'],
  [/^\/api\/auth\//, 'sessions'],
  [/\[\[\.\.\.rest\]\]/, 'what is not there'],
  [/^\/(set-up|sign-in|join|new-password)$/, 'for who is not signed in'],
  [/^\/api\/articles\/import(-packet)?$/, 'takes files, and answers no GET'],
  [/^\/articles\/new$/, 'shows nothing of an article'],
];

function addressesOf(ids: Ids): string[] {
  const app = path.resolve(import.meta.dirname, '../app');
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' });
  const places = files
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => `/${path.posix.dirname(file)}`.replace(/\/\([^)]*\)/g, '').replace(/\/\.$/, '/'))
    .filter((place) => !exempt.some(([pattern]) => pattern.test(place)));
  return places.flatMap((place) => {
    let filled = [''];
    const parts = place.split('/').slice(1);
    for (const [at, part] of parts.entries()) {
      const name = /^\[(\w+)\]$/.exec(part)?.[1];
      const folder = (parts[at - 1] ?? '').replace(/^\[(\w+)\]$/, '[$1]');
      const values = name ? parameter(folder, name, ids) : [part];
      if (values.length === 0) throw new Error(`${place}: what stands for [${name}]? Say so in parameter().`);
      filled = filled.flatMap((begun) => values.map((value) => `${begun}/${value}`));
    }
    return filled.flatMap((address) =>
      queriesOf(address, ids).map((query) => (query ? `${address}?${query}` : address)),
    );
  });
}

async function ask(request: APIRequestContext, address: string, token: string) {
  const authorization = `Bearer ${token}`;
  const answer = await request.get(address, { headers: address.startsWith('/api/v1') ? { authorization } : {} });
  const body = await answer.text();
  return { address, status: answer.status(), isTold: secret.test(body), isLeak: confidential.test(body) };
}

test('nothing of what others found reaches a reviewer who has not judged, on any page or route', async ({ desk }) => {
  // Everything there is, twice.
  test.setTimeout(300_000);
  // An admin sees every page there is.
  const [blind, admin, colleague] = [await desk.as('blind'), await desk.as('admin'), await desk.as('reviewer')];
  await desk.as('editor');
  const ids = await addBlindArticle(desk.data);
  const tokens = { blind: await makeToken(blind, 'Blind', 'all'), admin: await makeToken(admin, 'Seeing', 'all') };
  const ownToken = await makeToken(colleague, 'Own', 'all');
  const addresses = addressesOf(ids);
  const seen: string[] = [];
  const leaks: string[] = [];
  const opened: string[] = [];
  for (const address of addresses) {
    const known = await ask(admin.request, address, tokens.admin);
    expect([address, known.status < 400 || known.status === 405]).toEqual([address, true]);
    if (known.isTold) seen.push(address);
    const answer = await ask(blind.request, address, tokens.blind);
    if (answer.isTold || answer.isLeak || known.isLeak) leaks.push(address);
    // Whoever added a confidential file has it everywhere; for an admin it is not there.
    const own = await ask(colleague.request, address, ownToken);
    if (own.isLeak) opened.push(address);
    if (!address.includes(ids.file)) continue;
    const place = address.replace(ids.file, ids.hidden);
    expect(await ask(admin.request, place, tokens.admin)).toMatchObject({ status: 404, isLeak: false });
    expect(await ask(colleague.request, place, ownToken)).toMatchObject({ status: 200, isLeak: true });
  }
  expect(leaks).toEqual([]);
  // The walk would see it: an admin is shown it all over the place.
  const shownTo = (pattern: RegExp) => seen.filter((address) => pattern.test(address)).length;
  expect(seen.length).toBeGreaterThan(20);
  for (const pattern of [/^\/articles\/[^/]+$/, /\/changes/, /^\/figures\/[^/]+$/, /^\/sources/, /^\/snapshots/]) {
    expect([pattern, shownTo(pattern) > 0]).toEqual([pattern, true]);
  }

  for (const pattern of [/^\/sources\//, /^\/api\/sources\/[^/]+\/files$/, /in-sources$/, /\/history/]) {
    expect([pattern, opened.some((address) => pattern.test(address))]).toEqual([pattern, true]);
  }

  // Writes answer with what they wrote about; giving a verdict is what opens it, and a new text takes the claim away.
  const opening = ['judgeClaim', 'withdrawJudgement', 'addRevision'];
  const answers: string[] = [];
  for (const [name, operation] of Object.entries(operations)) {
    if (operation.method === 'GET' || opening.includes(name)) continue;
    const bodies = 'examples' in operation ? Object.values(operation.examples) : [undefined];
    const place = operation.path
      .replace('/articles/{id}', `/articles/${ids.article}`)
      .replace('/sources/{id}', `/sources/${ids.source}`)
      .replace('{number}', '1')
      .replace('{evidence}', ids.evidence)
      .replace('{comment}', ids.comment)
      .replace('{person}', ids.person);
    expect([name, place]).toEqual([name, expect.not.stringContaining('{')]);
    for (const data of bodies) {
      const answer = await blind.request.fetch(`/api/v1${place}`, {
        method: operation.method,
        headers: { authorization: `Bearer ${tokens.blind}` },
        ...(data === undefined ? {} : { data }),
      });
      answers.push(String(answer.status()));
      const body = await answer.text();
      expect([name, secret.test(body), confidential.test(body)]).toEqual([name, false, false]);
    }
  }
  expect(answers.filter((status) => status.startsWith('2')).length).toBeGreaterThan(5);

  // Their own verdict opens it.
  const judged = await blind.request.post(`/api/v1/articles/${ids.article}/claims/1/judgements`, {
    headers: { authorization: `Bearer ${tokens.blind}` },
    data: { verdict: 'unverifiable', rationale: '', confidence: 'low' },
  });
  expect(judged.status()).toBeLessThan(300);
  for (const address of [`/articles/${ids.article}`, `/figures/${ids.metric}`, '/mentions']) {
    expect(await ask(blind.request, address, tokens.blind)).toMatchObject({ address, isTold: true });
  }
});

test('keeps a claim’s findings from the page of a blind reviewer, and opens them with their own', async ({ desk }) => {
  const page = await desk.as('blind');
  await desk.as('reviewer');
  await desk.as('editor');
  const ids = await addBlindArticle(desk.data);
  await page.goto(`/articles/${ids.article}#c1`);
  const card = page.getByRole('region', { name: /^Claim 1/ });
  await expect(card).toContainText('held back until yours is in');
  await expect(card).not.toContainText('zxqvorn');
  await page.keyboard.press('u');
  await expect(card).toContainText('zxqvorn because');
  await expect(card).toContainText('blind first pass');
  await expect(page.getByText('zxqvorn, it is wrong.').first()).toBeVisible();
});
