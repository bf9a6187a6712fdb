/**
 * Loaded into the server before anything else: it writes the address of each request's socket into a header, over anything
 * that the sender put there, where the application reads it (lib/server/http/sender.ts). Next itself tells it only in
 * X-Forwarded-For, and only where the sender wrote none.
 */
import { subscribe } from 'node:diagnostics_channel';

subscribe('http.server.request.start', ({ request }) => {
  request.headers['x-claimdesk-sender'] = request.socket.remoteAddress ?? '';
});
