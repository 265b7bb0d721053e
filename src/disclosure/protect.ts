import { witnessOf, certificateOf, type Certificate } from './certificate.ts';
import { cover } from './cover.ts';
import { isSound, refusalFor } from './failure.ts';
import { forgetSolver, loadSolver, sharedSolver, type SolverFiles } from './highs.ts';
import { cleanUp } from './improve.ts';
import { at, linearSystem } from './linear-system.ts';
import { SolverFailure } from './moves.ts';
import { bestOf, type Optimum } from './optimum.ts';
import { CallbackFailure, startPace, type Pace, type Progress } from './pace.ts';
import { completePolicy, type Policy, type PolicyOptions } from './policy.ts';
import { hide, markProtected, type Protected } from './published.ts';
import { refusal, type Refusal, type RefusalCode } from './refusal.ts';
import { groupedBy } from '../vocabulary/index.ts';
import type { Release, ReleaseCell } from './release.ts';
import { protectionReport, type ProtectionReport } from './report.ts';
import { isThin } from './requirements.ts';
import { openSearch, type Search } from './search.ts';
import type { Solver } from './solver.ts';
import { verify } from './verify.ts';

/** How to protect. */
export interface ProtectOptions {
  /** The solver; the optional package `highs` unless given. */
  readonly solver?: Solver;
  /** Where the files of `highs` are, in a browser or a bundle. */
  readonly files?: SolverFiles;
  /** The same seed gives the same result. */
  readonly seed?: number;
  /** Asks for the least that can be hidden, in the time there is; the report says whether it was found. */
  readonly exact?: boolean;
  /** How long it may take; 300 unless said. */
  readonly seconds?: number;
  readonly signal?: AbortSignal;
  /** Told how far the work has come, about every second. */
  readonly onProgress?: (progress: Progress) => void;
}

/** A protected release with its report and proof, or why nothing leaves. */
export type Protection =
  | {
      readonly published: Protected;
      /** For the publisher alone: it tells how much of what is hidden is small. */
      readonly report: ProtectionReport;
      readonly certificate: Certificate;
      readonly refused?: undefined;
    }
  | {
      readonly published?: undefined;
      readonly report?: undefined;
      readonly certificate?: undefined;
      readonly refused: readonly Refusal[];
    };

/**
 * Hides the small counts of a release, and as little else as it takes so that nobody can work them out from what is
 * left: for each, two sets of counts fit everything published and differ in it as far as the policy asks. They are
 * checked with whole numbers before anything is returned. Whatever goes wrong, nothing leaves.
 *
 * @throws TypeError when something else than a release is given; RangeError when the policy contradicts itself; the reason of the signal when that stops it
 * @example
 * const cells = [{ id: 'all', count: 75 }, { id: 'under 12', count: 1 }, { id: '12-14', count: 33 }, { id: '15 and over', count: 41 }];
 * const { release } = defineRelease({ tables: [{ id: 'age', cells, lines: [{ total: 'all', parts: ['under 12', '12-14', '15 and over'] }] }] });
 * const { published } = await protect(release!);
 * published?.cells.map(({ id, mark }) => `${id} ${mark}`); // => ['all shown', 'under 12 hidden', '12-14 hidden', '15 and over shown']
 */
export async function protect(
  release: Release,
  options: PolicyOptions = {},
  how: ProtectOptions = {},
): Promise<Protection> {
  checkRelease(release);
  const policy = completePolicy(options);
  checkHow(how, policy);
  const { signal } = how;
  const pace = startPace(how);
  signal?.throwIfAborted();
  const start = performance.now();
  try {
    const solver = await solverFor(how);
    return await protectWith(release, policy, { ...how, solver, pace, start });
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof CallbackFailure) throw error.cause;
    if (!isSound(error)) forgetSolver();
    return { refused: [refusalFor(error)] };
  }
}

/** The types say so already; this is for those who have none. */
function checkRelease(release: Partial<Release> | undefined): void {
  if (!Array.isArray(release?.cells))
    throw new TypeError(
      'protect: takes what defineRelease gives under "release", once it has refused nothing',
    );
}

