import { addFeed } from '#lib/data/fact-checks/feeds';
import { maxFeedBytes, type Reading } from '#lib/domain/fact-checks/feed';
import { accept, type Result, refuse } from '#lib/domain/refusal';
import { keepRead, readApart } from '#lib/server/fact-checks/read-feeds';
import { bytesOf } from '#lib/server/http/request-body';
import { postRoute } from '#lib/server/post-route';

/** Takes the fact-checks of a file into the pool. `name`: what the file is called. */
export const POST = postRoute(
  'factChecks.file',
  'manage-fact-checks',
  async (request, { writer, query }): Promise<Result<{ name: string; reading: Reading }>> => {
    const bytes = await bytesOf(request, maxFeedBytes);
    if (bytes === null) return refuse('feed-too-large', { values: { limit: maxFeedBytes / 1024 / 1024 } });
    const read = await readApart({ bytes, charset: null, url: null });
    if (!read.ok) return read;
    // Pages belong to an address that is read again and again.
    if (read.value.pages.length > 0) return refuse('feed-of-pages');
    const name = query.get('name')?.replaceAll('\0', '') || 'ClaimReview';
    const added = await addFeed(writer, { name, url: null });
    if (!added.ok) return added;
    const feed = { id: added.value.id, seenPages: [], etag: null, lastModified: null };
    const fetch = async () => refuse('feed-of-pages');
    return accept({
      name,
      reading: await keepRead(writer.db, feed, read.value, { fetch, now: writer.now, isFile: true }),
    });
  },
);
