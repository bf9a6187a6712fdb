import { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { refuse } from '#lib/domain/refusal';
import { refusalResponse } from '#lib/server/http/refusal-response';
import { textOf } from '#lib/server/http/request-body';
import { authOptions } from '#lib/server/session/auth';
import { originOf } from '#lib/server/session/origin';

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
  // next-auth's types know its own Next's requests; it reads what any Request has.
  return NextAuth(request as never, context as never, authOptions(originOf((name) => request.headers.get(name))));
}

/** The same for what is sent to them, of which next-auth would read as much as there is. */
async function handleSent(request: Request, context: Context): Promise<Response> {
  const body = await textOf(request, maxBody);
  if (!body.ok) return refusalResponse(body);
  const { url, method, headers } = request;
  return handle(new NextRequest(url, { method, headers, body: body.value }), context);
}

export { handle as GET, handleSent as POST };
