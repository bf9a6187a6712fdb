/** The desk's mark: a page with one line that is not like the others. */
export function Brand() {
  return (
    <span className="inline-flex items-center gap-2 font-serif text-[17px] font-semibold tracking-tight">
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <rect x="1" y="1" width="18" height="18" rx="4" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M5 6h10M5 14.5h6" stroke="currentColor" strokeWidth="1.5" />
        <path d="M5 10.25h8" stroke="var(--disputed)" strokeWidth="2.5" />
      </svg>
      Claimdesk
    </span>
  );
}
