/** Office files as tests look at them: the parts of a package, and LibreOffice where it is installed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** All bytes of a file that comes in pieces, and how many pieces it came in. */
export async function gather(pieces: AsyncIterable<string | Uint8Array>): Promise<{ bytes: Buffer; pieces: number }> {
  const parts: Buffer[] = [];
  for await (const piece of pieces) parts.push(Buffer.from(piece as Uint8Array));
  return { bytes: Buffer.concat(parts), pieces: parts.length };
}

/** The text of one part of a ZIP package, found through its central directory (PKWARE APPNOTE 4.3.12). */
export function packagePart(file: Buffer, name: string): string {
  let at = file.readUInt32LE(file.lastIndexOf('PK\u0005\u0006') + 16);
  while (file.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset));
    const found = file.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    if (found.replace(/^\//, '') === name) {
      const local = file.readUInt32LE(at + 42);
      const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
      const data = file.subarray(start, start + file.readUInt32LE(at + 20));
      return (file.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data)).toString('utf8');
    }
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  throw new Error(`The package has no ${name}.`);
}

/** What is wrong with the parts of a package as XML 1.0 with namespaces: a line for each part that is not well-formed. */
export function xmlErrors(file: Buffer): string[] {
  return Object.entries(unzipSync(file)).flatMap(([name, bytes]) => {
    try {
      new SaxesParser({ xmlns: true }).write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close();
      return [];
    } catch (error) {
      return [`${name}: ${error instanceof Error ? error.message : error}`];
    }
  });
}

/** LibreOffice, which opens what the exports write; not every machine has it. */
export const libreOffice = { what: 'LibreOffice', isThere: spawnSync('soffice', ['--version']).status === 0 };

/** pandoc, a second reader of Word files; not every machine has it. */
export const pandoc = { what: 'pandoc', isThere: spawnSync('pandoc', ['--version']).status === 0 };

/** A file as LibreOffice writes it anew in another format (`fods`, `fodt`: a spreadsheet or a text as one XML); throws where it cannot open it. */
export function convertByLibreOffice(file: Buffer, name: string, format: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'claimdesk-office-'));
  try {
    writeFileSync(path.join(folder, name), file);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const options = [profile, '--headless', '--convert-to', format, '--outdir', folder, path.join(folder, name)];
    const { stderr } = spawnSync('soffice', options, { encoding: 'utf8' });
    const [ending = format] = format.split(':');
    const made = path.join(folder, `${path.parse(name).name}.${ending}`);
    try {
      return readFileSync(made, 'utf8');
    } catch (error) {
      throw new Error(`LibreOffice did not open ${name}: ${stderr}`, { cause: error });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
