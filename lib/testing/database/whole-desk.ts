/** A desk on which acts of every kind were done: a row of every sealed model, written as people write it. */
import { addArticle, setParagraphKind } from '#lib/data/articles/articles';
import { correctFigure, describeClaim } from '#lib/data/claims/edit-claim';
import { addNewEvidence, checkQuote, judgeClaim, ruleOnClaim } from '#lib/data/claims/findings';
import { markClaim } from '#lib/data/claims/mark-claim';
import type { Database } from '#lib/data/database/database';
import { pinDerivation } from '#lib/data/ledger/derivations';
import { measureClaim } from '#lib/data/ledger/edit-metrics';
import { addRate } from '#lib/data/metrics/rates';
import { deskSettings, setDesk } from '#lib/data/report/desk';
import { publishReport } from '#lib/data/report/reports';
import { assignWork } from '#lib/data/review/assignments';
import { addComment } from '#lib/data/review/comments';
import { addRevision } from '#lib/data/revisions/revisions';
import { keepSnapshot } from '#lib/data/sources/snapshots';
import { addDesk, addTextFile, articleFacts, evidenceFacts, judgementOf, must, testMoment } from './rows';

/** The texts of its article, and the words that are marked as its claims 1 and 2. */
const texts = [
  'The firm had 375 staff in 2023, said its head.',
  '“We never lost a customer,” Sam Altman said.',
  'That is all.',
];
const figureWords = '375 staff';
const quoteWords = '“We never lost a customer,”';

/** Sets the desk up; returns its people and the ids of what stands on it. */
export async function addWholeDesk(db: Database) {
  const people = await addDesk(db);
  const { ann, bo, ed } = people;
  const bytes = new TextEncoder().encode('<p>The firm had 375 staff.</p>');
  const snapshot = await keepSnapshot(ann, {
    ...{ url: 'https://example.org/a', finalUrl: 'https://example.org/a', contentType: 'text/html', title: 'A page' },
    ...{ bytes, html: '<p>The firm had 375 staff.</p>', fetchedAt: testMoment, answer: null },
  });
  const paragraphs = texts.map((text) => ({ kind: 'body' as const, text }));
  const article = await addArticle(
    ann,
    { ...articleFacts({ publishedOn: '2024-05-01' }), paragraphs },
    { intake: 'url', snapshotId: snapshot.id },
  );
  const [first = '', second = '', third = ''] = article.paragraphIds;
  const place = (paragraphId: string, text: string, words: string) => ({
    ...{ articleId: article.id, paragraphId, start: text.indexOf(words), end: text.indexOf(words) + words.length },
  });
  const figure = await must(markClaim(ann, place(first, texts[0] ?? '', figureWords), 'figure'));
  const quote = await must(markClaim(ann, place(second, texts[1] ?? '', quoteWords), 'quote'));
  const ref = { articleId: article.id, claimId: figure.id };
  const quoteRef = { articleId: article.id, claimId: quote.id };
  await must(describeClaim(ann, quoteRef, { speaker: { name: 'Sam Altman', role: 'head', organisation: 'The firm' } }));
  const metric = { subject: 'The firm', measure: 'staff', scope: null };
  await must(measureClaim(ann, ref, metric));
  const reading = { low: 375, high: 375, unit: 'person', qualifier: 'exact' as const, per: null, asOf: '2023' };
  await must(correctFigure(ann, ref, reading));
  const cited = evidenceFacts({ excerpt: 'a staff of 375', figure: '375 employees' });
  const evidence = await must(addNewEvidence(ann, ref, cited));
  const { sourceId } = await db.evidence.findUniqueOrThrow({ where: { id: evidence.id } });
  await addTextFile(ann, sourceId, 'The filing, as text.');
  await addTextFile(ann, sourceId, 'What they said aside.', { name: 'Aside.txt', readers: [bo.id] });
  await must(judgeClaim(ann, ref, judgementOf('verified', { rationale: 'As filed.' })));
  await must(judgeClaim(bo, ref, judgementOf('disputed', { rationale: 'The filing counts contractors.' })));
  await must(ruleOnClaim(ed, ref, { verdict: 'verified', reason: 'As filed.' }));
  await must(checkQuote(bo, quoteRef, { said: 'yes', wording: 'verbatim', context: 'kept' }));
  const calculation = { left: { claimId: figure.id }, op: '+' as const, right: { typed: '5 staff' } };
  await must(pinDerivation(ann, ref, calculation));
  await must(
    assignWork(ed, article.id, {
      assigneeId: bo.id,
      dueOn: '2026-02-01',
      claimIds: [figure.id],
      paragraphIds: [third],
    }),
  );
  await must(addComment(bo, article.id, { claimId: figure.id }, 'Does it count contractors?'));
  await must(setParagraphKind(ann, { articleId: article.id, paragraphId: third, kind: 'boilerplate' }));
  const revised = ['In fact, the firm had 375 staff in 2023, said its head.', ...texts.slice(1)];
  const revision = { paragraphs: revised.map((text) => ({ kind: 'body' as const, text })), basedOn: 1, intake: 'edit' };
  await must(addRevision(ann, article.id, revision));
  const { lastSeq } = await db.article.findUniqueOrThrow({ where: { id: article.id }, select: { lastSeq: true } });
  const publication = { articleId: article.id, seq: lastSeq, slug: null, withNames: true, withText: true };
  const report = await must(publishReport(ed, publication, ed));
  await must(addRate(ed, { from: 'USD', to: 'EUR', rate: 0.9, on: '2024-01-02' }));
  await must(setDesk(ed, { ...(await deskSettings(db)), name: 'The Desk' }));
  return { ...people, articleId: article.id, claimId: figure.id, quoteId: quote.id, evidenceId: evidence.id, report };
}
