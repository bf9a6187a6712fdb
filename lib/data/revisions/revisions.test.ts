import { describe, expect, test } from 'vitest';
import { attachClaim, chooseFigure, correctFigure, retireClaim, setClaimRemoved } from '#lib/data/claims/edit-claim';
import { checkQuote, confirmClaim, judgeClaim, ruleOnClaim } from '#lib/data/claims/findings';
import { markClaim } from '#lib/data/claims/mark-claim';
import type { ClaimRef } from '#lib/data/claims/read-claims';
import { setSuggestionsDismissed } from '#lib/data/claims/suggestions';
import { verifyHistory } from '#lib/data/history/verify';
import { measureClaim } from '#lib/data/ledger/edit-metrics';
import { articleForReview } from '#lib/data/review/article-for-review';
import { assignWork, setReviewRules } from '#lib/data/review/assignments';
import { changesSince } from '#lib/data/review/changes-since';
import { addComment } from '#lib/data/review/comments';
import { workOf } from '#lib/data/review/work';
import { buildReport } from '#lib/domain/report/report';
import type { RevisedParagraph } from '#lib/domain/revisions/plan';
import { testDatabase } from '#lib/testing/database/database';
import {
  addDeskArticle,
  evidenceFacts,
  judgementOf,
  must,
  type TestPerson,
  testMoment,
} from '#lib/testing/database/rows';
import {
  addRevision,
  listRevisions,
  orphansOf,
  previewRevision,
  restoreRevision,
  reviseParagraph,
  revisionPair,
} from './revisions';

const db = testDatabase();

const lead = 'Northwind opened its first office in 2015, the register shows.';
const staff = 'Northwind had 375 employees at the end of last year, the annual report says.';
const cost = '训练成本约为500万美元，低于市场预期。';
const close = 'Analysts expect the market to double within five years of today.';
const texts = [lead, staff, cost, close];
const bodies = (lines: string[]): RevisedParagraph[] => lines.map((text) => ({ kind: 'body', text }));

const deskArticle = (lines = texts) => addDeskArticle(db(), lines);

const source = evidenceFacts({ title: 'Report' });
const verified = judgementOf('verified', { rationale: 'As the report has it', confidence: 'high' });
const judge = (who: TestPerson, ref: ClaimRef) => must(judgeClaim(who, ref, verified, source));

const revise = (who: TestPerson, id: string, lines: string[], basedOn = 1) =>
  must(addRevision(who, id, { paragraphs: bodies(lines), basedOn, intake: 'edit' }));

const viewOf = async (id: string, who: TestPerson) => {
  const view = await articleForReview(db(), id, { id: who.actorId, role: 'editor' });
  if (!view) throw new Error('gone');
  return view;
};
const claimIn = async (id: string, who: TestPerson, number: number) =>
  (await viewOf(id, who)).claims.find((claim) => claim.number === number);

