/** The two sample articles: put on a new desk, told apart by `sample`, taken away with everything that came with them. */

import { addArticle } from '#lib/data/articles/articles';
import { describeClaim } from '#lib/data/claims/edit-claim';
import { addEvidence, judgeClaim, ruleOnClaim } from '#lib/data/claims/findings';
import { markClaim } from '#lib/data/claims/mark-claim';
import { type Database, isUniqueViolation } from '#lib/data/database/database';
import { newId } from '#lib/data/database/id';
import { inTransaction, type Writer } from '#lib/data/history/change-log';
import { measureClaim } from '#lib/data/ledger/edit-metrics';
import { refreshMetric } from '#lib/data/metrics/refresh';
import { addSource } from '#lib/data/sources/sources';
import { addSpeakers } from '#lib/data/sources/speakers';
import type { ArticleFacts, DraftParagraph } from '#lib/domain/articles/article';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { SourceKind, Stance } from '#lib/domain/claims/source';
import type { Confidence, Verdict } from '#lib/domain/claims/standing';
import { accept, type Result } from '#lib/domain/refusal';
import type { ClaimKind } from '#lib/reading/claim-kinds';
import type { MetricName } from '#lib/reading/metrics';

export type SampleSet = {
  reviewers: readonly { key: string; name: string }[];
  speakers: { key: string; name: string; role: string | null; organisation: string | null; aliases?: string[] }[];
  sources: {
    key: string;
    title: string;
    publisher: string;
    url: string | null;
    published: string | null;
    accessed: string;
    kind: SourceKind;
    origin?: string;
    note?: string;
  }[];
  articles: (Omit<ArticleFacts, 'url'> & { paragraphs: DraftParagraph[]; claims: SampleClaim[] })[];
};

type SampleClaim = {
  paragraph: number;
  exact: string;
  occurrence?: number;
  kind: ClaimKind;
  speaker?: string;
  metric?: MetricName;
  evidence?: { source: string; stance: Stance; excerpt: string; locator?: string }[];
  judgements?: { by: string; verdict: Verdict; rationale: string; confidence: Confidence }[];
  adjudication?: { verdict: Verdict; reason: string };
};

/** A sample that is refused is a mistake of ours: the desk starts without it, loudly. */
function must<T>(result: Result<T>, what: string): T {
  if (!result.ok) throw new Error(`The sample is wrong at ${what}: ${result.code}`);
  return result.value;
}

/** Puts the samples on the desk, through the same writes that people use. Does nothing where they are there. */
export async function loadSamples(db: Database, set: SampleSet, now: Date): Promise<void> {
  if (await db.article.count({ where: { sample: true } })) return;
  await removeSamples({ db, actorId: '', now });
  const people = new Map<string, string>();
  for (const { key, name } of set.reviewers) {
    const role = key === 'editor' ? 'editor' : 'reviewer';
    const email = `${key}@sample.invalid`;
    // One of them may have stayed when the samples went.
    const { id } = await db.user.upsert({
      where: { email },
      create: { id: newId(), name, role, email, active: false, sample: true },
      update: {},
    });
    people.set(key, id);
  }
  const writerOf = (key: string) => ({ db, actorId: people.get(key) ?? '', now });
  const known = await inTransaction(writerOf('first'), async (tx) => {
    const entries = set.speakers.map(({ name, role, organisation, aliases = [] }) => ({
      ...{ name, role, organisation, aliases },
    }));
    return accept(await addSpeakers(tx, entries, { now, sample: true }));
  });
  must(known, 'its speakers');
  const speakers = new Map(set.speakers.map((speaker) => [speaker.key, speaker]));
  const sources = new Map<string, string>();
  const cited = await inTransaction(writerOf('first'), async (tx) => {
    for (const { key, origin: _, ...facts } of set.sources) {
      const added = await addSource(tx, writerOf('first'), { ...facts, originId: null, sample: true });
      sources.set(key, must(added, facts.title).id);
    }
    for (const { key, origin } of set.sources) {
      if (!origin) continue;
      await tx.source.update({ where: { id: sources.get(key) }, data: { originId: sources.get(origin) } });
    }
    return accept(null);
  });
  must(cited, 'its sources');
  for (const { claims, ...draft } of set.articles) {
    const facts = { ...draft, url: null };
    const article = await addArticle(writerOf('first'), facts, { intake: 'sample', sample: true });
    for (const sample of claims) {
      const text = draft.paragraphs[sample.paragraph]?.text ?? '';
      const start = placeOf(text, sample.exact, sample.occurrence ?? 0);
      const paragraphId = article.paragraphIds[sample.paragraph] ?? '';
      const place = { articleId: article.id, paragraphId, start, end: start + sample.exact.length };
      const what = `“${sample.exact}”`;
      const claim = must(await markClaim(writerOf('first'), place, sample.kind), what);
      await findOut({ articleId: article.id, claim, sample, what });
    }
  }
  // Speakers whom the reader found on the way: whatever this load made carries its moment.
  await db.speaker.updateMany({ where: { createdAt: now }, data: { sample: true } });
  await db.metric.updateMany({ where: { createdAt: now }, data: { sample: true } });

  async function findOut(about: { articleId: string; claim: ClaimView; sample: SampleClaim; what: string }) {
    const { sample, what } = about;
    const ref = { articleId: about.articleId, claimId: about.claim.id };
    const speaker = sample.speaker && speakers.get(sample.speaker);
    if (speaker) must(await describeClaim(writerOf('first'), ref, { speaker }), what);
    if (sample.metric) must(await measureClaim(writerOf('first'), ref, sample.metric), what);
    for (const { source, stance, excerpt, locator } of sample.evidence ?? []) {
      const facts = { source: { id: sources.get(source) ?? '' }, stance, excerpt, locator: locator ?? null };
      must(await addEvidence(writerOf('first'), ref, facts), what);
    }
    for (const { by, ...judgement } of sample.judgements ?? []) {
      must(await judgeClaim(writerOf(by), ref, judgement), what);
    }
    if (sample.adjudication) must(await ruleOnClaim(writerOf('editor'), ref, sample.adjudication), what);
  }
}

