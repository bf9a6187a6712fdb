import { readiness } from '#lib/server/readiness';

export const dynamic = 'force-dynamic';

/** The older address of /readyz, for monitors that know it. */
export async function GET(): Promise<Response> {
  const { ready } = await readiness();
  return Response.json({ ok: ready }, { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } });
}
