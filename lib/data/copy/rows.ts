/**
 * Rows as they are carried from one engine to the other: each value in a form that both can be asked for. What one engine
 * stores as text, number or word of its own is the same value on the other, and has the same digest.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '#lib/data/history/canonical-json';

/** What a column holds. */
export type Kind = 'text' | 'number' | 'flag' | 'moment' | 'json' | 'bytes';

export type Column = { name: string; kind: Kind };

/** Moments are ISO 8601 in UTC with milliseconds, JSON is its text, bytes are base64. */
export type Value = string | number | boolean | null;
export type Row = Value[];

/** The kind of a column's declared type, of SQLite's or PostgreSQL's. Throws for one that no table of the desk has. */
export function kindOf(declared: string): Kind {
  const type = declared.toLowerCase();
  if (/^jsonb?$/.test(type)) return 'json';
  if (/^(?:datetime|timestamp)/.test(type)) return 'moment';
  if (/^bool/.test(type)) return 'flag';
  if (/^(?:text|varchar|character varying)/.test(type)) return 'text';
  if (/^(?:int|bigint|smallint|real|double|numeric|decimal|float)/.test(type)) return 'number';
  if (/^(?:blob|bytea)$/.test(type)) return 'bytes';
  throw new Error(`No column of the desk is of the type ${declared}`);
}

/** A number as JavaScript has it, or as text where it would lose digits. */
export function numberOf(written: string): Value {
  const value = Number(written);
  return /^-?\d+$/.test(written) && !Number.isSafeInteger(value) ? written : value;
}

/** Counts a table's rows and sums up what is in them, in whatever order they come. */
export class Tally {
  rows = 0;
  #sum = 0n;

  add(columns: Column[], row: Row): void {
    this.rows += 1;
    const values = columns.map(({ kind }, at) => {
      const value = row[at] ?? null;
      return kind === 'json' && value !== null ? canonicalJson(JSON.parse(String(value))) : value;
    });
    const hash = createHash('sha256').update(JSON.stringify(values)).digest('hex');
    this.#sum = (this.#sum + BigInt(`0x${hash}`)) % (1n << 256n);
  }

  /** Equal where two tables have the same rows. */
  get digest(): string {
    return `${this.rows}:${this.#sum.toString(16)}`;
  }
}
