import { describe, expect, it } from 'vitest';
import { judgeClaim } from '#lib/data/claims/findings';
import { measureClaim, setWatched } from '#lib/data/ledger/edit-metrics';
import { noticesOf } from '#lib/data/ledger/ledger';
import { setReviewRules } from '#lib/data/review/assignments';
import { testDatabase } from '#lib/testing/database/database';
import {
  addDesk,
  addPerson,
  addTextArticle,
  evidenceFacts,
  judgementOf,
  must,
  type TestPerson,
} from '#lib/testing/database/rows';

const db = testDatabase();
const headcount = { subject: 'OpenAI', measure: 'headcount', scope: null };

/** A metric that 375 settles, and a way to put another figure on it. */
async function deskWithMetric() {
  const desk = await addDesk(db());
  const claimOf = async (count: number) => {
    const { mark } = await addTextArticle(desk.ann, [`OpenAI has ${count} employees.`]);
    return (await mark(`${count} employees`, 'figure')).ref;
  };
  const first = await claimOf(375);
  const { metric } = await must(measureClaim(desk.ann, first, headcount));
  const id = metric?.id ?? '';
  const settle = () => must(judgeClaim(desk.ann, first, judgementOf('verified'), evidenceFacts()));
  const arrive = async (count: number, by: TestPerson = desk.ann) => {
    const ref = await claimOf(count);
    await must(measureClaim(by, ref, { id }));
    return ref;
  };
  return { ...desk, id, first, settle, arrive };
}

const told = async (person: TestPerson) => (await noticesOf(db(), person)).map(({ kind }) => kind).sort();

describe('the value of a metric', () => {
  it('is settled no longer where an article comes to need more judgements', async () => {
    const { ed, id, first, settle } = await deskWithMetric();
    await settle();
    const summary = () => db().metric.findUniqueOrThrow({ where: { id }, select: { standing: true } });
    expect(await summary()).toEqual({ standing: 'settled' });
    await must(setReviewRules(ed, first.articleId, { requiredJudgements: 2, blindFirstPass: false }));
    expect(await summary()).toEqual({ standing: 'open' });
  });
});

describe('a notice of a metric', () => {
  it('is for those who watch it, and not for who made the change', async () => {
    const { ann, bo, ed, id, settle } = await deskWithMetric();
    for (const person of [ann, bo]) await must(setWatched(person, id, true));
    await settle();
    expect(await told(bo)).toEqual(['standing']);
    expect([await told(ann), await told(ed)]).toEqual([[], []]);
  });

  it('is not for people who were let go, and is again once they are back', async () => {
    const { bo, id, settle, arrive } = await deskWithMetric();
    await must(setWatched(bo, id, true));
    const setActive = (active: boolean) => db().user.update({ where: { id: bo.actorId }, data: { active } });
    await setActive(false);
    await settle();
    expect(await db().notice.count()).toBe(0);
    await setActive(true);
    await arrive(770);
    expect(await told(bo)).toEqual(['contradiction', 'standing']);
  });

  it('is not for those who watch it no longer', async () => {
    const { bo, id, settle } = await deskWithMetric();
    await must(setWatched(bo, id, true));
    await must(setWatched(bo, id, false));
    await settle();
    expect(await told(bo)).toEqual([]);
  });

  it('is not for those who watch another metric', async () => {
    const { ann, bo, settle } = await deskWithMetric();
    const { mark } = await addTextArticle(ann, ['DeepMind has 900 employees.']);
    const { ref } = await mark('900 employees', 'figure');
    const { metric } = await must(measureClaim(ann, ref, { ...headcount, subject: 'DeepMind' }));
    await must(setWatched(bo, metric?.id ?? '', true));
    await settle();
    expect(await told(bo)).toEqual([]);
  });

  it('tells of a figure that contradicts the settled value, and of none that agrees', async () => {
    const { bo, id, settle, arrive } = await deskWithMetric();
    await settle();
    await must(setWatched(bo, id, true));
    await arrive(375);
    expect(await told(bo)).toEqual([]);
    const ref = await arrive(770);
    const [notice] = (await noticesOf(db(), bo)).filter(({ kind }) => kind === 'contradiction');
    expect(notice?.facts).toMatchObject({ figure: { en: '770 employees' }, settled: { en: '375 employees' } });
    expect(await db().notice.count({ where: { claimId: ref.claimId } })).toBe(1);
  });

  it('tells nothing of a contradiction where nothing is settled', async () => {
    const { bo, id, arrive } = await deskWithMetric();
    await must(setWatched(bo, id, true));
    await arrive(770);
    expect(await told(bo)).toEqual(['standing']);
  });
});

describe('the summary of a metric', () => {
  const summary = (id: string) => db().metric.findUniqueOrThrow({ where: { id } });

  it('keeps since when its value is settled while that stays, and what it was while it is disputed', async () => {
    const { ann, id, settle, arrive } = await deskWithMetric();
    await settle();
    const later = { ...ann, now: new Date(ann.now.getTime() + 60_000) };
    const since = { settled: { at: ann.now.toISOString(), figure: { low: 375 } } };
    expect(await summary(id)).toMatchObject({ standing: 'settled', ...since });
    await arrive(375, later);
    expect(await summary(id)).toMatchObject({ standing: 'settled', ...since });
    await arrive(770, later);
    expect(await summary(id)).toMatchObject({ standing: 'disputed', ...since });
  });

  it('counts sources once each, without those for context, and its articles', async () => {
    const { ann, id, settle, arrive } = await deskWithMetric();
    await settle();
    const other = await addPerson(db(), 'Cy');
    const ref = await arrive(375, other);
    const source = (title: string, stance: 'supports' | 'context') =>
      must(judgeClaim(ann, ref, judgementOf('verified'), evidenceFacts({ title, stance, figure: '375 employees' })));
    await source('A register', 'supports');
    await source('An aside', 'context');
    expect(await summary(id)).toMatchObject({ articles: 2, sources: 1, standing: 'settled' });
  });
});
