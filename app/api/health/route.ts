import { database } from '#lib/server/database';

export const dynamic = 'force-dynamic';

/** Whether the desk serves and reaches its database. Says nothing else, to anybody. */
export async function GET(): Promise<Response> {
  try {
    await database().setting.count();
    return Response.json({ ok: true });
  } catch {
    return Response.json({ ok: false }, { status: 503 });
  }
}
