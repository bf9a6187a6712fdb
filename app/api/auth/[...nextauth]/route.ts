import NextAuth from 'next-auth';
import { authOptions } from '#lib/server/session/auth';

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own endpoints; their options are read per request, so that a build needs no secret. */
async function handle(request: Request, context: Context): Promise<Response> {
  // next-auth's types know its own Next's requests; it reads what any Request has.
  return NextAuth(request as never, context as never, authOptions());
}

export { handle as GET, handle as POST };
