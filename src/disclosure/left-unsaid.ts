import { follows } from '../vocabulary/index.ts';
import {
  closed,
  direct,
  end,
  firstInYear,
  isLaterInYear,
  newInPeriod,
  opened,
  start,
} from './form-relations.ts';
import { isStepOf, supposed } from './held-returns.ts';
import type { Known } from './known-return.ts';
import { supposedFlows, type KnownFlow, type SupposedFlow } from './supposed-flow.ts';

/** Adds what nobody recorded of periods that follow each other, where somebody recorded who came or left. */
export function suppose(same: readonly Known[]): void {
  const isStep = isStepOf(same.map(({ held }) => held));
  for (const run of runsOf(same.filter(({ held }) => isStep(held)))) {
    const says = (...paths: readonly string[]): boolean =>
      run.some(({ counts }) => paths.some((path) => counts.has(path)));
    // Who came or left says nothing where nobody says who was there.
    if (!says(opened, closed) || !says(start, end, direct)) continue;
    const flows = supposedFlows(run.map(flowOf)) ?? [];
    for (const [index, flow] of flows.entries()) {
      const known = run[index];
      if (known === undefined) continue;
      for (const [path, count] of numbersOf(known, flow)) {
        if (known.counts.has(path)) continue;
        known.counts.set(path, supposed(known.held, path, count, known.version));
        known.workedOut.add(path);
      }
    }
  }
}

/** Periods that follow each other without a gap, in their order. */
function runsOf(steps: readonly Known[]): readonly (readonly Known[])[] {
  const sorted = [...steps].sort((one, other) => (one.held.period.from < other.held.period.from ? -1 : 1));
  const runs: Known[][] = [];
  for (const each of sorted) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && follows(last.held.period, each.held.period)) runs.at(-1)?.push(each);
    else runs.push([each]);
  }
  return runs;
}

/** Whoever is new, or supported for the first time in a year that had begun, came in the period. */
function flowOf({ held, counts }: Known): KnownFlow {
  const at = (path: string): number | undefined => counts.get(path)?.count;
  const first = isLaterInYear(held.period) ? (at(firstInYear) ?? 0) : 0;
  return {
    start: at(start),
    opened: at(opened),
    closed: at(closed),
    end: at(end),
    direct: at(direct),
    came: Math.max(at(newInPeriod) ?? 0, first),
  };
}

function numbersOf({ held, counts }: Known, flow: SupposedFlow): readonly (readonly [string, number])[] {
  const fresh = counts.get(newInPeriod)?.count;
  return [
    [start, flow.start],
    [opened, flow.opened],
    [closed, flow.closed],
    [end, flow.end],
    // Whoever is new to the service is new to the year.
    ...(fresh !== undefined && isLaterInYear(held.period) ? ([[firstInYear, fresh]] as const) : []),
  ];
}
