/**
 * Loaded into the server of a soak before anything else: SIGUSR2 collects its garbage, so that what is measured afterwards is
 * what it keeps. What no soak asks for is never loaded.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  // Here and in nothing else that the soak starts.
  setFlagsFromString('--expose-gc');
  /** @type {() => void} */
  const collect = runInNewContext('gc');
  process.on('SIGUSR2', () => {
    collect();
    // What finalizers let go of in between.
    setImmediate(collect);
  });
}
