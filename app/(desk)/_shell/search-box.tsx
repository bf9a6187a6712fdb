import { Search } from 'lucide-react';

type SearchBoxProps = {
  label: string;
  initial: string;
  /** What else the address says and the search leaves as it is. */
  keep?: Record<string, string>;
};

/** A search that is an address: it works without scripts, can be bookmarked and shared. */
export function SearchBox({ label, initial, keep = {} }: SearchBoxProps) {
  return (
    <search className="max-sm:order-last max-sm:basis-full">
      <form className="relative">
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Search size={15} className="absolute top-2.5 left-2.5 text-ink-3" aria-hidden="true" />
        <input
          type="search"
          name="q"
          defaultValue={initial}
          aria-label={label}
          placeholder={label}
          maxLength={200}
          className="min-h-9 w-64 max-w-full max-sm:w-full rounded-md border border-line bg-sheet pr-2 pl-8 placeholder:text-ink-3"
        />
      </form>
    </search>
  );
}
