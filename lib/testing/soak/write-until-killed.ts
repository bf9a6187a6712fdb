/**
 * A process of its own that writes comments one after the other and says the number of each once it is acknowledged, until it
 * is killed: `write-until-killed.ts ADDRESS ARTICLE PARAGRAPH PERSON FROM`.
 */
import { writeSync } from 'node:fs';
import { openDatabase } from '#lib/data/database/database';
import { addComment } from '#lib/data/review/comments';

const [address = '', articleId = '', paragraphId = '', actorId = '', from = '0'] = process.argv.slice(2);
const db = openDatabase(address);
for (let number = Number(from); ; number += 1) {
  const said = await addComment({ db, actorId, now: new Date() }, articleId, { paragraphId }, `Number ${number}`);
  if (!said.ok) throw new Error(said.code);
  // Written at once: what the process holds back when it is killed would be acknowledged to nobody.
  writeSync(1, `${number}\n`);
}
