'use client';

import { Pencil } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import type { SpeakerView } from '#lib/domain/claims/claim-view';
import { Button } from '#ui/button';
import { send } from '../../browser/requests';
import { useRefusalText } from '../../i18n/refusal';
import { separate } from './actions';
import { SpeakerDialog } from './speaker-dialog';

type Listed = SpeakerView & { merged: SpeakerView[]; claims: number; articles: number };

/** One speaker of the list, with what can be done. */
export function SpeakerRow({ speaker, others, mayEdit }: { speaker: Listed; others: SpeakerView[]; mayEdit: boolean }) {
  const t = useTranslations('review.speaker');
  const router = useRouter();
  const refusalText = useRefusalText();
  const [isOpen, setOpen] = useState(false);
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[1fr_auto] sm:items-start">
      <div className="min-w-0">
        <Link href={`/speakers/${speaker.id}`} className="font-medium hover:underline">
          {speaker.name}
        </Link>
        <p className="text-[12.5px] text-ink-2">{[speaker.organisation, speaker.role].filter(Boolean).join(' · ')}</p>
        {speaker.aliases.length > 0 && (
          <p className="text-[12.5px] text-ink-3">
            {t('aliases')}: {speaker.aliases.join(', ')}
          </p>
        )}
        {speaker.merged.map((one) => (
          <p key={one.id} className="flex items-center gap-2 text-[12.5px] text-ink-3">
            {t('includes')}: {[one.name, one.organisation, one.role].filter(Boolean).join(' · ')}
            {mayEdit && (
              <button
                type="button"
                className="text-accent hover:underline"
                onClick={async () => {
                  const answer = await send(separate, { id: one.id });
                  if (answer.ok) router.refresh();
                  else toast.error(refusalText(answer));
                }}
              >
                {t('separate')}
              </button>
            )}
          </p>
        ))}
      </div>
      <span className="flex items-center gap-3">
        <span className="num text-[12.5px] text-ink-2">
          {t('spokenIn', { claims: speaker.claims, articles: speaker.articles })}
        </span>
        {mayEdit && (
          <Button size="small" look="quiet" aria-label={`${t('edit')}: ${speaker.name}`} onClick={() => setOpen(true)}>
            <Pencil size={14} />
          </Button>
        )}
      </span>
      {isOpen && (
        <SpeakerDialog
          speaker={speaker}
          others={others.filter(({ id }) => id !== speaker.id)}
          onClose={() => setOpen(false)}
          onChanged={() => router.refresh()}
        />
      )}
    </li>
  );
}
