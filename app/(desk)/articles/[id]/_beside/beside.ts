import { createContext } from 'react';
import type { FileView } from '#lib/domain/files/source-file';
import type { ShownPlace } from '../../../_viewer/shown-file';

/** A file of a source that is shown beside the article, and where it is opened. */
export type Beside = {
  source: { id: string; title: string };
  file: FileView;
  place: ShownPlace;
  /** What opened it, where the focus returns. */
  opener: HTMLElement;
};

/** Opens a file beside the article. */
export const OpenBeside = createContext<(beside: Beside) => void>(() => {});
