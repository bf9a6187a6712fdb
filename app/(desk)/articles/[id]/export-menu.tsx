'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import {
  type ListFormat,
  type ListSelection,
  listFormats,
  listSelections,
  takesSelection,
} from '#lib/domain/claim-list';
import { buttonClass } from '#ui/button';
import { Dialog } from '#ui/dialog';

/** Takes the claim list away: which claims, and in which form. */
export function ExportMenu({ articleId }: { articleId: string }) {
  const t = useTranslations('review.export');
  const shell = useTranslations('shell');
  const [isOpen, setOpen] = useState(false);
  const [which, setWhich] = useState<ListSelection>('all');
  const [format, setFormat] = useState<ListFormat>('csv');
  return (
    <>
      <button type="button" className={buttonClass('plain', 'small')} onClick={() => setOpen(true)}>
        <Download size={14} /> {t('title')}
      </button>
      <Dialog open={isOpen} onOpenChange={setOpen} title={t('title')} closeLabel={shell('close')}>
        <div className="grid gap-4">
          {takesSelection(format) && (
            <Choice
              legend={t('which')}
              options={listSelections}
              chosen={which}
              onChoose={setWhich}
              name={(one) => t(one)}
            />
          )}
          <Choice
            legend={t('form')}
            options={listFormats}
            chosen={format}
            onChoose={setFormat}
            name={(one) => t(`format.${one}`)}
          />
          <a
            href={`/articles/${articleId}/export?which=${which}&format=${format}`}
            download
            className={`${buttonClass('primary')} justify-self-end`}
            onClick={() => setOpen(false)}
          >
            <Download size={15} /> {t('download')}
          </a>
        </div>
      </Dialog>
    </>
  );
}

type ChoiceProps<T extends string> = {
  legend: string;
  options: readonly T[];
  chosen: T;
  onChoose: (option: T) => void;
  name: (option: T) => string;
};

function Choice<T extends string>({ legend, options, chosen, onChoose, name }: ChoiceProps<T>) {
  return (
    <fieldset>
      <legend className="mb-1 text-[13px] font-medium text-ink-2">{legend}</legend>
      {options.map((option) => (
        <label key={option} className="flex items-center gap-2 rounded-md px-2 py-1.5 hover:bg-wash">
          <input type="radio" name={legend} checked={option === chosen} onChange={() => onChoose(option)} />
          {name(option)}
        </label>
      ))}
    </fieldset>
  );
}
