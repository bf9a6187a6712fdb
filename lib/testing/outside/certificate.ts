/** A certificate that signs itself, made for one run of the tests, so that no key is kept anywhere. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export function makeCertificate(name: string): { key: Buffer; certificate: Buffer } {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-certificate-'));
  const [keyFile, certificateFile] = [path.join(folder, 'key.pem'), path.join(folder, 'certificate.pem')];
  try {
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
        ...['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`],
        ...['-keyout', keyFile, '-out', certificateFile],
      ],
      { stdio: 'pipe' },
    );
    return { key: readFileSync(keyFile), certificate: readFileSync(certificateFile) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
