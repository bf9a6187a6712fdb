import type { ReactNode } from 'react';

/** A button that is only an icon; `label` says what it does. */
export function IconButton({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className="grid size-7 shrink-0 place-items-center rounded text-ink-3 hover:bg-wash hover:text-ink"
      onClick={onClick}
    >
      {children}
    </button>
  );
}
