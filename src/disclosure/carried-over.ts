import { follows } from '../vocabulary/index.ts';
import { heldReturns, isSumOf, withFound, withRest, type Found, type HeldReturn } from './held-returns.ts';
import type { Release, ReleaseCell } from './release.ts';

/** Cases that are open as a period of a service, or of several together, ends or begins. */
interface Open {
  readonly held: HeldReturn;
  readonly cell: ReleaseCell;
}

/**
 * A release in which the cases open as a period ends are those open as the next begins: one number, whichever of the
 * two is printed, in this release or an earlier one; and those of several services together are those of each. Where
 * they differ, they are two.
 */
export function withCarriedOver(release: Release): Release {
  const returns = heldReturns(release);
  const at = (path: string): readonly Open[] =>
    returns.flatMap((held) =>
      held.counts.filter((each) => each.path === path).map(({ cell }) => ({ held, cell })),
    );
  const [ends, starts] = [at('youngPeople.openAtEnd'), at('youngPeople.openAtStart')];
  const found = [
    ...ends.flatMap((one) =>
      carried(
        one,
        starts.filter(({ held }) => follows(one.held.period, held.period)),
      ),
    ),
    ...starts.flatMap((one) =>
      carried(
        one,
        ends.filter(({ held }) => follows(held.period, one.held.period) && isSmaller(held, one.held)),
      ),
    ),
  ];
  return withFound(
    release,
    found.flatMap(({ cells }) => cells),
    found.flatMap(({ lines }) => lines),
  );
}

const isSmaller = (one: HeldReturn, other: HeldReturn): boolean =>
  one.services.length < other.services.length;

/** That a count is that of the same services, or those of some of them and the rest. */
function carried(whole: Open, others: readonly Open[]): readonly Found[] {
  const { services } = whole.held;
  const within = others.filter(({ held }) => held.services.every((each) => services.includes(each)));
  const same = within.filter(({ held }) => !isSmaller(held, whole.held));
  const parts = apart(
    within.filter(({ held, cell }) => isSmaller(held, whole.held) && cell.versionOf === undefined),
  );
  const covered = parts.reduce((sum, { held }) => sum + held.services.length, 0);
  const counted = parts.map(({ cell }) => cell);
  return [
    // Of the same services what differs is of something else.
    ...same.map(({ cell }) => isSumOf(whole.cell, [cell])),
    covered === services.length
      ? isSumOf(whole.cell, counted)
      : withRest(whole.cell, counted, `${whole.cell.id} less carried over`),
  ];
}

/** Of several counts those that have no service in common. */
function apart(open: readonly Open[]): readonly Open[] {
  return open.reduce<readonly Open[]>(
    (taken, each) =>
      taken.some(({ held }) => held.services.some((service) => each.held.services.includes(service)))
        ? taken
        : [...taken, each],
    [],
  );
}
