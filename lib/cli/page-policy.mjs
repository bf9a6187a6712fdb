/**
 * Loaded into the server before anything else: it gives every response a content security policy with a nonce of its own,
 * and tells Next and the root layout the nonce in headers of the request, over anything that the sender put there. Next
 * writes it into its own scripts. Also says that the desk is reached by TLS alone, where its address says so.
 *
 * next.config.js sets other policies for the API and for kept pages, in place of this one. `proxy.ts` could do the same, but
 * for every path that it matches Next keeps a copy of the body; it matches published reports alone, which are asked for without
 * one (lib/decisions/0026).
 */
import { randomBytes } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';

/** A page runs scripts that carry the nonce, and those that they load. */
function policyWith(nonce) {
  // Development builds modules with eval.
  const evaluating = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluating}`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Charts are SVG, whose places and widths are attributes. React sets styles through the CSSOM, which this does not touch.
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'none'",
    "worker-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ');
}

/** A year, and the hosts below the desk's own, which nobody but its operator has. Those beside it are not touched. */
const transportSecurity = 'max-age=31536000; includeSubDomains';
const isSecure = (process.env.CLAIMDESK_URL ?? '').startsWith('https://');

subscribe('http.server.request.start', ({ request, response }) => {
  const nonce = randomBytes(16).toString('base64');
  const policy = policyWith(nonce);
  request.headers['content-security-policy'] = policy;
  delete request.headers['content-security-policy-report-only'];
  request.headers['x-nonce'] = nonce;
  response.setHeader('Content-Security-Policy', policy);
  if (isSecure) response.setHeader('Strict-Transport-Security', transportSecurity);
});
