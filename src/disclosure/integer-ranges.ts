import { constraintsOf, narrow, type Constraint, type Domains } from './constraints.ts';

/** The least and the greatest number that a variable takes in any solution. */
export interface IntegerRange {
  readonly low: number;
  readonly high: number;
}

/**
 * Tries every solution in whole numbers that can matter: for each asked variable, the least and the greatest number
 * it takes. `undefined` when that would be too much work, or nothing bounds a variable; an empty list when there is
 * no solution at all.
 *
 * @param limit how many choices may be tried
 */
export function integerRanges(
  constraints: readonly Constraint[],
  domains: Domains,
  asked: readonly number[],
  limit: number,
): readonly IntegerRange[] | undefined {
  const of = constraintsOf(constraints, domains.lows.length);
  const start = { lows: [...domains.lows], highs: [...domains.highs] };
  if (!narrow(constraints, of, start, constraints.keys())) return [];
  if (!start.highs.every(Number.isFinite) || !start.lows.every(Number.isFinite)) return undefined;
  const search = { constraints, of, left: limit };
  const first = solve(search, start);
  if (first === undefined) return search.left < 0 ? undefined : [];
  const seen = first.map((value) => ({ low: value, high: value }));
  for (const variable of asked) {
    for (const end of ['low', 'high'] as const)
      if (!reach(search, start, seen, variable, end)) return undefined;
  }
  return asked.map((variable) => seen[variable] ?? { low: 0, high: 0 });
}

interface SearchState {
  readonly constraints: readonly Constraint[];
  readonly of: readonly (readonly number[])[];
  left: number;
}

/** Goes from the bound of a variable towards what was seen of it, until a solution is found. */
function reach(
  search: SearchState,
  start: Domains,
  seen: { low: number; high: number }[],
  variable: number,
  end: 'low' | 'high',
): boolean {
  const known = seen[variable];
  if (known === undefined) return true;
  const step = end === 'low' ? 1 : -1;
  const bound = (end === 'low' ? start.lows : start.highs)[variable] ?? 0;
  for (let value = bound; value !== known[end]; value += step) {
    const found = solveWith(search, start, variable, value);
    if (search.left < 0) return false;
    if (found === undefined) continue;
    for (const [index, each] of found.entries()) {
      const range = seen[index];
      if (range === undefined) continue;
      range.low = Math.min(range.low, each);
      range.high = Math.max(range.high, each);
    }
    return true;
  }
  return true;
}

function solveWith(
  search: SearchState,
  { lows, highs }: Domains,
  variable: number,
  value: number,
): readonly number[] | undefined {
  search.left -= 1;
  if (search.left < 0) return undefined;
  const domains = { lows: [...lows], highs: [...highs] };
  domains.lows[variable] = value;
  domains.highs[variable] = value;
  if (!narrow(search.constraints, search.of, domains, search.of[variable] ?? [])) return undefined;
  return solve(search, domains);
}

/** Any solution within domains that were narrowed. */
function solve(search: SearchState, domains: Domains): readonly number[] | undefined {
  const { lows, highs } = domains;
  let variable = -1;
  let least = Infinity;
  for (let index = 0; index < lows.length; index += 1) {
    const size = (highs[index] ?? 0) - (lows[index] ?? 0);
    if (size > 0 && size < least) [variable, least] = [index, size];
  }
  if (variable === -1) return lows;
  for (let value = lows[variable] ?? 0; value <= (highs[variable] ?? 0); value += 1) {
    const found = solveWith(search, domains, variable, value);
    if (found !== undefined || search.left < 0) return found;
  }
  return undefined;
}
