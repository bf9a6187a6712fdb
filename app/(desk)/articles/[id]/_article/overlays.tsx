'use client';

import { may } from '#lib/domain/people/permission';
import type { PersonView } from '#lib/domain/people/person-view';
import { guessKind } from '#lib/reading/claim-kinds';
import { useFirstUse } from '../../../../browser/first-use';
import { later } from '../../../../browser/later';
import type { ReviewPage } from '../_state/use-review-page';

// Opened by those who hand out work, seldom by others.
const AssignDialog = later(() => import('../_work/assign-dialog').then((dialog) => dialog.AssignDialog));
const ConflictDialog = later(() => import('../_state/conflict-dialog').then((dialog) => dialog.ConflictDialog));
const HelpDialog = later(() => import('../_margin/help-dialog').then((dialog) => dialog.HelpDialog));
const ParagraphDialog = later(() => import('../_discussion/paragraph-dialog').then((dialog) => dialog.ParagraphDialog));
const ParagraphTools = later(() => import('../_revisions/paragraph-tools').then((tools) => tools.ParagraphTools));

// Opened by the mouse or by selecting words: fetched at the first use.
const SelectionToolbar = later(() => import('./selection-toolbar').then((toolbar) => toolbar.SelectionToolbar));
const SuggestionHint = later(() => import('../_suggestions/suggestion-hint').then((hint) => hint.SuggestionHint));

const fetchFloating = () => Promise.all([SelectionToolbar.fetch(), SuggestionHint.fetch()]);

/** What lies over the page: a hint, the toolbar of selected words, dialogs. */
export function Overlays({ page, assignees }: { page: ReviewPage; assignees: PersonView[] }) {
  const { article, actor, state, lists, commands, discussion, overlay, setOverlay, conflict } = page;
  const { paragraphs, claims, assignments } = state;
  const close = () => setOverlay(null);
  useFirstUse(fetchFloating);
  const discussed = discussion.shownParagraph && lists.paragraphOf.get(discussion.shownParagraph);
  return (
    <>
      <Hint page={page} />
      <Toolbar page={page} />
      {overlay?.open === 'assign' && (
        <AssignDialog
          claims={overlay.of === 'selected' && lists.selected ? [lists.selected] : lists.shown}
          paragraphs={paragraphs}
          assignments={assignments}
          commands={commands}
          people={assignees}
          meId={actor.id}
          onClose={close}
        />
      )}
      {overlay?.open === 'tools' && page.setKind && (
        <ParagraphTools
          paragraphs={paragraphs}
          claims={claims}
          article={article}
          paragraphId={overlay.paragraphId}
          onKind={page.setKind}
          onClose={close}
        />
      )}
      {conflict && <ConflictDialog conflict={conflict} />}
      {discussed && (
        <ParagraphDialog
          paragraph={discussed}
          language={article.language}
          discussion={discussion}
          onClose={() => discussion.showParagraph(null)}
        />
      )}
      {overlay?.open === 'help' && <HelpDialog onClose={close} />}
    </>
  );
}

/** Why the words under the mouse are suggested. */
function Hint({ page }: { page: ReviewPage }) {
  const { actor, state, lists, commands, marking, hover } = page;
  const { hovered, forget } = hover;
  const hint = hovered && lists.shownSuggestions.find(({ id }) => id === hovered.id && id !== state.selectedId);
  if (!hint || marking.selection) return null;
  const answer = (act: () => Promise<unknown>) => () => {
    forget();
    void act();
  };
  return (
    <SuggestionHint
      suggestion={hint}
      box={hovered.box}
      onAccept={may(actor, 'mark') ? answer(() => commands.accept([hint])) : null}
      onDismiss={answer(() => commands.dismiss([hint]))}
    />
  );
}

/** What can be done with the selected words. */
function Toolbar({ page }: { page: ReviewPage }) {
  const { actor, lists, marking, acts } = page;
  const { selection, moving } = marking;
  if (!selection || !may(actor, 'mark')) return null;
  const text = lists.paragraphOf.get(selection.paragraphId)?.text ?? '';
  return (
    <SelectionToolbar
      box={selection.box}
      guess={guessKind(text, selection.span)}
      moving={moving?.number ?? null}
      onMark={acts.acceptSelection}
      onMove={() => acts.acceptSelection()}
      onCancel={marking.finish}
    />
  );
}
