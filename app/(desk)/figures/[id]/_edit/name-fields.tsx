'use client';

import { useTranslations } from 'next-intl';
import type { Refusal } from '#lib/domain/refusal';
import { Field } from '#ui/field';
import { TextInput } from '#ui/text-control';
import { useRefusalText } from '../../../../i18n/refusal';

/** A metric's name as it is typed. */
export type TypedName = { subject: string; measure: string; scope: string };

type NameFieldsProps = { name: TypedName; refusal: Refusal | null; onChange: (changed: Partial<TypedName>) => void };

export function NameFields({ name, refusal, onChange }: NameFieldsProps) {
  const t = useTranslations('figures.edit');
  const refusalText = useRefusalText();
  return (['subject', 'measure', 'scope'] as const).map((field) => {
    // An input's own refusals name the whole path, those of the ledger the field alone.
    const isWrong = refusal?.field?.split('.').at(-1) === field;
    return (
      <Field
        key={field}
        label={t(field)}
        hint={t(`${field}Hint`)}
        error={isWrong && refusal ? refusalText(refusal) : undefined}
      >
        <TextInput
          maxLength={120}
          value={name[field]}
          aria-invalid={isWrong || undefined}
          onChange={({ target }) => onChange({ [field]: target.value })}
        />
      </Field>
    );
  });
}

/** What is wrong with the whole form, where no field of the name is to blame. */
export function FormError({ refusal }: { refusal: Refusal | null }) {
  const refusalText = useRefusalText();
  const field = refusal?.field?.split('.').at(-1);
  if (!refusal || field === 'subject' || field === 'measure' || field === 'scope') return null;
  return (
    <p role="alert" className="text-[13px] text-false">
      {refusalText(refusal)}
    </p>
  );
}
