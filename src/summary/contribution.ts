import { boundByWhole, between, highOf, hull, sumBounds, type Bounds } from '../figures/index.ts';
import {
  baseOf,
  cellBounds,
  cellsOf,
  isExactCell,
  isNotApplicable,
  isUnknown,
  isWithheld,
  type CoreReturn,
  type PlacedCell,
  type YoungPeople,
} from '../form/index.ts';
import { groupedBy, type Period, type PopulationBase } from '../vocabulary/index.ts';
import type { ServiceFacts } from './service-facts.ts';

/** What one cell of a return brings to a total. */
export interface Entry extends Bounds {
  /** What the cell says: a number, complete or not; that it is not known; that it does not apply; that it is withheld. */
  readonly says: 'number' | 'unknown' | 'not-applicable' | 'withheld';
}

/** What one return brings to a summary. Plain JSON. */
export interface Contribution {
  readonly service: string;
  /** The services behind a combined return. */
  readonly combines?: readonly string[];
  readonly period: Period;
  readonly revision: number;
  readonly base?: PopulationBase;
  /** Whether two returns with the same service, period and revision disagreed. */
  readonly conflicting?: true;
  /** What the register knows of the services, when one was given. */
  readonly facts?: ServiceFacts;
  readonly entries: Readonly<Record<string, Entry>>;
  /** What categories that were put together were made of, by the path of what they are together. */
  readonly merged?: Readonly<Record<string, Readonly<Record<string, Entry>>>>;
}

/** A return that is expected and did not come: it brings nothing, and lowers the coverage. Any return replaces it. */
export const missingReturn = (service: string, period: Period): Contribution => ({
  service,
  period: { from: period.from, to: period.to },
  revision: 0,
  entries: {},
});

/** Whether a contribution stands for a return that did not come. */
export const isMissing = ({ revision }: Contribution): boolean => revision === 0;

/**
 * The derived path that says how many of a breakdown’s base no category accounts for. No category can have
 * it: a category stands behind a dot.
 */
export const notStatedPath = (breakdown: string): string => `${breakdown}/not-stated`;

/**
 * What a return brings to a summary: every cell as bounds, the unknown ones tightened by their base. Each
 * breakdown brings, under its own path, how many it describes, and how many no category accounts for.
 */
export function contributionOf(value: CoreReturn): Contribution {
  const { service, period, revision = 1, combined, youngPeople = {} } = value;
  const described = baseOf(youngPeople);
  const base = described && { ...described, says: baseSays(youngPeople) };
  const cells = cellsOf(value);
  const entries = Object.fromEntries([
    ...cells.map(({ path, cell }) => [path, { ...cellBounds(cell), says: saysOf(cell) }] as const),
    ...(base === undefined ? [] : [['youngPeople.base', base] as const]),
    ...breakdownsOf(cells).flatMap((parts) => tightened(parts, wholeOf(parts, value, base))),
    ...routesNotReported(value),
  ]);
  return {
    service,
    ...(combined && { combines: [...new Set(combined.services)].sort() }),
    period: { from: period.from, to: period.to },
    revision,
    ...(youngPeople.base && { base: youngPeople.base }),
    entries,
  };
}

/** What the number of young people described says: not known when a part of it is not. */
function baseSays({ base, direct, indirect, total }: YoungPeople): Entry['says'] {
  const counted =
    base === 'direct'
      ? [direct]
      : direct === undefined || indirect === undefined
        ? [total]
        : [direct, indirect];
  const said = counted.flatMap((cell) => (cell === undefined ? [] : [saysOf(cell)]));
  if (said.every((each) => each === 'not-applicable')) return 'not-applicable';
  if (said.includes('withheld') && !isExactCell(total)) return 'withheld';
  return said.includes('unknown') && !isExactCell(total) ? 'unknown' : 'number';
}

function saysOf(cell: PlacedCell['cell']): Entry['says'] {
  if (isUnknown(cell)) return 'unknown';
  if (isNotApplicable(cell)) return 'not-applicable';
  return isWithheld(cell) ? 'withheld' : 'number';
}

/** The cells of each breakdown; of a matrix, the cells of each measure. */
function breakdownsOf(cells: readonly PlacedCell[]): readonly (readonly PlacedCell[])[] {
  const parts = cells.filter(({ code }) => code !== undefined);
  return [...groupedBy(parts, ({ path }) => path.slice(0, path.lastIndexOf('.'))).values()];
}

function wholeOf(
  parts: readonly PlacedCell[],
  value: CoreReturn,
  base: Entry | undefined,
): Entry | undefined {
  const field = parts[0]?.field;
  if (field?.kind !== 'breakdown' && field?.kind !== 'matrix') return undefined;
  if (field.base === 'youngPeople.base') return base;
  const cell = field.base === 'referrals.reported' ? value.referrals?.reported : value.outcomes?.casesClosed;
  return cell === undefined ? undefined : { ...cellBounds(cell), says: saysOf(cell) };
}

