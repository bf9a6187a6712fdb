/** `npm run verify-history`: whether every article's history is what was written; exits 1 where it is not. */
import { existsSync } from 'node:fs';
import { directAddress } from '#lib/data/database/address';
import { engineOf, openDatabase } from '#lib/data/database/database';
import type { BrokenPlace } from '#lib/data/history/chain';
import { type BrokenDeskLine, verifyHistory } from '#lib/data/history/verify';
import { type BrokenRow, shownValue } from '#lib/data/history/verify-rows';
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

const endingsOfDesk: Record<BrokenDeskLine['what'], string> = {
  missing: 'is missing',
  changed: 'is not what was written there, or follows one that is not',
  cut: 'is missing at the end',
};

const sentenceOnDesk = ({ what, seq }: BrokenDeskLine) => `The desk’s own history: line ${seq} ${endingsOfDesk[what]}.`;

/** A row that is not what the history says: which, what of it, what the history says, and since when. */
function sentenceOnRow({ article, model, id, what, column, said, found, line }: BrokenRow): string {
  const place = article ? `“${article.title}” (${article.id})` : 'The desk';
  const row = `${place}: ${model} ${id}`;
  const since = line ? ` (line ${line.seq}, ${line.at.toISOString()})` : '';
  if (what === 'removed')
    return `${row} is gone, and no line tells of its removal; the last one about it is there${since}.`;
  if (what === 'added') return `${row} is there, and no line tells that anybody added it${since}.`;
  return `${row}: ${column} is ${shownValue(found)}; the history says ${shownValue(said)}${since}.`;
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
const tell = (sentence: string) => {
  broken += 1;
  say(sentence);
};
const { articles, lines, unsealed, rows, olderRows } = await verifyHistory(db, {
  place: (place) => tell(sentenceOn(place)),
  row: (row) => tell(sentenceOnRow(row)),
  deskLine: (line) => tell(sentenceOnDesk(line)),
});
await db.$disconnect();
const read = `${articles} histories with ${lines} lines and ${rows} rows read`;
if (olderRows > 0) say(`Not covered: ${olderRows} rows from before lines told of rows.`);
if (broken > 0) {
  say(`${read}: ${broken} ${broken === 1 ? 'place is' : 'places are'} broken.`);
  process.exitCode = 1;
} else {
  const older = unsealed > 0 ? `, ${unsealed} of them older than seals and not checked` : '';
  say(`${read}${older}: nothing is missing, changed or moved.`);
}
