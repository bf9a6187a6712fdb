import { type Locator, locatorInAddress } from '#lib/domain/files/locator';

/** A file as its viewer needs it. `size` in bytes. */
export type ShownFile = {
  name: string;
  mediaType: string;
  size: number;
  /** Where its bytes are: `/api/sources/…/files/…`. */
  address: string;
};

/** UTF-16 units of the words that an address names. */
export const longestWords = 500;

/** A place in a file, and the words that stand there ('' where none are known). */
export type ShownPlace = { locator: Locator | null; words: string };

/** What the view of each kind of file is given. */
export type ViewProps = ShownPlace & {
  file: ShownFile;
  /** What is copied as a link: the place that is in view, or that somebody chose. */
  copied: { current: () => ShownPlace };
};

/** The address of the page that shows a file of a source, opened at a place. */
export function viewerAddress(ids: { sourceId: string; fileId: string }, { locator, words }: ShownPlace): string {
  const query = [locator && locatorInAddress(locator), words && `words=${encodeURIComponent(words)}`].filter(Boolean);
  const page = `/sources/${ids.sourceId}/files/${ids.fileId}`;
  return query.length > 0 ? `${page}?${query.join('&')}` : page;
}

/** Where the bytes of a file of a source are. */
export const fileAddress = (ids: { sourceId: string; fileId: string }): string =>
  `/api/sources/${ids.sourceId}/files/${ids.fileId}`;
