import { mayReadMetrics } from '#lib/server/metrics-access';
import { service } from '#lib/server/service';

export const dynamic = 'force-dynamic';

/** The figures of this process for Prometheus. For everybody else there is no such page. */
export async function GET(request: Request): Promise<Response> {
  const registry = service()?.metrics.registry;
  if (!registry || !mayReadMetrics(request.headers)) return new Response(null, { status: 404 });
  return new Response(await registry.metrics(), {
    headers: { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' },
  });
}
