/** What one period says of how young people came and went: each number where it is known. */
export interface KnownFlow {
  readonly start?: number | undefined;
  readonly opened?: number | undefined;
  readonly closed?: number | undefined;
  readonly end?: number | undefined;
  readonly direct?: number | undefined;
  /** At least so many of those supported came in the period. */
  readonly came: number;
}

/** Numbers of a period that fit each other. */
export interface SupposedFlow {
  readonly start: number;
  readonly opened: number;
  readonly closed: number;
  readonly end: number;
}

type Range = readonly [low: number, high: number];

const meet = ([low, high]: Range, [other, another]: Range): Range => [
  Math.max(low, other),
  Math.min(high, another),
];
const only = (count: number | undefined): Range => (count === undefined ? [0, Infinity] : [count, count]);

/** How many may have been there as a period began, by what it says itself. */
function startsOf({ start, opened, direct, came }: KnownFlow): Range {
  const people: Range = direct === undefined ? [0, Infinity] : [direct - (opened ?? Infinity), direct - came];
  return meet(only(start), people);
}

/** How many may be there as it ends, where so many were there as it began; no fewer the more there were. */
function endsAfter(start: number, { opened, closed, direct = 0, came }: KnownFlow): Range {
  if (opened !== undefined && closed !== undefined) return only(start + opened - closed);
  if (opened !== undefined) return [0, start + opened];
  return closed === undefined ? [0, Infinity] : [Math.max(0, start + came, direct) - closed, Infinity];
}

/** How many may be there as a period ends, of all that may have been there as it began. */
function endsOf(starts: Range, flow: KnownFlow): Range {
  const [low, high] = starts;
  const within = meet(only(flow.end), [0, flow.direct ?? Infinity]);
  return meet(within, [endsAfter(low, flow)[0], endsAfter(high, flow)[1]]);
}

/** A number of those there at the start after which so many can be there at the end. */
function startBefore(end: number, starts: Range, { opened, closed, came }: KnownFlow): number {
  const [low, high] = starts;
  if (opened !== undefined && closed !== undefined) return end - opened + closed;
  if (opened !== undefined) return Math.max(low, end - opened);
  return closed === undefined ? low : Math.min(high, Math.max(low, end + closed - came));
}

function flowBetween(
  start: number,
  end: number,
  { opened, closed, direct = 0, came }: KnownFlow,
): SupposedFlow {
  const least = Math.max(came, direct - start, end - start, 0);
  const all = opened ?? (closed === undefined ? least : end + closed - start);
  return { start, opened: all, closed: start + all - end, end };
}

/**
 * Numbers for every period of some that follow each other, as they may have been: those that are known stay, who is
 * there at the end is there as the next begins, and all who are supported were there before or came. `undefined` where
 * what is known contradicts itself.
 */
export function supposedFlows(known: readonly KnownFlow[]): readonly SupposedFlow[] | undefined {
  const starts: Range[] = [];
  let open: Range = [0, Infinity];
  for (const flow of known) {
    const begun = meet(open, startsOf(flow));
    starts.push(begun);
    if (begun[0] > begun[1]) return undefined;
    open = endsOf(begun, flow);
    if (open[0] > open[1]) return undefined;
  }
  let [end] = open;
  const flows = known.map((): SupposedFlow | undefined => undefined);
  for (let index = known.length - 1; index >= 0; index -= 1) {
    const [flow, begun] = [known[index], starts[index]];
    if (flow === undefined || begun === undefined) return undefined;
    const start = startBefore(end, begun, flow);
    flows[index] = flowBetween(start, end, flow);
    end = start;
  }
  const whole = flows.filter((flow) => flow !== undefined);
  return whole.every(isPossible) ? whole : undefined;
}

const isPossible = (flow: SupposedFlow): boolean =>
  Object.values(flow).every((count: number) => Number.isInteger(count) && count >= 0);
