import { beforeEach, describe, expect, it } from 'vitest';
import { setArticleRemoved } from '#lib/data/articles/articles';
import { describeClaim } from '#lib/data/claims/edit-claim';
import { judgeClaim, ruleOnClaim } from '#lib/data/claims/findings';
import { measureClaim } from '#lib/data/ledger/edit-metrics';
import { publishReport } from '#lib/data/report/reports';
import { assignWork, setReviewRules } from '#lib/data/review/assignments';
import { findClaims } from '#lib/data/search/find-claims';
import type { Standing, Verdict } from '#lib/domain/claims/standing';
import { roles } from '#lib/domain/people/permission';
import { canBeBlind, type Viewer } from '#lib/domain/review/blind';
import { type ClaimParameters, claimQuery } from '#lib/domain/search/claim-query';
import { statisticsQuery } from '#lib/domain/statistics/statistics-query';
import { testDatabase } from '#lib/testing/database/database';
import { addDesk, addTextArticle, evidenceFacts, judgementOf, must, type TestPerson } from '#lib/testing/database/rows';
import { deskStatistics } from './statistics';

const db = testDatabase();
const hours = 3_600_000;
/** A Monday; the desk marks everything at its noon. */
const monday = new Date('2026-03-02T12:00:00Z');
const hoursLater = (count: number) => new Date(monday.getTime() + count * hours);
const now = new Date('2026-03-20T12:00:00Z');

type Marked = Awaited<ReturnType<Awaited<ReturnType<typeof addTextArticle>>['mark']>>;
let people: Record<'ann' | 'bo' | 'ed', TestPerson>;

const judge = (who: TestPerson, { ref }: Marked, verdict: Verdict, at: Date) =>
  must(judgeClaim({ ...who, now: at }, ref, judgementOf(verdict), evidenceFacts()));
const rule = ({ ref }: Marked, verdict: Verdict, at: Date) =>
  must(ruleOnClaim({ ...people.ed, now: at }, ref, { verdict, reason: 'As filed.' }));
