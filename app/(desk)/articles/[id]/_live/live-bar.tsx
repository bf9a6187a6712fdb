'use client';

import { CloudOff, LogIn, RefreshCw } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { Avatar } from '../../../_shell/avatar';
import type { LiveView } from './connection';

/** How many others have a face here; the rest are a number. */
const mostFaces = 5;

const pill = 'inline-flex items-center gap-1.5 whitespace-nowrap rounded-full px-2.5 py-0.5 font-medium';
const warning = `${pill} bg-disputed-wash text-disputed`;

type LiveBarProps = { live: LiveView & { release: () => void }; claims: ClaimView[]; path: string };

/** Who else has the article open, updates that wait while one types, and whether the page still hears of them. */
export function LiveBar({ live, claims, path }: LiveBarProps) {
  const t = useTranslations('live');
  const { status, held, people, release } = live;
  return (
    <>
      <span role="status" className="contents">
        {status === 'offline' && (
          <span className={warning} title={t('offlineHint')}>
            <CloudOff size={13} aria-hidden="true" />
            {t('offline')}
          </span>
        )}
        {status === 'signed-out' && (
          <Link href={`/sign-in?next=${encodeURIComponent(path)}`} className={warning} title={t('signedOutHint')}>
            <LogIn size={13} aria-hidden="true" />
            {t('signedOut')}
          </Link>
        )}
        {status === 'gone' && (
          <button type="button" className={warning} title={t('goneHint')} onClick={() => window.location.reload()}>
            <RefreshCw size={13} aria-hidden="true" />
            {t('gone')}
          </button>
        )}
        {held > 0 && (
          <button
            type="button"
            className={`num ${pill} bg-accent-wash text-accent hover:underline`}
            title={t('updatesHint')}
            onClick={release}
          >
            {t('updates', { count: held })}
          </button>
        )}
      </span>
      {people.length > 0 && (
        <ul aria-label={t('here')} className="flex shrink-0 -space-x-1.5">
          {people.slice(0, mostFaces).map((person) => {
            const claim = claims.find(({ id }) => id === person.claimId);
            const { name } = person;
            const where = claim ? t('onClaim', { name, number: claim.number }) : t('reading', { name });
            return (
              <li key={person.id} title={where} className="relative rounded-full ring-2 ring-paper">
                <span aria-hidden="true">
                  <Avatar person={{ id: person.id, name }} small />
                </span>
                <span className="sr-only">{where}</span>
                {claim && (
                  <span
                    aria-hidden="true"
                    className="num absolute -right-1 -bottom-1 rounded-full border border-line bg-sheet px-1 text-[9px]/[13px] text-ink"
                  >
                    {claim.number}
                  </span>
                )}
              </li>
            );
          })}
          {people.length > mostFaces && (
            <li className="num pl-2.5">
              <span aria-hidden="true">+{people.length - mostFaces}</span>
              <span className="sr-only">{t('more', { count: people.length - mostFaces })}</span>
            </li>
          )}
        </ul>
      )}
    </>
  );
}
