import type { ClaimView } from '#lib/domain/claims/claim-view';
import type { SuggestionView } from '#lib/domain/claims/suggestion';
import { type Actor, may, mayChangeClaim } from '#lib/domain/people/permission';
import { claimKinds } from '#lib/reading/claim-kinds';
import { useKeyboard } from '../../../../browser/use-keyboard';
import { scrollByParagraph } from '../_article/paragraphs-in-view';
import type { Marking } from '../_article/use-marking';
import type { CardMode } from '../_claim/card-mode';
import { verdictKeys } from '../_claim/verdict-keys';
import { ownJudgement } from './own-judgement';
import type { ReviewState } from './state';
import type { Acts } from './use-acts';
import type { Lists } from './use-lists';
import type { Commands } from './use-review';

/** What keys work with. */
type Keyed = {
  actor: Actor;
  state: ReviewState;
  lists: Lists;
  commands: Commands;
  marking: Marking;
  acts: Acts;
  mode: CardMode;
  setMode: (mode: CardMode) => void;
  /** Opens the dialog that gives the selected claim to somebody. */
  assign: () => void;
  /** Opens the list of keys. */
  help: () => void;
};

/** The keys of the review page; the list of them is the help dialog's. */
export function useReviewKeys(page: Keyed): void {
  useKeyboard((event) => {
    const { actor, lists, marking } = page;
    if (onMoving(event, page)) return true;
    if (event.metaKey || event.ctrlKey || event.altKey) return false;
    if (marking.selection && onSelection(event.key, page)) return true;
    const answer = onPage(event, page);
    if (answer !== null) return answer;
    if (lists.selectedSuggestion && may(actor, 'mark')) return onSuggestion(event, lists.selectedSuggestion, page);
    return lists.selected !== null && onClaim(event.key.toLowerCase(), lists.selected, page);
  });
}

/** The keyboard's cursor in the text, and undo with its modifier. */
function onMoving(event: KeyboardEvent, { marking, commands }: Keyed): boolean {
  const { key } = event;
  const withModifier = event.metaKey || event.ctrlKey || event.altKey;
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    const direction = key === 'ArrowRight' ? 1 : -1;
    return marking.stride({ direction, isExtending: event.shiftKey, byWord: withModifier });
  }
  if (key === 'ArrowDown' || key === 'ArrowUp') return marking.strideParagraph(key === 'ArrowDown' ? 1 : -1);
  if (key.toLowerCase() !== 'z' || !(event.metaKey || event.ctrlKey)) return false;
  void (event.shiftKey ? commands.redo() : commands.undo());
  return true;
}

/** Selected words become a claim. */
function onSelection(key: string, { acts }: Keyed): boolean {
  const kind = claimKinds[Number(key) - 1];
  if (key !== 'Enter' && !kind) return false;
  acts.acceptSelection(kind);
  return true;
}

/** Keys that work whatever is selected; null for one that is none of them. */
function onPage(event: KeyboardEvent, page: Keyed): boolean | null {
  const { actor, state, lists, commands, marking, acts, mode, setMode } = page;
  const key = event.key.toLowerCase();
  switch (key) {
    case 'escape':
      if (marking.selection || marking.moving) marking.finish();
      else if (mode.open !== 'nothing') setMode({ open: 'nothing' });
      else acts.select(state.list, null);
      return true;
    case 'j':
    case 'k':
      acts.walk(key === 'j' ? 1 : -1);
      return true;
    case '[':
    case ']':
      scrollByParagraph(state.paragraphs, key === ']' ? 1 : -1);
      return true;
    case 'z':
      void (event.shiftKey ? commands.redo() : commands.undo());
      return true;
    case '?':
      page.help();
      return true;
    case 'm':
      if (may(actor, 'mark')) acts.beginMarking();
      return may(actor, 'mark');
    case 'g':
      acts.select(state.list === 'claims' && lists.pending.length > 0 ? 'suggestions' : 'claims', null);
      return true;
    default:
      return null;
  }
}

function onSuggestion({ key, target }: KeyboardEvent, suggestion: SuggestionView, { acts }: Keyed): boolean {
  const kind = claimKinds[Number(key) - 1];
  if (kind) acts.takeUp(suggestion, kind);
  // Enter on a button is the button's.
  else if (key === 'Enter' && !(target instanceof HTMLButtonElement)) acts.takeUp(suggestion, suggestion.kind);
  else if (key.toLowerCase() === 'x') acts.setAside(suggestion);
  else return false;
  return true;
}

function onClaim(key: string, claim: ClaimView, page: Keyed): boolean {
  const { actor, commands, marking, acts, setMode } = page;
  const verdict = verdictKeys[key];
  if (verdict && may(actor, 'judge')) {
    acts.giveVerdict(claim, verdict);
    return true;
  }
  switch (key) {
    case 's':
      if (may(actor, 'add-evidence')) setMode({ open: 'evidence', pending: null });
      return true;
    case 'c':
      if (may(actor, 'comment')) setMode({ open: 'comment' });
      return true;
    case 'r':
      if (ownJudgement(claim, actor.id)) setMode({ open: 'rationale' });
      return true;
    case 'a':
      if (may(actor, 'assign')) page.assign();
      return true;
    case 'q':
      if (claim.kind === 'quote') document.querySelector<HTMLElement>('[data-question]')?.focus();
      return true;
    case 'e':
      if (mayChangeClaim(actor, claim)) marking.move(claim);
      return true;
    case 'delete':
      if (mayChangeClaim(actor, claim)) void commands.remove(claim);
      return true;
    default:
      return false;
  }
}
