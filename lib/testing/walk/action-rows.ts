/**
 * A valid input for every server action, by the name that the action is given: what the walk (app/walk.db.test.ts) calls it
 * with, as it is and with each part of it changed.
 */
import { Secret, TOTP } from 'otpauth';
import { beginFactor, confirmFactor } from '#lib/data/people/second-factor';
import { deskSettings } from '#lib/data/report/desk';
import { resolveThread } from '#lib/data/review/comments';
import { mayChange, type Owned } from '#lib/domain/people/permission';
import type { RefusalCode } from '#lib/domain/refusal';
import { newFactor } from '#lib/server/session/one-time-code';
import { must, type TestPerson } from '#lib/testing/database/rows';
import { testPassword } from '#lib/testing/password';
import { lines, signIn, type WalkedDesk } from './desk';

export type ActionRow = {
  /** A valid input. Its ids are of the reviewer's article and things; an action that takes back finds something to take back. */
  input: (desk: WalkedDesk, actor: TestPerson) => unknown;
  /** Who may do it with the reviewer's things, where the role alone does not say so. */
  only?: (actor: TestPerson, desk: WalkedDesk) => boolean;
  /** What the least of those who may is answered, where it is a refusal. */
  refused?: RefusalCode;
  /** Ids that are not there are passed over: the action says that something shall not be, or is seen. */
  passesOver?: boolean;
  /** Parts that may hold the id of what is gone, or none. */
  mayBeGone?: string[];
};

/** What its maker may change, and those whom the rule names. */
const owned = (what: Owned) => (actor: TestPerson, desk: WalkedDesk) => mayChange(actor, what, desk.people.reviewer.id);
const isOwner = (actor: TestPerson, desk: WalkedDesk) => actor.id === desk.people.reviewer.id;

const figureOf = ({ own }: WalkedDesk) => ({ articleId: own.inside.article, claimId: own.inside.figure });
const quoteOf = ({ own }: WalkedDesk) => ({ articleId: own.inside.article, claimId: own.inside.quote });
const lostOf = ({ own }: WalkedDesk) => ({ articleId: own.inside.article, claimId: own.inside.lost });
const commentOf = ({ own }: WalkedDesk) => ({ articleId: own.inside.article, commentId: own.inside.comment });

/** Where words stand in the paragraph of two figures. */
function placeOf({ own }: WalkedDesk, words: string) {
  const start = lines[2]?.indexOf(words) ?? 0;
  return { paragraphId: own.inside.paragraph, start, end: start + words.length };
}

const suggestionsOf = ({ own }: WalkedDesk) => ({ articleId: own.inside.article, ids: [own.inside.suggestion] });
const evidence = {
  source: {
    title: 'Filing',
    publisher: null,
    url: 'https://example.org/filing',
    published: '2024',
    accessed: null,
    kind: 'primary',
    originId: null,
  },
  stance: 'supports',
  excerpt: 'a staff of 375',
  locator: 'p. 4',
};
const paragraphs = lines.map((text) => ({ kind: 'body', text }));
const workOf = ({ own, people }: WalkedDesk) => ({
  articleId: own.inside.article,
  assigneeId: people.colleague.id,
  claimIds: [own.inside.figure],
  paragraphIds: [own.inside.paragraph],
});
const facts = {
  title: 'Newly named',
  publisher: 'The Paper',
  url: 'https://example.org/a',
  byline: 'Ann',
  publishedOn: '2024-05-02',
  language: 'en',
};

const editionOfArticle = async ({ db, own }: WalkedDesk) =>
  (await db.article.findUniqueOrThrow({ where: { id: own.inside.article } })).edition;
const basedOn = async ({ db, own }: WalkedDesk) => db.revision.count({ where: { articleId: own.inside.article } });

/** Begins the set-up of a person's second step; returns its secret, '' where one is set up. */
async function begin(person: TestPerson): Promise<string> {
  const { shown, sealed } = newFactor('The Desk', { id: person.id, email: `${person.id}@example.org` });
  return (await beginFactor(person, sealed)).ok ? shown.secret : '';
}

