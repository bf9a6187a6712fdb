import type { ComponentProps, ReactNode } from 'react';
import { controlLook } from './control-look';

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A label around its control, with a hint and what is wrong. The control names `error` by `aria-invalid` itself. */
export function Field({ label, hint, error, className = '', children }: FieldProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={`block ${className}`}>
      <span className="mb-1 block text-[13px] font-medium text-ink-2">{label}</span>
      {children}
      {error ? (
        <span role="alert" className="mt-1 block text-[13px] text-false">
          {error}
        </span>
      ) : (
        hint && <span className="mt-1 block text-[12.5px] text-ink-3">{hint}</span>
      )}
    </label>
  );
}

export function Select({ className = '', ...rest }: ComponentProps<'select'>) {
  return <select className={`${controlLook} ${className}`} {...rest} />;
}
