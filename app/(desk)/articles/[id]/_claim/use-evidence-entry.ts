import { useRef } from 'react';
import { useDraft } from '../../../../browser/use-draft';
import { type EvidenceEntry, entryFrom } from './evidence-entry';

/** Whose the form is and which claim's, and of which file, for what is typed to outlive the page. */
export type EvidenceTarget = { personId: string; claimId: string; file?: string };

/** What is typed into the form for evidence over what stands in it at first (`blank`), kept as a draft until it is sent. */
export function useEvidenceEntry({ personId, claimId, file }: EvidenceTarget, blank: EvidenceEntry) {
  const draft = useDraft(personId, file ? `evidence:${claimId}:${file}` : `evidence:${claimId}`, '');
  // What was typed last, for changes that come after a wait: what is typed meanwhile is not lost to them.
  const latest = useRef(draft.text);

  function change(changed: (now: EvidenceEntry) => Partial<EvidenceEntry>) {
    const now = entryFrom(latest.current, blank);
    latest.current = JSON.stringify({ ...now, ...changed(now) });
    draft.type(latest.current);
  }

  return { entry: entryFrom(draft.text, blank), change, forget: draft.forget };
}
