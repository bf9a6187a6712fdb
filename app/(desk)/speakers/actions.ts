'use server';

import { z } from 'zod';
import { editSpeaker, mergeSpeaker, separateSpeaker } from '#lib/data/sources/speakers';
import { SpeakerEntry } from '#lib/domain/claims/claim-input';
import { Id } from '#lib/domain/fields';
import { action } from '#lib/server/action';

export const edit = action(
  'speakers.edit',
  'mark',
  z.object({ id: Id, entry: SpeakerEntry }),
  ({ id, entry }, { writer }) => editSpeaker(writer, id, entry),
);

export const merge = action('speakers.merge', 'mark', z.object({ id: Id, intoId: Id }), ({ id, intoId }, { writer }) =>
  mergeSpeaker(writer, id, intoId),
);

export const separate = action('speakers.separate', 'mark', z.object({ id: Id }), ({ id }, { writer }) =>
  separateSpeaker(writer, id),
);
