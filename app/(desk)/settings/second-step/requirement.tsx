'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import { toast } from 'sonner';
import { send } from '../../../browser/requests';
import { useRefusalText } from '../../../i18n/refusal';
import { requireSecondStep } from './actions';

/** Whether the desk requires a second step of everybody who signs in with a password. */
export function Requirement({ isRequired }: { isRequired: boolean }) {
  const t = useTranslations('access.secondStep');
  const refusalText = useRefusalText();
  const [shown, show] = useOptimistic(isRequired);
  const [isPending, startTransition] = useTransition();
  const change = (required: boolean) =>
    startTransition(async () => {
      show(required);
      const answer = await send(requireSecondStep, { required });
      if (answer.ok) toast.success(t(required ? 'requiredNow' : 'requiredNoMore'));
      else toast.error(refusalText(answer));
    });
  return (
    <label className="flex items-start gap-2.5">
      <input
        type="checkbox"
        className="mt-1"
        checked={shown}
        disabled={isPending}
        onChange={({ target }) => change(target.checked)}
      />
      <span>
        {t('deskRequire')}
        <span className="block text-[12.5px] text-ink-3">{t('deskRequireText')}</span>
      </span>
    </label>
  );
}
