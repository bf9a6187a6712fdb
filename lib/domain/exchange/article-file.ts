/**
 * The file format of a whole article, version 2: what one desk writes and another reads with nothing lost but ids, the
 * history, who is on which claim, and the originals that texts were taken from. Version 1 is read too (article-file-1.ts).
 *
 * People, speakers and sources are listed once and meant by keys that hold in the file alone, people with a name and nothing
 * else. Paragraphs are listed once too, however many revisions have them: a revision is a list of their places in that list,
 * counted from 1, and what lies in a text says in which revision, on which of its paragraphs, counted from 1. Claims are
 * meant by their numbers. Offsets are Unicode code points within the paragraph. Moments are ISO 8601 in UTC, dates ISO 8601
 * of year, month or day precision.
 *
 * Invariant: a file that passes holds together (article-file-faults.ts). Text is refused where the desk would have to change
 * it, and so are fields that this version does not know.
 */
import { z } from 'zod';
import { faultsOf } from './article-file-faults';
import { ArticleFileShape, type ArticleFile as Fields } from './article-file-shape';

export const ArticleFile = ArticleFileShape.check(({ value, issues }) => {
  for (const { path, message } of faultsOf(value)) issues.push({ code: 'custom', path, message, input: value });
});
export type ArticleFile = Fields;

/** The format as a JSON Schema (draft 2020-12). What holds fields together is described there, and checked here alone. */
export const articleFileSchema = (): z.core.JSONSchema.JSONSchema => ({
  ...z.toJSONSchema(ArticleFile, { target: 'draft-2020-12', io: 'input' }),
  title: 'An article of Claimdesk, version 2',
  description:
    'People, speakers and sources are listed once and meant by keys of the file; claims by their numbers; paragraphs are ' +
    'listed once, and a revision is a list of their places. Offsets count Unicode code points within a paragraph. Every ' +
    'claim’s words stand where it says, numbers and keys are not given twice, and nothing is meant that the file does not hold.',
});
