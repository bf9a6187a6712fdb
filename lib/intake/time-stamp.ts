/** Time stamps of RFC 3161: what a server is asked, and what its answer proves. */
import { Integer, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, SignedData, TimeStampReq, TimeStampResp, TSTInfo } from 'pkijs';

const sha256 = '2.16.840.1.101.3.4.2.1';

/** Status of an answer that grants a token: as asked, or with changes (section 2.4.2). */
const granted: ReadonlySet<number> = new Set([0, 1]);

/** Bytes of a number that no other request has. */
const nonceLength = 16;

export type StampRequest = { bytes: Uint8Array; nonce: Uint8Array };

/** What a server is asked to stamp: `hash` is a SHA-256, hexadecimal. The certificate is to come along. */
export function stampRequest(hash: string): StampRequest {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceLength));
  // A positive number that is written in all of its bytes.
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40;
  const request = new TimeStampReq({
    version: 1,
    messageImprint: imprintOf(hash),
    nonce: new Integer({ valueHex: bufferOf(nonce) }),
    certReq: true,
  });
  return { bytes: new Uint8Array(request.toSchema().toBER()), nonce };
}

/**
 * The token of an answer and the moment that it names; null where the answer is none, was made for other bytes or another
 * request, or is not signed by the certificate that came along. Whether that certificate is trusted is for whoever relies
 * on it to say. Never throws.
 */
export async function readStamp(
  answer: Uint8Array,
  { bytes, nonce }: { bytes: Uint8Array; nonce: Uint8Array },
): Promise<{ token: Uint8Array; at: Date } | null> {
  try {
    const { status, timeStampToken: token } = TimeStampResp.fromBER(bufferOf(answer));
    if (!granted.has(status.status) || !token) return null;
    const signed = new SignedData({ schema: token.content });
    // The imprint of the bytes is held against the one in the token, and the token against its signature.
    const isSigned = await signed.verify({ signer: 0, data: bufferOf(bytes), checkChain: false });
    const content = signed.encapContentInfo.eContent;
    const stamp = isSigned && content ? TSTInfo.fromBER(bufferOf(contentOf(content))) : null;
    if (!stamp?.nonce || hexOf(stamp.nonce.valueBlock.valueHexView) !== hexOf(nonce)) return null;
    if (stamp.messageImprint.hashAlgorithm.algorithmId !== sha256) return null;
    return { token: new Uint8Array(token.toSchema().toBER()), at: stamp.genTime };
  } catch {
    return null;
  }
}

/** The bytes of an octet string, which may be written in pieces. */
function contentOf(content: OctetString): Uint8Array {
  const pieces = content.valueBlock.value.filter((piece) => piece instanceof OctetString);
  if (pieces.length === 0) return content.valueBlock.valueHexView;
  return Buffer.concat(pieces.map((piece) => piece.valueBlock.valueHexView));
}

const imprintOf = (hash: string): MessageImprint =>
  new MessageImprint({
    hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256 }),
    hashedMessage: new OctetString({ valueHex: bufferOf(Buffer.from(hash, 'hex')) }),
  });

const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
