import { describe, expect, it } from 'vitest';
import { setReviewRules } from '#lib/data/review/assignments';
import { mergeSource, separateSource } from '#lib/data/sources/merge-source';
import { testDatabase } from '#lib/testing/database/database';
import { addDesk, addTextArticle, evidenceFacts, judgementOf, must } from '#lib/testing/database/rows';
import { judgeClaim, setEvidenceRemoved } from './findings';
import { takeEvidence } from './take-evidence';

const db = testDatabase();

/** Two articles on one fact; the first one's claim was judged by Ann, with a source that gives a figure. */
async function twice(second: string, words: string) {
  const desk = await addDesk(db());
  const { ann, bo } = desk;
  const first = await addTextArticle(ann, ['OpenAI had 375 employees.'], { title: 'What it costs' });
  const old = await first.mark('375 employees', 'figure');
  const evidence = evidenceFacts({
    title: 'Staff list',
    stance: 'supports',
    excerpt: 'a staff of 375',
    locator: 'p. 4',
  });
  await must(judgeClaim(ann, old.ref, judgementOf('verified'), evidence));
  const article = await addTextArticle(bo, [second]);
  const { ref } = await article.mark(words, 'figure');
  return { ...desk, first, old: old.ref, ref };
}

describe('the sources of a claim that was checked before', () => {
  it('are taken over with where they are from, and never the verdict', async () => {
    const { bo, first, old, ref } = await twice('OpenAI employs 375 people today.', '375 people');
    const claim = await must(takeEvidence(bo, ref, old.claimId));
    expect(claim).toMatchObject({ standing: 'open', judgements: [] });
    expect(claim.evidence).toMatchObject([
      {
        ...{ stance: 'supports', excerpt: 'a staff of 375', locator: 'p. 4' },
        source: { title: 'Staff list' },
        addedBy: { id: bo.id },
        takenFrom: { articleId: first.id, number: 1, title: 'What it costs' },
      },
    ]);
    expect(claim.evidence[0]?.figure?.raw).toContain('375');
    expect(await takeEvidence(bo, ref, old.claimId)).toMatchObject({ ok: false, code: 'nothing-to-take' });
    await must(setEvidenceRemoved(bo, ref, claim.evidence[0]?.id ?? '', true));
    expect((await must(takeEvidence(bo, ref, old.claimId))).evidence).toHaveLength(1);
  });

  it('are not taken twice where two were merged', async () => {
    const { bo, ed, old, ref } = await twice('OpenAI employs 375 people today.', '375 people');
    await must(judgeClaim(bo, ref, judgementOf('verified'), evidenceFacts({ title: 'The same staff list' })));
    const sourceOf = async (claimId: string) =>
      (await db().evidence.findFirstOrThrow({ where: { claimId }, select: { sourceId: true } })).sourceId;
    const [here, there] = [await sourceOf(ref.claimId), await sourceOf(old.claimId)];
    await must(mergeSource(ed, here, there));
    expect(await takeEvidence(bo, ref, old.claimId)).toMatchObject({ ok: false, code: 'nothing-to-take' });
    await must(separateSource(ed, here));
    await must(mergeSource(ed, there, here));
    expect(await takeEvidence(bo, ref, old.claimId)).toMatchObject({ ok: false, code: 'nothing-to-take' });
  });

  it('are context where the figure is another', async () => {
    const { bo, old, ref } = await twice('OpenAI employs 3,750 people today.', '3,750 people');
    const claim = await must(takeEvidence(bo, ref, old.claimId));
    expect(claim.evidence).toMatchObject([{ stance: 'context', figure: null }]);
  });

  it('are not taken from what is hidden or not there', async () => {
    const { bo, ed, first, old, ref } = await twice('OpenAI employs 375 people today.', '375 people');
    expect(await takeEvidence(bo, ref, 'nowhere')).toMatchObject({ ok: false, code: 'not-found' });
    await must(setReviewRules(ed, first.id, { requiredJudgements: 1, blindFirstPass: true }));
    expect(await takeEvidence(bo, ref, old.claimId)).toMatchObject({ ok: false, code: 'nothing-to-take' });
    await db().article.update({ where: { id: first.id }, data: { removedAt: bo.now } });
    expect(await takeEvidence(ed, ref, old.claimId)).toMatchObject({ ok: false, code: 'not-found' });
  });
});
