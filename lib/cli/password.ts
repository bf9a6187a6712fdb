/**
 * `npm run password -- EMAIL`: prints a link by which a person who lost their password sets a new one, once and within a day,
 * and ends the old one with their sessions and tokens. For whoever runs the machine; it also is the way back in for a desk's
 * only admin.
 */
import { directAddress } from '#lib/data/database/address';
import { openDatabase } from '#lib/data/database/database';
import { replacePassword } from '#lib/data/people/lost-password';
import { personToSignIn } from '#lib/data/people/people';
import { Email } from '#lib/domain/people/person-input';
import { dataFolder } from './prepare';

const email = Email.safeParse(process.argv[2] ?? '');
if (!email.success) {
  process.stdout.write('Usage: npm run password -- person@example.org\n');
  process.exit(1);
}
process.env.CLAIMDESK_DATA = dataFolder();
const desk = (process.env.CLAIMDESK_URL || `http://localhost:${process.env.PORT || 3000}`).replace(/\/$/, '');
const db = openDatabase(directAddress(process.env));
const person = await personToSignIn(db, email.data);
const link = person && (await replacePassword(db, person.id, new Date()));
if (person && link) {
  const until = link.expiresAt.toISOString().slice(0, 16).replace('T', ' ');
  process.stdout.write(`${person.name} sets a new password here, once, until ${until} UTC:\n`);
  process.stdout.write(`  ${desk}/new-password?token=${link.token}\n`);
  process.stdout.write('The old password and all sessions have ended.\n');
  if (link.tokens > 0) process.stdout.write(`Tokens of the API and feed links that were ended: ${link.tokens}\n`);
} else {
  process.stdout.write(`No active person of this desk has the e-mail address ${email.data}.\n`);
  process.exitCode = 1;
}
await db.$disconnect();
