/** What the pool and its processes send each other. */

/** One job. `memory` (MB) and `output` (bytes) are limits that the process itself watches. */
export type Request = { job: string; input: unknown; memory: number; output: number };

/**
 * The answer, written with `v8.serialize`; or the size of one that was too large; or the error of a job that threw. A long
 * list comes in parts before its last one, so that the pool reads some of it at a time.
 */
export type Answer = { part: Uint8Array } | { value: Uint8Array } | { size: number } | { error: string };
