import { Lock } from 'lucide-react';

/** Says that not everybody sees a thing. */
export function LockMark({ label }: { label: string }) {
  return (
    <span className="tag inline-flex items-center gap-1 bg-wash align-middle text-ink-2">
      <Lock size={11} aria-hidden="true" /> {label}
    </span>
  );
}
