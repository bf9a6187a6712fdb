'use server';

import { headers } from 'next/headers';
import { joinByLink, readLink } from '#lib/data/people/people';
import { type LinkPurpose, LinkToken, NewPerson } from '#lib/domain/people/person-input';
import { accept, refuse } from '#lib/domain/refusal';
import { openAction } from '#lib/server/action';
import { database } from '#lib/server/database';
import { spendTry } from '#lib/server/http/rate-limit';
import { senderOf } from '#lib/server/http/sender';
import { hashPassword } from '#lib/server/session/auth';

const joinBy = (purpose: LinkPurpose) =>
  openAction(NewPerson.extend({ token: LinkToken }), async ({ token, password, ...person }) => {
    const sent = await headers();
    const address = senderOf((name) => sent.get(name));
    if (!(await spendTry(`link ${token}`, address))) return refuse('too-many-tries');
    const now = new Date();
    // Asked first, since hashing is dear and a stranger's token should not pay for it.
    const offered = await readLink(database(), purpose, token, now);
    if (!offered.ok) return offered;
    const passwordHash = await hashPassword(password);
    const joined = await joinByLink(database(), { purpose, token }, { ...person, passwordHash }, now);
    return joined.ok ? accept({ email: person.email }) : joined;
  });

/** Makes the first admin's account. */
export const setUpDesk = joinBy('setup');

/** Makes the account of somebody who was invited. */
export const joinDesk = joinBy('invite');
