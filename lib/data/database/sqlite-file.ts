/**
 * What is done to a SQLite database as a file: copies of it that are proven whole, and whether it is in use. Everything
 * here is readable by its owner alone.
 */
import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';

/** The path of a `file:` address. */
export const sqlitePath = (address: string): string => address.replace(/^file:/, '');

/**
 * Opens a database that is there. It is opened for writing where that is allowed, though only read: what a killed program
 * left in its log is recovered on opening, which takes writing.
 */
export function openSqlite(file: string): BetterSqlite3.Database {
  try {
    const database = new BetterSqlite3(file, { fileMustExist: true, timeout: 8_000 });
    database.prepare('SELECT count(*) FROM sqlite_master').get();
    return database;
  } catch (error) {
    if (!(error instanceof BetterSqlite3.SqliteError && /READONLY|CANTOPEN|PERM/.test(error.code))) throw error;
    return new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  }
}

/** Whether every page of a file can be read and fits the others (SQLite's own check). */
export function isWhole(file: string): boolean {
  try {
    const database = openSqlite(file);
    try {
      return database.pragma('integrity_check', { simple: true }) === 'ok';
    } finally {
      database.close();
    }
  } catch (error) {
    if (isSqliteError(error)) return false;
    throw error;
  }
}

const isSqliteError = (error: unknown) => error instanceof BetterSqlite3.SqliteError;

/**
 * Copies a database while others read and write it, and proves the copy whole before it gets its name; false where it is
 * not, because the database itself is damaged. There is never half a copy under the name.
 */
export async function backUpSqlite(file: string, target: string): Promise<boolean> {
  mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
  const part = `${target}.part`;
  rmSync(part, { force: true });
  try {
    const source = openSqlite(file);
    try {
      await source.backup(part);
    } finally {
      source.close();
    }
    chmodSync(part, 0o600);
    if (!isWhole(part)) return false;
    // Read once by its check, and in the mode of its source: folded into one file.
    foldIntoOneFile(part);
    putInPlace(part, target);
    return true;
  } catch (error) {
    if (isSqliteError(error)) return false;
    throw error;
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(part + ending, { force: true });
  }
}

/**
 * Writes what is in the log of a database into its file, so that the file alone is the database. False where somebody
 * else has it open: it can only be done alone.
 */
export function foldIntoOneFile(file: string): boolean {
  try {
    const database = new BetterSqlite3(file, { fileMustExist: true, timeout: 500 });
    try {
      return database.pragma('journal_mode = DELETE', { simple: true }) === 'delete';
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof BetterSqlite3.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)) return false;
    throw error;
  }
}

/** Gives a finished file its name, so that a loss of power leaves the old one or the new one. */
export function putInPlace(from: string, to: string): void {
  const file = openSync(from, 'r+');
  fsyncSync(file);
  closeSync(file);
  renameSync(from, to);
  const folder = openSync(path.dirname(to), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/** Moves a database away with its log, which belongs to it alone; returns where to. */
export function moveAway(file: string, stamp: string): string {
  const away = `${file}.before-${stamp}`;
  for (const ending of ['', '-wal', '-shm', '-journal']) {
    if (existsSync(file + ending)) renameSync(file + ending, away + ending);
  }
  return away;
}

/** Kept, since a connection that nobody keeps is closed. */
const notes: BetterSqlite3.Database[] = [];

/**
 * Notes that this process serves a database, until it ends; false where another one does too. That is safe for what is
 * stored, but each counts limits and shows who is there for itself.
 */
export function servesAlone(file: string): boolean {
  const noteFile = `${file}.serving`;
  const note = new BetterSqlite3(noteFile, { timeout: 0 });
  try {
    chmodSync(noteFile, 0o600);
    note.exec('BEGIN EXCLUSIVE');
    notes.push(note);
    return true;
  } catch (error) {
    note.close();
    if (error instanceof BetterSqlite3.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)) return false;
    throw error;
  }
}

/** Runs something while no other process does the same to this database, and waits for one that does. */
export async function alone<T>(file: string, run: () => Promise<T>): Promise<T> {
  const lockFile = `${file}.lock`;
  // The lock of a SQLite file ends with the process that holds it, however that ends.
  const lock = new BetterSqlite3(lockFile, { timeout: 120_000 });
  try {
    chmodSync(lockFile, 0o600);
    lock.exec('BEGIN EXCLUSIVE');
    return await run();
  } finally {
    lock.close();
  }
}
