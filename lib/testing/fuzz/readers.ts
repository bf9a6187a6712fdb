/** What reads a text of strangers, each as a function of the text. */
import { fingerprintOf } from '#lib/domain/articles/near-duplicate';
import { diffRevisions } from '#lib/domain/revisions/diff';
import { planRevision } from '#lib/domain/revisions/plan';
import { draftFromText } from '#lib/intake/draft';
import { draftFromMarkup, draftFromPage } from '#lib/intake/page';
import { proposeClaims } from '#lib/reading/proposals';

const body = (text: string) => [{ kind: 'body' as const, text }];
const edited = (text: string) => `It had ${text}`;

export const readers: Record<string, (text: string) => unknown> = {
  'claims of one paragraph': (text) => proposeClaims([text]),
  'claims of many paragraphs': (text) => proposeClaims(text.match(/.{1,500}/gs) ?? []),
  draft: (text) => draftFromText(text, { today: '2026-01-01' }),
  markup: (text) => draftFromMarkup(text),
  page: (text) => draftFromPage(text),
  fingerprint: (text) => fingerprintOf([text]),
  difference: (text) => diffRevisions(body(text), body(edited(text))),
  revision: (text) => {
    const claim = { paragraph: 0, kind: 'fact' as const, start: 0, end: Math.min(9, text.length) };
    const anchor = { ...claim, exact: text.slice(0, claim.end), prefix: '', suffix: '' };
    return planRevision(body(text), body(edited(text)), [anchor]);
  },
};
