/** The data sets that lie beside the project on some machines: articles, references, the W3C's assertions. */
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const folder = process.env.CLAIMDESK_DATASETS ?? path.join(root, '..', 'shared', 'datasets');

/** A file or folder of theirs by its place among them, whether it is there or not. */
export function dataset(...parts: string[]): { what: string; isThere: boolean; path: string } {
  const place = path.join(folder, ...parts);
  return { what: ['../shared/datasets', ...parts].join('/'), isThere: existsSync(place), path: place };
}
