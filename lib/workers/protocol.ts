/** What the pool and its processes send each other. */

/** One job. `memory` (MB) and `output` (bytes) are limits that the process itself watches. */
export type Request = { job: string; input: unknown; memory: number; output: number };

/**
 * The answer, written with `v8.serialize`; or the size of one that was too large; or the error of a job that threw. Long
 * lists in an answer come before it in parts, and stand empty in it, so that the pool reads some of it at a time. `at` is
 * where a list stands in the answer: the keys that lead to it, none for an answer that is a list itself.
 */
export type Answer =
  | { part: Uint8Array; at: readonly string[] }
  | { value: Uint8Array }
  | { size: number }
  | { error: string };
