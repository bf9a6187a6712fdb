import { useCallback } from 'react';
import type { ClaimView } from '#lib/domain/claims/claim-view';
import { checkVerdict } from '#lib/domain/claims/judge';
import type { Verdict } from '#lib/domain/claims/standing';
import type { SuggestionView } from '#lib/domain/claims/suggestion';
import type { PersonView } from '#lib/domain/people/person-view';
import { type ClaimKind, guessKind } from '#lib/reading/claim-kinds';
import { afterPaint } from '../../../../browser/after-paint';
import { markUnder } from '../_article/mark-under';
import { firstInView } from '../_article/paragraphs-in-view';
import type { Marking } from '../_article/use-marking';
import type { CardMode } from '../_claim/card-mode';
import { ownJudgement } from './own-judgement';
import { type List, neighbour, type ReviewState } from './state';
import type { Lists } from './use-lists';
import type { Commands } from './use-review';

type ActsOptions = {
  me: PersonView;
  state: ReviewState;
  lists: Lists;
  commands: Commands;
  marking: Marking;
  setMode: (mode: CardMode) => void;
  /** Closes the list that lies over the text on a phone. */
  closeList: () => void;
};

export type Acts = ReturnType<typeof useActs>;

/** What buttons and keys do with what is selected. */
export function useActs({ me, state, lists, commands, marking, setMode, closeList }: ActsOptions) {
  const { paragraphs, claims, list, selectedId } = state;
  const { shown, shownSuggestions, paragraphOf, inText } = lists;

  const select = useCallback(
    (next: List, id: string | null) => {
      setMode({ open: 'nothing' });
      commands.select(next, id);
      if (id) closeList();
    },
    [commands, setMode, closeList],
  );
  const selectClaim = useCallback((id: string) => select('claims', id), [select]);
  const selectSuggestion = useCallback((id: string) => select('suggestions', id), [select]);

  /** Moves on from a suggestion that is done with to the one after it, so that a list is worked through with one key. */
  function moveOn(from: SuggestionView) {
    const next = neighbour(shownSuggestions, from.id, 1);
    select('suggestions', next && next !== from ? next.id : null);
  }

  return {
    select,
    selectClaim,
    selectSuggestion,

    /** Selects the claim of a number. */
    showNumber: (number: number) => {
      const claim = claims.find((one) => one.number === number);
      if (claim) selectClaim(claim.id);
    },

    /** Selects what was clicked in the text. */
    selectUnder: (target: EventTarget) => {
      const id = markUnder(target, selectedId);
      if (id) select(claims.some((claim) => claim.id === id) ? 'claims' : 'suggestions', id);
    },

    /** Selects the next or the previous one of the list. */
    walk: (step: 1 | -1) => {
      const next = neighbour<{ id: string }>(list === 'claims' ? shown : shownSuggestions, selectedId, step);
      if (next) afterPaint(() => select(list, next.id));
    },

    /** Makes a claim of a suggestion, of its own kind or another one. */
    takeUp: (suggestion: SuggestionView, kind: ClaimKind) =>
      afterPaint(() => {
        const { paragraphId, start, end } = suggestion;
        moveOn(suggestion);
        if (kind === suggestion.kind) void commands.accept([suggestion]);
        else void commands.mark(paragraphId, { start, end }, kind, { unselected: true });
      }),

    setAside: (suggestion: SuggestionView) =>
      afterPaint(() => {
        moveOn(suggestion);
        void commands.dismiss([suggestion]);
      }),

    giveVerdict: (claim: ClaimView, verdict: Verdict) =>
      afterPaint(() => {
        if (!checkVerdict(verdict, claim.evidence.length).ok) return setMode({ open: 'evidence', pending: verdict });
        const { rationale, confidence } = ownJudgement(claim, me.id) ?? {
          rationale: '',
          confidence: 'medium' as const,
        };
        void commands.judge(claim, { verdict, rationale, confidence });
        // A verified claim with its source speaks for itself; anything else wants its reason said, at once: what is typed
        // next belongs to it.
        setMode(verdict !== 'verified' && !rationale ? { open: 'rationale' } : { open: 'nothing' });
      }),

    /** Makes a claim of the selected words, or moves the one that is being moved there. */
    acceptSelection: (kind?: ClaimKind) => {
      const { moving } = marking;
      const selection = marking.selected();
      if (!selection) return;
      const { paragraphId, span } = selection;
      marking.finish();
      if (moving) return void commands.move(moving, paragraphId, span);
      setMode({ open: 'nothing' });
      void commands.mark(paragraphId, span, kind ?? guessKind(paragraphOf.get(paragraphId)?.text ?? '', span));
    },

    /** Puts the keyboard's cursor to what is selected, or else into the first paragraph in view. */
    beginMarking: () => {
      const from = inText && paragraphOf.get(inText.paragraphId);
      const paragraph = from ?? firstInView(paragraphs);
      if (paragraph) marking.begin(paragraph, from ? inText.start : 0);
    },
  };
}
