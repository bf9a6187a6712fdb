'use client';

import { useTranslations } from 'next-intl';
import type { JoinPurpose } from '#lib/domain/people/person-input';
import { useForm } from '../browser/use-form';
import { joinDesk, setUpDesk } from './actions';
import { FormEnd, PasswordField, TextField } from './fields';
import { leaveFor, signInHere } from './sign-in-here';

/** The form by which somebody with a link gets an account, and is signed in. */
export function JoinForm({ purpose, token }: { purpose: JoinPurpose; token: string }) {
  const t = useTranslations('people.door');
  const { form, isPending, errorOf, formError } = useForm(['name', 'email', 'password'], async (fields) => {
    const joined = await (purpose === 'setup' ? setUpDesk : joinDesk)({ ...fields, token });
    if (!joined.ok) return joined;
    const trouble = await signInHere(joined.value.email, fields.password).catch(() => 'failed');
    return leaveFor(trouble ? '/sign-in?notice=joined' : '/articles');
  });
  return (
    <form {...form} className="mt-5 grid gap-2.5">
      <TextField
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        autoComplete="name"
        autoFocus
        error={errorOf('name')}
      />
      <TextField
        name="email"
        type="email"
        label={t('email')}
        hint={t('emailHint')}
        autoComplete="username"
        error={errorOf('email')}
      />
      <PasswordField
        name="password"
        label={t('password')}
        hint={t('passwordHint')}
        autoComplete="new-password"
        error={errorOf('password')}
      />
      <FormEnd
        error={formError}
        isPending={isPending}
        name={t(purpose === 'setup' ? 'setUp' : 'join')}
        busyName={t('joining')}
      />
    </form>
  );
}
