/** A server of time stamps: OpenSSL answers, under a certificate of its own that is made for it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type StampServer = {
  url: string;
  /** Answers a query (DER) as the server does. */
  reply: (query: Uint8Array) => Uint8Array;
  /** Whether OpenSSL takes a token as the server's for a SHA-256 (hexadecimal). */
  accepts: (token: Uint8Array, hash: string) => boolean;
  stop: () => void;
};

const settings = (folder: string) => `
[req]
distinguished_name = name
x509_extensions = ext
prompt = no
[name]
CN = Harbour Time Stamps
[ext]
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = one
[one]
serial = ${folder}/serial
crypto_device = builtin
signer_cert = ${folder}/tsa.pem
signer_key = ${folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = yes
tsa_name = no
ess_cert_id_chain = no
`;

export async function startStampServer(): Promise<StampServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-stamps-'));
  const file = (name: string) => path.join(folder, name);
  const run = (...args: string[]) => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  writeFileSync(file('tsa.cnf'), settings(folder));
  writeFileSync(file('serial'), '01');
  run(
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-config', file('tsa.cnf')],
    ...['-keyout', file('tsa.key'), '-out', file('tsa.pem')],
  );
  const reply = (query: Uint8Array) => {
    writeFileSync(file('query'), query);
    run('ts', '-reply', '-config', file('tsa.cnf'), '-queryfile', file('query'), '-out', file('reply'));
    return readFileSync(file('reply'));
  };
  const accepts = (token: Uint8Array, hash: string) => {
    writeFileSync(file('token'), token);
    try {
      run('ts', '-verify', '-digest', hash, '-in', file('token'), '-token_in', '-CAfile', file('tsa.pem'));
      return true;
    } catch {
      return false;
    }
  };
  const server = createServer(async (request, response) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of request) pieces.push(piece);
    response.writeHead(200, { 'Content-Type': 'application/timestamp-reply' }).end(reply(Buffer.concat(pieces)));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `http://127.0.0.1:${port}`, reply, accepts, stop };
}
