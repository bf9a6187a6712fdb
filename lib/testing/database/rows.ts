/**
 * Builders of what stands in a test database: people, articles with marked claims, and what is found about them. They
 * write as the desk does, so that the history and the ledger hold what belongs to each act. A test names only what it is
 * about; every other field has a plausible value.
 */

import { addArticle } from '#lib/data/articles/articles';
import { keepBytes } from '#lib/data/blobs/blobs';
import type { Judgement } from '#lib/data/claims/findings';
import { markClaim } from '#lib/data/claims/mark-claim';
import { type ClaimRef } from '#lib/data/claims/read-claims';
import type { Database } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import type { Writer } from '#lib/data/history/change-log';
import { addFile } from '#lib/data/sources/source-files';
import type { ArticleFacts, DraftParagraph } from '#lib/domain/articles/article';
import type { EvidenceFacts } from '#lib/domain/claims/claim-input';
import type { Verdict } from '#lib/domain/claims/standing';
import type { Actor, Role } from '#lib/domain/people/permission';
import type { Result } from '#lib/domain/refusal';
import type { ClaimKind } from '#lib/reading/claim-kinds';

/** When tests take place, unless they say otherwise. */
export const testMoment = new Date('2026-01-05T10:00:00Z');

/** The value of a result; a refusal fails the test with its code. */
export async function must<T>(asking: Result<T> | Promise<Result<T>>): Promise<T> {
  const result = await asking;
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

/** A person of the desk, who writes (`Writer`) and reads (`Actor`). */
export type TestPerson = Writer & Actor & { role: Role };

/** Adds an active person. Names need not differ; addresses do. */
export async function addPerson(
  db: Database,
  name = 'Ann',
  role: Role = 'reviewer',
  now = testMoment,
): Promise<TestPerson> {
  const id = newId();
  await db.user.create({ data: { id, name, role, email: `${id}@example.org` } });
  return { db, actorId: id, now, id, name, role };
}

/** Two reviewers, Ann and Bo, and an editor, Ed. */
export async function addDesk(db: Database): Promise<Record<'ann' | 'bo' | 'ed', TestPerson>> {
  return {
    ann: await addPerson(db, 'Ann'),
    bo: await addPerson(db, 'Bo'),
    ed: await addPerson(db, 'Ed', 'editor'),
  };
}

/** What is known of an article besides its text. */
export function articleFacts(overrides: Partial<ArticleFacts> = {}): ArticleFacts {
  return {
    title: 'What it costs',
    publisher: null,
    url: null,
    byline: null,
    publishedOn: null,
    language: 'en',
    ...overrides,
  };
}

/** Adds an article of these paragraphs. `mark` marks the first place where words stand, as `by` or as who added it. */
export async function addTextArticle(
  writer: Writer,
  texts: (string | DraftParagraph)[],
  facts: Partial<ArticleFacts> = {},
) {
  const paragraphs = texts.map((one): DraftParagraph => (typeof one === 'string' ? { kind: 'body', text: one } : one));
  const draft = { ...articleFacts(facts), paragraphs };
  const { id, paragraphIds } = await addArticle(writer, draft, { intake: 'paste' });

  /** The place of words in the text as it came in. */
  function placeOf(words: string) {
    const at = paragraphs.findIndex(({ text }) => text.includes(words));
    const start = paragraphs[at]?.text.indexOf(words);
    const paragraphId = paragraphIds[at];
    if (start === undefined || paragraphId === undefined) throw new Error(`“${words}” are not in the article`);
    return { articleId: id, paragraphId, start, end: start + words.length };
  }

  async function mark(words: string, kind: ClaimKind = 'fact', by: Writer = writer) {
    const place = placeOf(words);
    const claim = await must(markClaim(by, place, kind));
    const ref: ClaimRef = { articleId: id, claimId: claim.id };
    return { ...claim, ref, place };
  }
  return { id, paragraphIds, placeOf, mark };
}

/** The desk and an article of Ann's; `mark` marks its claims as Ann. */
export async function addDeskArticle(db: Database, texts: (string | DraftParagraph)[], facts?: Partial<ArticleFacts>) {
  const { ann, bo, ed } = await addDesk(db);
  return { ann, bo, ed, ...(await addTextArticle(ann, texts, facts)) };
}

/** Evidence from a primary source. */
export function evidenceFacts({
  title = 'Annual report',
  ...overrides
}: Partial<EvidenceFacts> & { title?: string } = {}): EvidenceFacts {
  return {
    source: { title, publisher: null, url: null, published: null, accessed: null, kind: 'primary', originId: null },
    stance: 'supports',
    excerpt: '',
    locator: null,
    ...overrides,
  };
}

/** A judgement without many words. */
export function judgementOf(verdict: Verdict, overrides: Partial<Judgement> = {}): Judgement {
  return { verdict, rationale: '', confidence: 'medium', ...overrides };
}

/** Puts a text file on a source, as somebody who drops it there. `readers`: who sees it besides them, null for all. */
export async function addTextFile(
  person: TestPerson,
  sourceId: string,
  text: string,
  { name = 'Note.txt', readers = null }: { name?: string; readers?: string[] | null } = {},
): Promise<{ id: string }> {
  const bytes = async function* () {
    yield Buffer.from(text);
  };
  const { hash } = await must(keepBytes(person.db, bytes(), { limit: 1_000_000, now: person.now }));
  return must(addFile(person, { sourceId, hash, name, mediaType: 'text/plain', readers }));
}
