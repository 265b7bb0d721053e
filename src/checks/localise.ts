import { checkReturn } from './check-return.ts';
import { cellsOf, fields, isExactCell, labelAt, valueAt, type CoreReturn } from '../form/index.ts';

/** The smallest change that would mend several breaks of arithmetic at once. */
export interface Cause {
  /** The counts that would have to change. */
  readonly paths: readonly string[];
  /** What each of them would have to be. */
  readonly values: Readonly<Record<string, number>>;
  /** How many sums would come right. */
  readonly mends: number;
  readonly message: string;
}

/** A sum that must come out: the terms on one side make those on the other. */
interface Sum {
  readonly left: readonly string[];
  readonly right: readonly string[];
}

type Values = ReadonlyMap<string, number>;

/** The breakdowns that each describe the same young people. */
const characteristics = fields.filter(
  (field) => field.kind === 'breakdown' && field.base === 'youngPeople.base',
);

/** The rules by which counts have to come out: no sum is mended at the price of another truth. */
const arithmetic = /^R2(?:0|1|21|22|24|25)/u;

/**
 * Finds the fewest counts whose change would mend every sum of a return that does not come out, where one
 * change mends more than one. `undefined` when nothing is broken, or no change of at most two counts mends
 * all. A break that remains is never passed over: each proposal is added up again.
 *
 * @example
 * const youngPeople = { direct: 52, base: 'direct', age: { '15-17': 50 }, gender: { female: 39, male: 11 } } as const;
 * const value = { edition: 'year-two', service: '2', period: { from: '2015-01-01', to: '2015-03-31' }, youngPeople } as const;
 * localise(value)?.values; // => { 'youngPeople.direct': 50 }
 */
export function localise(value: CoreReturn): Cause | undefined {
  const values: Values = new Map(
    cellsOf(value).flatMap(({ path, cell }) => (isExactCell(cell) ? [[path, cell] as const] : [])),
  );
  const sums = sumsOf(value).filter(({ left, right }) =>
    [...left, ...right].every((path) => values.has(path)),
  );
  const broken = sums.filter((sum) => difference(sum, values) !== 0);
  if (broken.length < 2) return undefined;
  const involved = [...new Set(broken.flatMap(({ left, right }) => [...left, ...right]))];
  const shared = involved.filter(
    (path) => sums.filter(({ left, right }) => [...left, ...right].includes(path)).length > 1,
  );
  const sets = [...shared.map((path) => [path]), ...pairsOf(shared, involved)];
  const mended = sets
    .map((paths) => ({ paths, values: mend(paths, sums, values) }))
    .find((each) => each.values !== undefined && comesOut(value, each.paths, each.values));
  return mended?.values === undefined
    ? undefined
    : causeOf(mended.paths, mended.values, values, broken.length);
}

function sumsOf({ youngPeople = {}, ...value }: CoreReturn): readonly Sum[] {
  const parts = (id: string): readonly string[] =>
    Object.keys((valueAt({ youngPeople, ...value }, id) as object | undefined) ?? {}).map(
      (code) => `${id}.${code}`,
    );
  const isSplit = isExactCell(youngPeople.direct) && isExactCell(youngPeople.indirect);
  const both = isSplit ? ['youngPeople.direct', 'youngPeople.indirect'] : ['youngPeople.total'];
  const base = youngPeople.base === 'direct' ? ['youngPeople.direct'] : both;
  const described =
    youngPeople.base === undefined ? [] : characteristics.map(({ id }) => ({ left: parts(id), right: base }));
  return [
    ...described,
    { left: ['youngPeople.direct', 'youngPeople.indirect'], right: ['youngPeople.total'] },
    { left: parts('referrals.route'), right: ['referrals.reported'] },
    {
      left: ['youngPeople.openAtStart', 'youngPeople.opened'],
      right: ['outcomes.casesClosed', 'youngPeople.openAtEnd'],
    },
  ].filter(({ left }) => left.length > 0);
}

const total = (paths: readonly string[], values: Values): number =>
  paths.reduce((sum, path) => sum + (values.get(path) ?? 0), 0);
const difference = ({ left, right }: Sum, values: Values): number =>
  total(left, values) - total(right, values);

function pairsOf(shared: readonly string[], involved: readonly string[]): readonly (readonly string[])[] {
  return shared.flatMap((one) => involved.filter((other) => other !== one).map((other) => [one, other]));
}

/** New values for some counts with which every sum comes out; `undefined` when there are none. */
function mend(paths: readonly string[], sums: readonly Sum[], values: Values): Values | undefined {
  let tried = values;
  for (let round = 0; round < 2 * paths.length; round += 1) {
    for (const path of paths) {
      const sum = sums.find(
        (each) => difference(each, tried) !== 0 && [...each.left, ...each.right].includes(path),
      );
      if (sum === undefined) continue;
      const gap = difference(sum, tried);
      const value = (tried.get(path) ?? 0) + (sum.left.includes(path) ? -gap : gap);
      tried = new Map(tried).set(path, Math.max(0, value));
    }
    if (sums.every((sum) => difference(sum, tried) === 0)) return tried;
  }
  return undefined;
}

/** Whether a return with new values breaks no rule of arithmetic: a mended sum must not break another truth. */
function comesOut(value: CoreReturn, paths: readonly string[], values: Values): boolean {
  const changed = structuredClone(value) as unknown; // plain JSON
  for (const path of paths) {
    const cut = path.lastIndexOf('.');
    const parent = valueAt(changed, path.slice(0, cut)) as Record<string, number>; // the cell stands there
    parent[path.slice(cut + 1)] = values.get(path) ?? 0;
  }
  return checkReturn(changed).findings.every(({ rule }) => !arithmetic.test(rule));
}

function causeOf(paths: readonly string[], mended: Values, values: Values, mends: number): Cause {
  const changed = paths.filter((path) => mended.get(path) !== values.get(path));
  const words = changed.map(
    (path) => `${labelAt(path)} were ${mended.get(path) ?? 0} instead of ${values.get(path) ?? 0}`,
  );
  return {
    paths: changed,
    values: Object.fromEntries(changed.map((path) => [path, mended.get(path) ?? 0])),
    mends,
    message: `All ${mends} sums would come out if ${words.join(' and ')}.`,
  };
}
