/** An article and its paragraphs as a reviewer sees them. */
import type { PersonView } from '#lib/domain/people/person-view';
import type { ArticleFacts, BoilerplateReason, ParagraphKind } from './article';

export type ParagraphView = {
  id: string;
  /** Its number on the screen and in exports, from 1. */
  number: number;
  kind: ParagraphKind;
  text: string;
  reason: BoilerplateReason | null;
};

export type ArticleView = ArticleFacts & {
  id: string;
  sample: boolean;
  revision: number;
  /** When this revision was stored. */
  revisedAt: string;
  /** How many claims have no place in it. */
  orphans: number;
  requiredJudgements: number;
  blindFirstPass: boolean;
  edition: number;
  createdBy: PersonView;
  createdAt: string;
  updatedAt: string;
  /** The number of the last change that this view holds. */
  seq: number;
};
