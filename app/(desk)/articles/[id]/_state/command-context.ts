import type { useTranslations } from 'next-intl';
import type { PersonView } from '#lib/domain/people/person-view';
import type { send } from '../../../../browser/requests';
import type * as actions from '../_actions/actions';
import type { Asking } from './asking';
import type { ReviewEvent } from './state';
import type { Undo } from './undo';

/** What every command of the review page works with: whom it asks, where its effect shows, how it is taken back. */
export type CommandContext = {
  articleId: string;
  /** Whose commands they are. */
  me: PersonView;
  /** How many judgements settle a claim. */
  requiredJudgements: number;
  /** The text of a paragraph of the article. */
  textOf: (paragraphId: string) => string;
  actions: typeof actions;
  send: typeof send;
  dispatch: (event: ReviewEvent) => void;
  asking: Asking;
  undo: Undo;
  /** Says that something was done, with a button that takes it back. */
  offerUndo: (message: string) => void;
  words: {
    review: ReturnType<typeof useTranslations<'review'>>;
    standing: ReturnType<typeof useTranslations<'words.standing'>>;
    kind: ReturnType<typeof useTranslations<'words.kind'>>;
  };
};

/** The names by which actions know a claim. */
export const refOf = ({ articleId }: Pick<CommandContext, 'articleId'>, claim: { id: string }) => ({
  articleId,
  claimId: claim.id,
});
