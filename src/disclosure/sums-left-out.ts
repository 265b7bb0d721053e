import { direct, firstInYear, flow, newInPeriod } from './form-relations.ts';
import { isSumOf, withFound, workedOut, type Found } from './held-returns.ts';
import type { Release, ReleaseCell } from './release.ts';
import { addedUp, heldIn, nameIn, partsOf, type Held } from './returns-within.ts';

/**
 * A release in which what is nothing but the sum of others is worked out from them, and one that was left out of such a
 * sum from the rest: a year from its quarters, one of several services from all and the others.
 */
export function withSumsWorkedOut(release: Release): Release {
  const all = heldIn(release);
  const found = all.flatMap((whole) => {
    const within = partsOf(whole, all);
    return within.length === 0 ? [] : paths.flatMap((path) => leftOutOf(whole, within, path));
  });
  return withFound(
    release,
    found.flatMap(({ cells }) => cells),
    found.flatMap(({ lines }) => lines),
  );
}

/** The numbers of how young people come and go. */
const paths = [direct, newInPeriod, firstInYear, ...flow];

/** The one number of a sum that nobody recorded, if there is one. */
function leftOutOf(whole: Held, within: readonly Held[], path: string): readonly Found[] {
  const parts = addedUp(whole, within, path);
  const at = (held: Held): ReleaseCell | undefined => held.cells.get(nameIn('', path));
  const [missing, ...others] = [whole, ...parts].filter((held) => at(held) === undefined);
  if (parts.length === 0 || missing === undefined || others.length > 0) return [];
  const cells = parts.flatMap((part) => at(part) ?? []);
  const sum = cells.reduce((all, { count }) => all + count, 0);
  const count = missing === whole ? sum : (at(whole)?.count ?? 0) - sum;
  if (count < 0) return [];
  const cell = workedOut(missing, path, count);
  const total = at(whole) ?? cell;
  return [{ cells: [cell], lines: isSumOf(total, missing === whole ? cells : [...cells, cell]).lines }];
}
