/** What a person can take back on the review page, and do again. Holds the acts of one page; no React. */
import type { Result } from '#lib/domain/refusal';

type Act = () => Promise<Result<unknown>>;

/** An undo entry; one without `redo` is gone once it was taken back. */
type Step = { undo: Act; redo?: Act };

/** How a step went: there was none, the server refused it, or it was done. */
export type StepOutcome = 'nothing' | 'refused' | 'done';

/** How many acts can be taken back; older ones are forgotten. */
const undoDepth = 100;

export type Undo = ReturnType<typeof makeUndo>;

/** An empty undo stack. */
export function makeUndo() {
  let steps: Record<'undo' | 'redo', Step[]> = { undo: [], redo: [] };
  /** Settles when every act so far has its answer: only then is it known what can be taken back. */
  let inFlight: Promise<unknown> = Promise.resolve();

  /** Keeps how an act is taken back and done again. A new act ends what could be done again. */
  function remember(undo: Act, redo?: Act): void {
    steps = { undo: [...steps.undo.slice(1 - undoDepth), { undo, redo }], redo: [] };
  }

  /** Makes a command count as in flight until it is answered. */
  function tracked<Arguments extends unknown[], T>(run: (...args: Arguments) => Promise<T>) {
    return (...args: Arguments): Promise<T> => {
      const running = run(...args);
      inFlight = Promise.allSettled([inFlight, running]);
      return running;
    };
  }

  /** Waits for the acts under way, then takes the last one back or does it again. A step that is refused is forgotten. */
  async function step(direction: 'undo' | 'redo'): Promise<StepOutcome> {
    await inFlight;
    const last = steps[direction].pop();
    if (!last) return 'nothing';
    const answer = await last[direction]?.();
    if (!answer?.ok) return 'refused';
    if (last.redo) steps[direction === 'undo' ? 'redo' : 'undo'].push(last);
    return 'done';
  }

  return {
    remember,
    tracked,
    step,
    /** Settles with the acts under way; another promise as soon as one more begins. */
    settled: () => inFlight,
  };
}
