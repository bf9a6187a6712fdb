/**
 * Signing in: next-auth with e-mail and password, and outside providers where the environment names them. The cookie is
 * encrypted and names a person and a session; whoever reads it asks the database whether that one lives (session.ts).
 */
import 'server-only';
import type { NextAuthOptions, TokenSet } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import GithubProvider from 'next-auth/providers/github';
import GoogleProvider from 'next-auth/providers/google';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { recordAuditAlone } from '#lib/data/people/audit';
import { personByAccount, personToSignIn } from '#lib/data/people/people';
import { type NamedSession, sessionDays, signOutSession, startSession } from '#lib/data/people/sessions';
import { Email } from '#lib/domain/people/person-input';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { database, noted } from '#lib/server/database';
import { env } from '#lib/server/env';
import { noteRefusal } from '#lib/server/note-refusal';
import { cookieSetting, sessionCookie } from './cookie-names';
import { secondStep } from './one-time-code';
import type { Origin } from './origin';
import { hashPassword, isPassword } from './password';
import { trySignIn } from './tries';

declare module 'next-auth' {
  interface User {
    sessionEpoch?: number;
    hasGivenCode?: boolean;
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    sessionId?: string;
  }
}

/**
 * Verified in place of a missing account's hash, so that an answer takes equally long whether or not the account
 * exists.
 */
let decoy: Promise<string> | undefined;

type KnownPerson = NonNullable<Awaited<ReturnType<typeof personToSignIn>>>;

async function hasPassword(person: KnownPerson | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const matches = await isPassword(person?.passwordHash ?? (await decoy), password);
  return Boolean(person?.passwordHash) && matches;
}

/**
 * GitHub's account with its primary e-mail where GitHub has verified it. The provider's own request takes an unverified
 * one as well, which would let anybody sign in as a person of the desk by writing their address into a new account.
 */
async function githubProfile(accessToken: string | undefined) {
  const read = async (path: string) => {
    const answer = await fetch(`https://api.github.com${path}`, {
      headers: { Authorization: `Bearer ${accessToken}` },
    });
    if (!answer.ok) throw new Error(`GitHub answered ${answer.status} to ${path}`);
    return answer.json();
  };
  const { id, login }: { id: number; login: string } = await read('/user');
  const emails: { email: string; primary: boolean; verified: boolean }[] = await read('/user/emails');
  return { id, login, email: emails.find(({ primary, verified }) => primary && verified)?.email };
}

