/** A live stream (server-sent events) as a browser holds it, on a connection of its own. */
import http from 'node:http';

export type LiveStream = { close: () => void; ended: Promise<void> };

/**
 * Opens a stream. `onSeq` receives the number of the article's last change whenever the server sends it. Resolves once the
 * first bytes are here; rejects where the server answers anything but 200 or cannot be reached.
 */
export function openLiveStream(
  url: string,
  { cookie, article, tab }: { cookie: string; article: string; tab: string },
  onSeq: (seq: number) => void = () => {},
): Promise<LiveStream> {
  return new Promise((resolve, reject) => {
    const address = `${url}/api/live?${new URLSearchParams({ article, tab })}`;
    const request = http.get(address, { agent: false, headers: { cookie, accept: 'text/event-stream' } });
    request.on('error', reject);
    request.on('response', (response) => {
      if (response.statusCode !== 200) {
        request.destroy();
        reject(new Error(`/api/live answered ${response.statusCode}`));
        return;
      }
      const ended = new Promise<void>((gone) => response.once('close', gone));
      // Whoever closes it ends it in the middle, as a browser does.
      response.on('error', () => {});
      let rest = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        const events = (rest + chunk).split('\n\n');
        rest = events.pop() ?? '';
        for (const event of events) {
          const seq = /^id: (\d+)$/m.exec(event)?.[1];
          if (seq) onSeq(Number(seq));
        }
      });
      response.once('data', () => resolve({ close: () => request.destroy(), ended }));
    });
  });
}
