'use client';

import { useTranslations } from 'next-intl';
import { useForm } from '../../browser/use-form';
import { setLostPassword } from '../actions';
import { FormEnd, PasswordField } from '../fields';
import { leaveFor, signInHere } from '../sign-in-here';

/** The form by which somebody with a link sets a new password, and is signed in where no second step is asked for. */
export function NewPasswordForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('people.door');
  const { form, isPending, errorOf, formError } = useForm(['password'], async ({ password }) => {
    const set = await setLostPassword({ token, password });
    if (!set.ok) return set;
    const trouble = await signInHere(set.value.email, password).catch(() => 'failed');
    return leaveFor(trouble ? '/sign-in?notice=password' : '/articles');
  });
  return (
    <form {...form} className="mt-5 grid gap-2.5">
      {/* For the browser's own list of passwords, which keeps one for each account. */}
      <input type="text" name="email" autoComplete="username" defaultValue={email} readOnly hidden />
      <PasswordField
        name="password"
        label={t('newPassword')}
        hint={t('passwordHint')}
        autoComplete="new-password"
        autoFocus
        error={errorOf('password')}
      />
      <FormEnd error={formError} isPending={isPending} name={t('setPassword')} busyName={t('settingPassword')} />
    </form>
  );
}
