'use client';

import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#ui/button';
import { useForm } from '../../browser/use-form';
import { FormEnd, PasswordField, TextField } from '../fields';
import { leaveFor, signInHere } from '../sign-in-here';

type SignInFormProps = { next: string; outside: { id: string; name: string }[] };

export function SignInForm({ next, outside }: SignInFormProps) {
  const t = useTranslations('people.door');
  const [asksCode, setAsksCode] = useState(false);
  const { form, isPending, trouble, errorOf, formError } = useForm(
    ['email', 'password', 'code'],
    async ({ email, password, code }) => {
      const trouble = await signInHere(email, password, code);
      if (typeof trouble === 'object' && trouble?.field === 'code') setAsksCode(true);
      return trouble ?? leaveFor(next);
    },
  );
  // Asking for the code is the next step, not an error.
  const isFirstAsked = typeof trouble === 'object' && trouble?.code === 'code-wanted';
  return (
    <>
      <form {...form} className="mt-5 grid gap-1.5">
        <TextField
          name="email"
          type="email"
          label={t('email')}
          autoComplete="username"
          autoFocus
          error={errorOf('email')}
        />
        <PasswordField
          name="password"
          label={t('password')}
          autoComplete="current-password"
          error={errorOf('password')}
        />
        {asksCode && (
          <TextField
            name="code"
            label={t('code')}
            hint={t('codeHint')}
            autoComplete="one-time-code"
            autoCapitalize="none"
            autoFocus
            error={isFirstAsked ? undefined : errorOf('code')}
          />
        )}
        <FormEnd error={formError} isPending={isPending} name={t('signIn')} busyName={t('signingIn')} />
      </form>
      {outside.length > 0 && (
        <div className="mt-5 grid gap-2 border-t border-line pt-5">
          {outside.map(({ id, name }) => (
            <Button key={id} className="min-h-10 w-full" onClick={() => void signIn(id, { callbackUrl: next })}>
              {t('signInWith', { name })}
            </Button>
          ))}
        </div>
      )}
      <p className="mt-5 text-[12.5px] text-ink-3">{t('noAccount')}</p>
    </>
  );
}
