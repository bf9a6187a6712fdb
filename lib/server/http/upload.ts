/** A file that a script sends: as the whole body, or as the part `file` of a form (multipart/form-data, RFC 7578). */
import 'server-only';
import { createHash } from 'node:crypto';
import { fileEndings, formType } from '#lib/api/file-types';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { bytesOf } from './request-body';

/** `fields`: the other parts of the form. `digest` names the content of the file. */
export type SentFile = { file: File; fields: Record<string, string>; digest: string };

/** What the other parts of a form take at most (bytes): facts of an article, with their heads. */
const formBytes = 64_000;

/** The media type of a request's body, in lower case; '' where none is named. */
export const mediaTypeOf = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/**
 * The file of a request, of at most `limit` bytes; more are not read. `name`: what a file is called that comes as the body.
 */
export async function sentFile(
  request: Request,
  { limit, name }: { limit: number; name: string | undefined },
): Promise<Result<SentFile>> {
  const type = mediaTypeOf(request);
  const isForm = type === formType;
  const bytes = await bytesOf(request, isForm ? limit + formBytes : limit);
  if (bytes === null) return refuse('too-large', { field: 'file' });
  const contentType = request.headers.get('content-type') ?? '';
  if (!isForm) {
    const ending = fileEndings[type] ?? '';
    const file = new File([bytes], name ?? (ending && `article.${ending}`), { type: contentType });
    return accept({ file, fields: {}, digest: digestOf(bytes) });
  }
  const form = await new Response(bytes, { headers: { 'Content-Type': contentType } }).formData().catch(() => null);
  if (!form) return refuse('form-broken');
  const files = form.getAll('file').filter((part) => part instanceof File);
  const [file] = files;
  if (!file) return refuse('file-missing', { field: 'file' });
  if (files.length > 1) return refuse('too-many-at-once', { field: 'file', values: { limit: 1 } });
  const others = [...form].filter(([part]) => part !== 'file');
  const fields = others.map(([part, value]) => [part, typeof value === 'string' ? value : value.name]);
  // Not of the body: a form sent again may have another boundary.
  const digest = digestOf(new Uint8Array(await file.arrayBuffer()));
  return accept({ file, fields: Object.fromEntries(fields), digest });
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');
