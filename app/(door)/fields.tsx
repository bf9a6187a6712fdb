'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentProps, type ReactNode, useId, useState } from 'react';
import { Button } from '#ui/button';
import { TextInput } from '#ui/text-control';

type InputProps = Omit<ComponentProps<'input'>, 'id' | 'children'> & { label: string; hint?: string; error?: string };
type FormEndProps = { error: string | null | undefined; isPending: boolean; name: string; busyName: string };
type FrameProps = Pick<InputProps, 'label' | 'hint' | 'error'> & { id: string; children: ReactNode };

/** A label, its input, and one line that is always there: the hint, or what is wrong. Nothing moves when it changes. */
function Frame({ id, label, hint, error, children }: FrameProps) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-[13px] font-medium text-ink-2">
        {label}
      </label>
      {children}
      <p
        id={`${id}-note`}
        aria-live="polite"
        className={`mt-1 min-h-5 text-[12.5px]/5 ${error ? 'text-false' : 'text-ink-3'}`}
      >
        {error ?? hint}
      </p>
    </div>
  );
}

// Below 16 px, phones zoom into a field that is tapped.
const measure = 'min-h-10 max-sm:text-base';

export function TextField({ label, hint, error, ...input }: InputProps) {
  const id = useId();
  return (
    <Frame {...{ id, label, hint, error }}>
      <TextInput
        id={id}
        className={measure}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-note`}
        {...input}
      />
    </Frame>
  );
}

/** A password, hidden until its owner wants to see it. */
export function PasswordField({ label, hint, error, ...input }: InputProps) {
  const t = useTranslations('people');
  const id = useId();
  const [isShown, setShown] = useState(false);
  return (
    <Frame {...{ id, label, hint, error }}>
      <div className="relative">
        <TextInput
          id={id}
          className={`${measure} pr-11`}
          type={isShown ? 'text' : 'password'}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-note`}
          {...input}
        />
        <button
          type="button"
          aria-pressed={isShown}
          aria-label={t('showPassword')}
          title={t('showPassword')}
          onClick={() => setShown(!isShown)}
          className="absolute inset-y-0 right-0 grid w-10 place-items-center rounded-md text-ink-3 hover:text-ink"
        >
          {isShown ? <EyeOff size={17} aria-hidden="true" /> : <Eye size={17} aria-hidden="true" />}
        </button>
      </div>
    </Frame>
  );
}

/** How a form of the door ends: what is wrong with no single field, and the button, which says when it is at work. */
export function FormEnd({ error, isPending, name, busyName }: FormEndProps) {
  return (
    <>
      {error && (
        <p role="alert" className="rounded-md bg-false-wash px-3 py-2 text-[13px] text-false">
          {error}
        </p>
      )}
      <Button type="submit" look="primary" className="mt-1 min-h-10 w-full" disabled={isPending}>
        {isPending ? busyName : name}
      </Button>
    </>
  );
}
