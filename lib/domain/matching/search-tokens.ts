/**
 * The search tokens of a text, the same for memory, SQLite FTS5 and PostgreSQL. Invariant: a token is a string of letters
 * and digits of at most 64 characters, so that no engine parts it or takes it for an operator.
 */

import { readClaim } from './claim-reading';

/**
 * The tokens of a text in Chinese, English or both, with repetitions: word stems and concepts of the news lexicon, Han
 * pairs (simplified), names by sound and pinyin, figures by value (300万 and 3 million are `0n3000000`), dates by year,
 * month and day. Linear in the text; never throws.
 */
export const searchTokens = (text: string): string[] => readClaim(text).tokens;
