import { describe, expect, it } from 'vitest';
import { articleForReview } from '#lib/data/review/article-for-review';
import { addRevision } from '#lib/data/revisions/revisions';
import { testDatabase } from '#lib/testing/database/database';
import { addDeskArticle, evidenceFacts, judgementOf, must, type TestPerson } from '#lib/testing/database/rows';
import { addEvidence, checkQuote, confirmClaim, judgeClaim, ruleOnClaim, setEvidenceRemoved } from './findings';
import { type ClaimRef, claimNow } from './read-claims';

const db = testDatabase();
const fine = { said: 'yes', wording: 'verbatim', context: 'kept' } as const;
const nothing = { said: null, wording: null, context: null };
const text = 'Lin said: “We have 375 people.” Nobody else spoke.';

async function deskWithClaim(words = '375 people', kind: 'fact' | 'quote' = 'fact') {
  const { ann, bo, ed, id, mark } = await addDeskArticle(db(), [text]);
  const { ref } = await mark(words, kind);
  const now = async () => {
    const claim = await claimNow(db(), ref, ed);
    if (!claim) throw new Error('the claim is there');
    return claim;
  };
  /** Stores a text in which the claim says something else. */
  const revise = (to: string, basedOn = 1) =>
    must(addRevision(ann, id, { paragraphs: [{ kind: 'body', text: to }], basedOn, intake: 'edit' }));
  return { ann, bo, ed, id, ref, now, revise };
}

const judge = (who: TestPerson, ref: ClaimRef) => must(judgeClaim(who, ref, judgementOf('verified'), evidenceFacts()));
const evidenceIds = async (ref: ClaimRef) =>
  (await db().evidence.findMany({ where: { claimId: ref.claimId }, orderBy: { createdAt: 'asc' } })).map(
    ({ id }) => id,
  );

describe('a finding on words that a revision changed', () => {
  const changed = text.replace('375', '770');

  it('stays among the earlier ones until it is given anew: a judgement', async () => {
    const { ann, bo, ref, now, revise } = await deskWithClaim();
    await judge(ann, ref);
    await judge(bo, ref);
    await revise(changed);
    expect(await now()).toMatchObject({ standing: 'open', judgements: [], earlier: { judgements: [{}, {}] } });
    await judge(ann, ref);
    const { standing, judgements, earlier } = await now();
    expect(standing).toBe('verified');
    expect(judgements.map(({ reviewer }) => reviewer.name)).toEqual(['Ann']);
    expect(earlier?.judgements.map(({ reviewer }) => reviewer.name)).toEqual(['Bo']);
  });

  it('stays among the earlier ones until it is given anew: answers about a quote', async () => {
    const { ann, bo, ref, now, revise } = await deskWithClaim('We have 375 people.', 'quote');
    await must(checkQuote(ann, ref, fine));
    await must(checkQuote(bo, ref, fine));
    await revise(changed);
    expect(await now()).toMatchObject({ quoteChecks: [], earlier: { quoteChecks: [{}, {}] } });
    const anew = { ...fine, wording: 'altered' as const };
    await must(checkQuote(ann, ref, anew));
    const { quoteChecks, earlier } = await now();
    expect(quoteChecks).toEqual([{ reviewer: { id: ann.actorId, name: 'Ann' }, ...anew }]);
    expect(earlier?.quoteChecks.map(({ reviewer }) => reviewer.name)).toEqual(['Bo']);
  });

  it('stays among the earlier ones until it is given anew: a ruling', async () => {
    const { ed, ann, ref, now, revise } = await deskWithClaim();
    await must(addEvidence(ann, ref, evidenceFacts()));
    await must(ruleOnClaim(ed, ref, { verdict: 'verified', reason: 'As filed' }));
    await revise(changed);
    expect(await now()).toMatchObject({ standing: 'open', ruling: null, earlier: { ruling: { verdict: 'verified' } } });
    await must(ruleOnClaim(ed, ref, { verdict: 'false', reason: 'It had 335' }));
    expect(await now()).toMatchObject({ standing: 'false', ruling: { verdict: 'false' }, earlier: null });
  });

  it('is over where it is taken back', async () => {
    const { ann, ref, now, revise } = await deskWithClaim('We have 375 people.', 'quote');
    await must(checkQuote(ann, ref, fine));
    await revise(changed);
    await must(checkQuote(ann, ref, nothing));
    expect(await now()).toMatchObject({ quoteChecks: [], earlier: null });
  });

  it('counts again where one’s own is confirmed, and others’ do not', async () => {
    const { ann, bo, ref, now, revise } = await deskWithClaim();
    await judge(ann, ref);
    await judge(bo, ref);
    await revise(changed);
    await must(confirmClaim(ann, ref, { all: false }));
    const { judgements, earlier } = await now();
    expect(judgements.map(({ reviewer }) => reviewer.name)).toEqual(['Ann']);
    expect(earlier?.judgements.map(({ reviewer }) => reviewer.name)).toEqual(['Bo']);
  });

  it('counts again, everybody’s and the ruling, where an editor confirms them', async () => {
    const { ann, bo, ed, ref, now, revise } = await deskWithClaim();
    await judge(ann, ref);
    await judge(bo, ref);
    await must(ruleOnClaim(ed, ref, { verdict: 'verified', reason: 'As filed' }));
    await revise(changed);
    await must(confirmClaim(ed, ref, { all: true }));
    expect(await now()).toMatchObject({ judgements: [{}, {}], ruling: {}, earlier: null, lookAgain: null });
  });
});

