'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ClaimView, SpeakerView } from '#lib/domain/claims/claim-view';
import { later } from '../../../../browser/later';
import type { Commands } from '../_state/use-review';
import { SpeakerChoice } from './forms';
import { speakerDetail } from './speaker-detail';

const SpeakerDialog = later(() => import('../../../speakers/speaker-dialog').then((dialog) => dialog.SpeakerDialog));

type SpeakerFieldProps = { claim: ClaimView; speakers: SpeakerView[]; commands: Commands; readOnly: boolean };

/** Who says it: one of the desk's speakers, or somebody new. */
export function SpeakerField({ claim, speakers, commands, readOnly }: SpeakerFieldProps) {
  const t = useTranslations('review.speaker');
  const [open, setOpen] = useState<'nothing' | 'choice' | 'dialog'>('nothing');
  const { speaker } = claim;
  const close = () => setOpen('nothing');

  if (open === 'choice') {
    const choose = async (chosen: Parameters<Commands['describe']>[1]['speaker']) => {
      const answer = await commands.describe(claim, { speaker: chosen });
      if (answer.ok) close();
    };
    return <SpeakerChoice current={speaker} speakers={speakers} onChoose={choose} onCancel={close} />;
  }
  if (!speaker) {
    return readOnly ? null : (
      <button type="button" className="mt-1.5 text-[13px] text-ink-2 hover:underline" onClick={() => setOpen('choice')}>
        {t('add')}
      </button>
    );
  }
  const detail = speakerDetail(speaker);
  return (
    <p className="mt-1.5 flex flex-wrap items-baseline gap-x-2 text-[13px] text-ink-2">
      <span>
        {t('says', { name: speaker.name })}
        {detail && <span className="text-ink-3"> · {detail}</span>}
      </span>
      {!readOnly && (
        <span className="flex gap-2 text-[12.5px]">
          <button type="button" className="text-accent hover:underline" onClick={() => setOpen('choice')}>
            {t('change')}
          </button>
          <button type="button" className="text-accent hover:underline" onClick={() => setOpen('dialog')}>
            {t('edit')}
          </button>
        </span>
      )}
      {open === 'dialog' && (
        <SpeakerDialog
          speaker={speaker}
          others={speakers.filter(({ id }) => id !== speaker.id)}
          onClose={close}
          onChanged={commands.showSpeaker}
        />
      )}
    </p>
  );
}
