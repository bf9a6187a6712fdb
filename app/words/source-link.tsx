import type { SourceView } from '#lib/domain/claims/claim-view';

/** A source's title, leading to it where it has an address; the other site learns nothing of the desk. */
export function SourceLink({ source }: { source: Pick<SourceView, 'title' | 'url'> }) {
  if (!source.url) return source.title;
  return (
    <a
      href={source.url}
      target="_blank"
      rel="noreferrer noopener"
      className="underline decoration-line underline-offset-2 hover:decoration-ink"
    >
      {source.title}
    </a>
  );
}
