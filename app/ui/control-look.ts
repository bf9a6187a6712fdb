/** How every control that one types into or chooses from looks. */
export const controlLook =
  'w-full min-h-9 rounded-md border border-line bg-sheet px-2.5 py-1.5 text-ink placeholder:text-ink-3 aria-[invalid=true]:border-false';
