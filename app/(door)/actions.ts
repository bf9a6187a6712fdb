'use server';

import { joinByLink, readLink } from '#lib/data/people/people';
import { deskSettings } from '#lib/data/report/desk';
import { type LinkPurpose, LinkToken, NewPerson } from '#lib/domain/people/person-input';
import { accept } from '#lib/domain/refusal';
import { openAction } from '#lib/server/action';
import { database } from '#lib/server/database';
import { currentOrigin } from '#lib/server/session/origin';
import { hashPassword, refusalOfPassword } from '#lib/server/session/password';
import { tryLink } from '#lib/server/session/tries';

const joinBy = (purpose: LinkPurpose) =>
  openAction(`door.${purpose}`, NewPerson.extend({ token: LinkToken }), async ({ token, password, ...person }) => {
    const { network } = await currentOrigin();
    const now = new Date();
    const tried = await tryLink(database(), token, network, now);
    if (!tried.ok) return tried;
    // Asked first, since hashing is dear and a stranger's token should not pay for it.
    const offered = await readLink(database(), purpose, token, now);
    if (!offered.ok) return offered;
    await tried.value.succeeded();
    const { name: desk } = await deskSettings(database());
    const weak = refusalOfPassword(password, { name: person.name, email: person.email, desk });
    if (weak) return weak;
    const passwordHash = await hashPassword(password);
    const joined = await joinByLink(database(), { purpose, token }, { ...person, passwordHash }, now, network);
    return joined.ok ? accept({ email: person.email }) : joined;
  });

/** Makes the first admin's account. */
export const setUpDesk = joinBy('setup');

/** Makes the account of somebody who was invited. */
export const joinDesk = joinBy('invite');