/** Sets a person's second step up; returns a recovery code, '' where one was set up before. */
async function setUp(person: TestPerson): Promise<string> {
  if (!(await begin(person))) return '';
  return (await must(confirmFactor(person, 1))).codes[0] ?? '';
}

const codeOf = (secret: string) => (secret ? new TOTP({ secret: Secret.fromBase32(secret) }).generate() : '');

export const actionRows: Record<string, ActionRow> = {
  'claims.actTogether': {
    input: (desk) => ({
      wanted: [{ ...figureOf(desk), act: { assign: { assigneeId: desk.people.editor.id, dueOn: null } } }],
    }),
  },
  'claims.mark': {
    input: (desk) => ({ articleId: desk.own.inside.article, ...placeOf(desk, '40 million dollars'), kind: 'figure' }),
  },
  'claims.move': {
    input: (desk) => ({ ...figureOf(desk), ...placeOf(desk, '12 offices') }),
    only: owned('claim'),
  },
  'claims.describe': {
    input: (desk) => ({
      ...quoteOf(desk),
      checkWorthy: true,
      weight: 'key',
      speaker: { name: 'Sam Acme', role: 'chief', organisation: null },
    }),
  },
  'claims.correct': {
    input: (desk) => ({
      ...figureOf(desk),
      figure: { low: 375, high: 380, unit: 'person', qualifier: 'exact', per: null, asOf: '2023' },
    }),
  },
  'claims.choose': {
    input: async (desk) => {
      const { raw } = await desk.db.figure.findUniqueOrThrow({ where: { claimId: desk.own.inside.figure } });
      return { ...figureOf(desk), at: lines[0]?.indexOf(raw), raw };
    },
  },
  'claims.setRemoved': { input: (desk) => ({ ...figureOf(desk), removed: true }), only: owned('claim') },
  'claims.judge': {
    input: (desk) => ({
      ...figureOf(desk),
      judgement: { verdict: 'verified', rationale: 'As filed.', confidence: 'high', replaces: null },
      evidence,
    }),
  },
  'claims.answerQuote': {
    input: (desk) => ({ ...quoteOf(desk), answers: { said: 'yes', wording: 'verbatim', context: 'kept' } }),
  },
  'claims.withdraw': { input: quoteOf, refused: 'not-found' },
  'claims.rule': {
    input: (desk) => ({ ...figureOf(desk), ruling: { verdict: 'verified', reason: 'As filed.' } }),
  },
  'claims.addEvidence': { input: (desk) => ({ ...figureOf(desk), evidence }) },
  'claims.takeEvidence': {
    input: (desk) => ({ ...quoteOf(desk), fromId: desk.other.inside.figure }),
  },
  'claims.setEvidenceRemoved': {
    input: (desk) => ({ ...figureOf(desk), evidenceId: desk.own.inside.evidence, removed: true }),
    only: owned('evidence'),
  },
  'claims.assign': { input: (desk) => ({ ...workOf(desk), dueOn: '2026-02-01' }) },
  'claims.unassign': { input: workOf },
  'claims.returnClaim': { input: (desk) => ({ ...figureOf(desk), note: 'Look at the filing.' }) },
  'claims.setRules': {
    input: ({ own }) => ({
      articleId: own.inside.article,
      rules: { requiredJudgements: 2, blindFirstPass: true },
    }),
  },
  'claims.acceptSuggested': { input: suggestionsOf },
  'claims.returnSuggested': { input: suggestionsOf },
  'claims.setDismissed': { input: (desk) => ({ ...suggestionsOf(desk), dismissed: true }) },
  'claims.editFacts': {
    input: async (desk) => ({ articleId: desk.own.inside.article, edition: await editionOfArticle(desk), facts }),
  },
  'claims.setKind': {
    input: ({ own }) => ({ articleId: own.inside.article, paragraphId: own.inside.opening, kind: 'heading' }),
  },
  'discussion.say': {
    input: ({ own }) => ({
      articleId: own.inside.article,
      place: { threadId: own.inside.comment },
      body: 'It counts everybody.',
    }),
  },
  'discussion.edit': {
    input: async (desk) => {
      const { editedAt } = await desk.db.comment.findUniqueOrThrow({ where: { id: desk.own.inside.comment } });
      return { ...commentOf(desk), body: 'Does it count all?', seen: editedAt?.toISOString() ?? null };
    },
    only: owned('comment-words'),
  },
  'discussion.setCommentRemoved': {
    input: (desk) => ({ ...commentOf(desk), removed: true }),
    only: owned('comment'),
  },
  'discussion.resolve': {
    input: ({ own }) => ({ articleId: own.inside.article, threadId: own.inside.comment, reason: 'Asked.' }),
  },
  'discussion.reopen': {
    input: async (desk) => {
      const { article, closed } = desk.own.inside;
      await resolveThread(desk.people.reviewer, article, closed, 'Again.');
      return { articleId: article, threadId: closed };
    },
  },
  'discussion.readMentions': { input: ({ mention }) => ({ commentIds: [mention] }), passesOver: true },
  'ledger.measure': {
    input: (desk) => ({ ...figureOf(desk), metric: { subject: 'Acme', measure: 'offices', scope: null } }),
  },
  'ledger.setGiven': {
    input: (desk) => ({ ...figureOf(desk), evidenceId: desk.own.inside.evidence, figure: '376 employees' }),
    only: owned('evidence'),
  },
  'ledger.pin': {
    input: (desk) => ({
      ...figureOf(desk),
      calculation: { left: { claimId: desk.own.inside.figure }, op: '×', right: { typed: '2' } },
    }),
  },
  'ledger.setPinned': {
    input: (desk) => ({ ...figureOf(desk), derivationId: desk.own.inside.derivation, pinned: false }),
    only: owned('calculation'),
  },
  'revisions.preview': {
    input: async (desk) => ({
      articleId: desk.own.inside.article,
      basedOn: await basedOn(desk),
      way: 'edit',
      text: [...lines, 'One line more.'].join('\n\n'),
    }),
  },
  'revisions.save': {
    input: async (desk) => ({
      articleId: desk.own.inside.article,
      basedOn: await basedOn(desk),
      way: 'edit',
      paragraphs: [...paragraphs, { kind: 'body', text: 'One line more.' }],
    }),
  },
  'revisions.restore': {
    input: async (desk) => ({ articleId: desk.own.inside.article, number: 1, basedOn: await basedOn(desk) }),
  },
  'revisions.reviseOne': {
    input: ({ own }) => ({
      articleId: own.inside.article,
      paragraphId: own.inside.opening,
      use: { tool: 'rewrite', text: `In fact: ${lines[0]}` },
    }),
  },
  'revisions.confirm': { input: figureOf, refused: 'nothing-to-confirm' },
  'revisions.attach': { input: (desk) => ({ ...lostOf(desk), ...placeOf(desk, '12 offices') }) },
  'revisions.retire': { input: (desk) => ({ ...lostOf(desk), reason: 'It is gone.' }), only: owned('claim') },
  'report.publish': {
    input: async ({ db, own }) => {
      const { lastSeq: seq } = await db.article.findUniqueOrThrow({ where: { id: own.inside.article } });
      return { articleId: own.inside.article, seq, slug: null, withNames: true, withText: true };
    },
  },
  'report.withdraw': { input: ({ own }) => ({ reportId: own.report, notice: 'It was wrong.' }) },
  'report.correct': {
    input: async (desk) => {
      const { edition } = await desk.db.claim.findUniqueOrThrow({ where: { id: desk.own.inside.figure } });
      return { ...figureOf(desk), edition, text: 'The firm had 376 staff.' };
    },
    only: owned('claim'),
    refused: 'judge-first',
  },
  'articles.setRemoved': { input: ({ own }) => ({ articleId: own.inside.article, removed: true }) },
  'articles.setSamples': { input: () => ({ present: false }) },
  'intake.readPaste': { input: () => ({ text: 'Title: Wages\nText: The firm has about 375 people.' }) },
  'intake.readMarkup': { input: () => ({ html: '<h1>Wages</h1><p>The firm has about 375 people.</p>' }) },
  'intake.readFile': {
    input: () => ({ file: new File(['The firm has about 375 people.'], 'wages.txt'), encoding: null }),
  },
  // No page of this machine is fetched, which is what tells that nobody else was refused for their role.
  'intake.readAddress': { input: () => ({ url: 'http://127.0.0.1/', encoding: null }), refused: 'page-private' },
  'intake.save': {
    input: ({ snapshot }) => ({ ...facts, paragraphs, intake: 'paste', snapshotId: snapshot }),
    // An original is kept for a while only, and an article may have none.
    mayBeGone: ['snapshotId'],
  },
  'figures.watch': { input: ({ own }) => ({ id: own.metric, watched: true }) },
  'figures.rename': {
    input: async ({ db, own }) => {
      const { edition } = await db.metric.findUniqueOrThrow({ where: { id: own.metric } });
      return {
        id: own.metric,
        edition,
        entry: { subject: 'Acme', measure: 'people', scope: null, aliases: ['hands'] },
      };
    },
  },
  'figures.merge': { input: ({ own, other }) => ({ id: own.metric, intoId: other.metric }) },
  'figures.separate': {
    input: ({ own }) => ({
      id: own.metric,
      name: { subject: 'Acme', measure: 'heads', scope: null },
      claimIds: [own.inside.figure],
    }),
  },
  'figures.readNotices': { input: ({ own }) => ({ id: own.metric }), passesOver: true },
  'figures.makeFeed': { input: () => ({}) },
  'figures.endFeed': { input: () => ({}) },
  'views.save': { input: () => ({ name: 'Staff', query: { q: 'staff', sort: 'judged' }, isShared: false }) },
  'views.rename': { input: ({ view }) => ({ id: view, name: 'Staff, open' }), only: owned('view') },
  'views.remove': { input: ({ view }) => ({ id: view }), only: owned('view') },
  'views.makeViewFeed': { input: ({ view }) => ({ id: view }) },
  'views.endViewFeed': { input: ({ view }) => ({ id: view }), passesOver: true },
  // Fetches nothing of this machine, as below.
  'factChecks.subscribe': { input: () => ({ url: 'http://127.0.0.1/' }), refused: 'page-private' },
  'factChecks.subscribeToSearch': {
    input: () => ({ words: 'hospitals', language: null }),
    refused: 'google-key-missing',
  },
  'factChecks.readNow': { input: ({ feed }) => ({ id: feed }) },
  'factChecks.setOn': { input: ({ feed }) => ({ id: feed, isOn: false }) },
  'factChecks.remove': { input: ({ feed }) => ({ id: feed }) },
  'factChecks.restore': {
    input: async ({ db, feed }) => {
      await db.factCheckFeed.update({ where: { id: feed }, data: { removedAt: new Date(), addressKey: null } });
      return { id: feed };
    },
  },
  'mentions.readAll': { input: () => ({}) },
  'settings.changePassword': {
    input: () => ({ current: testPassword, password: 'four quiet river stones', keepTokens: false }),
  },
  'settings.changePerson': { input: ({ people }) => ({ id: people.colleague.id, role: 'editor', active: true }) },
  'settings.passOnFiles': { input: ({ people }) => ({ id: people.deactivated.id, toId: people.colleague.id }) },
  'settings.makeInvite': { input: () => ({ role: 'viewer', note: 'For Cy' }) },
  'settings.revokeInvite': { input: ({ invite }) => ({ id: invite }) },
  'settings.restoreInvite': { input: ({ revoked }) => ({ id: revoked }) },
  'settings.addRate': { input: () => ({ from: 'GBP', to: 'EUR', rate: 1.15, on: '2024-01-02' }) },
  'settings.removeRate': { input: ({ rate }) => ({ id: rate }) },
  'settings.saveDesk': { input: async ({ db }) => ({ ...(await deskSettings(db)), name: 'The Desk' }) },
  'settings.beginSecondStep': { input: () => ({ password: testPassword }) },
  'settings.confirmSecondStep': { input: async (_, actor) => ({ code: codeOf(await begin(actor)) }) },
  'settings.renewRecoveryCodes': { input: async (_, actor) => ({ code: await setUp(actor) }) },
  'settings.removeSecondStep': {
    input: async (_, actor) => ({ password: testPassword, code: await setUp(actor) }),
  },
  'settings.resetSecondStep': {
    input: async ({ people }) => {
      await setUp(people.colleague);
      return { id: people.colleague.id };
    },
  },
  'settings.requireSecondStep': {
    input: async (_, actor) => {
      await setUp(actor);
      return { required: true };
    },
  },
  'settings.endSession': {
    input: async ({ db, people }) => ({ id: await signIn(db, people.reviewer), password: testPassword }),
    only: isOwner,
  },
  'settings.endOtherSessions': { input: () => ({ password: testPassword }) },
  'settings.endSessionsOfPeople': { input: ({ people }) => ({ id: people.colleague.id }) },
  'tokens.makeToken': { input: () => ({ name: 'Nightly', scopes: ['read'], lifetime: 30 }) },
  'tokens.revokeToken': {
    input: ({ token }) => ({ id: token }),
    only: (actor, desk) => isOwner(actor, desk) || actor.role === 'admin',
  },
  // Fetches nothing of this machine, as above.
  'sources.captureSource': { input: () => ({ url: 'http://127.0.0.1/' }), refused: 'page-private' },
  'sources.findArchived': { input: ({ own }) => ({ id: own.source }), refused: 'not-found' },
  'sources.checkSource': { input: ({ own }) => ({ id: own.source }), refused: 'not-found' },
  'sources.retire': { input: ({ own }) => ({ id: own.source, note: 'Retracted.' }), only: owned('source') },
  'sources.reinstate': {
    input: async ({ db, own, people }) => {
      const retired = { retiredAt: new Date(), retiredNote: 'Retracted.', retiredById: people.reviewer.id };
      await db.source.update({ where: { id: own.source }, data: retired });
      return { id: own.source };
    },
    only: owned('source'),
  },
  'sources.takeOffFile': { input: ({ own }) => ({ id: own.file }), only: owned('source') },
  'sources.putBackFile': {
    input: async ({ db, own, people }) => {
      const removed = { removedAt: new Date(), removedById: people.reviewer.id };
      await db.sourceFile.update({ where: { id: own.file }, data: removed });
      return { id: own.file };
    },
    only: owned('source'),
  },
  'sources.nameReaders': {
    input: ({ own, people }) => ({ id: own.file, readers: [people.colleague.id], before: null }),
    only: owned('source'),
  },
  'sources.merge': { input: ({ own, other }) => ({ id: own.source, intoId: other.source }), only: owned('source') },
  'sources.separate': {
    input: async ({ db, own, other }) => {
      await db.source.update({ where: { id: own.source }, data: { mergedIntoId: other.source } });
      return { id: own.source };
    },
    only: owned('source'),
  },
  'speakers.edit': {
    input: ({ own }) => ({
      id: own.speaker,
      entry: { name: 'Sam Acme', role: 'chief', organisation: null, aliases: ['Sammy'] },
    }),
  },
  'speakers.merge': { input: ({ own, other }) => ({ id: own.speaker, intoId: other.speaker }) },
  'speakers.separate': {
    input: async ({ db, own, other }) => {
      await db.speaker.update({ where: { id: own.speaker }, data: { mergedIntoId: other.speaker } });
      return { id: own.speaker };
    },
  },
};
