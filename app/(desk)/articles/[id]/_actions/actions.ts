'use server';

import { z } from 'zod';
import { editArticleFacts, setParagraphKind } from '#lib/data/articles/articles';
import { chooseFigure, correctFigure, describeClaim, moveClaim, setClaimRemoved } from '#lib/data/claims/edit-claim';
import { refusalToChangeEvidence, refusalToRestoreEvidence } from '#lib/data/claims/edit-evidence';
import * as findings from '#lib/data/claims/findings';
import { markClaim } from '#lib/data/claims/mark-claim';
import { refusalToChange } from '#lib/data/claims/read-claims';
import { acceptSuggestions, returnSuggestions, setSuggestionsDismissed } from '#lib/data/claims/suggestions';
import * as taken from '#lib/data/claims/take-evidence';
import * as assignments from '#lib/data/review/assignments';
import { paragraphKinds } from '#lib/domain/articles/article';
import { ArticleFacts } from '#lib/domain/articles/article-input';
import {
  ClaimKind,
  Confidence,
  EvidenceFacts,
  FigureFacts,
  QuoteAnswers,
  SpeakerNamed,
  Verdict,
} from '#lib/domain/claims/claim-input';
import { claimWeights } from '#lib/domain/claims/weight';
import { freeText, Id, partialDate, requiredText } from '#lib/domain/fields';
import { maxRequiredJudgements } from '#lib/domain/review/workflow';
import { action } from '#lib/server/action';

const Offset = z.int().min(-1).max(10_000_000);
const ClaimRef = { articleId: Id, claimId: Id, edition: z.int().positive().optional() };
const Place = { paragraphId: Id, start: Offset, end: Offset };

export const mark = action(
  'claims.mark',
  'mark',
  z.object({ articleId: Id, ...Place, kind: ClaimKind }),
  ({ kind, ...place }, { writer }) => markClaim(writer, place, kind),
);

export const move = action(
  'claims.move',
  'mark',
  z.object({ ...ClaimRef, ...Place }),
  async (input, { actor, writer }) => {
    const refused = await refusalToChange(writer.db, actor, input);
    return refused ?? moveClaim(writer, input, input);
  },
);

export const describe = action(
  'claims.describe',
  'mark',
  z.object({
    ...ClaimRef,
    kind: ClaimKind.optional(),
    checkWorthy: z.boolean().optional(),
    weight: z.enum(claimWeights).optional(),
    speaker: SpeakerNamed.nullish(),
  }),
  ({ kind, checkWorthy, weight, speaker, ...ref }, { writer }) =>
    describeClaim(writer, ref, { kind, checkWorthy, weight, speaker }),
);

export const correct = action(
  'claims.correct',
  'mark',
  z.object({ ...ClaimRef, figure: FigureFacts.nullable() }),
  ({ figure, ...ref }, { writer }) => correctFigure(writer, ref, figure),
);

export const choose = action(
  'claims.choose',
  'mark',
  z.object({ ...ClaimRef, at: z.number().int().min(0), raw: z.string().min(1).max(2_000) }),
  ({ at, raw, ...ref }, { writer }) => chooseFigure(writer, ref, { at, raw }),
);

export const setRemoved = action(
  'claims.setRemoved',
  'mark',
  z.object({ ...ClaimRef, removed: z.boolean() }),
  async (input, { actor, writer }) => {
    const refused = await refusalToChange(writer.db, actor, input);
    return refused ?? setClaimRemoved(writer, input, input.removed);
  },
);

const Judgement = z.object({
  verdict: Verdict,
  rationale: freeText(4_000),
  confidence: Confidence,
  replaces: z.string().max(40).nullish(),
});

export const judge = action(
  'claims.judge',
  'judge',
  z.object({ ...ClaimRef, judgement: Judgement, evidence: EvidenceFacts.optional() }),
  ({ judgement, evidence, ...ref }, { writer }) => findings.judgeClaim(writer, ref, judgement, evidence),
);

export const answerQuote = action(
  'claims.answerQuote',
  'judge',
  z.object({ ...ClaimRef, answers: QuoteAnswers }),
  ({ answers, ...ref }, { writer }) => findings.checkQuote(writer, ref, answers),
);

