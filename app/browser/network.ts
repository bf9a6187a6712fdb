/** When to try again after the network failed (ms). */
const pauses = [0, 400, 1_600];

/** Runs a request, and again where it throws: what it answers, or null where no try got through or `signal` ended it. */
export async function untilAnswered<T>(request: () => Promise<T>, signal?: AbortSignal): Promise<T | null> {
  for (const pause of pauses) {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    if (signal?.aborted) return null;
    try {
      return await request();
    } catch {
      // Not answered: the next try may be.
    }
  }
  return null;
}
