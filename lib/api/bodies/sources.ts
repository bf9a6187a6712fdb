/** Request bodies for sources. */
import { z } from 'zod';
import { SourceFacts } from '#lib/domain/claims/claim-input';
import { kept } from './kept';

const { shape } = SourceFacts;

/** A source. */
export const SourceBody = z.strictObject({
  ...shape,
  originId: shape.originId.describe('The source that it repeats; reposts of one origin count once.'),
});

/** What changes about a source. What is left out stays as it is; null empties a field that may be empty. */
export const SourceChanges = z.strictObject({
  title: shape.title.optional(),
  publisher: kept(shape.publisher),
  url: kept(shape.url),
  published: kept(shape.published),
  accessed: kept(shape.accessed),
  kind: shape.kind.optional(),
  originId: kept(shape.originId).describe('The source that it repeats; null for none.'),
});
