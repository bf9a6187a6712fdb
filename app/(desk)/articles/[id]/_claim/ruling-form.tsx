'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { type Verdict, verdicts } from '#lib/domain/claims/standing';
import type { Refusal } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { Field, Select } from '#ui/field';
import { TextArea } from '#ui/text-control';
import { isEscape } from '../../../../browser/keys';
import { useDraft } from '../../../../browser/use-draft';
import { useRefusalText } from '../../../../i18n/refusal';
import type { Commands } from '../_state/use-review';

/** An editor's final word on a claim, with the reason that everybody will read. */
export function RulingForm({
  claim,
  meId,
  commands,
  onClose,
}: {
  claim: ClaimView;
  meId: string;
  commands: Commands;
  onClose: () => void;
}) {
  const t = useTranslations('review.ruling');
  const words = useTranslations('words');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const [verdict, setVerdict] = useState<Verdict>(claim.ruling?.verdict ?? claim.judgements[0]?.verdict ?? 'disputed');
  const reason = useDraft(meId, `ruling:${claim.id}`, claim.ruling?.reason ?? '');
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const answer = await commands.rule(claim, { verdict, reason: reason.text });
    if (answer.ok) {
      reason.forget();
      onClose();
    } else setRefusal(answer);
  }

  return (
    <form
      onSubmit={submit}
      className="mt-3 grid gap-2.5 border-t border-line-2 pt-3"
      onKeyDown={(event) => isEscape(event) && onClose()}
    >
      <Field label={t('verdict')}>
        <Select value={verdict} onChange={(event) => setVerdict(event.target.value as Verdict)}>
          {verdicts.map((value) => (
            <option key={value} value={value}>
              {words(`standing.${value}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('reason')} error={refusal?.field?.endsWith('reason') ? refusalText(refusal) : undefined}>
        <TextArea
          autoFocus
          rows={3}
          maxLength={4000}
          value={reason.text}
          onChange={(event) => reason.type(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        {claim.ruling && (
          <Button
            size="small"
            look="danger"
            className="mr-auto"
            onClick={async () => {
              if ((await commands.rule(claim, null)).ok) onClose();
            }}
          >
            {t('withdraw')}
          </Button>
        )}
        <Button size="small" look="quiet" onClick={onClose}>
          {shell('cancel')}
        </Button>
        <Button size="small" look="primary" type="submit">
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
