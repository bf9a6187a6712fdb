/** Names as they stand alone in a byline or a field, outside of any sentence. */

import { readHanSpeaker } from '#lib/reading/speakers/chinese';
import { readSubjectAfter } from '#lib/reading/speakers/english';
import { readingForm } from '#lib/text/forms/reading-form';

/** Whether a name is of a firm, an office or the like, as the reader of attributions takes it. */
export function isBodyName(name: string): boolean {
  const read = /\p{Script=Han}/u.test(name) ? readHanSpeaker : readSubjectAfter;
  return read(name, readingForm(name), 0, name.length)?.phrase.form === 'body';
}
