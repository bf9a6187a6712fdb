'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '#ui/button';
import { Field } from '#ui/field';
import { TextArea } from '#ui/text-control';
import { isEscape } from '../../../../browser/keys';
import { send } from '../../../../browser/requests';
import { useRefusalText } from '../../../../i18n/refusal';
import { correct } from './actions';

type CorrectionFieldProps = {
  claim: { articleId: string; claimId: string; edition: number; number: number };
  language: string;
  correction: string | null;
  /** Worked out of the sources. */
  proposed: string | null;
};

/** Where an editor writes what the article should say instead of a claim. */
export function CorrectionField({ claim, language, correction, proposed }: CorrectionFieldProps) {
  const t = useTranslations('publish.correction');
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const [text, setText] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string>();
  const [isPending, start] = useTransition();

  const save = () =>
    start(async () => {
      const { number: _, ...ref } = claim;
      const saved = await send(correct, { ...ref, text: text ?? '' });
      if (!saved.ok) return setTrouble(refusalText(saved));
      setTrouble(undefined);
      setText(null);
      toast.success(t(text?.trim() ? 'saved' : 'removed'));
    });

  if (text === null) {
    return (
      <Button
        size="small"
        className="mt-2"
        aria-label={t(correction ? 'editOf' : 'writeOf', { number: claim.number })}
        onClick={() => setText(correction ?? proposed ?? '')}
      >
        {t(correction ? 'edit' : 'write')}
      </Button>
    );
  }
  return (
    <form
      className="mt-2 grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field
        label={t('label')}
        error={trouble}
        hint={proposed && text === proposed && !correction ? t('proposed') : undefined}
      >
        <TextArea
          lang={language}
          rows={3}
          maxLength={4_000}
          value={text}
          // It opens where the person just pressed.
          autoFocus
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (isEscape(event)) setText(null);
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) save();
          }}
        />
      </Field>
      <span className="flex gap-2">
        <Button type="submit" look="primary" size="small" disabled={isPending}>
          {t('save')}
        </Button>
        <Button size="small" onClick={() => setText(null)}>
          {shell('cancel')}
        </Button>
      </span>
    </form>
  );
}
