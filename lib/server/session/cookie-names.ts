/**
 * The names of the desk's cookies. Behind TLS they begin with `__Host-`: a browser takes such a cookie from this host alone, by
 * TLS, for all of its paths, so that no other host of the same domain can plant one (RFC 6265bis § 4.1.3.2). Without TLS, on a
 * laptop, browsers take no such name.
 */
import 'server-only';
import { env } from '#lib/server/env';

/** Whether people come to the desk by TLS, as its address says. */
export const isBehindTls = (): boolean => env().CLAIMDESK_URL?.startsWith('https:') ?? false;

const named = (name: string): string => (isBehindTls() ? `__Host-${name}` : name);

/** The cookie that names a session. */
export const sessionCookie = (): string => named('next-auth.session-token');

/** The cookie by which a browser is known that has signed in to an account. */
export const deviceCookie = (): string => named('claimdesk.device');

/** How both are kept: out of reach of scripts and of requests that other sites begin, links aside. */
export const cookieSetting = () => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isBehindTls() }) as const;
