/** Opens a PDF of a source with pdf.js: read in a worker, of the bytes only those that are drawn, and nothing else fetched or run. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type PdfFault = 'encrypted' | 'broken' | 'unreachable';

export type OpenPdf = {
  document: PDFDocumentProxy;
  pdfjs: typeof import('pdfjs-dist/legacy/build/pdf.mjs');
};

/** Where the server sends the parts of pdf.js from (lib/cli/prepare.ts). */
const parts = '/pdfjs/';
/** Bytes asked for at once: as many as the desk keeps in a piece. */
const partLength = 2 ** 18;
/** Pixels of the largest picture that is drawn: a scan of A3 in 600 dpi has 70 million. */
const largestPicture = 10 ** 8;

type Opening = {
  address: string;
  /** Bytes. */
  size: number;
  /** Ends what runs, and lets go of all that is held. */
  signal: AbortSignal;
  /** What fails later, while pages are drawn. */
  onFault: (fault: PdfFault) => void;
};

/** The document, or why it cannot be shown. */
export async function openPdf({ address, size, signal, onFault }: Opening): Promise<OpenPdf | PdfFault> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs').catch(() => null);
  if (!pdfjs) return 'unreachable';
  signal.throwIfAborted();
  class Ranges extends pdfjs.PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number) {
      void fetchPart(address, { begin, end, signal }).then(
        (bytes) => this.onDataRange(begin, bytes),
        () => fail('unreachable'),
      );
    }
  }
  let fail: (fault: PdfFault) => void = () => {};
  const failed = new Promise<PdfFault>((resolve) => {
    fail = (fault) => {
      if (signal.aborted) return;
      resolve(fault);
      onFault(fault);
    };
  });
  // A worker of its own: without one, pdf.js would read the file in the page.
  const port = new Worker(`${parts}pdf.worker.min.mjs`, { type: 'module' });
  port.addEventListener('error', () => fail('unreachable'));
  const worker = pdfjs.PDFWorker.create({ port });
  const task = pdfjs.getDocument({
    range: new Ranges(size, null),
    worker,
    rangeChunkSize: partLength,
    disableAutoFetch: true,
    disableStream: true,
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: largestPicture,
    cMapUrl: `${parts}cmaps/`,
    iccUrl: `${parts}iccs/`,
    standardFontDataUrl: `${parts}standard_fonts/`,
    wasmUrl: `${parts}wasm/`,
  });
  signal.addEventListener('abort', () => {
    void task.destroy().finally(() => port.terminate());
  });
  const opened = task.promise.then(
    (document): OpenPdf => ({ document, pdfjs }),
    (error: unknown): PdfFault =>
      error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken',
  );
  return Promise.race([opened, failed]);
}

type Part = { begin: number; end: number; signal: AbortSignal };

/** Milliseconds after which it is tried again where the network fails. */
const pauses = [400, 1_600];

async function fetchPart(address: string, { begin, end, signal }: Part, tries = 0): Promise<Uint8Array> {
  try {
    const answer = await fetch(address, { headers: { Range: `bytes=${begin}-${end - 1}` }, signal });
    if (answer.status !== 206) throw new Error(`Answered ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  } catch (error) {
    const pause = pauses[tries];
    if (signal.aborted || pause === undefined) throw error;
    await new Promise((resolve) => setTimeout(resolve, pause));
    return fetchPart(address, { begin, end, signal }, tries + 1);
  }
}
