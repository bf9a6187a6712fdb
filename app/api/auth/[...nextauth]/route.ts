import { cookies } from 'next/headers';
import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { newId } from '#lib/data/database/id';
import { tidyAccess } from '#lib/data/people/tidy-access';
import { refuse } from '#lib/domain/refusal';
import { database } from '#lib/server/database';
import { refusalResponse } from '#lib/server/http/refusal-response';
import { textOf } from '#lib/server/http/request-body';
import { reportError } from '#lib/server/service';
import { authOptions } from '#lib/server/session/auth';
import { cookieSetting, deviceCookie } from '#lib/server/session/cookie-names';
import { originOf } from '#lib/server/session/origin';
import { namedSession } from '#lib/server/session/session';
import { deviceCookieFor, deviceDays } from '#lib/server/session/tries';

type Context = { params: Promise<{ nextauth: string[] }> };

/** Most bytes of a form of next-auth: an e-mail address, a password of 200 characters, a token and an address. */
const maxBody = 16_000;

/**
 * next-auth's own endpoints that the desk uses, by method. `session` is not among them: it would believe a cookie by itself.
 * Nor is what writes a stranger's words into the log, or shows them.
 */
const actions: Record<string, string[]> = {
  GET: ['csrf', 'providers', 'signin', 'signout', 'callback', 'error'],
  POST: ['signin', 'signout', 'callback'],
};

/** Whether next-auth can go by what was asked; it answers anything else with 500. */
function isAskable(request: Request, [action = '', provider]: string[]): boolean {
  if (request.method === 'GET' && action === 'callback' && provider === 'credentials') return false;
  // It goes into the address of the page of sign-in.
  const named = new URL(request.url).searchParams.get('error') ?? '';
  if (action === 'error' && !/^\w*$/.test(named)) return false;
  return (actions[request.method] ?? []).includes(action);
}

/** Whether an address to go on to is one of the web. next-auth sees to it that it is the desk's. */
function isAddress(sent: string): boolean {
  const base = sent.startsWith('/') ? 'http://desk' : undefined;
  return URL.canParse(sent, base) && /^https?:$/.test(new URL(sent, base).protocol);
}

/** Answers by next-auth; its options are read per request, so that a build needs no secret. */
async function handle(request: Request, context: Context): Promise<Response> {
  if (!isAskable(request, (await context.params).nextauth)) return refusalResponse(refuse('not-found'));
  const next = new URL(request.url).searchParams.get('callbackUrl');
  if (next && !isAddress(next)) return refusalResponse(refuse('invalid-input', { field: 'callbackUrl' }));
  const jar = await cookies();
  let signedIn: string | undefined;
  const options = authOptions({
    origin: originOf((name) => request.headers.get(name)),
    device: jar.get(deviceCookie())?.value,
    before: await namedSession(),
    onSignIn: (personId) => {
      signedIn = personId;
    },
  });
  // next-auth's types know its own Next's requests; it reads what any Request has.
  const answer: Response = await NextAuth(request as never, context as never, options);
  if (signedIn) {
    // Sign-in has succeeded, whether or not this does.
    await tidyAccess(database(), new Date()).catch(reportError);
    const maxAge = deviceDays * 24 * 3600;
    jar.set(deviceCookie(), deviceCookieFor(signedIn, newId(), new Date()), { ...cookieSetting(), maxAge });
  }
  return answer;
}

/** The same for what is sent to them, of which next-auth would read as much as there is. */
async function handleSent(request: Request, context: Context): Promise<Response> {
  const body = await textOf(request, maxBody);
  if (!body.ok) return refusalResponse(body);
  const { url, method, headers } = request;
  const next = new URLSearchParams(body.value).get('callbackUrl');
  if (next && !isAddress(next)) return refusalResponse(refuse('invalid-input', { field: 'callbackUrl' }));
  return handle(new NextRequest(url, { method, headers, body: body.value }), context);
}

export { handle as GET, handleSent as POST };