/** How much of a whole its parts leave over. */
const shortfall = (parts: Bounds, whole: Bounds): Bounds =>
  between(Math.max(0, whole.low - highOf(parts)), Math.max(0, highOf(whole) - parts.low));

function tightened(
  parts: readonly PlacedCell[],
  whole: Entry | undefined,
): readonly (readonly [string, Entry])[] {
  if (whole === undefined) return [];
  const bounds = parts.map(({ cell }) => cellBounds(cell));
  const tight = boundByWhole(bounds, whole);
  const parent = parts[0]?.path.slice(0, parts[0].path.lastIndexOf('.')) ?? '';
  return [
    ...parts.map(({ path, cell }, index): [string, Entry] => [
      path,
      // What a publisher withheld stays as wide as it was published: what is not to be published may narrow it.
      { ...(isWithheld(cell) ? cellBounds(cell) : (tight[index] ?? { low: 0 })), says: saysOf(cell) },
    ]),
    [parent, whole],
    [notStatedPath(parent), { ...shortfall(sumBounds(bounds), whole), says: 'number' }],
  ];
}

/** Directly supported young people for whom no referral route was reported. */
function routesNotReported({ youngPeople, referrals }: CoreReturn): readonly (readonly [string, Entry])[] {
  if (youngPeople?.direct === undefined || referrals?.reported === undefined) return [];
  const direct = cellBounds(youngPeople.direct);
  const reported = cellBounds(referrals.reported);
  return [[notStatedPath('referrals.reported'), { ...shortfall(reported, direct), says: 'number' }]];
}

/** What identifies a contribution: a later revision with the same key replaces it. */
export const contributionKey = ({ service, period }: Contribution): string =>
  `${service}, ${period.from}/${period.to}`;

/**
 * One contribution from two with the same key. The later revision stands; two of the same revision that
 * disagree leave open which is right. The order of joining never matters, nor does joining one twice.
 */
export function joinContributions(one: Contribution, other: Contribution): Contribution {
  if (one.revision !== other.revision) return one.revision > other.revision ? one : other;
  const facts = joinFacts(one.facts, other.facts);
  if (canonical(one) === canonical(other)) return { ...one, ...(facts && { facts }) };
  const paths = [...new Set([...Object.keys(one.entries), ...Object.keys(other.entries)])].sort();
  const combines = [...new Set([...(one.combines ?? []), ...(other.combines ?? [])])].sort();
  // "direct-and-indirect" is the wider of the two, and comes after "direct".
  const base = [one.base, other.base]
    .filter((each) => each !== undefined)
    .sort()
    .at(-1);
  return {
    service: one.service,
    ...(combines.length > 0 && { combines }),
    period: one.period,
    revision: one.revision,
    ...(base !== undefined && { base }),
    conflicting: true,
    ...(facts && { facts }),
    entries: Object.fromEntries(
      paths.map((path) => [path, joinEntries(one.entries[path], other.entries[path])]),
    ),
  };
}

/** What is known of the services in either; where the two differ, they are several. */
function joinFacts(one: ServiceFacts | undefined, other: ServiceFacts | undefined): ServiceFacts | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const join = (name: keyof ServiceFacts): string => {
    if (one[name] === other[name] || other[name] === 'not known') return one[name];
    return one[name] === 'not known' ? other[name] : 'several';
  };
  return { model: join('model'), phase: join('phase'), hostSector: join('hostSector'), area: join('area') };
}

const strength: Readonly<Record<Entry['says'], number>> = {
  'not-applicable': 0,
  unknown: 1,
  withheld: 2,
  number: 3,
};

function joinEntries(one: Entry | undefined, other: Entry | undefined): Entry {
  if (one === undefined || other === undefined) return one ?? other ?? { low: 0, says: 'unknown' };
  const says = strength[one.says] >= strength[other.says] ? one.says : other.says;
  return { ...hull(one, other), says };
}

/** The same contribution always in the same letters, whatever the order of its keys. */
function canonical(contribution: Contribution): string {
  const { entries, combines, ...rest } = contribution;
  const sorted = Object.keys(entries)
    .sort()
    .map((path) => {
      const entry = entries[path];
      return [path, entry?.low, entry?.high ?? null, entry?.says];
    });
  return JSON.stringify([
    rest.service,
    rest.period.from,
    rest.base ?? '',
    rest.conflicting ?? false,
    [...(combines ?? [])].sort(),
    sorted,
  ]);
}
