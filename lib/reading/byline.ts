/** Names that stand alone in a byline or a field, outside any sentence. */

import { readHanSpeaker } from '#lib/reading/speakers/chinese';
import { readSubjectAfter } from '#lib/reading/speakers/english';
import { readingForm } from '#lib/text/forms/reading-form';

/** Whether a name is that of a company, an office or the like, by the rules of the attribution reader. */
export function isBodyName(name: string): boolean {
  const read = /\p{Script=Han}/u.test(name) ? readHanSpeaker : readSubjectAfter;
  return read(name, readingForm(name), 0, name.length)?.phrase.form === 'body';
}
