/**
 * Frames of a long file on its way to the desk's own page. They tell how many claims are written so far, since the
 * length of a file that is made while it is sent is unknown.
 *
 * A frame is eight bytes and then its part of the file: the claims written so far and the length of the part, both 32
 * bits, big-endian. A frame without a part is the last; a stream that ends without it was cut off.
 */
const headLength = 8;

/** A part of the file with the number of claims written up to its end. */
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

/** Reads frames from bytes as they arrive, cut anywhere. `isWhole`: whether the last frame has come. */
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
