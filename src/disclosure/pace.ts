import type { OpenProblem, Solved } from './solver.ts';

/** How far a protection has come. */
export interface Progress {
  readonly phase: 'covering' | 'improving' | 'optimum' | 'checking';
  /** How many small counts, or figures to be shown again, were looked at in this phase. */
  readonly done: number;
  /** How many there are to be looked at in it. */
  readonly of: number;
}

/** The time that a search may take, and who is to hear of it. */
export interface Pace {
  /** @param most how many seconds it may take at most */
  readonly run: (problem: OpenProblem, most?: number) => Promise<Solved>;
  /** Tells how far it came, and lets others have a turn now and then. */
  readonly step: (progress: Progress) => Promise<void>;
  /** How often the solver was asked. */
  readonly solves: () => number;
  readonly secondsLeft: () => number;
}

/** That the time allowed is over. */
export class OutOfTime extends Error {}

/** How the time is set. */
export interface PaceOptions {
  /** How long it may take; 300 unless said. */
  readonly seconds?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** That somebody’s own callback failed: that is for them to hear. */
export class CallbackFailure extends Error {}

/** How long others may have to wait for their turn, in milliseconds. */
const turn = 40;
/** The longest time that can be waited for, in milliseconds. */
const longest = 2 ** 31 - 1;

/**
 * A pace that starts now.
 *
 * @throws RangeError when the time is no number of seconds
 */
export function startPace({ seconds = 300, signal, onProgress }: PaceOptions): Pace {
  if (typeof seconds !== 'number' || !(seconds > 0)) throw new RangeError(`seconds: ${seconds} is no time`);
  const start = performance.now();
  let rested = start;
  let solves = 0;
  const secondsLeft = (): number => Math.min(seconds, longest / 1000) - (performance.now() - start) / 1000;
  const rest = async (): Promise<void> => {
    if (performance.now() - rested > turn) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      rested = performance.now();
    }
    signal?.throwIfAborted();
    if (secondsLeft() <= 0) throw new OutOfTime();
  };
  return {
    run: async (problem, most = Infinity) => {
      await rest();
      solves += 1;
      return within(Math.min(secondsLeft(), most), problem, signal);
    },
    step: async (progress) => {
      tell(onProgress, progress);
      await rest();
    },
    solves: () => solves,
    secondsLeft,
  };
}

function tell(onProgress: PaceOptions['onProgress'], progress: Progress): void {
  try {
    onProgress?.(progress);
  } catch (error) {
    throw new CallbackFailure('', { cause: error });
  }
}

/** Solves a problem, and gives up on a solver that does not answer or answers nothing. */
async function within(seconds: number, problem: OpenProblem, signal?: AbortSignal): Promise<Solved> {
  const answer = problem.solve(seconds);
  const solved = 'then' in answer ? await raced(answer, seconds, signal) : answer;
  if (solved.status === 'out-of-time') throw new OutOfTime();
  if (solved.values === undefined && solved.status !== 'infeasible') throw new Error('no answer');
  return solved;
}

async function raced(answer: PromiseLike<Solved>, seconds: number, signal?: AbortSignal): Promise<Solved> {
  let stop = (): void => undefined;
  const late = new Promise<never>((_, reject) => {
    const give = (): void => {
      reject(new OutOfTime());
    };
    const timer = setTimeout(give, seconds * 1000);
    signal?.addEventListener('abort', give);
    stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', give);
    };
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    stop();
  }
}
