import { getFormatter, getTranslations } from 'next-intl/server';
import { snapshotPage } from '#lib/data/sources/snapshots';
import { Id } from '#lib/domain/fields';
import { refuse } from '#lib/domain/refusal';
import { escapeText } from '#lib/intake/page/sanitise';
import { database } from '#lib/server/database';
import { refusalResponse } from '#lib/server/http/refusal-response';
import { currentPerson } from '#lib/server/session/session';

/** The kept page may load and run nothing, whatever got past the sanitiser. next.config.js says the same for this path. */
const policy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

const style = `
body{max-width:46rem;margin:0 auto;padding:1.5rem;font:16px/1.7 Georgia,"Noto Serif SC","Songti SC",serif;color:#1c1b19;background:#fdfcfa}
header.kept{font:13px/1.6 system-ui,sans-serif;border:1px solid #d9d5cd;border-radius:8px;padding:.7rem 1rem;margin-bottom:1.5rem;overflow-wrap:anywhere}
code{font-size:12px}pre{white-space:pre-wrap;font:inherit}table{border-collapse:collapse}td,th{border:1px solid #d9d5cd;padding:.2rem .5rem}
.picture{display:block;color:#6b665d;border-left:3px solid #d9d5cd;padding-left:.6rem}
@media(prefers-color-scheme:dark){body{color:#e8e5df;background:#191817}a{color:#8fb4e8}}`;

/** An original as it was kept. Reading asks for a session. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const person = await currentPerson();
  if (!person) return refusalResponse(refuse('signed-out'));
  const id = Id.safeParse((await params).id);
  const snapshot = id.success && (await snapshotPage(database(), id.data, person));
  if (!snapshot) return refusalResponse(refuse('not-found'));
  const [t, format] = await Promise.all([getTranslations('intake.snapshot'), getFormatter()]);
  const when = format.dateTime(new Date(snapshot.fetchedAt), { dateStyle: 'long', timeStyle: 'medium' });
  const lines = [
    t('kept', { when }),
    ...(snapshot.url === null ? [snapshot.title] : [snapshot.url, ...snapshot.redirects.map((next) => `→ ${next}`)]),
    `SHA-256 ${snapshot.contentHash}`,
    t('shown'),
  ];
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeText(snapshot.title)}</title><style>${style}</style>`;
  const note = `<header class="kept">${lines.map((line) => `<div>${escapeText(line)}</div>`).join('')}</header>`;
  return new Response(`<!doctype html><html><head>${head}</head><body>${note}${snapshot.html}</body></html>`, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Cache-Control': 'private, no-store',
    },
  });
}