function outsideProviders(): NextAuthOptions['providers'] {
  const { GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET, OIDC_ISSUER, OIDC_ID, OIDC_SECRET, OIDC_NAME } = env();
  const providers: NextAuthOptions['providers'] = [];
  if (GITHUB_ID && GITHUB_SECRET) {
    const userinfo = { request: ({ tokens }: { tokens: TokenSet }) => githubProfile(tokens.access_token) };
    providers.push(GithubProvider({ clientId: GITHUB_ID, clientSecret: GITHUB_SECRET, userinfo }));
  }
  if (GOOGLE_ID && GOOGLE_SECRET) {
    providers.push(GoogleProvider({ clientId: GOOGLE_ID, clientSecret: GOOGLE_SECRET }));
  }
  if (OIDC_ISSUER && OIDC_ID && OIDC_SECRET) {
    const oidc: OAuthConfig<{ sub: string; name?: string; email?: string; email_verified?: boolean }> = {
      id: 'oidc',
      name: OIDC_NAME,
      type: 'oauth',
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId: OIDC_ID,
      clientSecret: OIDC_SECRET,
      authorization: { params: { scope: 'openid email profile' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      profile: (profile) => ({ id: profile.sub, name: profile.name, email: profile.email }),
    };
    providers.push(oidc);
  }
  return providers;
}

/** The names of the outside providers, for buttons. */
export function outsideSignIns(): { id: string; name: string }[] {
  return outsideProviders().map(({ id, name }) => ({ id, name }));
}

/** A provider's e-mail address counts only if the provider has verified it. For GitHub see above. */
function verifiedEmail(provider: string, profile: object | undefined, email: string | null | undefined): string | null {
  const isVerified =
    provider === 'github' || (profile && 'email_verified' in profile && profile.email_verified === true);
  return isVerified ? (email ?? null) : null;
}

/**
 * Whether an identity token names the configured issuer. openid-client compares it with the issuer that the discovered
 * document names, whichever that is (OpenID Connect Discovery 1.0 § 4.3).
 */
function isOfIssuer(claims: object | undefined): boolean {
  const plain = (address: unknown) => String(address).replace(/\/$/, '');
  return claims !== undefined && 'iss' in claims && plain(claims.iss) === plain(env().OIDC_ISSUER);
}

/**
 * A request to next-auth: where it comes from, the cookie that a browser has which signed in before, the session that it is
 * in, and what is to happen once a person has signed in.
 */
type AuthRequest = {
  origin: Origin;
  device: string | undefined;
  before: NamedSession | null;
  onSignIn: (personId: string) => void;
};

/** Records a try to sign in that failed. The address that was typed is kept: it says what a stranger is after. */
async function recordFailedSignIn(tried: {
  email: string;
  personId?: string;
  network: string;
  why: string;
}): Promise<void> {
  const { email, personId, network, why } = tried;
  const entry = { kind: 'sign-in-failed', subjectId: personId, details: { email, why } } as const;
  await recordAuditAlone(database(), { actorId: null, now: new Date(), network }, entry);
}

/** The person whose address, password and code were sent, and whether a code was asked for. */
async function personBy(
  sent: { email?: string; password?: string; code?: string },
  { origin, device }: Pick<AuthRequest, 'origin' | 'device'>,
): Promise<Result<KnownPerson & { hasGivenCode: boolean }>> {
  const email = Email.safeParse(sent.email);
  const password = sent.password ?? '';
  if (!email.success || !password || password.length > 200) return refuse('password-wrong');
  const db = database();
  const person = await personToSignIn(db, email.data);
  const who = { account: email.data, person, network: origin.network, device };
  const tried = await trySignIn(db, who, new Date());
  if (!tried.ok) {
    noteRefusal(tried, 'sign-in');
    return tried;
  }
  if (!person || !(await hasPassword(person, password))) {
    await recordFailedSignIn({ email: email.data, personId: person?.id, network: origin.network, why: 'password' });
    return refuse('password-wrong');
  }
  const from = { now: new Date(), network: origin.network };
  const step = await secondStep(db, person.id, sent.code ?? '', from);
  // The try stays counted until the whole sign-in has succeeded.
  if (step === 'wanted') return refuse('code-wanted');
  if (step === 'wrong') {
    await recordFailedSignIn({ email: email.data, personId: person.id, network: origin.network, why: 'code' });
    return refuse('code-wrong');
  }
  await tried.value.succeeded();
  return accept({ ...person, hasGivenCode: step === 'taken' });
}

/** next-auth's options for one request. */
export function authOptions({ origin, device, before, onSignIn }: AuthRequest): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionDays * 24 * 3600 },
    cookies: { sessionToken: { name: sessionCookie(), options: cookieSetting() } },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' }, code: { type: 'text' } },
        async authorize(credentials) {
          const found = await personBy(credentials ?? {}, { origin, device }).catch((error: unknown) => {
            // next-auth would send this error's own text to the browser.
            return noted(error);
          });
          if (found.ok) {
            const { id, sessionEpoch, hasGivenCode } = found.value;
            return { id, sessionEpoch, hasGivenCode };
          }
          if (found.code === 'password-wrong') return null;
          // The sign-in form reads the message of this error.
          throw new Error([found.code, ...Object.values(found.values ?? {})].join(' '));
        },
      }),
      ...outsideProviders(),
    ],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (!account || account.type === 'credentials') return true;
        const { provider, providerAccountId } = account;
        if (provider === 'oidc' && !isOfIssuer(profile)) return '/sign-in?error=issuer';
        const email = verifiedEmail(provider, profile, user.email);
        const person = await personByAccount(database(), { provider, providerAccountId, email });
        if (!person) {
          const tried = { email: user.email ?? '', network: origin.network, why: provider };
          await recordFailedSignIn(tried);
          return '/sign-in?error=not-invited';
        }
        user.id = person.id;
        user.sessionEpoch = person.sessionEpoch;
        return true;
      },
      // With a user where somebody signs in; otherwise the token is as it was.
      async jwt({ token, user, account }) {
        if (!user) return token;
        const person = { id: user.id, sessionEpoch: user.sessionEpoch ?? 0 };
        const byPassword = user.hasGivenCode ? 'passwordAndCode' : 'password';
        const by = account?.type === 'oauth' ? account.provider : byPassword;
        const how = { by, network: origin.network, before };
        const sessionId = await startSession(database(), person, origin.session, new Date(), how);
        // A token without a session opens nothing: the person lost their access while they signed in.
        if (!sessionId) return {};
        onSignIn(user.id);
        return { sub: user.id, sessionId };
      },
    },
    events: {
      async signOut({ token }) {
        if (!token?.sub || !token.sessionId) return;
        const session = { id: token.sessionId, personId: token.sub };
        await signOutSession(database(), session, { now: new Date(), network: origin.network });
      },
    },
  };
}
