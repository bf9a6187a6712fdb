import { readiness } from '#lib/server/readiness';

export const dynamic = 'force-dynamic';

/** Whether requests should be sent here, by named checks. Says what is wrong in general only: strangers may ask. */
export async function GET(): Promise<Response> {
  const answer = await readiness();
  const headers = { 'Cache-Control': 'no-store', ...(answer.ready ? {} : { 'Retry-After': '5' }) };
  return Response.json(answer, { status: answer.ready ? 200 : 503, headers });
}
