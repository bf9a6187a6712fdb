'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { toast } from 'sonner';
import type { Result } from '#lib/domain/refusal';
import { Button } from '#ui/button';
import { Dialog } from '#ui/dialog';
import { useRefusalText } from '../../i18n/refusal';

type ConfirmButtonProps<T> = {
  /** What it does, on the button and in the dialog; `name`: the same with whom it concerns, where the button has no room. */
  label: string;
  name?: string;
  /** Stands in a row of others, where it takes little room. */
  isInRow?: boolean;
  dialog: { title: string; text: string; keep: string };
  act: () => Promise<Result<T>>;
  /** What is said when it is done. */
  doneText: (value: T) => string;
};

/** A button of an act that is hard to take back: it asks once more in a dialog. */
export function ConfirmButton<T>({ label, name, isInRow = false, dialog, act, doneText }: ConfirmButtonProps<T>) {
  const shell = useTranslations('shell');
  const refusalText = useRefusalText();
  const [isOpen, setOpen] = useState(false);
  const [isPending, startTransition] = useTransition();
  const run = () =>
    startTransition(async () => {
      const answer = await act();
      setOpen(false);
      if (answer.ok) toast.success(doneText(answer.value));
      else toast.error(refusalText(answer));
    });
  return (
    <>
      <Button
        look={isInRow ? 'quiet' : undefined}
        className={isInRow ? 'sm:min-h-8 sm:px-2.5 sm:text-[13px]' : 'mt-4'}
        aria-label={name}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title={dialog.title}
        description={dialog.text}
        closeLabel={shell('close')}
      >
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={() => setOpen(false)}>
            {dialog.keep}
          </Button>
          <Button look="danger" disabled={isPending} onClick={run}>
            {label}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
