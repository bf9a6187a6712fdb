'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { Button } from '#ui/button';
import { PasswordField } from '../../(door)/fields';
import { leaveFor, signInHere } from '../../(door)/sign-in-here';
import { useForm } from '../../browser/use-form';
import { changePassword } from './actions';

/** Changes the password and carries on in this browser with a session of its own. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('people.settings.password');
  const door = useTranslations('people.door');
  const { form, isPending, trouble, errorOf, formError } = useForm(['current', 'password'], async (fields, sent) => {
    const changed = await changePassword(fields);
    if (!changed.ok) return changed;
    const trouble = await signInHere(changed.value.email, fields.password).catch(() => 'failed');
    if (trouble) return leaveFor('/sign-in?next=/settings');
    sent.reset();
    toast.success(t('changed'));
    return null;
  });
  const isWrongCurrent = typeof trouble === 'object' && trouble?.code === 'password-wrong';
  return (
    <form {...form} className="grid max-w-[360px] gap-1.5">
      {/* For password managers, which file a password under its account. */}
      <input hidden readOnly type="email" autoComplete="username" value={email} />
      <PasswordField
        name="current"
        label={t('current')}
        autoComplete="current-password"
        error={isWrongCurrent ? t('currentWrong') : errorOf('current')}
      />
      <PasswordField
        name="password"
        label={t('next')}
        hint={door('passwordHint')}
        autoComplete="new-password"
        error={errorOf('password')}
      />
      {formError && (
        <p role="alert" className="text-[13px] text-false">
          {formError}
        </p>
      )}
      <Button type="submit" className="mt-1 justify-self-start" disabled={isPending}>
        {isPending ? t('changing') : t('change')}
      </Button>
    </form>
  );
}
