/**
 * The desk that the walk of all actions and routes goes over: people of every role, and two articles of the same make. What a
 * colleague found in the first one carries a secret, which its blind first pass holds back from the reviewer who walks.
 */
import { encode } from 'next-auth/jwt';
import { describeClaim, suggestCorrection } from '#lib/data/claims/edit-claim';
import { addNewEvidence, checkQuote, judgeClaim } from '#lib/data/claims/findings';
import type { Database } from '#lib/data/database/database';
import { addFeed } from '#lib/data/fact-checks/feeds';
import { pinDerivation } from '#lib/data/ledger/derivations';
import { measureClaim } from '#lib/data/ledger/edit-metrics';
import { addRate } from '#lib/data/metrics/rates';
import { makeApiToken } from '#lib/data/people/api-tokens';
import { makeInvite, revokeInvite } from '#lib/data/people/people';
import { startSession } from '#lib/data/people/sessions';
import { publishReport } from '#lib/data/report/reports';
import { setReviewRules } from '#lib/data/review/assignments';
import { addComment, resolveThread } from '#lib/data/review/comments';
import { addRevision } from '#lib/data/revisions/revisions';
import { saveView } from '#lib/data/search/saved-views';
import { keepSnapshot, noteStamp } from '#lib/data/sources/snapshots';
import { noteLinkCheck } from '#lib/data/sources/sources';
import type { Role } from '#lib/domain/people/permission';
import {
  addPerson,
  addTextArticle,
  addTextFile,
  evidenceFacts,
  judgementOf,
  must,
  type TestPerson,
} from '#lib/testing/database/rows';

/** Words and a value that stand in nothing but the colleague’s findings; no secret of random letters has the word by chance. */
export const secret = /zxqvorn|4[,.\s]?321[,.\s]?987|432\.2万|4\.32 million/i;

/** Words that stand in nothing but a confidential file, its name among them. */
export const confidential = /vbkqzt/i;

/** The newest text of an article; the line before the last is one that a revision took away. */
export const lines = [
  'The firm had 375 staff in 2023, said its head.',
  '“We never lost a customer,” Sam Altman said.',
  'It paid 40 million dollars in 2022. It had 12 offices.',
  'That is all.',
];
const lostLine = 'Once it owned 99 boats.';

/** What stands in an article and belongs to it: every name has an id in each of the two articles. */
async function addArticleWithAll(db: Database, owner: TestPerson, editor: TestPerson, name: string) {
  const { id, mark } = await addTextArticle(owner, [...lines.slice(0, 3), lostLine, ...lines.slice(3)], {
    title: `Of ${name}`,
    publishedOn: '2024-05-01',
  });
  const [figure, quote] = [await mark('375 staff', 'figure'), await mark('“We never lost a customer,”', 'quote')];
  const lost = await mark('99 boats', 'figure');
  const paragraphs = lines.map((text) => ({ kind: 'body' as const, text }));
  await must(addRevision(owner, id, { paragraphs, basedOn: 1, intake: 'edit' }));
  const speaker = { name: `Sam ${name}`, role: 'head', organisation: 'The firm' };
  await must(describeClaim(owner, quote.ref, { speaker }));
  await must(measureClaim(owner, figure.ref, { subject: name, measure: 'staff', scope: null }));
  const evidence = await must(addNewEvidence(owner, figure.ref, evidenceFacts({ title: `Report of ${name}` })));
  const calculation = { left: { claimId: figure.id }, op: '+' as const, right: { typed: '5 staff' } };
  await must(pinDerivation(owner, figure.ref, calculation));
  const said = await must(addComment(owner, id, { claimId: figure.id }, 'Does it count everybody?'));
  const closed = await must(addComment(owner, id, { claimId: quote.id }, 'Who heard it?'));
  await must(resolveThread(owner, id, closed.threadId, 'Heard on tape.'));
  const { lastSeq: seq } = await db.article.findUniqueOrThrow({ where: { id } });
  const report = await must(
    publishReport(editor, { articleId: id, seq, slug: null, withNames: true, withText: true }, editor),
  );
  const newest = await db.paragraph.findMany({
    where: { revision: { articleId: id, number: 2 } },
    orderBy: { position: 'asc' },
  });
  const suggestions = await db.suggestion.findMany({
    where: { articleId: id, status: 'proposed', paragraph: { revision: { number: 2 } } },
    orderBy: { id: 'asc' },
  });
  const { sourceId } = await db.evidence.findUniqueOrThrow({ where: { id: evidence.id } });
  const file = await addTextFile(owner, sourceId, `File of ${name}`);
  const captured = await keepSnapshot(owner, {
    ...pageOf(name.toLowerCase(), owner.now),
    answer: { status: 200, headers: [], redirects: [] },
  });
  await noteLinkCheck(owner, sourceId, { problem: null, snapshotId: captured.id });
  const { metricId } = await db.claim.findUniqueOrThrow({ where: { id: figure.id } });
  const { speakerId } = await db.claim.findUniqueOrThrow({ where: { id: quote.id } });
  const derivation = await db.derivation.findFirstOrThrow({ where: { claimId: figure.id } });
  return {
    /** Ids that only go with the article's own. */
    inside: {
      article: id,
      figure: figure.id,
      quote: quote.id,
      lost: lost.id,
      paragraph: newest[2]?.id ?? '',
      opening: newest[0]?.id ?? '',
      evidence: evidence.id,
      derivation: derivation.id,
      comment: said.commentId,
      closed: closed.commentId,
      suggestion: suggestions[0]?.id ?? '',
    },
    source: sourceId,
    file: file.id,
    metric: metricId ?? '',
    speaker: speakerId ?? '',
    report: report.id,
    slug: report.slug,
  };
}

