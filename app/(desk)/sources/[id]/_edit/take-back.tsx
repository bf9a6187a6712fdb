'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { toast } from 'sonner';
import { send } from '../../../../browser/requests';
import { useRefusalText } from '../../../../i18n/refusal';
import { reinstate, separate } from '../../actions';

/** Takes a retirement or a merge of a source back. `label`: what it does, in full. */
export function TakeBack({ id, what, label }: { id: string; what: 'reinstate' | 'separate'; label: string }) {
  const t = useTranslations('sources.edit');
  const router = useRouter();
  const refusalText = useRefusalText();
  return (
    <button
      type="button"
      aria-label={label}
      className="text-accent hover:underline"
      onClick={async () => {
        const answer = await send(what === 'reinstate' ? reinstate : separate, { id });
        if (answer.ok) router.refresh();
        else toast.error(refusalText(answer));
      }}
    >
      {t(what)}
    </button>
  );
}
