'use client';

import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ParagraphKind } from '#lib/domain/articles/article';
import type { ParagraphView } from '#lib/domain/articles/article-view';
import type { SpeakerView } from '#lib/domain/claims/claim-view';
import { type Actor, may } from '#lib/domain/people/permission';
import type { PersonView } from '#lib/domain/people/person-view';
import type { ReviewView } from '#lib/domain/review/review';
import type { PresentPerson, ReviewUpdate } from '#lib/domain/review/update';
import { useFirstUse } from '../../../../browser/first-use';
import { useMarking } from '../_article/use-marking';
import type { CardMode } from '../_claim/card-mode';
import { fetchForms } from '../_claim/forms';
import { useDiscussion } from '../_discussion/use-discussion';
import { useLive } from '../_live/use-live';
import { useMargin } from '../_margin/use-margin';
import { useHoveredSuggestion } from '../_suggestions/use-hovered-suggestion';
import { useActs } from './use-acts';
import { useAddress } from './use-address';
import { useLists } from './use-lists';
import { useReview } from './use-review';
import { useReviewKeys } from './use-review-keys';

export type ReviewPageProps = {
  view: ReviewView;
  actor: Actor;
  speakers: SpeakerView[];
  people: PersonView[];
  /** Comments that name the actor and that they have not seen. */
  unread: string[];
};

/** A dialog that somebody opened. */
type Overlay =
  | { open: 'help' }
  /** Gives the selected claim, or all that are listed, to somebody. */
  | { open: 'assign'; of: 'selected' | 'listed' }
  /** Works on one paragraph's text. */
  | { open: 'tools'; paragraphId: string };

export type ReviewPage = ReturnType<typeof useReviewPage>;

/** Everything that the parts of the review page share: state and lists, what can be done, and what is open. */
export function useReviewPage({ view, actor, speakers, people, unread }: ReviewPageProps) {
  const { state, commands, conflict } = useReview(view, actor);
  const { article, threads } = view;
  const { remember, tracked, undo } = commands;
  const discussion = useDiscussion({ articleId: article.id, threads, actor, people, unread, remember, tracked, undo });
  const live = usePageUpdates({ article, state, commands, discussion });
  const lists = useLists(state, speakers);
  const marking = useMarking(state.paragraphs, may(actor, 'mark'));
  const [mode, setMode] = useState<CardMode>({ open: 'nothing' });
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const [isListOpen, setListOpen] = useState(false);
  const margin = useRef<HTMLElement>(null);
  const text = useRef<HTMLDivElement>(null);
  // The box for a comment is at the card's foot: levelling the card would take it out of sight.
  const listed: { id: string; paragraphId: string }[] = state.list === 'claims' ? lists.listed : lists.shownSuggestions;
  useMargin(margin, listed, state.selectedId, mode.open === 'comment' ? 'nothing' : mode.open);
  useFirstUse(fetchForms);

  const hover = useHoveredSuggestion(text);
  const present = useMemo(() => groupByClaim(live.people), [live.people]);
  const closeList = useCallback(() => setListOpen(false), []);
  const acts = useActs({ me: actor, state, lists, commands, marking, setMode, closeList });
  const isWhole = useWhole();
  useAddress(state, isWhole, { onClaim: acts.selectClaim, onParagraph: discussion.showIfDiscussed });
  const assign = () => setOverlay({ open: 'assign', of: 'selected' });
  const help = () => setOverlay({ open: 'help' });
  useReviewKeys({ actor, state, lists, commands, marking, acts, mode, setMode, assign, help });

  const setKind = useCallback(
    (paragraph: ParagraphView, kind: ParagraphKind) => void commands.setKind(paragraph.id, kind, paragraph.kind),
    [commands],
  );
  const openTools = useCallback((paragraphId: string) => setOverlay({ open: 'tools', paragraphId }), []);
  const mayEdit = may(actor, 'edit-article');
  return {
    article,
    actor,
    state,
    commands,
    conflict,
    discussion,
    live,
    /** Whether all of the article is there, and not only what comes with the page. */
    isWhole,
    /** Others by the claim that they look at. */
    present,
    lists,
    marking,
    hover,
    acts,
    mode,
    setMode,
    overlay,
    setOverlay,
    /** Whether the list lies over the text, on a phone. */
    isListOpen,
    setListOpen,
    margin,
    text,
    /** What changes a paragraph; null where the person may not. */
    setKind: mayEdit ? setKind : null,
    openTools: mayEdit ? openTools : null,
  };
}

/** False for what comes with the page, true as soon as it has begun: the rest is made while it already answers. */
function useWhole(): boolean {
  const [isWhole, setWhole] = useState(false);
  useEffect(() => startTransition(() => setWhole(true)), []);
  return isWhole;
}

type Updated = Pick<ReturnType<typeof useReview>, 'state' | 'commands'> & {
  article: ReviewView['article'];
  discussion: ReturnType<typeof useDiscussion>;
};

/** What others do comes in by itself; where the person looks goes out. */
function usePageUpdates({ article, state, commands, discussion }: Updated) {
  const { update: showUpdate, settled } = commands;
  const { dispatch } = discussion;
  const update = useCallback(
    (change: ReviewUpdate) => {
      showUpdate(change);
      if (change.threads) dispatch({ type: 'threads', threads: change.threads });
    },
    [showUpdate, dispatch],
  );
  return useLive(article, state.list === 'claims' ? state.selectedId : null, { update, settled });
}

function groupByClaim(people: PresentPerson[]): Map<string, PersonView[]> {
  const groups = new Map<string, PersonView[]>();
  for (const person of people) {
    if (person.claimId) groups.set(person.claimId, [...(groups.get(person.claimId) ?? []), person]);
  }
  return groups;
}
