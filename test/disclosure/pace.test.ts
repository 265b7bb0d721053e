import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CallbackFailure, OutOfTime, startPace, type Progress } from '../../src/disclosure/pace.ts';
import type { OpenProblem, Solved } from '../../src/disclosure/solver.ts';

const progress: Progress = { phase: 'covering', done: 0, of: 1 };
const solved: Solved = { status: 'optimal', values: [1], cost: 0 };

/** A problem that is answered so, and the times that it was allowed. */
function problemOf(answer: () => Solved | Promise<Solved>): OpenProblem & { readonly allowed: number[] } {
  const allowed: number[] = [];
  return {
    allowed,
    setBounds: () => undefined,
    setCost: () => undefined,
    solve: (seconds) => {
      allowed.push(seconds);
      return answer();
    },
    close: () => undefined,
  };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  // What watches a timer goes before the timer: other tests may share them.
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the time that may be taken', () => {
  test.each([0, -1, NaN, '5', null])('is a number of seconds above none, and not %s', (seconds) => {
    expect(() => startPace({ seconds: seconds as number })).toThrow(
      new RangeError(`seconds: ${seconds} is no time`),
    );
  });

  test('is five minutes unless said, and grows less', () => {
    expect(startPace({}).secondsLeft()).toBe(300);
    const pace = startPace({ seconds: 10 });
    vi.advanceTimersByTime(4000);
    expect(pace.secondsLeft()).toBe(6);
  });

  test('is no longer than can be waited for', () => {
    expect(startPace({ seconds: Infinity }).secondsLeft()).toBe((2 ** 31 - 1) / 1000);
  });

  test('is over when nothing is left', async () => {
    const pace = startPace({ seconds: 0.01 });
    vi.advanceTimersByTime(9);
    await expect(pace.step(progress)).resolves.toBeUndefined();
    vi.advanceTimersByTime(1);
    await expect(pace.step(progress)).rejects.toBeInstanceOf(OutOfTime);
    await expect(pace.run(problemOf(() => solved))).rejects.toBeInstanceOf(OutOfTime);
  });

  test('ends when it is called off, with the reason', async () => {
    const stop = new AbortController();
    const pace = startPace({ signal: stop.signal });
    await pace.step(progress);
    stop.abort(new Error('enough'));
    await expect(pace.step(progress)).rejects.toThrow('enough');
  });
});

test('others have a turn now and then, and no more often', async () => {
  const pace = startPace({});
  const resting = vi.spyOn(globalThis, 'setTimeout');
  await pace.step(progress);
  vi.advanceTimersByTime(40);
  await pace.step(progress);
  expect(resting).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  const late = pace.step(progress);
  expect(resting).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(0);
  await late;
  // From that turn on it counts anew.
  await pace.step(progress);
  expect(resting).toHaveBeenCalledOnce();
});

describe('who wants to hear how far it came', () => {
  test('hears it', async () => {
    const onProgress = vi.fn();
    await startPace({ onProgress }).step(progress);
    expect(onProgress).toHaveBeenCalledExactlyOnceWith(progress);
  });

  test('hears of a failure of their own', async () => {
    const own = new Error('mine');
    const failure = await startPace({
      onProgress: () => {
        throw own;
      },
    })
      .step(progress)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CallbackFailure);
    expect((failure as Error).cause).toBe(own);
    expect((failure as Error).message).toBe('');
  });
});

describe('a problem', () => {
  test('is given the time that is left, or less where it may take no more, and is counted', async () => {
    const pace = startPace({ seconds: 10 });
    const problem = problemOf(() => solved);
    expect(pace.solves()).toBe(0);
    expect(await pace.run(problem)).toBe(solved);
    await pace.run(problem, 3);
    vi.advanceTimersByTime(8000);
    const last = pace.run(problem, 3);
    await vi.advanceTimersByTimeAsync(0);
    await last;
    expect(problem.allowed).toEqual([10, 3, 2]);
    expect(pace.solves()).toBe(3);
  });

  test('without a solution has an answer, one without an answer has none', async () => {
    const pace = startPace({});
    const none: Solved = { status: 'infeasible' };
    expect(await pace.run(problemOf(() => none))).toBe(none);
    await expect(pace.run(problemOf(() => ({ status: 'out-of-time' })))).rejects.toBeInstanceOf(OutOfTime);
    await expect(pace.run(problemOf(() => ({ status: 'optimal' })))).rejects.toThrow('no answer');
  });

  test('that is solved elsewhere is waited for, until the time is over', async () => {
    const answers = startPace({ seconds: 1 }).run(problemOf(() => Promise.resolve(solved)));
    expect(await answers).toBe(solved);
    expect(vi.getTimerCount()).toBe(0);
    const never = startPace({ seconds: 1 }).run(problemOf(() => new Promise(() => undefined)));
    const outcome = never.catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcome).toBeInstanceOf(OutOfTime);
  });

  test('that is solved elsewhere is given up when all is called off, and nobody listens any more', async () => {
    const stop = new AbortController();
    const listening = vi.spyOn(stop.signal, 'removeEventListener');
    const pace = startPace({ seconds: 100, signal: stop.signal });
    await pace.run(problemOf(() => Promise.resolve(solved)));
    expect(listening).toHaveBeenCalledExactlyOnceWith('abort', expect.any(Function));
    const outcome = pace.run(problemOf(() => new Promise(() => undefined))).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(0);
    stop.abort();
    expect(await outcome).toBeInstanceOf(OutOfTime);
    expect(vi.getTimerCount()).toBe(0);
  });
});
