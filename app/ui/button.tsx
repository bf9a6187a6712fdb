import type { ComponentProps } from 'react';

type Look = 'plain' | 'primary' | 'quiet' | 'danger';

const looks: Record<Look, string> = {
  plain: 'border-line bg-sheet text-ink hover:bg-wash',
  primary: 'border-ink bg-ink text-paper hover:opacity-90',
  quiet: 'border-transparent text-ink-2 hover:bg-wash hover:text-ink',
  danger: 'border-line bg-sheet text-false hover:bg-false-wash',
};

/** The classes of a button, for links that look like one. */
export function buttonClass(look: Look = 'plain', size: 'normal' | 'small' = 'normal'): string {
  const measure = size === 'small' ? 'min-h-7 px-2 text-[13px]' : 'min-h-9 px-3.5';
  return `inline-flex items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:opacity-50 ${measure} ${looks[look]}`;
}

type ButtonProps = ComponentProps<'button'> & { look?: Look; size?: 'normal' | 'small' };

export function Button({ look, size, className = '', type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={`${buttonClass(look, size)} ${className}`} {...rest} />;
}
