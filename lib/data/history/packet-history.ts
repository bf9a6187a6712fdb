/** The history of an article as a packet tells it (lib/domain/exchange/packet): a line of JSON for each line. */
import type { PacketManifest } from '#lib/domain/exchange/packet-input';
import { Chain, type StoredLine } from './chain';

/** The longest line of a history (bytes): the first of an imported article names all of its rows. */
const longestLine = 64_000_000;

/** Broken places that are told. */
const mostTold = 20;

/** Takes the bytes of a history piece by piece, and holds its lines against their seals. */
export class PacketHistory {
  private readonly chain: Chain;
  private readonly article: PacketManifest['article'];
  private readonly last: PacketManifest['history'];
  private readonly broken: string[] = [];
  private waiting: Uint8Array[] = [];
  private length = 0;
  private seal = '';
  private isUnreadable = false;
  /** Lines of which only the seal is told. */
  withheld = 0;

  constructor({ article, history }: Pick<PacketManifest, 'article' | 'history'>) {
    this.article = article;
    this.last = history;
    this.chain = new Chain(article, ({ what, from, to }) => {
      if (this.broken.length < mostTold)
        this.broken.push(from === to ? `line ${from}, ${what}` : `lines ${from}–${to}, ${what}`);
    });
  }

  get count(): number {
    return this.chain.lines;
  }

  get unsealed(): number {
    return this.chain.unsealed;
  }

  take(piece: Uint8Array): void {
    let from = 0;
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, from)) {
      this.add(piece.subarray(from, at));
      this.readLine();
      from = at + 1;
    }
    this.add(piece.subarray(from));
  }

  /** The places where it is not what was sealed; none where all of it is. */
  end(): string[] {
    this.chain.end(this.last.lines, this.last.lines);
    if (this.isUnreadable || this.length > 0) return [...this.broken, `line ${this.count + 1}, not readable`];
    const isLast = this.seal === this.last.seal;
    return this.broken.length > 0 || isLast ? this.broken : ['the last seal is not that of the manifest'];
  }

  private add(bytes: Uint8Array): void {
    this.length += bytes.length;
    if (this.length > longestLine) {
      this.isUnreadable = true;
      this.waiting = [];
    }
    if (!this.isUnreadable && bytes.length > 0) this.waiting.push(bytes);
  }

  private readLine(): void {
    const bytes = Buffer.concat(this.waiting);
    this.waiting = [];
    this.length = 0;
    if (this.isUnreadable) return;
    const line = lineIn(bytes);
    if (!line || line.articleId !== this.article.id) {
      this.isUnreadable = true;
      return;
    }
    this.seal = line.hash;
    if ('verb' in line) this.chain.take(line);
    else {
      this.withheld += 1;
      this.chain.skip(line);
    }
  }
}

/** A line as its seal covers it, or its seal alone; null for what is none. */
function lineIn(bytes: Buffer): StoredLine | Pick<StoredLine, 'articleId' | 'seq' | 'hash'> | null {
  let written: unknown;
  try {
    written = JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
  if (typeof written !== 'object' || written === null) return null;
  const { id, articleId, seq, actorId, at, verb, claimId, before, after, rows, hash, withheld } = written as Record<
    string,
    unknown
  >;
  if (withheld === 'file' && typeof articleId === 'string' && typeof hash === 'string')
    return Number.isSafeInteger(seq) ? { articleId, seq: Number(seq), hash } : null;
  const isNamed = typeof id === 'string' && typeof articleId === 'string' && typeof actorId === 'string';
  const isTold =
    typeof verb === 'string' && typeof hash === 'string' && (claimId === null || typeof claimId === 'string');
  if (!isNamed || !isTold || typeof at !== 'string' || !Number.isSafeInteger(seq)) return null;
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return null;
  return { id, articleId, seq: Number(seq), actorId, at: moment, verb, claimId, before, after, rows, hash };
}
