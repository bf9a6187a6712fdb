import { textOfFile } from '#lib/data/sources/file-texts';
import { accept } from '#lib/domain/refusal';
import { piecesOf } from '#lib/server/http/request-body';
import { takePacket } from '#lib/server/import-packet';
import { postRoute } from '#lib/server/post-route';
import { reportError } from '#lib/server/service';

/** Brings an article with the files and captures of its sources in from a packet that a desk wrote. */
export const POST = postRoute('articles.importPacket', 'import-article', async (request, { writer }) => {
  const added = await takePacket(writer, piecesOf(request));
  if (!added.ok) return added;
  const { id, files } = added.value;
  // Nobody waits for it, and what does not come to its end is read when it is asked for.
  void (async () => {
    for (const file of files) await textOfFile(writer.db, file).catch(reportError);
  })();
  return accept({ id });
});
