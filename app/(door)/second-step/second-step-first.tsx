'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#ui/button';
import { signOutHere } from '../../(desk)/_shell/sign-out';
import { SetUp } from '../../(desk)/settings/second-step/set-up';
import { leaveFor } from '../sign-in-here';

/** The set-up of a second step before anything else, and the way out. */
export function SecondStepFirst({ next }: { next: string }) {
  const t = useTranslations('access.secondStep');
  return (
    <>
      <SetUp onDone={() => void leaveFor(next)} />
      <Button look="quiet" className="mt-4" onClick={() => void signOutHere()}>
        {t('signOut')}
      </Button>
    </>
  );
}
