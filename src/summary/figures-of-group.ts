import { between, highOf, sumBounds, type Caveat, type Figure } from '../figures/index.ts';
import { fields, isAskedIn, type Field } from '../form/index.ts';
import { quarterOfDate, type PopulationBase } from '../vocabulary/index.ts';
import { contributionKey, notStatedPath, type Contribution, type Entry } from './contribution.ts';
import type { GroupKey } from './groups.ts';
import { overPeriods, type OverPeriods, type PostsOverTime, type Reading } from './over-periods.ts';

/** A figure of a summary, with its place. */
export interface SummaryFigure extends Figure {
  /** What the returns behind it have in common, by dimension. */
  readonly group: GroupKey;
  /**
   * The path of the cell it adds up. The path of a breakdown itself is how many it describes, and that with
   * `/not-stated` behind it how many of them no category accounts for.
   */
  readonly path: string;
  /** Whom it describes, for characteristics. */
  readonly base?: PopulationBase | 'mixed' | 'not-stated';
}

interface FigureOptions {
  readonly joinBases: boolean;
  readonly posts: PostsOverTime;
}

type CountedField = Exclude<Field, { kind: 'code' }>;

/** A path to add up over some of a group’s members. */
interface Column {
  readonly field: CountedField;
  readonly path: string;
  readonly base?: SummaryFigure['base'];
  readonly members: readonly Contribution[];
}

/** The figures of a group, in the order of the form. */
export function figuresOf(
  group: GroupKey,
  members: readonly Contribution[],
  options: FigureOptions,
): readonly SummaryFigure[] {
  return fields
    .flatMap((field) => columnsOf(field, members, options))
    .map((column) => ({
      group,
      path: column.path,
      ...(column.base && { base: column.base }),
      ...figureOf(column, options),
    }))
    .filter(isTelling);
}

/** A figure that nothing was expected for, or that says only that nobody is unaccounted for, is left out. */
const isTelling = (figure: SummaryFigure): boolean =>
  figure.coverage.expected + figure.coverage.notApplicable > 0 &&
  !(figure.path.endsWith('/not-stated') && figure.high === 0);

function columnsOf(
  field: Field,
  members: readonly Contribution[],
  options: FigureOptions,
): readonly Column[] {
  if (field.id === 'youngPeople.base')
    return byBase(members, options, (each) => [{ field: peopleInBase, path: field.id, ...each }]);
  if (field.kind === 'code') return [];
  if (field.kind === 'count') {
    const isDue = field.asked === 'always' || hasPath(members, field.id);
    const paths = [field.id, notStatedPath(field.id)].filter((path) =>
      path === field.id ? isDue : hasPath(members, path),
    );
    return paths.map((path) => ({ field, path, members }));
  }
  if (field.base !== 'youngPeople.base')
    return pathsIn(field, members).map((path) => ({ field, path, members }));
  return byBase(members, options, (each) =>
    pathsIn(field, each.members).map((path) => ({ field, path, ...each })),
  );
}

const hasPath = (members: readonly Contribution[], path: string): boolean =>
  members.some(({ entries }) => Object.hasOwn(entries, path));

/** The young people that characteristics describe, as a count of their own. */
const peopleInBase = fields.find(
  (field): field is CountedField & { kind: 'count' } => field.id === 'youngPeople.direct',
) as CountedField; // in the catalogue

type BaseMembers = Pick<Column, 'members'> & { readonly base: NonNullable<Column['base']> };

/**
 * Splits columns by whom they describe. A return that describes nobody is missing from each; one that does
 * not say whom it describes stands by itself.
 */
function byBase(
  members: readonly Contribution[],
  { joinBases }: FigureOptions,
  columns: (each: BaseMembers) => readonly Column[],
): readonly Column[] {
  const silent = members.filter((member) => member.base === undefined);
  const missing = silent.filter((member) => !hasCharacteristics(member));
  const undeclared = silent.filter(hasCharacteristics);
  const present = (['direct', 'direct-and-indirect'] as const)
    .map((base) => ({ base, members: members.filter((member) => member.base === base) }))
    .filter((each) => each.members.length > 0);
  const apart = undeclared.length === 0 ? [] : columns({ base: 'not-stated', members: undeclared });
  if (joinBases && present.length > 1) {
    const joined = present.flatMap((each) => each.members);
    return [...columns({ base: 'mixed', members: [...joined, ...missing] }), ...apart];
  }
  return [
    ...present.flatMap(({ base, members: each }) => columns({ base, members: [...each, ...missing] })),
    ...apart,
  ];
}

const hasCharacteristics = ({ entries }: Contribution): boolean =>
  Object.keys(entries).some((path) => characteristics.some((id) => path.startsWith(`${id}.`)));
const characteristics = fields
  .filter((field) => 'base' in field && field.base === 'youngPeople.base')
  .map(({ id }) => id);

/** The paths of a field that any member has: how many it describes, the codes of its list in order, others by name. */
function pathsIn(
  field: Exclude<CountedField, { kind: 'count' }>,
  members: readonly Contribution[],
): readonly string[] {
  const isOfField = (path: string): boolean => path === field.id || path.startsWith(`${field.id}.`);
  const found = new Set(members.flatMap(({ entries }) => Object.keys(entries).filter(isOfField)));
  const order = [field.id, ...field.codelist.entries.map(({ code }) => `${field.id}.${code}`)];
  const known = order.filter((path) => found.has(path));
  const others = [...found].filter((path) => !order.includes(path)).sort();
  const shortfall = notStatedPath(field.id);
  return [...known, ...others, ...(hasPath(members, shortfall) ? [shortfall] : [])];
}

