/** That a sum of counts, each so many times, lies between two numbers. */
export interface Constraint {
  readonly terms: readonly (readonly [variable: number, times: number])[];
  readonly low: number;
  readonly high: number;
}

/** Between which whole numbers each variable lies; narrowed in place. */
export interface Domains {
  readonly lows: number[];
  readonly highs: number[];
}

/** For each variable, the constraints it stands in. */
export function constraintsOf(
  constraints: readonly Constraint[],
  variables: number,
): readonly (readonly number[])[] {
  const of: number[][] = Array.from({ length: variables }, () => []);
  for (const [index, { terms }] of constraints.entries())
    for (const [variable] of terms) of[variable]?.push(index);
  return of;
}

/** How often one constraint may narrow others, a variable: unbounded problems would go on for ever. */
const patience = 200;

/**
 * Narrows domains to what the constraints leave, one after the other until nothing changes.
 *
 * @returns whether anything is left
 */
export function narrow(
  constraints: readonly Constraint[],
  of: readonly (readonly number[])[],
  { lows, highs }: Domains,
  changed: Iterable<number>,
): boolean {
  const waiting = new Set<number>(changed);
  let turns = patience * (constraints.length + 1);
  for (const index of waiting) {
    waiting.delete(index);
    if ((turns -= 1) < 0) return true;
    const constraint = constraints[index];
    if (constraint === undefined) continue;
    const { least, most, isEmpty } = sumRange(constraint, lows, highs);
    if (isEmpty) return false;
    for (const [variable, times] of constraint.terms) {
      if (!tighten(constraint, variable, times, { lows, highs, least, most })) continue;
      if ((lows[variable] ?? 0) > (highs[variable] ?? 0)) return false;
      for (const each of of[variable] ?? []) waiting.add(each);
    }
  }
  return true;
}

interface SumRange {
  readonly least: number;
  readonly most: number;
  readonly isEmpty: boolean;
}

function sumRange(
  { terms, low, high }: Constraint,
  lows: readonly number[],
  highs: readonly number[],
): SumRange {
  let least = 0;
  let most = 0;
  for (const [variable, times] of terms) {
    const [from, to] = [lows[variable] ?? 0, highs[variable] ?? 0];
    least += times > 0 ? times * from : times * to;
    most += times > 0 ? times * to : times * from;
  }
  return { least, most, isEmpty: least > high || most < low };
}

/** What the others of a sum leave for a variable. */
function tighten(
  { terms, low, high }: Constraint,
  variable: number,
  times: number,
  { lows, highs, least, most }: Domains & Pick<SumRange, 'least' | 'most'>,
): boolean {
  const [from, to] = [lows[variable] ?? 0, highs[variable] ?? 0];
  const own = times > 0 ? [times * from, times * to] : [times * to, times * from];
  const others = (end: 0 | 1): number => {
    const whole = end === 0 ? least : most;
    if (Number.isFinite(whole)) return whole - (own[end] ?? 0);
    // Infinity less infinity says nothing: the others are added up by themselves.
    return terms.reduce((sum, [each, factor]) => {
      if (each === variable) return sum;
      const isLow = end === 0 ? factor > 0 : factor < 0;
      return sum + factor * ((isLow ? lows : highs)[each] ?? 0);
    }, 0);
  };
  const [upTo, downTo] = [(high - others(0)) / times, (low - others(1)) / times];
  // What is rounded up to nothing from below is −0, which prints as “-0”: together with 0 it is 0.
  const newLow = Math.max(from, Math.ceil(Math.min(upTo, downTo) - 1e-9) + 0);
  const newHigh = Math.min(to, Math.floor(Math.max(upTo, downTo) + 1e-9));
  if (newLow <= from && newHigh >= to) return false;
  lows[variable] = newLow;
  highs[variable] = newHigh;
  return true;
}
