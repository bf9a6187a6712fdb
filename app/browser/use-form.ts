'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState, useTransition } from 'react';
import type { Refusal } from '#lib/domain/refusal';
import { useRefusalText } from '../i18n/refusal';

/** What can go wrong beside a refusal: an answer that never came, and a browser that did not keep the session. */
export type Trouble = Refusal | 'failed' | 'no-cookie';

/**
 * A form that is sent by script: whether an answer is awaited, what is wrong with which field, and what is wrong with the
 * whole. After a refusal the field that it concerns has the focus.
 */
export function useForm<Name extends string>(
  names: readonly Name[],
  send: (fields: Record<Name, string>, form: HTMLFormElement) => Promise<Trouble | null>,
) {
  const t = useTranslations('people.trouble');
  const refusalText = useRefusalText();
  const form = useRef<HTMLFormElement>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isPending, startTransition] = useTransition();
  const field = typeof trouble === 'object' ? names.find((name) => name === trouble?.field) : undefined;

  useEffect(() => {
    const control = trouble && field ? form.current?.elements.namedItem(field) : null;
    if (control instanceof HTMLElement) control.focus();
  }, [trouble, field]);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const sent = event.currentTarget;
    if (isPending) return;
    const data = new FormData(sent);
    const fields = Object.fromEntries(names.map((name) => [name, String(data.get(name) ?? '')])) as Record<
      Name,
      string
    >;
    startTransition(async () => {
      const answer = await send(fields, sent).catch((): Trouble => 'failed');
      startTransition(() => setTrouble(answer));
    });
  };

  const sentence = trouble && (typeof trouble === 'string' ? t(trouble) : refusalText(trouble));
  return {
    // A post even before the script runs, so that no password ever stands in an address.
    form: { ref: form, onSubmit, method: 'post', noValidate: true, 'aria-busy': isPending } as const,
    isPending,
    trouble,
    errorOf: (name: Name) => (name === field && sentence ? sentence : undefined),
    formError: field ? undefined : (sentence ?? undefined),
  };
}
