'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  closeLabel: string;
  /** For what needs two columns. */
  wide?: boolean;
  children: ReactNode;
};

/**
 * A modal sheet in the middle of the page; Escape and the close button leave it. The focus then goes back to where it was,
 * which Radix does by itself only for triggers of its own.
 */
export function DialogPanel({ open, onOpenChange, title, description, closeLabel, wide, children }: DialogProps) {
  const [opener] = useState(() => (typeof document === 'undefined' ? null : document.activeElement));
  const giveFocusBack = (event: Event) => {
    event.preventDefault();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-[#0006]" />
        <Radix.Content
          onCloseAutoFocus={giveFocusBack}
          className={`fixed top-1/2 left-1/2 z-50 max-h-[86vh] ${wide ? 'w-[min(940px,calc(100vw-24px))]' : 'w-[min(560px,calc(100vw-24px))]'} -translate-x-1/2 -translate-y-1/2 overflow-auto rounded-xl border border-line bg-sheet p-5 shadow-lift`}
        >
          <div className="mb-3 flex items-start gap-3">
            <Radix.Title className="flex-1 font-serif text-lg font-semibold">{title}</Radix.Title>
            <Radix.Close aria-label={closeLabel} className="rounded-md p-1 text-ink-3 hover:bg-wash hover:text-ink">
              <X size={18} />
            </Radix.Close>
          </div>
          <Radix.Description className={description ? 'mb-4 text-ink-2' : 'sr-only'}>
            {description ?? title}
          </Radix.Description>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
