'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { Refusal } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { Field } from '#ui/field';
import { TextArea } from '#ui/text-control';
import { isEscape } from '../../../../browser/keys';
import { useRefusalText } from '../../../../i18n/refusal';
import type { Commands } from '../_state/use-review';

type FormProps = { claim: ClaimView; commands: Commands; onClose: () => void };

/** Sends a claim back to its reviewers, with what is missing. */
export function ReturnForm({ claim, commands, onClose }: FormProps) {
  const t = useTranslations('work');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const [note, setNote] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const answer = await commands.returnClaim(claim, note);
    setRefusal(answer.ok ? null : answer);
    if (answer.ok) onClose();
  }

  return (
    <form onSubmit={submit} className="grid gap-2" onKeyDown={(event) => isEscape(event) && onClose()}>
      <Field label={t('missing')} error={refusal ? refusalText(refusal) : undefined}>
        <TextArea autoFocus rows={2} maxLength={4000} value={note} onChange={({ target }) => setNote(target.value)} />
      </Field>
      <div className="flex justify-end gap-2">
        <Button size="small" look="quiet" onClick={onClose}>
          {shell('cancel')}
        </Button>
        <Button size="small" look="primary" type="submit">
          {t('return')}
        </Button>
      </div>
    </form>
  );
}
