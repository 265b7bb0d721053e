import { holds } from '../figures/index.ts';
import { alternativeFrom, isMet, type Alternative } from './alternatives.ts';
import { openCertificate, type Certificate, type Witness } from './certificate.ts';
import { at, linearSystem, type LinearSystem } from './linear-system.ts';
import { completePolicy, type Policy, type PolicyOptions } from './policy.ts';
import { publicIds } from './public-ids.ts';
import { hide, type Protected } from './published.ts';
import type { Release } from './release.ts';
import { doubtAbout, isThin, requirementFor, sensitiveCells, type Requirement } from './requirements.ts';

/** What is wrong with a protection. No problem holds a count. */
export interface VerifyProblem {
  readonly code:
    'differs' | 'bounds-wrong' | 'relation-broken' | 'small-count-shown' | 'not-proved' | 'line-not-proved';
  readonly cells: readonly string[];
}

/** Whether a protection holds, and if not, why. */
export interface Verified {
  readonly holds: boolean;
  readonly problems: readonly VerifyProblem[];
}

/**
 * Proves a protection anew, by adding whole numbers and nothing else: what is published is the release with some
 * cells hidden; every relation holds; and for every small count two sets of counts fit everything published and
 * differ in it as far as the policy asks. No solver is needed or trusted.
 */
export function verify(
  published: Protected,
  policy: PolicyOptions,
  certificate: Certificate,
  truth: Release,
): Verified {
  const whole = completePolicy(policy);
  const system = linearSystem(truth, whole);
  const marks = new Map(published.cells.map(({ id, mark }) => [id, mark]));
  const named = publicIds(truth);
  const hidden = new Set(truth.cells.map(({ id }) => id).filter((id) => marks.get(named(id)) === 'hidden'));
  const isHidden = (cell: number): boolean => {
    const { id, printed } = at(system.cells, cell);
    return printed === 'never' || hidden.has(id);
  };
  const proofs = proofsOf(system, openCertificate(certificate), isHidden);
  const problems = [
    ...(isSame(hide(truth, whole, hidden), published) ? [] : [problem('differs', [])]),
    ...outOfBounds(published, truth),
    ...brokenRelations(system),
    ...shownSmall(system, whole, isHidden),
    ...unproved(system, whole, proofs),
    ...unprovedLines(system, whole, proofs),
  ];
  return { holds: problems.length === 0, problems };
}

/** Whether two publications are the same plain data, with nothing hung onto them. */
function isSame(one: Protected, other: Protected): boolean {
  try {
    return JSON.stringify(one) === JSON.stringify(structuredClone(other));
  } catch {
    return false;
  }
}

/** The cells whose printed bounds leave the truth out. */
function outOfBounds({ cells }: Protected, truth: Release): readonly VerifyProblem[] {
  const named = publicIds(truth);
  const countOf = new Map(truth.cells.map(({ id, count }) => [named(id), count]));
  const wrong = cells.filter((cell) => !holds(cell, countOf.get(cell.id) ?? NaN));
  return found(
    'bounds-wrong',
    wrong.map(({ id }) => id),
  );
}

const problem = (code: VerifyProblem['code'], cells: readonly string[]): VerifyProblem => ({ code, cells });
const found = (code: VerifyProblem['code'], cells: readonly string[]): readonly VerifyProblem[] =>
  cells.length === 0 ? [] : [problem(code, cells)];

/** The alternatives of each cell that stand: those that fit, with all that they need hidden. */
function proofsOf(
  system: LinearSystem,
  witnesses: readonly Witness[],
  isHidden: (cell: number) => boolean,
): ReadonlyMap<string, readonly Alternative[]> {
  const places = new Map(system.cells.map(({ id }, index) => [id, index]));
  const alternative = (differences: Readonly<Record<string, number>>): Alternative | undefined => {
    const placed = Object.entries(differences).map(([id, amount]) => [places.get(id) ?? -1, amount] as const);
    return placed.some(([cell]) => cell < 0) ? undefined : alternativeFrom(system, new Map(placed), isHidden);
  };
  return new Map(
    witnesses.map(({ cell, one, other }) => [
      cell,
      [alternative(one), alternative(other)].filter((each) => each !== undefined),
    ]),
  );
}

const brokenRelations = ({ rows, cells }: LinearSystem): readonly VerifyProblem[] =>
  found(
    'relation-broken',
    rows
      .filter(
        ({ total, parts }) =>
          parts.reduce((sum, part) => sum + at(cells, part).count, 0) !== at(cells, total).count,
      )
      .map(({ total }) => at(cells, total).id),
  );

const shownSmall = (
  system: LinearSystem,
  policy: Policy,
  isHidden: (cell: number) => boolean,
): readonly VerifyProblem[] =>
  found(
    'small-count-shown',
    policy.rounding !== undefined
      ? []
      : sensitiveCells(system, policy)
          .filter((cell) => !isHidden(cell))
          .map((cell) => at(system.cells, cell).id),
  );

function isProved(
  system: LinearSystem,
  requirement: Requirement,
  proofs: ReadonlyMap<string, readonly Alternative[]>,
): boolean {
  const amounts = (proofs.get(at(system.cells, requirement.cell).id) ?? []).map(
    ({ differences }) => differences.get(requirement.cell) ?? 0,
  );
  return isMet(requirement, { up: Math.max(0, ...amounts), down: -Math.min(0, ...amounts) });
}

const unproved = (
  system: LinearSystem,
  policy: Policy,
  proofs: ReadonlyMap<string, readonly Alternative[]>,
): readonly VerifyProblem[] =>
  found(
    'not-proved',
    sensitiveCells(system, policy)
      .filter((cell) => !isProved(system, requirementFor(system, policy, cell), proofs))
      .map((cell) => at(system.cells, cell).id),
  );

const unprovedLines = (
  system: LinearSystem,
  policy: Policy,
  proofs: ReadonlyMap<string, readonly Alternative[]>,
): readonly VerifyProblem[] => {
  const isInDoubt = (cell: number): boolean => isProved(system, { cell, span: 1, up: 0, down: 0 }, proofs);
  return found(
    'line-not-proved',
    system.rows
      .filter((_, row) => isThin(system, policy, row, isInDoubt))
      .map(({ total }) => total)
      .filter((total) => !isProved(system, doubtAbout(policy, total), proofs))
      .map((total) => at(system.cells, total).id),
  );
};
