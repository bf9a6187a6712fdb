/** A key to press. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="rounded border border-b-2 border-line bg-sheet px-1 font-mono text-[11px]/4 text-ink-2">
      {children}
    </kbd>
  );
}
