import { apiBase } from '#lib/api/operation';
import { operations } from '#lib/api/operations';
import { Article, articleShape } from '#lib/api/shapes/articles';
import { Revision, revisionListed, revisionShape } from '#lib/api/shapes/revisions';
import { articleWithClaims } from '#lib/data/articles/article-with-claims';
import { articleHead } from '#lib/data/articles/articles';
import { addRevision, listRevisions, sideOf } from '#lib/data/revisions/revisions';
import { accept, refuse } from '#lib/domain/refusal';
import { etagOfAnswer, staleness } from '#lib/server/api';
import { revisedText } from '#lib/server/revised-text';
import { answer, route } from '../../../../api';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: answer(operations.listRevisions, async ({ params, writer }) => {
    if (!(await articleHead(writer.db, params.id))) return refuse('not-found');
    return accept({ value: { items: (await listRevisions(writer.db, params.id)).map(revisionListed) } });
  }),
  POST: answer(operations.addRevision, async ({ params: { id }, body, actor, writer, ifMatch }) => {
    const view = await articleWithClaims(writer.db, id, actor);
    if (!view) return refuse('not-found');
    const stale = staleness(ifMatch, Article, articleShape(view));
    if (stale) return stale;
    const { text, paragraphs = [], basedOn } = body;
    const sent = text === undefined ? { way: 'paragraphs' as const, paragraphs } : { way: 'paste' as const, text };
    const read = await revisedText(writer, id, sent);
    if (!read.ok) return { ...read, field: read.field ?? (text === undefined ? 'paragraphs' : 'text') };
    const added = await addRevision(writer, id, { paragraphs: read.value, basedOn, intake: 'api' });
    if (!added.ok) return added;
    const { number } = added.value;
    const stored = await sideOf(writer.db, id, number);
    if (!stored) return refuse('not-found');
    return accept({
      value: added.value,
      location: `${apiBase}/articles/${id}/revisions/${number}`,
      etag: etagOfAnswer(Revision, revisionShape(stored)),
    });
  }),
});
