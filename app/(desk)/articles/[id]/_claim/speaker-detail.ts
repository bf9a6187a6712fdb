import type { SpeakerView } from '#lib/domain/claims/claim-view';

/** What a speaker is, beside the name: their organisation and role. */
export const speakerDetail = ({ organisation, role }: SpeakerView): string =>
  [organisation, role].filter(Boolean).join(' ');