function placeOf(text: string, exact: string, occurrence: number): number {
  let place = text.indexOf(exact);
  for (let seen = 0; seen < occurrence && place >= 0; seen += 1) place = text.indexOf(exact, place + 1);
  return place;
}

/** Takes the samples away: articles, invented people, and the sources, speakers and metrics that no other article uses. */
export async function removeSamples(writer: Writer): Promise<{ articles: number }> {
  const { actorId, now } = writer;
  const removed = await inTransaction(writer, async (tx) => {
    const inSamples = { article: { sample: true } };
    const metrics = await tx.metric.findMany({ where: { claims: { some: inSamples } }, select: { id: true } });
    const speakers = await tx.speaker.findMany({ where: { claims: { some: inSamples } }, select: { id: true } });
    await tx.claim.deleteMany({ where: inSamples });
    const { count } = await tx.article.deleteMany({ where: { sample: true } });
    // What hangs on a row goes before it, so that the history tells of it too.
    const unused = { sample: true, claims: { none: {} } };
    await tx.metricChange.deleteMany({ where: { metric: unused } });
    await tx.metric.deleteMany({ where: unused });
    for (const { id } of metrics) await refreshMetric(tx, { actorId, now }, id);
    const uncited = { sample: true, evidence: { none: {} }, merged: { none: {} } };
    // Those merged into another go first: what others are shown as stays.
    for (const source of [{ ...uncited, mergedIntoId: { not: null } }, uncited]) {
      await tx.snapshot.deleteMany({ where: { source } });
      await tx.source.deleteMany({ where: source });
    }
    await tx.speaker.deleteMany({
      where: {
        OR: [{ sample: true }, { id: { in: speakers.map(({ id }) => id) } }],
        claims: { none: {} },
        merged: { none: {} },
      },
    });
    // A sample's source or metric that a real article uses stays, and so does whoever brought it.
    await tx.user.deleteMany({ where: { sample: true, sources: { none: {} }, metricChanges: { none: {} } } });
    return accept({ articles: count });
  });
  return must(removed, 'its removal');
}

export async function hasSamples(db: Database): Promise<boolean> {
  return (await db.article.count({ where: { sample: true, removedAt: null } })) > 0;
}

/** How long a server that began to load the samples is believed to be at it (ms); it may have been killed. */
const loading = 600_000;

/**
 * Loads the samples on a desk's first start, and not again after somebody took them away. Of two servers that start at once
 * one loads them.
 */
export async function loadSamplesOnce(db: Database, set: SampleSet, now: Date): Promise<void> {
  const key = 'samples-loaded';
  const begun = { since: now.getTime() };
  const known = await db.setting.findUnique({ where: { key } });
  if (known) {
    // A moment once they are loaded.
    const { value } = known;
    const since = value instanceof Object && 'since' in value ? Number(value.since) : null;
    if (since === null || since > now.getTime() - loading) return;
    await db.setting.update({ where: { key }, data: { value: begun } });
  } else {
    const isFirst = await db.setting.create({ data: { key, value: begun } }).then(
      () => true,
      (error: unknown) => {
        if (isUniqueViolation(error)) return false;
        throw error;
      },
    );
    if (!isFirst) return;
  }
  await loadSamples(db, set, now);
  await db.setting.update({ where: { key }, data: { value: now.toISOString() } });
}
