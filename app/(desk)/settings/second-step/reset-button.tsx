'use client';

import { useTranslations } from 'next-intl';
import { send } from '../../../browser/requests';
import { ConfirmButton } from '../confirm-button';
import { resetSecondStep } from './actions';

/** Resets the second step of a colleague who lost theirs, once an admin is sure. */
export function ResetButton({ person: { id, name } }: { person: { id: string; name: string } }) {
  const t = useTranslations('access.secondStep');
  return (
    <ConfirmButton
      label={t('reset')}
      name={t('resetOf', { name })}
      isInRow
      dialog={{ title: t('resetTitle', { name }), text: t('resetText'), keep: t('keep') }}
      act={() => send(resetSecondStep, { id })}
      doneText={() => t('resetDone', { name })}
    />
  );
}
