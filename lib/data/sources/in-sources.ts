/**
 * A claim and its evidence, looked for in the texts of sources: those that it cites, and those that its article cites
 * elsewhere. Whoever asks has only what they may see searched.
 */
import { sourcesHeldBackFrom, without } from '#lib/data/claims/blind';
import { type ClaimRef, claimNow } from '#lib/data/claims/read-claims';
import type { Database, Queryable } from '#lib/data/database/database';
import { soughtWords } from '#lib/domain/claims/in-source';
import type { PackedText } from '#lib/domain/files/file-text';
import type { FoundInSources, FoundInTexts, FoundPassage, SearchedText } from '#lib/domain/files/found-in-texts';
import type { Actor } from '#lib/domain/people/permission';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import type { Viewer } from '#lib/domain/review/blind';
import { quoteRelations } from '#lib/domain/sources/relations';
import { runApart } from '#lib/workers/run';
import { textOfFile } from './file-texts';
import { filesSeenBy } from './seen-files';
import { shownEvidence } from './sources';

/** Sources that are searched, those of the claim first, their texts, and the bytes of these as they are stored. */
const mostSources = 10;
const mostTexts = 20;
const mostBytes = 24 * 1024 * 1024;

const nothing: FoundInSources = { texts: [], excerpts: [], passages: [], isPartial: false, quoteIs: null };

/** Looks for a living claim, and for the excerpts of its evidence. Refused as `runApart` is, and where there is no claim. */
export async function findInSources(
  db: Database,
  ref: ClaimRef,
  viewer: Pick<Actor, 'id' | 'role'>,
): Promise<Result<FoundInSources>> {
  const claim = await claimNow(db, ref, viewer);
  if (!claim) return refuse('not-found');
  const excerpts = claim.evidence
    .filter(({ excerpt }) => excerpt !== '')
    .map(({ id, source, excerpt }) => ({ evidenceId: id, sourceId: source.id, excerpt }));
  const wanted = { quote: claim.kind === 'quote', figure: claim.kind === 'figure' };
  const own = claim.evidence.map(({ source }) => source.id);
  const others = wanted.quote || wanted.figure ? await citedIn(db, ref.articleId, viewer) : [];
  const paragraph = await db.paragraph.findUnique({ where: { id: claim.paragraphId }, select: { text: true } });
  const words = soughtWords(claim, paragraph?.text ?? '');
  const sourceIds = [...new Set([...own, ...others])].slice(0, mostSources);
  if (sourceIds.length === 0) return accept(nothing);
  const texts = await textsOf(db, sourceIds, viewer);
  if (texts.length === 0) return accept(nothing);
  const found = await runApart('find-in-texts', {
    quote: wanted.quote ? claim.exact : null,
    figure: wanted.figure ? words : null,
    excerpts,
    texts: texts.map(({ shown, packed, html }) => ({ sourceId: shown.sourceId, packed, html })),
  });
  if (!found.ok) return found;
  const known = new Set(excerpts.map(({ sourceId, excerpt }) => `${sourceId} ${excerpt}`));
  const isNew = ({ place, passage }: FoundInTexts['passages'][number]) =>
    !known.has(`${texts[place.text]?.shown.sourceId} ${passage}`);
  const { otherLanguage, ...value } = found.value;
  const shown = texts.map((text) => text.shown);
  return accept({
    ...value,
    passages: value.passages.filter(isNew),
    texts: shown,
    quoteIs: wanted.quote ? howQuoted(value.passages, { texts: shown, own, otherLanguage }) : null,
  });
}

/** How the sources that a quote cites have its words, or that all of them are in another language. */
function howQuoted(
  passages: FoundPassage[],
  { texts, own, otherLanguage }: { texts: SearchedText[]; own: string[]; otherLanguage: number[] },
): FoundInSources['quoteIs'] {
  const cited = texts.flatMap(({ sourceId }, number) => (own.includes(sourceId) ? [number] : []));
  // Passages of a claim that is a quote are of its words, the best first.
  const best = passages.find(({ place }) => cited.includes(place.text));
  if (best) return quoteRelations.find((relation) => relation === best.relation) ?? null;
  return cited.length > 0 && cited.every((number) => otherLanguage.includes(number)) ? 'translation' : null;
}

/** The sources that an article cites, as far as a person sees it. */
async function citedIn(db: Queryable, articleId: string, viewer: Viewer): Promise<string[]> {
  const rows = await db.evidence.findMany({
    where: { claim: { articleId, removedAt: null }, ...shownEvidence(viewer) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { source: { select: { id: true, mergedIntoId: true } } },
  });
  return rows.map(({ source }) => source.mergedIntoId ?? source.id);
}

export type TextOfSource = { shown: SearchedText; packed: PackedText | null; html: string | null };

/** The texts of sources that a person sees, and of those that are shown as them: their files, and the newest capture of each one's page. */
export async function textsOf(db: Database, sourceIds: string[], viewer: Viewer): Promise<TextOfSource[]> {
  const sources = await db.source.findMany({
    where: {
      OR: [{ id: { in: sourceIds } }, { mergedIntoId: { in: sourceIds } }],
      ...without(viewer, sourcesHeldBackFrom(viewer)),
    },
    select: {
      ...{ id: true, mergedIntoId: true, title: true },
      files: {
        where: { removedAt: null, ...filesSeenBy(viewer) },
        orderBy: { createdAt: 'desc' },
        select: {
          ...{ id: true, name: true, hash: true, mediaType: true, confidential: true },
          blob: { select: { size: true } },
        },
      },
      snapshots: { orderBy: { fetchedAt: 'desc' }, take: 1, select: { id: true, title: true, html: true } },
    },
  });
  const placeOf = (source: (typeof sources)[number]) => sourceIds.indexOf(source.mergedIntoId ?? source.id);
  const texts: TextOfSource[] = [];
  let bytes = 0;
  for (const source of sources.toSorted((one, other) => placeOf(one) - placeOf(other))) {
    const about = { sourceId: source.mergedIntoId ?? source.id, source: source.title };
    for (const { id, name, blob, confidential, ...file } of source.files) {
      if (texts.length === mostTexts) return texts;
      const text = await textOfFile(db, { ...file, ...blob });
      if (!text.ok || text.value.withText === 0) continue;
      bytes += text.value.packed.byteLength;
      if (bytes > mostBytes) return texts;
      const shown = { ...about, kind: 'file' as const, id, name, isConfidential: confidential };
      texts.push({ shown, packed: text.value, html: null });
    }
    for (const { id, title, html } of source.snapshots) {
      // A document has none: it is among the files.
      if (html === '') continue;
      bytes += html.length;
      if (texts.length === mostTexts || bytes > mostBytes) return texts;
      const shown = { ...about, kind: 'capture' as const, id, name: title, isConfidential: false };
      texts.push({ shown, packed: null, html });
    }
  }
  return texts;
}
