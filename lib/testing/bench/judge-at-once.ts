/**
 * A process of its own that judges one claim for many reviewers at the same time, and prints as JSON the ids of those whose
 * judgement was acknowledged: what a second server on the same database does. Run by tests:
 * `judge-at-once.ts ADDRESS ARTICLE CLAIM REVIEWER…`.
 */

import { judgeClaim } from '#lib/data/claims/findings';
import { openDatabase } from '#lib/data/database/database';

const [address = '', articleId = '', claimId = '', ...reviewers] = process.argv.slice(2);
const db = openDatabase(address);
const judgement = { verdict: 'unverifiable', rationale: 'No source says.', confidence: 'low' } as const;
const answers = await Promise.allSettled(
  reviewers.map((actorId) => judgeClaim({ db, actorId, now: new Date() }, { articleId, claimId }, judgement)),
);
await db.$disconnect();
const acknowledged = reviewers.filter((_, index) => {
  const answer = answers[index];
  return answer?.status === 'fulfilled' && answer.value.ok;
});
process.stdout.write(JSON.stringify(acknowledged));
