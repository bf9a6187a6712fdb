import { type NextRequest, NextResponse } from 'next/server';
import { isGone } from './app/reports/published';

export const config = { matcher: '/reports/:path*' };

/** A page cannot set its status: that of a withdrawn report, which says why it is gone, is 410 Gone (RFC 9110 §15.5.11). */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const isPage = request.method === 'GET' || request.method === 'HEAD';
  return NextResponse.next(isPage && (await isGone(request.nextUrl.pathname)) ? { status: 410 } : undefined);
}
