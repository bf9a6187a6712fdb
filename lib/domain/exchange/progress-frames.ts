/**
 * A long file on its way to the desk's own page: in frames that tell how many claims are written so far, since bytes alone do
 * not say how far a file has come that is made as it is sent.
 *
 * A frame is eight bytes and then its part of the file: the claims written so far and the length of the part, both 32 bits,
 * the high byte first. A frame without a part is the last; a stream that ends before it was cut off.
 */
const headLength = 8;

/** A part of the file with the number of claims that are in it and in those before. */
export function frameOf(written: number, part: Uint8Array): Uint8Array {
  const framed = new Uint8Array(headLength + part.length);
  const head = new DataView(framed.buffer);
  head.setUint32(0, written);
  head.setUint32(4, part.length);
  framed.set(part, headLength);
  return framed;
}

export const lastFrame = (written: number): Uint8Array => frameOf(written, new Uint8Array());

export type Frame = { written: number; part: Uint8Array<ArrayBuffer> };

/** Reads frames out of bytes as they arrive, cut anywhere. `isWhole` tells whether the last one came. */
export function frameReader(): { read: (chunk: Uint8Array) => Frame[]; isWhole: () => boolean } {
  let rest = new Uint8Array();
  let ended = false;
  return {
    isWhole: () => ended,
    read(chunk) {
      const bytes = new Uint8Array(rest.length + chunk.length);
      bytes.set(rest);
      bytes.set(chunk, rest.length);
      const view = new DataView(bytes.buffer);
      const frames: Frame[] = [];
      let at = 0;
      while (at + headLength <= bytes.length) {
        const end = at + headLength + view.getUint32(at + 4);
        if (end > bytes.length) break;
        const part = bytes.slice(at + headLength, end);
        frames.push({ written: view.getUint32(at), part });
        ended = part.length === 0;
        at = end;
      }
      rest = bytes.slice(at);
      return frames;
    },
  };
}
