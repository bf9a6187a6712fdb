'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import type { SecondStepView } from '#lib/domain/people/second-factor';
import { Button } from '#ui/button';
import { useForm } from '../../../browser/use-form';
import { OwnPasswordField } from '../own-password-field';
import { removeSecondStep, renewRecoveryCodes } from './actions';
import { RecoveryCodes } from './recovery-codes';
import { CodeField, FormError, SetUp } from './set-up';

type Open = 'set-up' | 'renew' | 'remove' | null;

/** A person's own second step: sets it up, makes recovery codes, removes it. */
export function SecondStep({ isOn, codesLeft, isRequired, hasPassword }: SecondStepView) {
  const t = useTranslations('access.secondStep');
  const router = useRouter();
  const [open, setOpen] = useState<Open>(null);
  const close = () => {
    setOpen(null);
    router.refresh();
  };
  if (!hasPassword) return <p className="text-ink-3">{t('noPassword')}</p>;
  if (open === 'set-up') return <SetUp onDone={close} onCancel={() => setOpen(null)} />;
  if (open === 'renew') return <Renew onDone={close} />;
  if (open === 'remove') return <Remove onDone={close} onCancel={() => setOpen(null)} />;
  return (
    <>
      <p>
        {t(isOn ? 'isOn' : 'isOff')} {isOn && t('codesLeft', { count: codesLeft })} {isRequired && t('required')}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        {isOn ? (
          <>
            <Button onClick={() => setOpen('renew')}>{t('renew')}</Button>
            {!isRequired && (
              <Button look="danger" onClick={() => setOpen('remove')}>
                {t('remove')}
              </Button>
            )}
          </>
        ) : (
          <Button onClick={() => setOpen('set-up')}>{t('setUp')}</Button>
        )}
      </div>
    </>
  );
}

function Renew({ onDone }: { onDone: () => void }) {
  const t = useTranslations('access.secondStep');
  const [codes, setCodes] = useState<string[] | null>(null);
  const { form, isPending, errorOf, formError } = useForm(['code'], async ({ code }) => {
    const made = await renewRecoveryCodes({ code });
    if (!made.ok) return made;
    setCodes(made.value.codes);
    return null;
  });
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  return (
    <form {...form} className="grid max-w-[360px] gap-1.5">
      <p className="text-[13px] text-ink-2">{t('renewText')}</p>
      <CodeField error={errorOf('code')} />
      <FormError text={formError} />
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={isPending}>
          {t('renew')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

function Remove({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const t = useTranslations('access.secondStep');
  const { form, isPending, trouble, errorOf, formError } = useForm(['password', 'code'], async (fields) => {
    const removed = await removeSecondStep(fields);
    if (!removed.ok) return removed;
    toast.success(t('removed'));
    onDone();
    return null;
  });
  return (
    <form {...form} className="grid max-w-[360px] gap-1.5">
      <p className="text-[13px] text-ink-2">{t('removeText')}</p>
      <OwnPasswordField form={{ trouble, errorOf }} />
      <CodeField error={errorOf('code')} />
      <FormError text={formError} />
      <div className="flex gap-2">
        <Button type="submit" look="danger" disabled={isPending}>
          {t('remove')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
