/**
 * The file format of a whole article, version 2: one desk writes it and another reads it. Everything is kept except
 * ids, the history, assignments, and the originals of the texts. Version 1 can be read too (article-file-1.ts).
 *
 * People, speakers and sources are listed once and referred to by keys that are valid only in the file; a person has
 * only a name. Paragraphs are also listed once, however many revisions contain them: a revision is a list of positions
 * in that list, counted from 1. A place names the revision and which of its paragraphs, counted from 1. Claims are
 * referred to by number. Offsets are Unicode code points within the paragraph. Moments are ISO 8601 in UTC; dates are
 * ISO 8601 of year, month or day precision.
 *
 * Invariant: a file that passes is consistent (article-file-faults.ts). Refused are texts that the desk would have to
 * change, and fields that this version does not know.
 */
import { z } from 'zod';
import { faultsOf } from './article-file-faults';
import { ArticleFileShape, type ArticleFile as Fields } from './article-file-shape';

export const ArticleFile = ArticleFileShape.check(({ value, issues }) => {
  for (const { path, message } of faultsOf(value)) issues.push({ code: 'custom', path, message, input: value });
});
export type ArticleFile = Fields;

/** The format as a JSON Schema (draft 2020-12). Cross-field rules are only described there; they are checked here. */
export const articleFileSchema = (): z.core.JSONSchema.JSONSchema => ({
  ...z.toJSONSchema(ArticleFile, { target: 'draft-2020-12', io: 'input' }),
  title: 'An article of Claimdesk, version 2',
  description:
    'People, speakers and sources are listed once and meant by keys of the file; claims by their numbers; paragraphs are ' +
    'listed once, and a revision is a list of their places. Offsets count Unicode code points within a paragraph. Every ' +
    'claim’s words stand where it says, numbers and keys are not given twice, and nothing is meant that the file does not hold.',
});
