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

/** What an export would contain, before it is made. */
export type ExportPreview = {
  choices: FilterChoices;
  /** How many claims go out, and how many there are. */
  count: number;
  total: number;
  /** null where nothing goes out. */
  beginning: Beginning | null;
};
