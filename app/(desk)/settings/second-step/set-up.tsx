'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { NewFactorView } from '#lib/domain/people/second-factor';
import { Button } from '#ui/button';
import { TextField } from '../../../(door)/fields';
import { useForm } from '../../../browser/use-form';
import { OwnPasswordField } from '../own-password-field';
import { beginSecondStep, confirmSecondStep } from './actions';
import { RecoveryCodes } from './recovery-codes';

type SetUpProps = { onDone: () => void; onCancel?: () => void };

/** Sets a second step up: the password, then the app and its first code, then the recovery codes. */
export function SetUp({ onDone, onCancel }: SetUpProps) {
  const [factor, setFactor] = useState<NewFactorView | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (factor) return <FirstCode factor={factor} onCodes={setCodes} />;
  return <PasswordFirst onFactor={setFactor} onCancel={onCancel} />;
}

function PasswordFirst({ onFactor, onCancel }: { onFactor: (factor: NewFactorView) => void; onCancel?: () => void }) {
  const t = useTranslations('access.secondStep');
  const { form, isPending, trouble, errorOf, formError } = useForm(['password'], async ({ password }) => {
    const begun = await beginSecondStep({ password });
    if (!begun.ok) return begun;
    onFactor(begun.value);
    return null;
  });
  return (
    <form {...form} className="grid max-w-[360px] gap-1.5">
      <OwnPasswordField form={{ trouble, errorOf }} autoFocus />
      <FormError text={formError} />
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={isPending}>
          {t('next')}
        </Button>
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}

function FirstCode({ factor, onCodes }: { factor: NewFactorView; onCodes: (codes: string[]) => void }) {
  const t = useTranslations('access.secondStep');
  const { form, isPending, errorOf, formError } = useForm(['code'], async ({ code }) => {
    const confirmed = await confirmSecondStep({ code });
    if (!confirmed.ok) return confirmed;
    onCodes(confirmed.value.codes);
    return null;
  });
  const { secret, qr } = factor;
  return (
    <form {...form} className="grid max-w-[360px] gap-3">
      <p className="text-ink-2">{t('scan')}</p>
      {/* Scanners want dark squares on light ground, in the dark too. */}
      <svg
        role="img"
        aria-label={t('qr')}
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        width="200"
        height="200"
        shapeRendering="crispEdges"
        className="rounded-md border border-line"
      >
        <rect width={qr.size} height={qr.size} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
      <p className="text-[13px] text-ink-3">
        {t('byHand')}
        <code className="mt-0.5 block font-mono text-[13px] tracking-wide wrap-anywhere text-ink">
          {secret.match(/.{1,4}/g)?.join(' ')}
        </code>
      </p>
      <CodeField error={errorOf('code')} />
      <FormError text={formError} />
      <Button type="submit" look="primary" className="justify-self-start" disabled={isPending}>
        {t('confirm')}
      </Button>
    </form>
  );
}

/** A field for a code of six digits. */
export function CodeField({ error }: { error: string | undefined }) {
  const t = useTranslations('access.secondStep');
  return (
    <TextField
      name="code"
      label={t('code')}
      hint={t('codeHint')}
      inputMode="numeric"
      autoComplete="one-time-code"
      autoFocus
      error={error}
    />
  );
}

export function FormError({ text }: { text: string | undefined }) {
  return text ? (
    <p role="alert" className="text-[13px] text-false">
      {text}
    </p>
  ) : null;
}
