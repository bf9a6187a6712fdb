/** The settings from the environment, read and checked once. Other code of the server does not read process.env. */
import 'server-only';
import { z } from 'zod';
import { readAllowedPlaces } from './fetch/place';
import { ownHost } from './http/own-host';

const Env = z.object({
  DATABASE_URL: z.string().min(1),
  /** The migrations that this version consists of; set by the program that starts the server. */
  CLAIMDESK_MIGRATIONS: z
    .string()
    .optional()
    .transform((names) => names?.split(' ') ?? null),
  /** Lets a monitor read /metrics from anywhere. */
  CLAIMDESK_METRICS_TOKEN: z
    .string()
    .min(16)
    .or(z.literal('').transform(() => undefined))
    .optional(),
  PORT: z.coerce.number().default(3000),
  /** The server itself, where DATABASE_URL leads to a pooler: for migrations and for LISTEN, which need a session. */
  DATABASE_DIRECT_URL: z
    .string()
    .optional()
    .transform((address) => address || undefined),
  /** How many connections to PostgreSQL a process opens at most. */
  CLAIMDESK_DATABASE_POOL: z.coerce.number().int().min(1).max(1_000).default(10),
  /** How long a statement may take on PostgreSQL (s). */
  CLAIMDESK_DATABASE_TIMEOUT: z.coerce.number().int().min(1).max(3_600).default(15),
  /** The address that people type, if a proxy stands in front: https://desk.example.org */
  CLAIMDESK_URL: z
    .url()
    .or(z.literal('').transform(() => undefined))
    .optional(),
  /**
   * Hosts, addresses and networks outside the public web from which pages may be fetched, each with or without a port.
   */
  CLAIMDESK_FETCH_ALLOW: z.string().default('').transform(readAllowedPlaces),
  /** How many proxies stand in front, each of which appends to X-Forwarded-For. */
  CLAIMDESK_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
  /** Actions, previews and opened live streams of one person in a minute. */
  CLAIMDESK_ACTION_LIMIT: z.coerce.number().int().min(1).max(1_000_000).default(600),
  /** Files that one person downloads in a minute. */
  CLAIMDESK_DOWNLOAD_LIMIT: z.coerce.number().int().min(1).max(1_000_000).default(60),
  /** The largest file of a source (MB). */
  CLAIMDESK_FILE_LIMIT: z.coerce.number().int().min(1).max(1_000).default(50),
  /** Whether the Wayback Machine may be asked for a page: it learns which pages the desk looks at. */
  CLAIMDESK_WAYBACK: z
    .string()
    .default('')
    .transform((text) => text !== '' && text !== '0'),
  /** A server that stamps the time on what is captured (RFC 3161): it learns a hash, not the page. */
  CLAIMDESK_TIMESTAMP_URL: z
    .url({ protocol: /^https?$/ })
    .or(z.literal('').transform(() => undefined))
    .optional(),
  /** What a packet of an article holds at most, in files or on its way in (MB). */
  CLAIMDESK_PACKET_LIMIT: z.coerce.number().int().min(1).max(3_500).default(2_000),
  /** Live streams that one person has open at once at one server process. */
  CLAIMDESK_STREAM_LIMIT: z.coerce.number().int().min(1).max(1_000_000).default(60),
  NEXTAUTH_SECRET: z.string().min(16),
  /** The secret that the desk had before: second steps that are sealed with it can still be read. */
  NEXTAUTH_SECRET_BEFORE: z
    .string()
    .min(16)
    .or(z.literal('').transform(() => undefined))
    .optional(),
  /** The desk's own key for Google's Fact Check Tools; without one nothing is asked there. */
  GOOGLE_FACT_CHECK_KEY: z.string().optional(),
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

/** The settings. Throws with the names of those that are wrong. */
export function env(): z.infer<typeof Env> {
  read ??= Env.parse(process.env);
  return read;
}

/** The largest packet, in bytes. */
export const packetLimit = (): number => env().CLAIMDESK_PACKET_LIMIT * 1_000_000;

/** The desk's own address: as configured, otherwise as in the request where that names this machine. */
export function deskAddress(request: Request): string {
  return addressFor(request.headers.get('host') ?? new URL(request.url).host);
}

/** The same for a page, which knows only the requested host. */
export function addressFor(host: string | null): string {
  const { CLAIMDESK_URL, PORT } = env();
  return (CLAIMDESK_URL ?? `http://${ownHost(host, PORT)}`).replace(/\/$/, '');
}
