'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { PersonView } from '#lib/domain/people/person-view';
import { Tag } from '#ui/tag';
import { StandingTag } from '../../../../words/standing';
import { Avatar } from '../../../_shell/avatar';

/** The line of facts above a claim's words. */
export function CardHead({
  claim,
  paragraph,
  children,
}: {
  claim: ClaimView;
  paragraph: number;
  children?: ReactNode;
}) {
  const kinds = useTranslations('words.kind');
  const t = useTranslations('review');
  return (
    <span className="flex items-center gap-2 text-[12px] text-ink-3">
      <StandingTag standing={claim.standing} />
      {claim.lookAgain && <Tag tone="contested">{t('lookAgain')}</Tag>}
      <span className="truncate">
        {kinds(claim.kind)} · ¶{paragraph}
        {!claim.checkWorthy && ` · ${t('notWorthy')}`}
      </span>
      <span className="flex-1" />
      {children}
      <span className="num">#{claim.number}</span>
    </span>
  );
}

/** Who else has this very claim open. */
export function PresentHere({ people }: { people: PersonView[] }) {
  const t = useTranslations('live');
  if (people.length === 0) return null;
  return (
    <ul aria-label={t('onThis')} className="flex shrink-0 -space-x-1.5">
      {people.slice(0, 3).map((person) => (
        <li key={person.id} title={t('onThisOne', { name: person.name })} className="rounded-full ring-2 ring-sheet">
          <Avatar person={person} small />
        </li>
      ))}
      {people.length > 3 && <li className="num pl-2.5">+{people.length - 3}</li>}
    </ul>
  );
}
