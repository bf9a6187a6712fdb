/** The work that runs in worker processes: readers of untrusted or long text, and the drawing of cards. */
import { fingerprintOf } from '#lib/domain/articles/near-duplicate';
import { readArticleFile } from '#lib/domain/exchange/article-file-text';
import { readPacketManifest } from '#lib/domain/exchange/packet-input';
import { diffRevisions } from '#lib/domain/revisions/diff';
import { withKinds } from '#lib/domain/revisions/editing';
import { planRevision } from '#lib/domain/revisions/plan';
import { drawReportCard } from '#lib/export/card-picture';
import { type DraftResult, draftFromText } from '#lib/intake/draft';
import { readFeed } from '#lib/intake/fact-checks/read-feed';
import { mediaTypeOf } from '#lib/intake/file/media-type';
import { compareTexts } from '#lib/intake/file-text/compare-texts';
import { findClaimsInTexts, findInTexts } from '#lib/intake/file-text/find-in-texts';
import { partOfText, readAndPack } from '#lib/intake/file-text/packed-text';
import { readCitedPage, readOriginal } from '#lib/intake/original';
import { draftFromMarkup, type PageResult } from '#lib/intake/page';
import { cleanCopy } from '#lib/intake/page/sanitise';
import { proposeClaims } from '#lib/reading/proposals';

type Text = { text: string; today: string };
type Plan = Parameters<typeof planRevision>;
type Diff = Parameters<typeof diffRevisions>;
type Kinds = Parameters<typeof withKinds>;

export const jobs = {
  'read-text': ({ text, today }: Text): DraftResult => draftFromText(text, { today }),
  'read-markup': ({ text, today }: Text): PageResult => draftFromMarkup(text, { today }),
  'read-original': readOriginal,
  'read-source': readCitedPage,
  'read-feed': readFeed,
  'media-type': mediaTypeOf,
  'read-file-text': readAndPack,
  'part-of-text': partOfText,
  'find-in-texts': findInTexts,
  'find-claims-in-texts': findClaimsInTexts,
  'compare-texts': compareTexts,
  'read-article-file': readArticleFile,
  'read-packet-manifest': readPacketManifest,
  'clean-copy': cleanCopy,
  'propose-claims': proposeClaims,
  fingerprint: fingerprintOf,
  'plan-revision': (of: Plan) => planRevision(...of),
  'diff-revisions': (of: Diff) => diffRevisions(...of),
  'set-kinds': (of: Kinds) => withKinds(...of),
  'draw-card': drawReportCard,
};

export type Jobs = typeof jobs;
