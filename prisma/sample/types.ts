/**
 * The shape of the sample desk's content: two articles with their claims, and the people and documents they lean on.
 *
 * Claims name their place by paragraph and exact text, so that the articles stay readable and editable here; the seed
 * turns them into anchors. Speakers and sources are named by key.
 */
export type SampleArticle = {
  key: string;
  title: string;
  publisher: string;
  byline: string;
  publishedOn: string;
  language: 'zh-Hans' | 'en';
  paragraphs: { kind: 'heading' | 'body' | 'list-item' | 'caption' | 'boilerplate'; text: string }[];
  claims: SampleClaim[];
};

export type SampleClaim = {
  /** Index into the article's paragraphs. */
  paragraph: number;
  /** Must occur in the paragraph; the first occurrence is meant unless `occurrence` (0-based) is given. */
  exact: string;
  occurrence?: number;
  kind: 'quote' | 'figure' | 'fact' | 'prediction' | 'opinion';
  /** Key into sampleSpeakers. */
  speaker?: string;
  /** What its figure measures. */
  metric?: { subject: string; measure: string; scope: string | null };
  /** `source` is a key into sampleSources. */
  evidence?: { source: string; stance: 'supports' | 'refutes' | 'context'; excerpt: string; locator?: string }[];
  judgements?: {
    by: 'first' | 'second' | 'editor';
    verdict: 'verified' | 'disputed' | 'false' | 'unverifiable' | 'not-checkable';
    rationale: string;
    confidence: 'low' | 'medium' | 'high';
  }[];
  adjudication?: { verdict: 'verified' | 'disputed' | 'false' | 'unverifiable' | 'not-checkable'; reason: string };
};

export type SampleSource = {
  key: string;
  title: string;
  publisher: string;
  url: string | null;
  published: string | null;
  accessed: string;
  kind: 'primary' | 'secondary' | 'tertiary';
  /** Key of the source that this one repeats. */
  origin?: string;
  note?: string;
};

export type SampleSpeaker = {
  key: string;
  name: string;
  role: string | null;
  organisation: string | null;
  /** Other names of theirs, in the other language first of all. */
  aliases?: string[];
};
