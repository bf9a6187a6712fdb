/** A feed of metrics or of claims as Atom (RFC 4287). */
import { createHash } from 'node:crypto';
import { Feed } from 'feed';
import { xmlText } from '#lib/export/stream/xml-text';

/**
 * A permanent id for an entry, independent of the desk's address: a UUID of version 8 (RFC 9562 §5.8) from the SHA-256
 * of what it is of and that one's id.
 */
function uuidOf(of: FeedChannel['of'], id: string): string {
  const bytes = createHash('sha256').update(`claimdesk ${of} ${id}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export type FeedChannel = {
  /** What its entries are of, and what tells the feed from others of its kind. */
  of: 'metric' | 'claim';
  name: string;
  title: string;
  subtitle: string;
  language: string;
  /** The addresses of the page that shows the same and of the feed itself, without a secret. */
  link: string;
  self: string;
  /** The time of the feed where it has no entry: when it was first possible. */
  since: Date;
};

export type FeedEntry = { id: string; title: string; link: string; summary: string; updated: Date };

/** Text as the HTML that Atom's titles and summaries hold here; lines stay lines. */
const htmlOf = (text: string) =>
  xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');

/** The feed as text. It contains no request time, so the same entries give the same text. */
export function atomFeed(channel: FeedChannel, entries: FeedEntry[]): string {
  const newest = entries.reduce((latest, { updated }) => (updated > latest ? updated : latest), channel.since);
  const feed = new Feed({
    ...{
      id: `urn:uuid:${uuidOf(channel.of, channel.name)}`,
      title: xmlText(channel.title),
      description: xmlText(channel.subtitle),
    },
    ...{ link: channel.link, feedLinks: { atom: channel.self }, language: channel.language, updated: newest },
    ...{ generator: 'Claimdesk', copyright: '', author: { name: 'Claimdesk' } },
  });
  for (const { id, title, link, summary, updated } of entries) {
    feed.addItem({
      ...{
        id: `urn:uuid:${uuidOf(channel.of, id)}`,
        title: htmlOf(title),
        link,
        description: htmlOf(summary),
        date: updated,
      },
    });
  }
  return feed.atom1();
}