/** A page as it is captured from the web. */
function pageOf(title: string, fetchedAt: Date) {
  const url = `https://${title}.example/report`;
  const html = `<p>${title} page</p>`;
  const facts = { url, finalUrl: url, title: `${title} page`, contentType: 'text/html', html };
  return { ...facts, bytes: new Uint8Array([1]), fetchedAt, answer: null };
}

const origin = { userAgent: 'Firefox', place: 'unknown', network: 'hash' };

/** Starts a session of a person; returns its id. */
export async function signIn(db: Database, { id }: { id: string }): Promise<string> {
  const how = { by: 'password', network: '192.0.2.7' };
  return (await startSession(db, { id, sessionEpoch: 0 }, origin, new Date(), how)) ?? '';
}

/** Sets the desk up. */
export async function addWalkedDesk(db: Database) {
  const now = new Date();
  const person = (name: string, role: Role) => addPerson(db, name, role, now);
  const people = {
    viewer: await person('Vi', 'viewer'),
    colleague: await person('Col', 'reviewer'),
    reviewer: await person('Rey', 'reviewer'),
    editor: await person('Ed', 'editor'),
    admin: await person('Ada', 'admin'),
    deactivated: await person('Gone', 'admin'),
    'signed out': await person('Out', 'admin'),
  };
  const { reviewer, colleague, editor, admin } = people;
  const page = (title: string) => pageOf(title, now);
  const snapshot = await keepSnapshot(reviewer, page('plain'));
  await noteStamp(db, snapshot.id, { token: new Uint8Array([48, 0]), at: now });
  const own = await addArticleWithAll(db, reviewer, editor, 'Acme');
  const other = await addArticleWithAll(db, colleague, editor, 'Bolt');

  const figure = { articleId: own.inside.article, claimId: own.inside.figure };
  const quote = { articleId: own.inside.article, claimId: own.inside.quote };
  await must(setReviewRules(editor, figure.articleId, { requiredJudgements: 1, blindFirstPass: true }));
  await keepSnapshot(colleague, page('zxqvorn'));
  const source = {
    ...evidenceFacts().source,
    title: 'zxqvorn report',
    publisher: 'zxqvorn press',
    url: page('zxqvorn').url,
  };
  const cited = evidenceFacts({
    source,
    stance: 'refutes',
    excerpt: 'zxqvorn: 4,321,987 staff.',
    locator: 'p. zxqvorn',
  });
  await must(judgeClaim(colleague, figure, judgementOf('disputed', { rationale: 'zxqvorn because' }), cited));
  await must(judgeClaim(colleague, quote, judgementOf('unverifiable', { rationale: 'zxqvorn quote' })));
  await must(checkQuote(colleague, quote, { said: 'no', wording: null, context: null }));
  await must(suggestCorrection(editor, figure, 'It has zxqvorn 4,321,987 staff.'));
  const calculation = { left: { typed: '4,321,987 staff' }, op: '÷' as const, right: { claimId: figure.claimId } };
  await must(pinDerivation(colleague, figure, calculation));
  const told = await must(addComment(colleague, figure.articleId, { claimId: figure.claimId }, '@Rey zxqvorn, no.'));

  // Of a file that the viewer and the colleague see, and nobody else.
  const hidden = await addTextFile(colleague, own.source, 'vbkqzt filing\n\nThe firm had a staff of 375 in 2023.', {
    name: 'vbkqzt.txt',
    readers: [people.viewer.id],
  });

  const invite = await must(makeInvite(admin, { role: 'viewer', note: null }));
  const revoked = await must(makeInvite(admin, { role: 'viewer', note: null }));
  await must(revokeInvite(admin, revoked.id));
  const rate = await must(addRate(editor, { from: 'USD', to: 'EUR', rate: 0.9, on: '2024-01-02' }));
  const search = { q: 'staff', standing: 'open' };
  const view = await must(saveView(reviewer, reviewer, { name: 'Open staff', query: search, isShared: true }));
  // Reading it fetches nothing of this machine.
  const feed = await must(addFeed(editor, { name: 'Other checks', url: 'http://127.0.0.1/feed.xml' }));
  const token = await must(makeApiToken(reviewer, { name: 'Old', scopes: ['read'], lifetime: 30 }));
  const sessions = new Map<string, string>();
  for (const { id } of Object.values(people)) sessions.set(id, await signIn(db, { id }));
  await db.user.update({ where: { id: people.deactivated.id }, data: { active: false } });
  await db.session.updateMany({ where: { userId: people['signed out'].id }, data: { endedAt: now } });
  const cookieOf = ({ id }: { id: string }) =>
    encode({ token: { sub: id, sessionId: sessions.get(id) ?? '' }, secret: process.env.NEXTAUTH_SECRET ?? '' });
  return {
    db,
    people,
    cookieOf,
    own,
    other,
    snapshot: snapshot.id,
    confidential: hidden.id,
    mention: told.commentId,
    invite: invite.id,
    revoked: revoked.id,
    rate: rate.id,
    view: view.id,
    feed: feed.id,
    token: token.id,
  };
}

export type WalkedDesk = Awaited<ReturnType<typeof addWalkedDesk>>;