/** What cannot be asked for is a mistake of the caller. */
function checkHow({ seed = 0, exact = false }: ProtectOptions, { rounding }: Policy): void {
  if (exact && rounding !== undefined) throw new RangeError('protect: exact is for hiding, not for rounding');
  if (!Number.isInteger(seed) || seed < 0 || seed > largestSeed)
    throw new RangeError('protect: the seed has to be a whole number from 0');
}

const solverFor = ({ solver, files }: ProtectOptions): Promise<Solver> | Solver =>
  solver ?? (files === undefined ? sharedSolver() : loadSolver(files));

/** The largest seed that the solver takes. */
const largestSeed = 2 ** 31 - 1;

interface How extends ProtectOptions {
  readonly solver: Solver;
  readonly pace: Pace;
  readonly start: number;
}

async function protectWith(release: Release, policy: Policy, how: How): Promise<Protection> {
  const { solver, seed = 0, pace, start } = how;
  const system = linearSystem(release, policy);
  const search = openSearch(system, policy, { solver, seed, pace });
  try {
    const open = await cover(search);
    if (open.length > 0) return { refused: await refusalsFor(release, search, open, how) };
    await cleanUp(search);
    const optimum: Optimum = how.exact ? await bestOf(search, { solver, seed }) : 'not-asked';
    await pace.step({ phase: 'checking', done: 0, of: 1 });
    return checked(release, search, { optimum, milliseconds: performance.now() - start });
  } finally {
    search.moves.close();
  }
}

/** Why each cell cannot be protected: whether earlier releases gave it away alone, or what is to be printed now does. */
async function refusalsFor(
  release: Release,
  { system, policy, pace }: Search,
  open: readonly number[],
  { solver, seed = 0 }: How,
): Promise<readonly Refusal[]> {
  const ids = open.map((cell) => at(system.cells, cell));
  const silent = release.cells.map((cell): ReleaseCell => ({
    ...cell,
    printed: isOld(cell) ? cell.printed : 'never',
  }));
  const before = openSearch(linearSystem({ ...release, cells: silent }, policy), policy, {
    solver,
    seed,
    pace,
  });
  try {
    const given = new Set((await cover(before)).map((cell) => at(before.system.cells, cell).id));
    const codeOf = ({ id, hiddenBy }: ReleaseCell): RefusalCode =>
      hiddenBy === undefined ? 'cannot-protect' : given.has(id) ? 'exposed-earlier' : 'exposes-earlier';
    const codes = groupedBy(ids, codeOf);
    return [...codes].map(([code, cells]) => refusal(code, [...new Set(cells.map(({ id }) => id))]));
  } finally {
    before.moves.close();
  }
}

/** Whether a cell is printed because it was before. */
const isOld = ({ isEarlier, publicBy }: ReleaseCell): boolean => isEarlier === true || publicBy !== undefined;

/** The cells that decide whether a line is thin: its parts and its total, where its small counts are few. */
const cellsOfThinLines = ({ system, policy, sensitive }: Search): readonly number[] =>
  system.rows.flatMap(({ total, parts }, row) =>
    isThin(system, policy, row, (cell) => sensitive.has(cell)) ? [total, ...parts] : [],
  );

/** What leaves, if the proof holds. */
function checked(
  release: Release,
  search: Search,
  facts: { readonly optimum: Optimum; readonly milliseconds: number },
): Protection {
  const { system, policy } = search;
  const hidden = system.cells.flatMap(({ id, printed }, cell) =>
    printed !== 'never' && search.isHidden(cell) ? [id] : [],
  );
  const witnesses = [...new Set([...search.sensitive, ...cellsOfThinLines(search)])].map((cell) => {
    const { upBy, downBy } = search.pool.reach(cell);
    return witnessOf(system, cell, upBy, downBy);
  });
  const published = hide(release, policy, new Set(hidden));
  const certificate = certificateOf(witnesses);
  if (!verify(published, policy, certificate, release).holds) throw new SolverFailure();
  return {
    published: markProtected(published, release),
    report: protectionReport(search, facts),
    certificate,
  };
}
