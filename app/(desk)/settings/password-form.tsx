'use client';

import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { Button } from '#ui/button';
import { PasswordField } from '../../(door)/fields';
import { useForm } from '../../browser/use-form';
import { changePassword } from './actions';

/** Changes the password; this browser stays signed in. `tokens`: how many living tokens and feed links the person has. */
export function PasswordForm({ email, tokens }: { email: string; tokens: number }) {
  const t = useTranslations('people.settings.password');
  const access = useTranslations('access.password');
  const door = useTranslations('people.door');
  const { form, isPending, trouble, errorOf, formError } = useForm(
    ['current', 'password', 'keepTokens'],
    async ({ current, password, keepTokens }, sent) => {
      const changed = await changePassword({ current, password, keepTokens: keepTokens === 'on' });
      if (!changed.ok) return changed;
      sent.reset();
      toast.success(t('changed'), {
        description: changed.value.tokens > 0 ? access('tokensEnded', { tokens: changed.value.tokens }) : undefined,
      });
      return null;
    },
  );
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
      {tokens > 0 && (
        <label className="flex items-start gap-2.5">
          <input type="checkbox" name="keepTokens" className="mt-1" />
          <span>
            {access('keepTokens', { tokens })}
            <span className="block text-[12.5px] text-ink-3">{access('keepTokensHint')}</span>
          </span>
        </label>
      )}
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