const statistics = (
  asked: ClaimParameters = {},
  { viewer = people.ed, zone = 'UTC' }: { viewer?: Viewer; zone?: string } = {},
) => deskStatistics(db(), statisticsQuery(asked), viewer, { now, zone });
const shown = (counts: Record<Verdict, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

async function addArticle(publisher: string | null = null, title = 'What it costs') {
  const text = 'It has 375 staff, 12 offices, 40 million dollars, 9 labs, 3 plants, a record year.';
  return addTextArticle({ ...people.ann, now: monday }, [text], { publisher, title });
}

beforeEach(async () => {
  people = await addDesk(db());
});

describe('claims that were checked', () => {
  it('are counted in the week of their verdict, by verdict, kind and outlet', async () => {
    const { ann, bo } = people;
    const one = await addArticle('The Ledger');
    const other = await addArticle('THE LEDGER');
    await judge(ann, await one.mark('375 staff', 'figure'), 'verified', hoursLater(2));
    await judge(ann, await one.mark('12 offices', 'figure'), 'false', hoursLater(24 * 7 + 1));
    await judge(ann, await other.mark('a record year'), 'disputed', hoursLater(24 * 7 + 3));
    const contested = await other.mark('9 labs', 'figure');
    await judge(ann, contested, 'verified', hoursLater(1));
    await judge(bo, contested, 'false', hoursLater(2));
    await one.mark('3 plants', 'figure');

    const { checked, byKind, byOutlet, waiting, period, units } = await statistics();
    expect([period, units]).toEqual([
      { first: '2025-12-29', last: '2026-03-20' },
      { weeks: 'week', months: 'month' },
    ]);
    expect(checked.map(({ slot, verdicts }) => [slot.key, shown(verdicts)]).slice(-3)).toEqual([
      ['2026-W10', { verified: 1 }],
      ['2026-W11', { false: 1, disputed: 1 }],
      ['2026-W12', {}],
    ]);
    expect(checked).toHaveLength(12);
    expect(byKind.map(({ kind, verdicts }) => [kind, shown(verdicts)])).toEqual([
      ['figure', { verified: 1, false: 1 }],
      ['fact', { disputed: 1 }],
    ]);
    expect(byOutlet.map(({ name, verdicts }) => [name, shown(verdicts)])).toEqual([
      ['The Ledger', { verified: 1, false: 1, disputed: 1 }],
    ]);
    expect(waiting).toEqual([{ kind: 'figure', open: 1, contested: 1, overdue: 0, lookAgain: 0 }]);
  });

  it('are counted in the weeks of the desk’s time zone', async () => {
    const article = await addArticle();
    // Sunday at 17:00 in UTC, which is Monday in Shanghai.
    await judge(people.ann, await article.mark('375 staff', 'figure'), 'verified', new Date('2026-03-08T17:00:00Z'));
    const week = async (zone: string) =>
      (await statistics({}, { zone })).checked.find(({ verdicts }) => verdicts.verified > 0)?.slot.key;
    expect([await week('UTC'), await week('Asia/Shanghai')]).toEqual(['2026-W10', '2026-W11']);
  });

  it('took the time from being marked to their verdict', async () => {
    const article = await addArticle();
    const took = [2, 4, 8, 24 * 7 + 16];
    const words = ['375 staff', '12 offices', '40 million dollars', '9 labs'];
    for (const [at, word] of words.entries()) {
      await judge(people.ann, await article.mark(word, 'figure'), 'verified', hoursLater(took[at] ?? 0));
    }
    const { time, checked } = await statistics();
    expect([time?.of, ...[time?.low, time?.median, time?.high].map((one) => Math.round(Number(one)))]).toEqual([
      ...[4, 3.5 * 3_600, 6 * 3_600, (8 + (24 * 7 + 8) / 4) * 3_600],
    ]);
    expect(checked.flatMap((one) => one.time?.of ?? [])).toEqual([3, 1]);
  });

  it('are those of the outlet, kind and days that are asked for', async () => {
    const one = await addArticle('The Ledger');
    const other = await addArticle('The Post');
    await judge(people.ann, await one.mark('375 staff', 'figure'), 'verified', hoursLater(2));
    await judge(people.ann, await one.mark('a record year'), 'false', hoursLater(3));
    await judge(people.ann, await other.mark('375 staff', 'figure'), 'disputed', hoursLater(24 * 7));
    const found = async (asked: ClaimParameters) => {
      const { byKind } = await statistics(asked);
      return byKind.map(({ kind, verdicts }) => [kind, shown(verdicts)]);
    };
    expect(await found({ outlet: 'the ledger' })).toEqual([
      ['figure', { verified: 1 }],
      ['fact', { false: 1 }],
    ]);
    expect(await found({ kind: 'fact' })).toEqual([['fact', { false: 1 }]]);
    expect(await found({ from: '2026-03-09', to: '2026-03-09' })).toEqual([['figure', { disputed: 1 }]]);
    expect(await found({ outlet: 'No such outlet' })).toEqual([]);
    expect(await found({ from: '2001-01-01', to: '2001-12-31' })).toEqual([]);
    expect((await statistics()).outlets).toEqual(['The Ledger', 'The Post']);
  });

  it('are none of an article that was removed', async () => {
    const article = await addArticle('The Ledger');
    await judge(people.ann, await article.mark('375 staff', 'figure'), 'false', hoursLater(2));
    await must(setArticleRemoved({ ...people.ed, now }, article.id, true));
    const { byKind, byOutlet, outlets, waiting, wrongSpeakers } = await statistics();
    expect([byKind, byOutlet, outlets, waiting, wrongSpeakers]).toEqual([[], [], [], [], []]);
  });
});

describe('claims that wait', () => {
  it('are those that the list of claims finds', async () => {
    const { ann, bo, ed } = people;
    const article = await addArticle();
    const late = await article.mark('375 staff', 'figure');
    const fine = await article.mark('12 offices', 'figure');
    await article.mark('a record year');
    const work = { assigneeId: bo.id, claimIds: [late.ref.claimId], paragraphIds: [], dueOn: '2026-03-04' };
    await must(assignWork({ ...ed, now: monday }, article.id, work));
    await judge(ann, fine, 'verified', hoursLater(1));
    await must(setReviewRules({ ...ed, now: monday }, article.id, { requiredJudgements: 1, blindFirstPass: true }));
    for (const viewer of [ann, bo, ed]) {
      const { waiting } = await statistics({}, { viewer });
      const sum = (name: 'open' | 'overdue') => waiting.reduce((all, one) => all + one[name], 0);
      const open = await findClaims(db(), claimQuery({ standing: 'open' }), viewer, now);
      const overdue = await findClaims(db(), claimQuery({ overdue: '1' }), viewer, now);
      expect([viewer.name, sum('open'), sum('overdue')]).toEqual([viewer.name, open.counts.open, overdue.total]);
    }
  });
});

describe('agreement', () => {
  it('is told for months with enough claims that two people judged', async () => {
    const { ann, bo } = people;
    for (let each = 0; each < 2; each += 1) {
      const article = await addArticle();
      const words = ['375 staff', '12 offices', '40 million dollars', '9 labs', '3 plants', 'a record year'];
      for (const [at, word] of words.entries()) {
        const claim = await article.mark(word);
        await judge(ann, claim, at < 4 ? 'verified' : 'false', hoursLater(1));
        await judge(bo, claim, at < 5 ? 'verified' : 'false', hoursLater(2));
      }
    }
    const alone = await addArticle();
    await judge(ann, await alone.mark('9 labs'), 'verified', hoursLater(3));
    const { agreement } = await statistics();
    expect(agreement.map(({ slot, claims, alpha }) => [slot.key, claims, alpha === null])).toEqual([
      ['2025-12', 0, true],
      ['2026-01', 0, true],
      ['2026-02', 0, true],
      ['2026-03', 12, false],
    ]);
    // 18 verified and 6 false among 24; 2 of 12 claims differ: 1 − (4/24) / (2·18·6 / (24·23)).
    expect(agreement.at(-1)?.alpha).toBeCloseTo(1 - 4 / 24 / (216 / 552), 10);
  });
});

describe('corrections after publication', () => {
  async function publish(articleId: string, at: Date) {
    const { lastSeq: seq } = await db().article.findUniqueOrThrow({ where: { id: articleId } });
    return must(
      publishReport(
        { ...people.ed, now: at },
        { articleId, seq, slug: null, withNames: true, withText: true },
        people.ed,
      ),
    );
  }

  it('are of what a report called verified and what was found wrong later', async () => {
    const { ann } = people;
    const article = await addArticle('The Ledger', 'Published');
    const [kept, wrong, healed, never] = [
      await article.mark('375 staff', 'figure'),
      await article.mark('12 offices', 'figure'),
      await article.mark('9 labs', 'figure'),
      await article.mark('3 plants', 'figure'),
    ];
    for (const claim of [kept, wrong, healed]) await judge(ann, claim, 'verified', hoursLater(1));
    await judge(ann, never, 'false', hoursLater(1));
    await publish(article.id, hoursLater(2));
    await rule(wrong, 'disputed', hoursLater(30));
    await rule(healed, 'false', hoursLater(31));
    await publish(article.id, hoursLater(32));
    await rule(healed, 'verified', hoursLater(33));
    const unpublished = await addArticle();
    await judge(ann, await unpublished.mark('9 labs'), 'verified', hoursLater(1));

    const { correction, corrections, corrected } = await statistics();
    expect([correction?.count, correction?.of]).toEqual([2, 3]);
    expect(corrections.map(({ slot, share }) => [slot.key, share?.count, share?.of]).at(-1)).toEqual(['2026-03', 2, 3]);
    expect(corrected.map(({ exact, article: { title } }) => `${title}: ${exact}`).sort()).toEqual([
      'Published: 12 offices',
      'Published: 9 labs',
    ]);
    expect((await statistics({ outlet: 'The Post' })).correction).toBeNull();
    expect((await statistics({ to: '2026-03-01' })).correction).toBeNull();
  });
});

describe('figures that are most often wrong', () => {
  it('are ranked by metric and by speaker', async () => {
    const { ann } = people;
    const words = ['375 staff', '12 offices', '40 million dollars', '9 labs', '3 plants'];
    const article = await addArticle();
    const findings: Verdict[] = ['false', 'disputed', 'verified', 'unverifiable', 'verified'];
    for (const [at, word] of words.entries()) {
      const claim = await article.mark(word, 'figure');
      await must(
        measureClaim({ ...ann, now: monday }, claim.ref, {
          subject: at < 4 ? 'Acme' : 'Other',
          measure: 'headcount',
          scope: null,
        }),
      );
      await must(
        describeClaim({ ...ann, now: monday }, claim.ref, {
          speaker: { name: at < 2 ? 'Lin' : 'Sam', role: null, organisation: null },
        }),
      );
      await judge(ann, claim, findings[at] ?? 'verified', hoursLater(1));
    }
    // A statement that is wrong is no figure.
    await judge(ann, await article.mark('a record year'), 'false', hoursLater(1));
    const { wrongMetrics, wrongSpeakers } = await statistics();
    expect(wrongMetrics.map(({ name, share }) => [name.en, share.count, share.of])).toEqual([
      ['Acme · headcount', 2, 3],
    ]);
    expect(wrongSpeakers.map(({ name, share }) => [name.zh, share.count, share.of])).toEqual([['Lin', 2, 2]]);
  });
});

describe('who may see what', () => {
  it('what a reviewer is blind to is open, and in no other number', async () => {
    const { ann, bo, ed } = people;
    const article = await addArticle('The Ledger');
    await must(setReviewRules({ ...ed, now: monday }, article.id, { requiredJudgements: 1, blindFirstPass: true }));
    const claim = await article.mark('375 staff', 'figure');
    await must(
      measureClaim({ ...ann, now: monday }, claim.ref, { subject: 'Acme', measure: 'headcount', scope: null }),
    );
    await judge(ann, claim, 'verified', hoursLater(1));
    const { lastSeq: seq } = await db().article.findUniqueOrThrow({ where: { id: article.id } });
    await must(
      publishReport(
        { ...ed, now: hoursLater(2) },
        { articleId: article.id, seq, slug: null, withNames: true, withText: true },
        ed,
      ),
    );
    await judge(ann, claim, 'false', hoursLater(3));
    const seen = async (viewer: Viewer) => {
      const { byKind, byOutlet, waiting, time, correction, corrected, wrongMetrics, agreement } = await statistics(
        {},
        { viewer },
      );
      const found = [byKind, byOutlet, corrected, wrongMetrics].map((list) => list.length);
      return {
        found,
        open: waiting[0]?.open ?? 0,
        time: time?.of ?? 0,
        corrected: correction?.count ?? 0,
        judged: agreement.at(-1)?.claims,
      };
    };
    for (const role of roles) {
      expect([role, await seen({ id: bo.id, role })]).toEqual([
        role,
        canBeBlind({ role })
          ? { found: [0, 0, 0, 0], open: 1, time: 0, corrected: 0, judged: 0 }
          : { found: [1, 1, 1, 1], open: 0, time: 1, corrected: 1, judged: 0 },
      ]);
    }
    // Who judged it sees it.
    expect((await seen(ann)).found).toEqual([1, 1, 1, 1]);
  });
});

it('sends as many statements for many articles as for one', async () => {
  const add = async () => {
    const article = await addArticle(`Paper ${Math.random()}`);
    await judge(people.ann, await article.mark('375 staff', 'figure'), 'false', hoursLater(2));
  };
  await add();
  const few = (await db.statementsOf(() => statistics())).length;
  for (let more = 0; more < 5; more += 1) await add();
  expect((await db.statementsOf(() => statistics())).length).toBe(few);
});

it('every cell of verdicts is what the list of claims finds in those days', async () => {
  const one = await addArticle('The Ledger');
  await judge(people.ann, await one.mark('375 staff', 'figure'), 'verified', hoursLater(2));
  await judge(people.ann, await one.mark('12 offices', 'figure'), 'false', hoursLater(24 * 7));
  const { checked } = await statistics();
  for (const { slot, verdicts } of checked) {
    const asked = claimQuery({ 'judged-from': slot.first, 'judged-to': slot.last });
    const { counts } = await findClaims(db(), asked, people.ed, now);
    expect([slot.key, counts]).toEqual([
      slot.key,
      expect.objectContaining(verdicts satisfies Partial<Record<Standing, number>>),
    ]);
  }
});
