'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ApiScope, actOfScope, apiScopes, tokenLifetimes } from '#lib/domain/people/api-scope';
import { may, type Role } from '#lib/domain/people/permission';
import { Button } from '#ui/button';
import { Field, Select } from '#ui/field';
import { TextInput } from '#ui/text-control';
import { send } from '../../../browser/requests';
import { useForm } from '../../../browser/use-form';
import { ShownOnce } from '../../_shell/shown-once';
import { makeToken } from './actions';

type Lifetime = (typeof tokenLifetimes)[number];

/** What a new token is called, does and for how long; then its secret, this once. */
export function TokenForm({ role, onDone }: { role: Role; onDone: () => void }) {
  const t = useTranslations('api.tokens');
  const shell = useTranslations('shell');
  const [scopes, setScopes] = useState<ApiScope[]>(['read']);
  const [lifetime, setLifetime] = useState<Lifetime>(90);
  const [secret, setSecret] = useState<string | null>(null);
  const { form, isPending, errorOf, formError } = useForm(['name'], async ({ name }) => {
    const made = await send(makeToken, { name, scopes, lifetime });
    if (!made.ok) return made;
    setSecret(made.value.secret);
    return null;
  });
  if (secret) {
    return (
      <section aria-label={t('madeTitle')}>
        <h3 className="font-medium">{t('madeTitle')}</h3>
        <p className="text-[13px] text-ink-2">{t('madeText')}</p>
        <ShownOnce address={secret} label={t('secret')} copyLabel={t('copy')} copiedLabel={t('copied')} />
        <div className="mt-4 flex justify-end">
          <Button look="primary" onClick={onDone}>
            {t('done')}
          </Button>
        </div>
      </section>
    );
  }
  const noteOf = (scope: ApiScope) => {
    if (scope === 'read') return t('always');
    return may({ role }, actOfScope[scope]) ? null : t('beyondRole');
  };
  return (
    <form {...form} className="grid gap-4">
      <Field label={t('name')} hint={t('nameHint')} error={errorOf('name')}>
        <TextInput
          name="name"
          placeholder={t('namePlaceholder')}
          autoComplete="off"
          maxLength={100}
          aria-invalid={errorOf('name') ? true : undefined}
        />
      </Field>
      <fieldset>
        <legend className="mb-1 text-[13px] font-medium text-ink-2">{t('scopes')}</legend>
        {apiScopes.map((scope) => (
          <label key={scope} className="flex items-start gap-2.5 rounded-md px-2 py-1.5 hover:bg-wash">
            <input
              type="checkbox"
              className="mt-1"
              checked={scopes.includes(scope)}
              disabled={noteOf(scope) !== null}
              onChange={({ target }) =>
                setScopes(target.checked ? [...scopes, scope] : scopes.filter((one) => one !== scope))
              }
            />
            <span>
              {t(`scope.${scope}`)} <code className="font-mono text-[12px] text-ink-3">{scope}</code>
              {noteOf(scope) && <span className="block text-[12.5px] text-ink-3">{noteOf(scope)}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <Field label={t('lifetime')} className="sm:max-w-[220px]">
        <Select value={lifetime} onChange={({ target }) => setLifetime(lifetimeOf(target.value))}>
          {tokenLifetimes.map((days) => (
            <option key={days} value={days}>
              {t('days', { days })}
            </option>
          ))}
        </Select>
      </Field>
      {formError && (
        <p role="alert" className="text-[13px] text-false">
          {formError}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onDone}>
          {shell('cancel')}
        </Button>
        <Button type="submit" look="primary" disabled={isPending}>
          {isPending ? t('making') : t('make')}
        </Button>
      </div>
    </form>
  );
}

const lifetimeOf = (value: string): Lifetime => tokenLifetimes.find((days) => String(days) === value) ?? 90;
