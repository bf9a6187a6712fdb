'use client';

import { useTranslations } from 'next-intl';
import { PasswordField } from '../../(door)/fields';
import type { Trouble } from '../../browser/use-form';

type OwnPasswordFieldProps = {
  /** What the form was answered, and what it says of the field `password`. */
  form: { trouble: Trouble | null; errorOf: (name: 'password') => string | undefined };
  autoFocus?: boolean;
};

/** The field `password` of a form that asks its person for their present password, as proof that they are who they are. */
export function OwnPasswordField({ form: { trouble, errorOf }, autoFocus }: OwnPasswordFieldProps) {
  const t = useTranslations('access.secondStep');
  const people = useTranslations('people.settings.password');
  const isWrong = typeof trouble === 'object' && trouble?.code === 'password-wrong';
  return (
    <PasswordField
      name="password"
      label={t('password')}
      autoComplete="current-password"
      autoFocus={autoFocus}
      error={isWrong ? people('currentWrong') : errorOf('password')}
    />
  );
}
