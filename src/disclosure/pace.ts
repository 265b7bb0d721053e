import type { OpenProblem, Solved } from './solver.ts';

/** How far a protection has come. */
export interface Progress {
  readonly phase: 'covering' | 'improving' | 'optimum' | 'checking';
  /** How many small counts, or figures to be shown again, were looked at in this phase, */
  readonly done: number;
  /** and of how many. */
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

/** How long others may have to wait for their turn, in milliseconds. */
const turn = 40;

/** A pace that starts now. */
export function startPace({ seconds = 300, signal, onProgress }: PaceOptions): Pace {
  const start = performance.now();
  let rested = start;
  let solves = 0;
  const secondsLeft = (): number => seconds - (performance.now() - start) / 1000;
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
      return within(Math.min(secondsLeft(), most), problem);
    },
    step: async (progress) => {
      onProgress?.(progress);
      await rest();
    },
    solves: () => solves,
    secondsLeft,
  };
}

/** Solves a problem, and gives up on a solver that does not answer. */
async function within(seconds: number, problem: OpenProblem): Promise<Solved> {
  const answer = problem.solve(seconds);
  const solved = answer instanceof Promise ? await raced(answer, seconds) : answer;
  if (solved.status === 'out-of-time') throw new OutOfTime();
  return solved;
}

async function raced(answer: Promise<Solved>, seconds: number): Promise<Solved> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new OutOfTime());
    }, seconds * 1000);
  });
  return Promise.race([answer, late]).finally(() => {
    clearTimeout(timer);
  });
}
