/**
 * What is being checked: an article's facts and its paragraphs.
 *
 * A paragraph is one block of a revision. Boilerplate is text that came along with the article but is not part of it
 * (another article's byline, a share bar); it stays visible, greyed, and a reviewer may keep it. Claims sit only on
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

export type ArticleDraft = ArticleFacts & { paragraphs: DraftParagraph[]; notices: IntakeNotice[] };

/** Something that intake changed or could not be sure of, told to the person before anything is stored. */
export type IntakeNotice =
  | { code: 'characters-removed'; count: number }
  | { code: 'characters-replaced'; count: number }
  | { code: 'decoded-as'; encoding: string }
  | { code: 'bad-link'; value: string }
  | { code: 'bad-date'; value: string };

/** An article larger than this (UTF-16 units, about a 600-page book) is refused rather than cut. */
export const maxArticleLength = 1_000_000;
/** More blocks than this is a table or a log, not an article. */
export const maxParagraphs = 5_000;
/** A single block may not be longer than this (UTF-16 units); longer ones are refused with their place. */
export const maxParagraphLength = 200_000;
