import type { Standing } from '#lib/domain/claims/standing';
import type { FilterChoices } from './claim-list';

/** How a file begins: a table, a passage with its marks, or the text itself. */
export type Beginning =
  | { is: 'table'; columns: string[]; rows: string[][] }
  | {
      is: 'passage';
      language: string;
      segments: { text: string; standing: Standing | null }[];
      comments: { number: number; standing: Standing; text: string }[];
    }
  | { is: 'text'; text: string };

/** What an export will contain, before it is made. */
export type ExportPreview = {
  choices: FilterChoices;
  /** The number of claims in the export, and of all claims. */
  count: number;
  total: number;
  /** null where the export is empty. */
  beginning: Beginning | null;
};
