/** `npm run verify-history`: whether every article's history is what was written; exits 1 where it is not. */
import { existsSync } from 'node:fs';
import { directAddress } from '#lib/data/database/address';
import { engineOf, openDatabase } from '#lib/data/database/database';
import { type BrokenPlace, verifyHistory } from '#lib/data/history/verify';
import { dataFolder } from './prepare';

const endings: Record<BrokenPlace['what'], [one: string, many: string]> = {
  missing: ['is missing', 'are missing'],
  cut: ['is missing at the end', 'are missing at the end'],
  surplus: ['was added without the article knowing of it', 'were added without the article knowing of them'],
  changed: ['is not what was written there, or was put in', 'are not what was written there, or were put in'],
  moved: ['was written under another number', 'were written under other numbers'],
  unsealed: ['has lost its seal', 'have lost their seals'],
};

function sentenceOn({ article, what, from, to }: BrokenPlace): string {
  const [one, many] = endings[what];
  const lines = from === to ? `line ${from} ${one}` : `lines ${from}–${to} ${many}`;
  return `“${article.title}” (${article.id}): ${lines}.`;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

process.env.CLAIMDESK_DATA = dataFolder();
const address = directAddress(process.env);
if (engineOf(address) === 'sqlite' && !existsSync(address.replace(/^file:/, ''))) {
  say(
    `There is no database at ${address.replace(/^file:/, '')}: start the desk once, or name its folder in CLAIMDESK_DATA.`,
  );
  process.exit(1);
}
const db = openDatabase(address);
let broken = 0;
const { articles, lines, unsealed } = await verifyHistory(db, (place) => {
  broken += 1;
  say(sentenceOn(place));
});
await db.$disconnect();
const read = `${articles} histories with ${lines} lines read`;
if (broken > 0) {
  say(`${read}: ${broken} ${broken === 1 ? 'place is' : 'places are'} broken.`);
  process.exitCode = 1;
} else {
  const older = unsealed > 0 ? `, ${unsealed} of them older than seals and not checked` : '';
  say(`${read}${older}: nothing is missing, changed or moved.`);
}
