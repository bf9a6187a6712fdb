/** What the environment says, read once and checked; nothing else reads process.env. */
import 'server-only';
import { z } from 'zod';
import { readAllowedPlaces } from './fetch/place';

const Env = z.object({
  DATABASE_URL: z.string().min(1),
  /** The address that people type, where a proxy stands in front: https://desk.example.org */
  CLAIMDESK_URL: z.url().optional(),
  /** Places beyond the public web that pages may be fetched from: hosts, addresses, networks, each with a port or not. */
  CLAIMDESK_FETCH_ALLOW: z.string().default('').transform(readAllowedPlaces),
  NEXTAUTH_SECRET: z.string().min(16),
  GITHUB_ID: z.string().optional(),
  GITHUB_SECRET: z.string().optional(),
  GOOGLE_ID: z.string().optional(),
  GOOGLE_SECRET: z.string().optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_ID: z.string().optional(),
  OIDC_SECRET: z.string().optional(),
  OIDC_NAME: z.string().default('OpenID'),
});

let read: z.infer<typeof Env> | undefined;

/** The settings; throws with the names of those that are wrong. */
export function env(): z.infer<typeof Env> {
  read ??= Env.parse(process.env);
  return read;
}

/** The desk's own address: as configured, else as a request asked for it. */
export function deskAddress(request: Request): string {
  const asked = new URL(request.url);
  return addressFor(request.headers.get('host') ?? asked.host, asked.protocol);
}

/** The same for a page, which knows the host that it was asked for alone. */
export function addressFor(host: string | null, protocol = 'http:'): string {
  return (env().CLAIMDESK_URL ?? `${protocol}//${host ?? 'localhost'}`).replace(/\/$/, '');
}
