/**
 * `npm run second-step -- EMAIL`: removes the second step of a person who lost their phone and their recovery codes, and ends
 * their sessions. For whoever runs the machine; it also is the way back in for a desk's only admin.
 */
import { databaseAddress } from '#lib/data/database/address';
import { openDatabase } from '#lib/data/database/database';
import { personToSignIn } from '#lib/data/people/people';
import { resetFactor } from '#lib/data/people/second-factor';
import { Email } from '#lib/domain/people/person-input';
import { dataFolder } from './prepare';

const email = Email.safeParse(process.argv[2] ?? '');
if (!email.success) {
  process.stdout.write('Usage: npm run second-step -- person@example.org\n');
  process.exit(1);
}
process.env.CLAIMDESK_DATA = dataFolder();
const db = openDatabase(databaseAddress(process.env));
const person = await personToSignIn(db, email.data);
const reset = person && (await resetFactor({ db, actorId: null, now: new Date() }, person.id));
if (reset?.ok) process.stdout.write(`${person?.name} signs in with the password alone now.\n`);
else {
  process.stdout.write(
    person
      ? `${person.name} has no second step.\n`
      : `No active person of this desk has the e-mail address ${email.data}.\n`,
  );
  process.exitCode = 1;
}
await db.$disconnect();