export const withdraw = action('claims.withdraw', 'judge', z.object(ClaimRef), (ref, { writer }) =>
  findings.withdrawJudgement(writer, ref),
);

export const rule = action(
  'claims.rule',
  'rule',
  z.object({ ...ClaimRef, ruling: z.object({ verdict: Verdict, reason: requiredText(4_000) }).nullable() }),
  ({ ruling, ...ref }, { writer }) => findings.ruleOnClaim(writer, ref, ruling),
);

export const addEvidence = action(
  'claims.addEvidence',
  'add-evidence',
  z.object({ ...ClaimRef, evidence: EvidenceFacts }),
  ({ evidence, ...ref }, { writer }) => findings.addEvidence(writer, ref, evidence),
);

/** Takes over what a claim that was checked before rests on, as far as its sources are not cited here yet. */
export const takeEvidence = action(
  'claims.takeEvidence',
  'add-evidence',
  z.object({ ...ClaimRef, fromId: Id }),
  ({ fromId, ...ref }, { writer }) => taken.takeEvidence(writer, ref, fromId),
);

export const setEvidenceRemoved = action(
  'claims.setEvidenceRemoved',
  'judge',
  z.object({ ...ClaimRef, evidenceId: Id, removed: z.boolean() }),
  async ({ evidenceId, removed, ...ref }, { actor, writer }) => {
    const refused = await (removed ? refusalToChangeEvidence : refusalToRestoreEvidence)(writer.db, actor, evidenceId);
    return refused ?? findings.setEvidenceRemoved(writer, ref, evidenceId, removed);
  },
);

const Work = { articleId: Id, assigneeId: Id, claimIds: z.array(Id).max(5_000), paragraphIds: z.array(Id).max(5_000) };

export const assign = action(
  'claims.assign',
  'assign',
  z.object({ ...Work, dueOn: partialDate }),
  ({ articleId, ...work }, { writer }) => assignments.assignWork(writer, articleId, work),
);

export const unassign = action('claims.unassign', 'assign', z.object(Work), ({ articleId, ...work }, { writer }) =>
  assignments.unassignWork(writer, articleId, work),
);

export const returnClaim = action(
  'claims.returnClaim',
  'rule',
  z.object({ ...ClaimRef, note: requiredText(4_000).nullable() }),
  ({ note, ...ref }, { writer }) => assignments.returnClaim(writer, ref, note),
);

const Rules = z.object({
  requiredJudgements: z.int().min(1).max(maxRequiredJudgements),
  blindFirstPass: z.boolean(),
});

export const setRules = action(
  'claims.setRules',
  'rule',
  z.object({ articleId: Id, rules: Rules }),
  ({ articleId, rules }, { writer }) => assignments.setReviewRules(writer, articleId, rules),
);

const Suggestions = { articleId: Id, ids: z.array(Id).min(1).max(5_000) };

export const acceptSuggested = action(
  'claims.acceptSuggested',
  'mark',
  z.object(Suggestions),
  ({ articleId, ids }, { writer }) => acceptSuggestions(writer, articleId, ids),
);

export const returnSuggested = action(
  'claims.returnSuggested',
  'mark',
  z.object(Suggestions),
  ({ articleId, ids }, { writer }) => returnSuggestions(writer, articleId, ids),
);

export const setDismissed = action(
  'claims.setDismissed',
  'mark',
  z.object({ ...Suggestions, dismissed: z.boolean() }),
  ({ articleId, ids, dismissed }, { writer }) => setSuggestionsDismissed(writer, articleId, { ids, dismissed }),
);

export const editFacts = action(
  'claims.editFacts',
  'edit-article',
  z.object({ articleId: Id, edition: z.int().positive(), facts: ArticleFacts }),
  ({ articleId, edition, facts }, { writer }) => editArticleFacts(writer, { id: articleId, edition, facts }),
);

export const setKind = action(
  'claims.setKind',
  'edit-article',
  z.object({ articleId: Id, paragraphId: Id, kind: z.enum(paragraphKinds) }),
  (input, { writer }) => setParagraphKind(writer, input),
);
