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
 * next-auth's own endpoints; their options are read per request, so that a build needs no secret. `session` is not among
 * them: it would believe a cookie by itself, and nothing asks it.
 */
async function handle(request: Request, context: Context): Promise<Response> {
  const [action] = (await context.params).nextauth;
  if (action === 'session') return refusalResponse(refuse('not-found'));
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
  return handle(new NextRequest(url, { method, headers, body: body.value }), context);
}

export { handle as GET, handleSent as POST };