function figureOf(column: Column, options: FigureOptions): Figure {
  const entries = column.members.map((member) => ({ member, entry: member.entries[column.path] }));
  const given = entries.flatMap(({ member, entry }) => (entry === undefined ? [] : [{ member, entry }]));
  const parts = serviceClusters(given).map((cluster) =>
    overPeriods(column.field.counts, cluster.map(readingOf(column)), options.posts),
  );
  const coverage = coverageOf(column, entries);
  // What nobody returned is missing, not 0.
  const bounds =
    given.length === 0 && coverage.expected > 0 ? { low: 0 } : sumBounds(parts.map((part) => part.bounds));
  const from = given
    .filter(({ entry }) => entry.says !== 'not-applicable')
    .map(({ member }) => contributionKey(member));
  return {
    ...between(bounds.low, highOf(bounds)),
    coverage,
    from,
    caveats: caveatsOf(column, given, parts, coverage),
  };
}

interface Given {
  readonly member: Contribution;
  readonly entry: Entry;
}

const readingOf =
  (column: Column) =>
  ({ member, entry }: Given): Reading => {
    const isDirect = column.path === 'youngPeople.direct';
    const fresh = isDirect ? member.entries['youngPeople.newInPeriod'] : undefined;
    const first = isDirect ? member.entries['youngPeople.firstInYear'] : undefined;
    const carried = isDirect ? member.entries['youngPeople.openAtStart'] : undefined;
    return {
      services: servicesOf(member),
      period: member.period,
      bounds: entry,
      ...(fresh?.says === 'number' && { fresh }),
      ...(carried?.says === 'number' && { carried }),
      ...(first?.says === 'number' && { firstInYear: first }),
    };
  };

const servicesOf = ({ service, combines }: Contribution): readonly string[] => combines ?? [service];

/** Puts together what came from the same services, so that a combined return and a single one are not added up blindly. */
function serviceClusters(given: readonly Given[]): readonly (readonly Given[])[] {
  const clusterOf = new Map<string, Given[]>();
  for (const each of given) {
    const services = servicesOf(each.member);
    const [first] = services
      .map((service) => clusterOf.get(service))
      .filter((cluster) => cluster !== undefined);
    const isOne =
      first !== undefined && services.every((service) => (clusterOf.get(service) ?? first) === first);
    const cluster = isOne ? first : [...new Set(services.flatMap((service) => clusterOf.get(service) ?? []))];
    cluster.push(each);
    const members = isOne ? services : cluster.flatMap(({ member }) => servicesOf(member));
    for (const service of members) clusterOf.set(service, cluster);
  }
  return [...new Set(clusterOf.values())];
}

/** A service that supports nobody directly has no characteristics to return. */
const hasNoDirectWork = ({ base }: Column, { entries }: Contribution): boolean =>
  base !== undefined && entries['youngPeople.direct']?.says === 'not-applicable';

function coverageOf(
  column: Column,
  entries: readonly { member: Contribution; entry: Entry | undefined }[],
): Figure['coverage'] {
  const says = (what: Entry['says']): number => entries.filter(({ entry }) => entry?.says === what).length;
  const exempt = entries.filter(
    ({ member, entry }) => entry === undefined && hasNoDirectWork(column, member),
  ).length;
  const due = entries.filter(
    ({ member, entry }) => entry !== undefined || isAskedIn(column.field, quarterOfDate(member.period.to)),
  );
  const notApplicable = says('not-applicable') + exempt;
  return { returned: says('number') + says('withheld'), expected: due.length - notApplicable, notApplicable };
}

function caveatsOf(
  { field, base }: Column,
  given: readonly Given[],
  parts: readonly OverPeriods[],
  coverage: Figure['coverage'],
): readonly Caveat[] {
  const found = new Set<Caveat>(parts.flatMap((part) => part.caveats));
  const add = (caveat: Caveat, applies: boolean): unknown => applies && found.add(caveat);
  const counted = given.filter(({ entry }) => entry.says !== 'not-applicable');
  const services = new Set(counted.flatMap(({ member }) => servicesOf(member)));
  const isPeople = field.counts === 'people' || field.counts === 'people-at-end';
  add(
    'incomplete',
    counted.some(
      ({ entry }) => entry.says === 'unknown' || (entry.says === 'number' && entry.high === undefined),
    ),
  );
  add('not-all-returned', coverage.returned < coverage.expected);
  add('people-may-be-known-to-several-services', isPeople && services.size > 1);
  add('attendances-not-people', field.counts === 'attendances');
  add('mixed-base', base === 'mixed');
  add('mixed-period', hasMixedPeriods(counted));
  add(
    'combined',
    counted.some(({ member }) => member.combines !== undefined),
  );
  add(
    'conflicting',
    counted.some(({ member }) => member.conflicting === true),
  );
  add(
    'withheld',
    counted.some(({ entry }) => entry.says === 'withheld'),
  );
  return [...found].sort();
}

/** Whether the services behind a figure cover different days. */
function hasMixedPeriods(given: readonly Given[]): boolean {
  const days = new Map<string, Set<string>>();
  for (const { member } of given) {
    const name = servicesOf(member).join();
    days.set(name, (days.get(name) ?? new Set()).add(`${member.period.from}/${member.period.to}`));
  }
  return new Set([...days.values()].map((periods) => [...periods].sort().join())).size > 1;
}
