'use client';

import { useTranslations } from 'next-intl';
import { send } from '../../../browser/requests';
import { ConfirmButton } from '../confirm-button';
import { endSessionsOfPeople } from './actions';

/** Ends the sessions of a colleague, or of everybody else where `person` is null, once an admin is sure. */
export function EndSessionsButton({ person }: { person: { id: string; name: string } | null }) {
  const t = useTranslations('access.sessions');
  return (
    <ConfirmButton
      label={person ? t('endAll') : t('endEverybody')}
      name={person ? t('endAllOf', { name: person.name }) : undefined}
      isInRow={person !== null}
      dialog={{
        title: person ? t('endAllTitle', { name: person.name }) : t('endEverybodyTitle'),
        text: person ? t('endAllText') : t('endEverybodyText'),
        keep: t('keepThem'),
      }}
      act={() => send(endSessionsOfPeople, { id: person?.id })}
      doneText={(ended) => t('peopleEnded', ended)}
    />
  );
}
