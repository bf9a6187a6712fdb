'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { claimAddress } from '#lib/domain/articles/addresses';
import type { Stance } from '#lib/domain/claims/source';
import { agrees, type CheckedAgainst, type FoundPassage } from '#lib/domain/files/found-in-texts';
import { Button } from '#ui/button';
import { keepDraft, readDraft } from '../../../../../browser/drafts';
import { send } from '../../../../../browser/requests';
import { useRead } from '../../../../../browser/use-read';
import { useRefusalText } from '../../../../../i18n/refusal';
import { addEvidence } from '../../_actions/actions';
import { ConfidentialNote, Passage, PassageRelation, Place, usePlaceInWords } from '../../_sources/passage';

type AgainstListProps = {
  articleId: string;
  /** Of the article. */
  language: string;
  sourceId: string;
  personId: string;
  mayAdd: boolean;
};

/** What was done with a finding: it became evidence, or it was set aside. */
type Done = Stance | 'dismissed';

const keyOf = (claimId: string, { passage, figure }: FoundPassage) => `${claimId} ${figure ?? ''} ${passage}`;

/** The claims on which a source bears, each with its passages: taken over or set aside one by one. */
export function AgainstList({ articleId, language, sourceId, personId, mayAdd }: AgainstListProps) {
  const t = useTranslations('review.against');
  const refusalText = useRefusalText();
  const { value, refusal } = useRead<CheckedAgainst>(`/api/articles/${articleId}/against/${sourceId}`);
  const target = `against:${articleId}:${sourceId}`;
  const [done, setDone] = useState<ReadonlyMap<string, Done>>(() => dismissedBefore(personId, target));
  const [busy, setBusy] = useState<string | null>(null);
  const placeInWords = usePlaceInWords(value?.texts ?? []);

  function note(key: string, what: Done | null) {
    const noted = (before: ReadonlyMap<string, Done>) => {
      const after = new Map(before);
      if (what === null) after.delete(key);
      else after.set(key, what);
      return after;
    };
    setDone(noted);
    if (what !== null && what !== 'dismissed') return;
    const dismissed = [...noted(done)].filter(([, one]) => one === 'dismissed').map(([one]) => one);
    keepDraft(personId, target, dismissed.length > 0 ? JSON.stringify(dismissed.slice(-mostDismissed)) : null);
  }
  async function take(claimId: string, passage: FoundPassage, stance: Stance) {
    const key = keyOf(claimId, passage);
    setBusy(key);
    const answer = await send(addEvidence, {
      ...{ articleId, claimId },
      evidence: {
        source: { id: sourceId },
        ...{ stance, excerpt: passage.passage, figure: passage.figure },
        locator: placeInWords(passage.place) || null,
      },
    });
    setBusy(null);
    if (answer.ok) note(key, stance);
    else toast.error(refusalText(answer));
  }

  if (refusal) return <p role="alert">{refusalText(refusal)}</p>;
  if (!value) return <p role="status">{t('reading')}</p>;
  const { found, texts, claims, left, isWithoutText } = value;
  if (isWithoutText) return <p role="status">{t('withoutText')}</p>;
  const both = (first: string, second: string) => t('both', { first, second });
  const bears = t('bears', { count: found.length, claims });
  const agreeing = found.filter(({ passages }) => passages[0] && agrees(passages[0])).length;
  return (
    <>
      <p role="status" className="mb-1 max-w-[75ch]">
        {found.length > 0 ? both(bears, t('split', { agreeing, other: found.length - agreeing })) : bears}
      </p>
      <p className="mb-4 max-w-[75ch] text-[13px] text-ink-3">
        {left > 0 ? both(t('text'), t('left', { count: left })) : t('text')}
      </p>
      <ol className="divide-y divide-line border-y border-line">
        {found.map(({ claim, passages }) => (
          <li key={claim.id} className="grid gap-x-6 gap-y-2 py-4 md:grid-cols-2">
            <div>
              <Link
                href={claimAddress(articleId, claim.number)}
                className="num text-[12.5px] text-accent hover:underline"
              >
                {t('claim', { number: claim.number })}
              </Link>
              <p lang={language} className="font-serif text-[16px]/[1.5] wrap-anywhere">
                {claim.exact}
              </p>
            </div>
            <ul className="grid gap-3">
              {passages.map((passage) => {
                const key = keyOf(claim.id, passage);
                const what = done.get(key);
                return (
                  <li key={key} className={what === 'dismissed' ? 'opacity-60' : undefined}>
                    <span className="flex flex-wrap items-baseline gap-x-2 text-[13px]">
                      <b className={`font-semibold ${agrees(passage) ? 'text-verified' : 'text-disputed'}`}>
                        <PassageRelation {...passage} />
                      </b>
                      <Place texts={texts} place={passage.place} words={passage.passage} />
                    </span>
                    <span className="mt-0.5 block font-serif text-[15px]/[1.5] wrap-anywhere">
                      <Passage {...passage} />
                    </span>
                    {what === undefined && mayAdd && <ConfidentialNote texts={texts} place={passage.place} />}
                    <span className="mt-1.5 flex flex-wrap items-center gap-1.5 text-[13px]">
                      {what === undefined && mayAdd && (
                        <>
                          {stancesOf(passage).map((stance, at) => (
                            <Button
                              key={stance}
                              size="small"
                              look={at === 0 ? 'plain' : 'quiet'}
                              disabled={busy !== null}
                              aria-label={t('takeFor', { stance, number: claim.number })}
                              onClick={() => void take(claim.id, passage, stance)}
                            >
                              {t('take', { stance })}
                            </Button>
                          ))}
                          <Button
                            size="small"
                            look="quiet"
                            aria-label={t('dismissFor', { number: claim.number })}
                            onClick={() => note(key, 'dismissed')}
                          >
                            {t('dismiss')}
                          </Button>
                        </>
                      )}
                      {what !== undefined && <span className="text-ink-2">{t('done', { what })}</span>}
                      {what === 'dismissed' && (
                        <Button size="small" look="quiet" onClick={() => note(key, null)}>
                          {t('bringBack')}
                        </Button>
                      )}
                    </span>
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}

/** What a passage may be evidence of, what it seems to be first. */
const stancesOf = (passage: FoundPassage): Stance[] =>
  agrees(passage) ? ['supports', 'refutes', 'context'] : ['refutes', 'supports', 'context'];

/** More than these are not remembered. */
const mostDismissed = 300;

/** What this person set aside here before, as this browser keeps it. */
function dismissedBefore(personId: string, target: string): Map<string, Done> {
  if (typeof window === 'undefined') return new Map();
  try {
    const kept: unknown = JSON.parse(readDraft(personId, target) ?? '[]');
    const keys = Array.isArray(kept) ? kept.filter((key): key is string => typeof key === 'string') : [];
    return new Map(keys.map((key) => [key, 'dismissed']));
  } catch {
    return new Map();
  }
}
