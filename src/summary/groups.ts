import { covers, groupedBy, periodName, type Period } from '../vocabulary/index.ts';
import type { Contribution } from './contribution.ts';
import type { ServiceFacts } from './service-facts.ts';

/** What a summary can keep apart. Model, phase, sector of the host and area need a register. */
export type Dimension = 'service' | 'quarter' | 'half-year' | 'year' | 'base' | keyof ServiceFacts;

/** The dimensions that only a register tells. */
export const registerDimensions: readonly Dimension[] = ['model', 'phase', 'hostSector', 'area'];

/** What the returns of a group have in common. */
export type GroupKey = Readonly<Record<string, string>>;

/** The returns of a group. */
export interface Group {
  readonly key: GroupKey;
  readonly members: readonly Contribution[];
}

const valueFor: Readonly<Record<Dimension, (contribution: Contribution) => string>> = {
  service: ({ service }) => service,
  quarter: ({ period }) => periodName(period),
  'half-year': ({ period }) => halfYearName(period),
  year: ({ period }) => yearName(period),
  base: ({ base }) => base ?? 'not stated',
  model: ({ facts }) => facts?.model ?? 'not known',
  phase: ({ facts }) => facts?.phase ?? 'not known',
  hostSector: ({ facts }) => facts?.hostSector ?? 'not known',
  area: ({ facts }) => facts?.area ?? 'not known',
};

/** The calendar year that holds a period, else the period itself. */
function yearName(period: Period): string {
  const year = period.from.slice(0, 4);
  return year === period.to.slice(0, 4) ? year : periodName(period);
}

/** The half of a calendar year that holds a period, else the period itself. */
function halfYearName(period: Period): string {
  const year = period.from.slice(0, 4);
  const halves = [
    { name: `January to June ${year}`, from: `${year}-01-01`, to: `${year}-06-30` },
    { name: `July to December ${year}`, from: `${year}-07-01`, to: `${year}-12-31` },
  ];
  return halves.find((half) => covers(half, period))?.name ?? periodName(period);
}

/** Puts contributions into groups, in the order of their keys. */
export function groupsOf(contributions: readonly Contribution[], by: readonly Dimension[]): readonly Group[] {
  const valuesOf = (contribution: Contribution): readonly string[] =>
    by.map((dimension) => valueFor[dimension](contribution));
  const keyOf = (contribution: Contribution): GroupKey =>
    Object.fromEntries(by.map((dimension) => [dimension, valueFor[dimension](contribution)]));
  const groups = groupedBy(contributions, (contribution) => JSON.stringify(valuesOf(contribution)));
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, members]) => (members[0] === undefined ? [] : [{ key: keyOf(members[0]), members }]));
}
