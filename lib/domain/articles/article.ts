/**
 * An article: its facts and its paragraphs.
 *
 * A paragraph is one block of a revision. Boilerplate is text that came with the article but is not part of it (another
 * article's byline, a share bar). It stays visible, greyed out, and a reviewer may restore it. Claims sit only on
 * paragraphs that belong to the article.
 */
export const paragraphKinds = ['heading', 'body', 'list-item', 'caption', 'boilerplate'] as const;
export type ParagraphKind = (typeof paragraphKinds)[number];

/** Why intake thinks that a block is not part of the article. Each has a sentence in both languages. */
export const boilerplateReasons = [
  'source-time',
  'share-bar',
  'navigation',
  'legal',
  'related',
  'promotion',
  'note',
] as const;
export type BoilerplateReason = (typeof boilerplateReasons)[number];

export type DraftParagraph = { kind: ParagraphKind; text: string; reason?: BoilerplateReason };

/** An article's own facts as its editors may correct them. `publishedOn` is an ISO date of day, month or year precision. */
export type ArticleFacts = {
  title: string;
  publisher: string | null;
  url: string | null;
  byline: string | null;
  publishedOn: string | null;
  language: string;
};

export type ArticleDraft = ArticleFacts & {
  paragraphs: DraftParagraph[];
  notices: IntakeNotice[];
  /** What it was read of; nothing for plain text, which comes out line by line. */
  source?: DraftSource;
};

/**
 * How many paragraphs were in what came in. Of a document's, those that are not among the draft's are its title and
 * credits (`stated`); of a page's, others stand elsewhere on it.
 */
export type DraftSource = { of: 'document' | 'page'; paragraphs: number; stated: number };

/** Something that intake changed or was unsure of; shown to the person before anything is stored. */
export type IntakeNotice =
  | { code: 'characters-removed'; count: number }
  | { code: 'characters-replaced'; count: number }
  | { code: 'tracked-changes'; count: number }
  | { code: 'decoded-as'; encoding: string }
  | { code: 'bad-link'; value: string }
  | { code: 'bad-date'; value: string };

/** Maximum length of an article in UTF-16 units, about a 600-page book. Longer ones are refused, not cut. */
export const maxArticleLength = 1_000_000;
/** Maximum number of blocks. More is a table or a log, not an article. */
export const maxParagraphs = 5_000;
/** Maximum length of a block in UTF-16 units. A longer one is refused with its position. */
export const maxParagraphLength = 200_000;