describe('the last piece of evidence', () => {
  it('stays while a judgement rests on it', async () => {
    const { ann, ref } = await deskWithClaim();
    await judge(ann, ref);
    const [last = ''] = await evidenceIds(ref);
    expect(await setEvidenceRemoved(ann, ref, last, true)).toMatchObject({ ok: false, code: 'evidence-in-use' });
  });

  it('stays while a ruling alone rests on it', async () => {
    const { ann, ed, ref } = await deskWithClaim();
    await must(addEvidence(ann, ref, evidenceFacts()));
    await must(ruleOnClaim(ed, ref, { verdict: 'false', reason: 'It had 335' }));
    const [last = ''] = await evidenceIds(ref);
    expect(await setEvidenceRemoved(ann, ref, last, true)).toMatchObject({ ok: false, code: 'evidence-in-use' });
    await must(ruleOnClaim(ed, ref, null));
    expect(await setEvidenceRemoved(ann, ref, last, true)).toMatchObject({ ok: true });
  });

  it('goes where what rests on it needs no source', async () => {
    const { ann, ed, ref } = await deskWithClaim();
    await must(addEvidence(ann, ref, evidenceFacts()));
    await must(judgeClaim(ann, ref, judgementOf('unverifiable')));
    await must(ruleOnClaim(ed, ref, { verdict: 'not-checkable', reason: 'An opinion' }));
    const [last = ''] = await evidenceIds(ref);
    expect(await setEvidenceRemoved(ann, ref, last, true)).toMatchObject({ ok: true });
  });

  it('goes where what rests on it was found on other words', async () => {
    const { ann, ed, ref, revise } = await deskWithClaim();
    await judge(ann, ref);
    await must(ruleOnClaim(ed, ref, { verdict: 'verified', reason: 'As filed' }));
    await revise(text.replace('375', '770'));
    const [last = ''] = await evidenceIds(ref);
    expect(await setEvidenceRemoved(ann, ref, last, true)).toMatchObject({ ok: true });
  });

  it('is not the last while another one is there, and is where the other one was removed', async () => {
    const { ann, ref } = await deskWithClaim();
    await judge(ann, ref);
    await must(addEvidence(ann, ref, evidenceFacts({ title: 'A second report' })));
    const [first = '', second = ''] = await evidenceIds(ref);
    await must(setEvidenceRemoved(ann, ref, first, true));
    expect(await setEvidenceRemoved(ann, ref, second, true)).toMatchObject({ ok: false, code: 'evidence-in-use' });
    await must(setEvidenceRemoved(ann, ref, first, false));
    expect(await setEvidenceRemoved(ann, ref, second, true)).toMatchObject({ ok: true });
  });

  it('that was removed bears no verdict, neither a judgement nor a ruling nor a confirmed one', async () => {
    const { ann, bo, ed, ref, revise } = await deskWithClaim();
    await judge(ann, ref);
    await revise(text.replace('375', '770'));
    const [last = ''] = await evidenceIds(ref);
    await must(setEvidenceRemoved(ann, ref, last, true));
    const refused = { ok: false, code: 'source-required' };
    expect(await judgeClaim(bo, ref, judgementOf('verified'))).toMatchObject(refused);
    expect(await ruleOnClaim(ed, ref, { verdict: 'false', reason: 'It had 335' })).toMatchObject(refused);
    expect(await confirmClaim(ann, ref, { all: false })).toMatchObject(refused);
    expect(await confirmClaim(ed, ref, { all: true })).toMatchObject(refused);
  });
});

it('answers about a quote are for quotes alone', async () => {
  const { ann, id, ref } = await deskWithClaim();
  expect(await checkQuote(ann, ref, fine)).toMatchObject({ ok: false, code: 'not-a-quote' });
  expect((await articleForReview(db(), id, ann))?.claims[0]?.quoteChecks).toEqual([]);
});
