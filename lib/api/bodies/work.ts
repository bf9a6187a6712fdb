/** Request bodies for whose work a claim is. */
import { z } from 'zod';
import { partialDate } from '#lib/domain/fields';

/** Until when a person has a claim. */
export const AssignmentBody = z.strictObject({
  dueOn: partialDate.describe('ISO 8601, of day, month or year precision; none where it is left out.'),
});
