'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#ui/button';
import { TextInput } from '#ui/text-control';

type ShownOnceProps = { address: string; label: string; copyLabel: string; copiedLabel: string };

/** A link that is shown once, ready to be copied. */
export function ShownOnce({ address, label, copyLabel, copiedLabel }: ShownOnceProps) {
  const link = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);

  useEffect(() => link.current?.focus(), []);

  const copy = async () => {
    link.current?.select();
    // Browsers keep the clipboard from pages that came over plain http under another name than localhost.
    if (navigator.clipboard) await navigator.clipboard.writeText(address).catch(() => document.execCommand('copy'));
    else document.execCommand('copy');
    setCopied(true);
  };

  return (
    <div className="mt-3 flex gap-2 max-sm:flex-col">
      <TextInput
        ref={link}
        readOnly
        aria-label={label}
        className="font-mono text-[12.5px]"
        value={address}
        onFocus={(event) => event.target.select()}
      />
      <Button onClick={() => void copy()} className="shrink-0 sm:min-w-32">
        {isCopied ? <Check size={15} aria-hidden="true" /> : <Copy size={15} aria-hidden="true" />}
        <span aria-live="polite">{isCopied ? copiedLabel : copyLabel}</span>
      </Button>
    </div>
  );
}
