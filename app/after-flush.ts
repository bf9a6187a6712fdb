import { setTimeout } from 'node:timers/promises';

/** What a stream of React needs to send a part, on a busy machine too (ms). */
const flushTime = 10;

/** Waits until what is rendered already has gone out: neither SQLite nor rendering gives way while it works. */
export const afterFlush = (): Promise<void> => setTimeout(flushTime);