describe('a revision', () => {
  test('carries claims over and keeps where they lay before', async () => {
    const { ann, id, mark } = await deskArticle();
    const [opened, employees] = [await mark('first office'), await mark('375 employees', 'figure')];
    await judge(ann, employees.ref);
    const { counts } = await revise(ann, id, ['A new beginning.', lead, `In short, ${staff}`, cost, close]);
    expect(counts).toMatchObject({ unchanged: 1, moved: 1, wording: 0, substance: 0, gone: 0, lookAgain: 0 });
    const { article, paragraphs, claims } = await viewOf(id, ann);
    expect([article.revision, article.orphans]).toEqual([2, 0]);
    for (const claim of claims) {
      const text = paragraphs.find((paragraph) => paragraph.id === claim.paragraphId)?.text;
      expect(text?.slice(claim.start, claim.end)).toBe(claim.exact);
    }
    expect(claims.map((claim) => [claim.number, claim.standing, claim.lookAgain])).toEqual([
      [1, 'open', null],
      [2, 'verified', null],
    ]);
    const pair = await revisionPair(db(), id, [1, 2]);
    if (!pair.ok) throw new Error(pair.code);
    expect(pair.value.from.paragraphs.map((paragraph) => paragraph.claims)).toEqual([[1], [2], [], []]);
    expect(pair.value.to.paragraphs.map((paragraph) => paragraph.claims)).toEqual([[], [1], [2], [], []]);
    expect(pair.value.rows[0]).toMatchObject({ change: 'added', after: [0] });
    expect(opened.edition).toBe(claims[0]?.edition);
  });

  test('drops a verdict on words that say something else now, and keeps it to be read', async () => {
    const { ann, id, mark } = await deskArticle();
    const claim = await mark('375 employees', 'figure');
    await judge(ann, claim.ref);
    const before = buildReport(await viewOf(id, ann), { leastSettled: 1, coverageFloor: 0 });
    expect(before.score.result.state).toBe('scored');
    const { counts } = await revise(ann, id, [lead, staff.replace('375', '475'), cost, close]);
    expect(counts).toMatchObject({ substance: 1, lookAgain: 1 });
    const view = await viewOf(id, ann);
    expect(view.claims[0]).toMatchObject({
      ...{ exact: '475 employees', standing: 'open', judgements: [] },
      lookAgain: { exact: '375 employees', reads: { en: expect.stringContaining('375') } },
      figure: { low: 475 },
      earlier: { judgements: [{ verdict: 'verified', rationale: 'As the report has it', exact: '375 employees' }] },
    });
    const report = buildReport(view, { leastSettled: 1, coverageFloor: 0 });
    expect([report.score.result.state, report.tally.settled]).toEqual(['not-enough', 0]);
    const line = await db().change.findFirst({ where: { articleId: id, verb: 'claim-unsettled' } });
    expect(line?.before).toMatchObject({
      exact: '375 employees',
      standing: 'verified',
      judgements: [{ reviewer: 'Ann' }],
    });
    expect((await workOf(db(), ann, testMoment)).lookAgain).toMatchObject([{ before: '375 employees' }]);
    const broken: unknown[] = [];
    const tell = (one: unknown) => void broken.push(one);
    await verifyHistory(db(), { place: tell, row: tell, deskLine: tell });
    expect(broken).toEqual([]);
  });

  test('is looked at again by a new verdict, which stands alone', async () => {
    const { ann, bo, id, mark } = await deskArticle();
    const claim = await mark('375 employees', 'figure');
    await judge(ann, claim.ref);
    await revise(ann, id, [lead, staff.replace('375', '475'), cost, close]);
    const wrong = { verdict: 'false' as const, rationale: '', confidence: 'medium' as const, replaces: null };
    await must(judgeClaim(bo, claim.ref, wrong));
    expect(await claimIn(id, ann, 1)).toMatchObject({
      ...{ standing: 'false', lookAgain: null, judgements: [{ reviewer: { name: 'Bo' } }] },
      earlier: { judgements: [{ reviewer: { name: 'Ann' } }] },
    });
    // The one who judged the earlier words replaces nothing that counts.
    await must(judgeClaim(ann, claim.ref, wrong));
    expect(await claimIn(id, ann, 1)).toMatchObject({ standing: 'false', earlier: null });
  });

  test('lets a reviewer, and an editor for all, say that it still holds', async () => {
    const { ann, bo, ed, id, mark } = await deskArticle();
    const [one, two] = [await mark('375 employees', 'figure'), await mark('约为500万美元', 'figure')];
    for (const claim of [one, two]) for (const who of [ann, bo]) await judge(who, claim.ref);
    await must(ruleOnClaim(ed, two.ref, { verdict: 'verified', reason: 'Both agree' }));
    await revise(ann, id, [lead, staff.replace('375', '376'), cost.replace('500', '501'), close]);
    expect(await confirmClaim(ed, one.ref, { all: false })).toMatchObject({ ok: false, code: 'nothing-to-confirm' });
    await must(confirmClaim(bo, one.ref, { all: false }));
    expect(await claimIn(id, ann, 1)).toMatchObject({
      ...{ standing: 'verified', lookAgain: null, judgements: [{ reviewer: { name: 'Bo' } }] },
      earlier: { judgements: [{ reviewer: { name: 'Ann' } }] },
    });
    expect(await claimIn(id, ann, 2)).toMatchObject({ standing: 'open', ruling: null });
    await must(confirmClaim(ed, two.ref, { all: true }));
    const confirmed = await claimIn(id, ann, 2);
    expect(confirmed).toMatchObject({ standing: 'verified', lookAgain: null, earlier: null });
    expect(confirmed?.judgements).toHaveLength(2);
    expect(confirmed?.ruling?.reason).toBe('Both agree');
  });

  test('waits for as many looks as the article asks for', async () => {
    const { ann, bo, id, mark } = await deskArticle();
    await db().article.update({ where: { id }, data: { requiredJudgements: 2 } });
    const claim = await mark('375 employees');
    for (const who of [ann, bo]) await judge(who, claim.ref);
    await revise(ann, id, [lead, staff.replace('375', '475'), cost, close]);
    await must(confirmClaim(ann, claim.ref, { all: false }));
    expect(await claimIn(id, ann, 1)).toMatchObject({ standing: 'open', lookAgain: { exact: '375 employees' } });
    await must(confirmClaim(bo, claim.ref, { all: false }));
    expect(await claimIn(id, ann, 1)).toMatchObject({ standing: 'verified', lookAgain: null, earlier: null });
  });

  test('keeps a verdict where only the wording changed', async () => {
    const { ann, id, mark } = await deskArticle(['該公司約有375名員工，研究人員佔一半。']);
    const claim = await mark('研究人員佔一半');
    await judge(ann, claim.ref);
    await revise(ann, id, ['该公司约有375名员工，研究人员占一半。']);
    expect(await claimIn(id, ann, 1)).toMatchObject({ exact: '研究人员占一半', standing: 'verified', lookAgain: null });
  });

  test('is refused where somebody was faster, where nothing changed, and where nothing is kept', async () => {
    const { ann, bo, id } = await deskArticle();
    await revise(ann, id, [lead, staff]);
    const late = await addRevision(bo, id, { paragraphs: bodies([lead]), basedOn: 1, intake: 'edit' });
    expect(late).toMatchObject({ ok: false, code: 'text-revised', values: { number: 2 } });
    const same = await addRevision(bo, id, { paragraphs: bodies([lead, staff]), basedOn: 2, intake: 'edit' });
    expect(same).toMatchObject({ ok: false, code: 'text-unchanged' });
    const aside: RevisedParagraph[] = [{ kind: 'boilerplate', text: lead }];
    const none = await addRevision(bo, id, { paragraphs: aside, basedOn: 2, intake: 'edit' });
    expect(none).toMatchObject({ ok: false, code: 'nothing-kept' });
    expect((await viewOf(id, ann)).article.revision).toBe(2);
  });

  test('of two people at once lets one through', async () => {
    const { ann, bo, id } = await deskArticle();
    const results = await Promise.all(
      [ann, bo].map((who, at) =>
        addRevision(who, id, { paragraphs: bodies([lead, `${at} ${staff}`]), basedOn: 1, intake: 'edit' }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ code: 'text-revised' });
  });

  test('takes a claim that was being made on the text before along, or refuses it', async () => {
    const { ann, bo, id, mark, paragraphIds } = await deskArticle();
    const { place } = await mark('375 employees');
    await revise(ann, id, ['New.', lead, staff.replace('last year', 'this year'), cost, close]);
    const start = lead.indexOf('first office');
    const old = { articleId: id, paragraphId: paragraphIds[0] ?? '', start, end: start + 12 };
    const made = await must(markClaim(bo, old, 'fact'));
    const { paragraphs } = await viewOf(id, ann);
    expect(paragraphs.find((paragraph) => paragraph.id === made.paragraphId)).toMatchObject({ number: 2 });
    const changed = staff.indexOf('last year');
    expect(await markClaim(bo, { ...place, start: changed, end: changed + 9 }, 'fact')).toMatchObject({
      ...{ ok: false, code: 'text-revised' },
    });
  });

  test('tells open pages everything', async () => {
    const { ann, bo, id, mark } = await deskArticle();
    const kept = await mark('first office');
    const lost = await mark('375 employees');
    const { article } = await viewOf(id, ann);
    await revise(ann, id, [lead, cost, close]);
    const update = await changesSince(db(), id, article.seq, { id: bo.actorId, role: 'reviewer' });
    expect(update).toMatchObject({ since: 0, isArticleEdited: true, removed: [{ id: lost.id }] });
    expect(update?.claims.map((claim) => claim.id)).toEqual([kept.id]);
    expect(update?.paragraphs).toHaveLength(3);
  });
});

describe('restoring', () => {
  test('makes the old text new, and verdicts on it count again', async () => {
    const { ann, id, mark } = await deskArticle();
    const [employees, money] = [await mark('375 employees', 'figure'), await mark('约为500万美元', 'figure')];
    await judge(ann, employees.ref);
    await judge(ann, money.ref);
    await revise(ann, id, [lead, staff.replace('375', '475'), close]);
    expect((await viewOf(id, ann)).article.orphans).toBe(1);
    await must(restoreRevision(ann, id, { number: 1, basedOn: 2 }));
    const view = await viewOf(id, ann);
    expect([view.article.revision, view.article.orphans]).toEqual([3, 0]);
    expect(view.claims).toMatchObject([
      { exact: '375 employees', standing: 'verified', lookAgain: null, earlier: null, figure: { low: 375 } },
      { exact: '约为500万美元', standing: 'verified', lookAgain: null, figure: { low: 5_000_000 } },
    ]);
    expect((await listRevisions(db(), id)).map(({ number, restored, intake }) => [number, restored, intake])).toEqual([
      [3, 1, 'restored'],
      [2, null, 'edit'],
      [1, null, 'paste'],
    ]);
    expect(await restoreRevision(ann, id, { number: 9, basedOn: 3 })).toMatchObject({ code: 'not-found' });
  });

  test('does not count a verdict again whose words are back amid a negation', async () => {
    const { ann, id, mark } = await deskArticle(['Northwind will sell 375 machines to the fund next year.']);
    const claim = await mark('375 machines', 'figure');
    await judge(ann, claim.ref);
    await revise(ann, id, ['Northwind will not sell 475 machines to the fund next year.']);
    await revise(ann, id, ['Northwind will not sell 375 machines to the fund next year.'], 2);
    expect(await claimIn(id, ann, 1)).toMatchObject({ standing: 'open', lookAgain: { exact: '375 machines' } });
    await revise(ann, id, ['Northwind will sell 375 machines to the fund next year.'], 3);
    expect(await claimIn(id, ann, 1)).toMatchObject({ standing: 'verified', lookAgain: null });
  });
});

describe('a claim whose passage is gone', () => {
  const lose = async () => {
    const article = await deskArticle();
    const claim = await article.mark('375 employees', 'figure');
    await judge(article.ann, claim.ref);
    await addComment(article.ann, article.id, { claimId: claim.id }, 'Ask them');
    await revise(article.ann, article.id, [lead, cost, close]);
    return { ...article, claim };
  };

  test('is listed with its old paragraph, and nowhere else', async () => {
    const { ann, id, claim } = await lose();
    const view = await viewOf(id, ann);
    expect([view.claims, view.threads, view.article.orphans]).toEqual([[], [], 1]);
    const { claims } = await orphansOf(db(), id, { id: ann.actorId, role: 'reviewer' });
    expect(claims).toMatchObject([
      { number: 1, exact: '375 employees', standing: 'verified', paragraph: { text: staff, revision: 1 } },
    ]);
    expect(await judgeClaim(ann, claim.ref, verified)).toMatchObject({ ok: false, code: 'claim-orphaned' });
  });

  test('is attached again, with another look where the words say something else', async () => {
    const { ann, id, claim } = await lose();
    const [first] = (await viewOf(id, ann)).paragraphs;
    const start = lead.indexOf('first office');
    const place = { paragraphId: first?.id ?? '', start, end: start + 12 };
    const { edition } = (await orphansOf(db(), id, { id: ann.actorId, role: 'editor' })).claims[0] ?? {};
    expect(await attachClaim(ann, { ...claim.ref, edition: 1 }, place)).toMatchObject({ code: 'claim-changed' });
    await must(attachClaim(ann, { ...claim.ref, edition }, place));
    const view = await viewOf(id, ann);
    expect(view.claims).toMatchObject([
      { exact: 'first office', standing: 'open', lookAgain: { exact: '375 employees' }, figure: null },
    ]);
    expect([view.article.orphans, view.threads.length]).toEqual([0, 1]);
    expect(await attachClaim(ann, claim.ref, place)).toMatchObject({ code: 'claim-in-place' });
  });

  /** Who found what, of what counts and of what does not. */
  const namesIn = (list: { reviewer: { name: string } }[] = []) => list.map(({ reviewer }) => reviewer.name).sort();

  test.each([
    ['other words', 'first office', [], ['Ann', 'Bo'], 'open'],
    ['the same words', 'the end of last year', ['Ann', 'Bo'], [], 'verified'],
  ] as const)(
    'that is attached to %s keeps its findings, and counts them only on the same words',
    async (_, words, counted, earlier, standing) => {
      const like = 'The board resigned before the end of last year, and nobody was surprised.';
      const { ann, bo, ed, id, mark } = await deskArticle([lead, staff, cost, like]);
      const claim = await mark('the end of last year', 'quote');
      for (const person of [ann, bo]) {
        await judge(person, claim.ref);
        await must(checkQuote(person, claim.ref, { said: 'yes', wording: 'verbatim', context: 'kept' }));
      }
      await must(ruleOnClaim(ed, claim.ref, { verdict: 'verified', reason: 'As filed' }));
      await revise(ann, id, [lead, cost, like]);
      const paragraph = (await viewOf(id, ann)).paragraphs.find(({ text }) => text.includes(words));
      const start = paragraph?.text.indexOf(words) ?? -1;
      const place = { paragraphId: paragraph?.id ?? '', start, end: start + words.length };
      await must(attachClaim(ann, claim.ref, place));
      const attached = await claimIn(id, ann, 1);
      expect(namesIn(attached?.judgements)).toEqual(counted);
      expect(namesIn(attached?.quoteChecks)).toEqual(counted);
      expect(attached?.ruling?.verdict ?? null).toBe(counted.length > 0 ? 'verified' : null);
      expect(namesIn(attached?.earlier?.judgements)).toEqual(earlier);
      expect(namesIn(attached?.earlier?.quoteChecks)).toEqual(earlier);
      expect(attached?.earlier?.ruling?.verdict ?? null).toBe(counted.length > 0 ? null : 'verified');
      expect(attached?.standing).toBe(standing);
      expect(attached?.lookAgain?.exact ?? null).toBe(counted.length > 0 ? null : claim.exact);
    },
  );

  test('shows its standing in a blind first pass to those alone who have judged it, and to editors', async () => {
    const { ann, bo, ed, id } = await lose();
    const standingFor = async (person: TestPerson, role: 'reviewer' | 'editor' | 'viewer') =>
      (await orphansOf(db(), id, { id: person.actorId, role })).claims[0]?.standing;
    expect(await standingFor(bo, 'reviewer')).toBe('verified');
    await must(setReviewRules(ed, id, { requiredJudgements: 1, blindFirstPass: true }));
    expect(await standingFor(bo, 'reviewer')).toBe('open');
    expect(await standingFor(ann, 'reviewer')).toBe('verified');
    expect(await standingFor(ed, 'editor')).toBe('verified');
    expect(await standingFor(bo, 'viewer')).toBe('verified');
  });

  test('is retired with a reason, and can be put back', async () => {
    const { ann, id, claim } = await lose();
    await must(retireClaim(ann, claim.ref, 'The passage was cut'));
    expect((await viewOf(id, ann)).article.orphans).toBe(0);
    const line = await db().change.findFirst({ where: { articleId: id, verb: 'claim-retired' } });
    expect(line?.after).toMatchObject({ reason: 'The passage was cut' });
    await must(setClaimRemoved(ann, claim.ref, false));
    expect((await viewOf(id, ann)).article.orphans).toBe(1);
  });

  test('comes back with a text that says it again', async () => {
    const { ann, id } = await lose();
    const { counts } = await revise(ann, id, [lead, cost, close, staff], 2);
    expect(counts).toMatchObject({ found: 1, gone: 0 });
    expect(await claimIn(id, ann, 1)).toMatchObject({ standing: 'verified', exact: '375 employees' });
  });
});

describe('the ledger', () => {
  test('hears of a figure that a revision changed, and of one that it took away', async () => {
    const { ann, id, mark } = await deskArticle();
    const claim = await mark('375 employees', 'figure');
    await judge(ann, claim.ref);
    const named = { subject: 'Northwind', measure: 'headcount', scope: null };
    const { metric } = await must(measureClaim(ann, claim.ref, named));
    const read = async () => db().metric.findUniqueOrThrow({ where: { id: metric?.id ?? '' } });
    expect(await read()).toMatchObject({ standing: 'settled', observations: 1 });
    await revise(ann, id, [lead, staff.replace('375', '475'), cost, close]);
    expect(await read()).toMatchObject({ standing: 'open', latest: { low: 475 } });
    await revise(ann, id, [lead, cost, close], 2);
    expect(await read()).toMatchObject({ observations: 0 });
    const verbs = await db().metricChange.findMany({ where: { metricId: metric?.id }, orderBy: { seq: 'asc' } });
    expect(verbs.map(({ verb }) => verb)).toEqual(['opened', 'standing', 'figure-changed', 'standing', 'left']);
  });

  test('keeps a corrected figure while the text stays', async () => {
    const { ann, id, mark } = await deskArticle();
    const claim = await mark('375 employees', 'figure');
    const facts = { low: 370, high: 380, unit: 'person', qualifier: 'about' as const, per: null, asOf: null };
    await must(correctFigure(ann, claim.ref, facts));
    await revise(ann, id, [lead, `Indeed, ${staff}`, cost, close]);
    expect(await claimIn(id, ann, 1)).toMatchObject({ figure: { low: 370, corrected: true } });
    await revise(ann, id, [lead, staff.replace('375', '475'), cost, close], 2);
    expect(await claimIn(id, ann, 1)).toMatchObject({ figure: { low: 475, corrected: false } });
  });
});

test('a figure that was chosen of several stays chosen where the text changes', async () => {
  const both = 'Northwind had 375 employees at US$5 million a year, the annual report says.';
  const { ann, id, mark } = await deskArticle([lead, both, cost, close]);
  const claim = await mark('375 employees at US$5 million', 'figure');
  await must(chooseFigure(ann, claim.ref, { at: both.indexOf('US$5'), raw: 'US$5 million' }));
  await revise(ann, id, [lead, both.replace('US$5', 'US$6').replace('375', '400'), cost, close]);
  expect(await claimIn(id, ann, 1)).toMatchObject({ figure: { low: 6_000_000, unit: 'USD' } });
});

describe('what hangs on paragraphs', () => {
  test('follows them: threads to one, assignments to all that they became', async () => {
    const { ann, bo, id, paragraphIds } = await deskArticle([`${lead} ${staff}`, cost]);
    await must(addComment(ann, id, { paragraphId: paragraphIds[0] ?? '' }, 'Too long'));
    await must(addComment(ann, id, { paragraphId: paragraphIds[1] ?? '' }, 'Which model?'));
    const work = { assigneeId: bo.actorId, dueOn: null, claimIds: [], paragraphIds };
    await must(assignWork(ann, id, work));
    await revise(ann, id, [lead, staff, close]);
    const view = await viewOf(id, ann);
    const number = (paragraphId: string | null) => view.paragraphs.find((one) => one.id === paragraphId)?.number;
    const placed = view.threads.map((thread) => [thread.comments[0]?.body, number(thread.paragraphId)]);
    expect(new Map(placed as [string, number][])).toEqual(
      new Map<string, number | undefined>([
        ['Too long', 2],
        ['Which model?', undefined],
      ]),
    );
    expect(view.assignments.flatMap(({ paragraphId }) => number(paragraphId) ?? []).sort()).toEqual([1, 2]);
    const { threads } = await orphansOf(db(), id, { id: ann.actorId, role: 'editor' });
    expect(threads).toMatchObject([{ body: 'Which model?', paragraph: cost }]);
    await revise(ann, id, [`${lead} ${staff}`, close, cost], 2);
    const back = await viewOf(id, ann);
    expect(back.threads.every(({ paragraphId }) => back.paragraphs.some((one) => one.id === paragraphId))).toBe(true);
    expect(back.assignments.filter(({ paragraphId }) => paragraphId === back.paragraphs[0]?.id)).toHaveLength(1);
  });

  test('dismissed suggestions stay dismissed', async () => {
    const { ann, id } = await deskArticle();
    const { suggestions } = await viewOf(id, ann);
    const figure = suggestions.find((one) => one.kind === 'figure');
    await must(setSuggestionsDismissed(ann, id, { ids: [figure?.id ?? ''], dismissed: true }));
    const left = suggestions.length - 1;
    await revise(ann, id, ['A word before all.', ...texts]);
    const view = await viewOf(id, ann);
    expect(view.suggestions.length).toBeGreaterThanOrEqual(left);
    expect(await db().suggestion.count({ where: { articleId: id, status: 'dismissed' } })).toBe(2);
    for (const { paragraphId } of view.suggestions) {
      expect(view.paragraphs.some((paragraph) => paragraph.id === paragraphId)).toBe(true);
    }
  });
});

describe('the tools of a paragraph', () => {
  test('split, merge and rewrite it, and lose no claim', async () => {
    const { ann, id, mark } = await deskArticle([`${lead} ${staff}`, cost]);
    await mark('first office');
    const claim = await mark('375 employees');
    await judge(ann, claim.ref);
    const paragraph = async (number: number) => (await viewOf(id, ann)).paragraphs[number - 1]?.id ?? '';
    const use = async (number: number, tool: Parameters<typeof reviseParagraph>[3]) =>
      reviseParagraph(ann, id, await paragraph(number), tool);
    await must(use(1, { tool: 'split', at: lead.length }));
    expect((await viewOf(id, ann)).paragraphs.map(({ text }) => text)).toEqual([lead, staff, cost]);
    await must(use(2, { tool: 'rewrite', text: staff.replace('annual', 'anual') }));
    await must(use(1, { tool: 'merge' }));
    const view = await viewOf(id, ann);
    expect(view.paragraphs.map(({ text }) => text)).toEqual([`${lead} ${staff.replace('annual', 'anual')}`, cost]);
    expect(view.claims.map(({ exact, standing }) => [exact, standing])).toEqual([
      ['first office', 'open'],
      ['375 employees', 'verified'],
    ]);
    expect((await listRevisions(db(), id)).map(({ minor }) => minor)).toEqual([true, true, true, false]);
    expect(await use(2, { tool: 'merge' })).toMatchObject({ code: 'no-next-paragraph' });
    expect(await use(1, { tool: 'split', at: 0 })).toMatchObject({ code: 'split-at-end' });
    expect(await use(1, { tool: 'rewrite', text: ' ' })).toMatchObject({ code: 'text-missing' });
    expect(await reviseParagraph(ann, id, claim.place.paragraphId, { tool: 'merge' })).toMatchObject({
      ...{ code: 'text-revised', values: { number: 4 } },
    });
  });
});

describe('a preview', () => {
  test('tells what a revision would do, and stores nothing', async () => {
    const { ann, id, mark } = await deskArticle();
    const claim = await mark('375 employees', 'figure');
    await mark('约为500万美元', 'figure');
    await judge(ann, claim.ref);
    const paragraphs = bodies([lead, staff.replace('375', '475'), close]);
    const preview = await must(previewRevision(db(), id, { paragraphs, basedOn: 1 }));
    expect(preview.counts).toMatchObject({ substance: 1, lookAgain: 1, gone: 1 });
    expect(preview.claims).toEqual([
      { number: 2, fate: 'gone', found: false, lookAgain: false, before: '约为500万美元', after: null },
      { number: 1, fate: 'substance', found: false, lookAgain: true, before: '375 employees', after: '475 employees' },
    ]);
    expect((await viewOf(id, ann)).article.revision).toBe(1);
  });
});
