export const dynamic = 'force-dynamic';

/** Whether the process answers at all; asks neither the database nor the disk. Whatever fails this is started again. */
export function GET(): Response {
  return Response.json({ alive: true }, { headers: { 'Cache-Control': 'no-store' } });
}
