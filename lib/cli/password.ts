/**
 * `npm run password -- EMAIL`: gives a person who lost theirs a new password, printed once, and ends their sessions and
 * tokens. For whoever runs the machine; it also is the way back in for a desk's only admin.
 */
import { randomInt } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { directAddress } from '#lib/data/database/address';
import { openDatabase } from '#lib/data/database/database';
import { personToSignIn } from '#lib/data/people/people';
import { replacePassword } from '#lib/data/people/sessions';
import { Email } from '#lib/domain/people/person-input';
import { dataFolder } from './prepare';

/** Letters and digits that are not mistaken for each other; 16 of them are 80 bits. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

function newPassword(): string {
  const characters = Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)]);
  return [0, 4, 8, 12].map((from) => characters.slice(from, from + 4).join('')).join('-');
}

const email = Email.safeParse(process.argv[2] ?? '');
if (!email.success) {
  process.stdout.write('Usage: npm run password -- person@example.org\n');
  process.exit(1);
}
process.env.CLAIMDESK_DATA = dataFolder();
const db = openDatabase(directAddress(process.env));
const person = await personToSignIn(db, email.data);
if (person) {
  const password = newPassword();
  const passwordHash = await hash(password);
  const { tokens } = await replacePassword(db, { personId: person.id, passwordHash }, new Date());
  process.stdout.write(`New password of ${person.name}: ${password}\nChange it in Settings after signing in.\n`);
  if (tokens > 0) process.stdout.write(`Tokens of the API and feed links that were ended: ${tokens}\n`);
} else {
  process.stdout.write(`No active person of this desk has the e-mail address ${email.data}.\n`);
  process.exitCode = 1;
}
await db.$disconnect();
