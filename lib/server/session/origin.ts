/** Where a request comes from, as sessions and the audit trail keep it. */
import 'server-only';
import Bowser from 'bowser';
import { headers } from 'next/headers';
import type { SessionOrigin } from '#lib/data/people/sessions';
import { shortenedNetwork } from '#lib/domain/people/network';
import type { SessionListed, SessionRow } from '#lib/domain/people/person-view';
import { senderOf } from '#lib/server/http/sender';
import { keyedHash } from './keys';

/** The network address that a request comes from, and what a session that begins with it keeps. */
export type Origin = { network: string; session: SessionOrigin };

/** @param get gives one of the request's headers by its lower-case name. */
export function originOf(get: (name: string) => string | null | undefined): Origin {
  const network = senderOf(get);
  return {
    network,
    session: {
      userAgent: (get('user-agent') ?? '').slice(0, 300),
      place: shortenedNetwork(network),
      network: keyedHash('network', network),
    },
  };
}

/** The same for an action or a page, whose request Next keeps. */
export async function currentOrigin(): Promise<Origin> {
  const sent = await headers();
  return originOf((name) => sent.get(name));
}

/** A session as its person sees it. `ownId`: the one that asks. */
export function sessionListed({ userAgent, place, ...row }: SessionRow, ownId: string): SessionListed {
  const { browser, os } = userAgent ? Bowser.parse(userAgent) : { browser: {}, os: {} };
  return {
    id: row.id,
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
    browser: browser.name ?? null,
    system: os.name ?? null,
    place: place === 'unknown' ? null : place,
    isOwn: row.id === ownId,
  };
}
