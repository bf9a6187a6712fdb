import { z } from 'zod';
import { articleForReview } from '#lib/data/articles';
import {
  type ListFormat,
  type ListSelection,
  listFormats,
  listSelections,
  takesSelection,
} from '#lib/domain/claim-list';
import { refuse } from '#lib/domain/refusal';
import type { ReviewView } from '#lib/domain/review';
import { annotationCollection } from '#lib/export/annotations';
import { articleJson, exportArticle } from '#lib/export/article-json';
import { claimListCsv, claimListJson } from '#lib/export/claim-list';
import { database } from '#lib/server/database';
import { deskAddress } from '#lib/server/env';
import { refusalResponse } from '#lib/server/refusal-response';
import { currentPerson } from '#lib/server/session';

const Query = z.object({ which: z.enum(listSelections).default('all'), format: z.enum(listFormats).default('csv') });

/** An article's claim list as a file. Reading asks for a session; nothing is changed, so no origin is asked for. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const person = await currentPerson();
  if (!person) return refusalResponse(refuse('signed-out'));
  const query = Query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return refusalResponse(refuse('invalid-input'));
  const view = await articleForReview(database(), (await params).id, person);
  if (!view) return refusalResponse(refuse('not-found'));
  const { which, format } = query.data;
  const { type, ending, write } = forms[format];
  const name = takesSelection(format) ? `${view.article.title} claims ${which}` : view.article.title;
  return new Response(write(view, which, deskAddress(request)), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': contentDisposition(`${name}.${ending}`),
      'Cache-Control': 'private, no-store',
    },
  });
}

type Form = { type: string; ending: string; write: (view: ReviewView, which: ListSelection, desk: string) => string };

const json = 'application/json; charset=utf-8';
const forms: Record<ListFormat, Form> = {
  csv: { type: 'text/csv; charset=utf-8', ending: 'csv', write: claimListCsv },
  json: { type: json, ending: 'json', write: (view, which) => claimListJson(view, which, new Date()) },
  article: { type: json, ending: 'claimdesk.json', write: (view) => articleJson(exportArticle(view)) },
  annotations: {
    // The media type that the Web Annotation protocol names (W3C, 2017, §3.2).
    type: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"; charset=utf-8',
    ending: 'jsonld',
    write: (view, which, desk) => {
      const { id, revisedAt } = view.article;
      const article = `${desk}/articles/${id}`;
      const setting = {
        container: `${article}/annotations/`,
        article,
        text: null,
        revisedAt,
        desk: 'Claimdesk',
        which,
      };
      return JSON.stringify(annotationCollection(view, { ...setting, withDiscussion: false }), null, 2);
    },
  },
};

/** A download's name in any script (RFC 6266 §4.3): a plain fallback and the real one. */
function contentDisposition(name: string): string {
  const safe = name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const plain = safe.replace(/[^\x20-\x7e]+/g, '_');
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
