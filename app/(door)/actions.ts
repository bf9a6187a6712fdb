'use server';

import { z } from 'zod';
import { readPasswordLink, setPasswordByLink } from '#lib/data/people/lost-password';
import { joinByLink, readLink } from '#lib/data/people/people';
import { deskSettings } from '#lib/data/report/desk';
import { type JoinPurpose, LinkToken, NewPassword, NewPerson } from '#lib/domain/people/person-input';
import { accept } from '#lib/domain/refusal';
import { openAction } from '#lib/server/action';
import { database } from '#lib/server/database';
import { currentOrigin } from '#lib/server/session/origin';
import { hashPassword, refusalOfPassword } from '#lib/server/session/password';
import { tryLink } from '#lib/server/session/tries';

const joinBy = (purpose: JoinPurpose) =>
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

/** Sets the password of somebody who lost theirs, by the link that they were given. */
export const setLostPassword = openAction(
  'door.password',
  z.object({ token: LinkToken, password: NewPassword }),
  async ({ token, password }) => {
    const { network } = await currentOrigin();
    const db = database();
    const now = new Date();
    const tried = await tryLink(db, token, network, now);
    if (!tried.ok) return tried;
    const opened = await readPasswordLink(db, token, now);
    if (!opened.ok) return opened;
    await tried.value.succeeded();
    const { name: desk } = await deskSettings(db);
    const { name, email } = opened.value.person;
    const weak = refusalOfPassword(password, { name, email, desk });
    if (weak) return weak;
    return setPasswordByLink(db, { token, passwordHash: await hashPassword(password) }, now, network);
  },
);
