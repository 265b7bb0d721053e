import { between, highOf, type Bounds, type Caveat, type Coverage } from '../figures/index.ts';
import { countsPeople, isAskedIn, isOfAllServices, servicesOf, type Field } from '../form/index.ts';
import { quarterOfDate, type PopulationBase } from '../vocabulary/index.ts';
import type { Contribution } from './contribution.ts';
import type { Entry } from './entry.ts';
import { memberSet, type Cluster, type MemberSet } from './member-set.ts';
import { overPeriods, type OverPeriods, type PostsOverTime, type Reading } from './over-periods.ts';

/** A field of counts. */
export type CountedField = Exclude<Field, { kind: 'code' }>;

/** A path to add up over some of a group’s members. */
export interface Column {
  readonly field: CountedField;
  readonly path: string;
  /** Whom it describes, for characteristics. */
  readonly base: PopulationBase | 'mixed' | 'not-stated' | undefined;
  /** Whether it is what no category accounts for. */
  readonly isNotStated: boolean;
}

/** Returns that are added up. */
export interface Members {
  readonly members: readonly Contribution[];
  /** What they have to say together. */
  readonly set: MemberSet;
}

/** What a column adds up to, with the coverage of it. */
export interface ColumnSum {
  readonly bounds: Bounds;
  readonly coverage: Coverage;
  readonly from: readonly string[];
  readonly caveats: readonly Caveat[];
}

/** What a column adds up to over some returns. */
export function sumOfColumn(column: Column, added: Members, posts: PostsOverTime): ColumnSum {
  const found = entriesIn(column, added.members);
  const { coverage, given, entries } = found;
  const set = given === added.members ? added.set : memberSet(given);
  const sum = addedUp(column, set.clusters, entries, posts);
  const counted = found.isAnyExempt ? memberSet(given.filter((_, place) => isCounted(entries[place]))) : set;
  return {
    // What nobody returned is missing, not 0.
    bounds: given.length === 0 && coverage.expected > 0 ? nothingKnown : sum.bounds,
    coverage,
    from: counted.keys,
    caveats: caveatsOf(column, found, sum.caveats, counted),
  };
}

const nothingKnown: Bounds = { low: 0 };
const isCounted = (entry: Entry | undefined): boolean => entry?.says !== 'not-applicable';

/** What clusters of returns add up to. */
function addedUp(
  column: Column,
  clusters: readonly Cluster[],
  entries: readonly Entry[],
  posts: PostsOverTime,
): OverPeriods {
  const caveats: Caveat[] = [];
  let low = 0;
  let high = 0;
  for (const cluster of clusters) {
    const [only = 0, second] = cluster.places;
    const part = second === undefined ? undefined : overPeriodsOf(column, cluster, entries, posts);
    const bounds = part?.bounds ?? entries[only] ?? nothingKnown;
    low += bounds.low;
    high += highOf(bounds);
    for (const caveat of part?.caveats ?? noCaveats) if (!caveats.includes(caveat)) caveats.push(caveat);
  }
  return { bounds: between(low, high), caveats };
}

/** What the members of a column say. */
interface Found {
  readonly given: readonly Contribution[];
  /** The entry of each that has one. */
  readonly entries: readonly Entry[];
  readonly coverage: Coverage;
  readonly isIncomplete: boolean;
  readonly isWithheld: boolean;
  /** Whether one of the entries does not apply. */
  readonly isAnyExempt: boolean;
}

function entriesIn(column: Column, members: readonly Contribution[]): Found {
  const { path } = column;
  const entries: Entry[] = [];
  let [returned, absent, notApplicable] = [0, 0, 0];
  let [isIncomplete, isWithheld, isAnyExempt] = [false, false, false];
  for (const member of members) {
    const entry = member.entries[path];
    if (entry === undefined) {
      // What was not asked is neither missing nor not applicable.
      if (!isDue(column, member)) continue;
      absent += 1;
      if (hasNoDirectWork(column, member)) notApplicable += 1;
      continue;
    }
    entries.push(entry);
    const { says } = entry;
    if (says === 'not-applicable') {
      notApplicable += 1;
      isAnyExempt = true;
    } else if (says === 'unknown') isIncomplete = true;
    else {
      returned += 1;
      isWithheld ||= says === 'withheld';
      isIncomplete ||= says === 'number' && isOpen(entry, member);
    }
  }
  const expected = entries.length + absent - notApplicable;
  return {
    given:
      entries.length === members.length
        ? members
        : members.filter((member) => member.entries[path] !== undefined),
    entries,
    coverage: coverageWith(returned, expected, notApplicable),
    isIncomplete,
    isWithheld,
    isAnyExempt,
  };
}

/** Whether a number may be another: of two versions that disagree, only where nothing bounds it. */
const isOpen = ({ low, high }: Entry, { conflicting }: Contribution): boolean =>
  conflicting === true ? high === undefined : high !== low;

/** Coverage of one return and of none, which most figures by service and quarter have: made once. */
export const coverageOfOne: Coverage = Object.freeze({ returned: 1, expected: 1, notApplicable: 0 });
const coverageOfNone: Coverage = Object.freeze({ returned: 0, expected: 1, notApplicable: 0 });

function coverageWith(returned: number, expected: number, notApplicable: number): Coverage {
  if (expected === 1 && notApplicable === 0) return returned === 1 ? coverageOfOne : coverageOfNone;
  return { returned, expected, notApplicable };
}

/** A service that supports nobody directly has no characteristics to return. */
const hasNoDirectWork = ({ base }: Column, { entries }: Contribution): boolean =>
  base !== undefined && entries['youngPeople.direct']?.says === 'not-applicable';
const isDue = ({ field }: Column, { period }: Contribution): boolean =>
  isAskedIn(field, quarterOfDate(period.to));

const noCaveats: readonly Caveat[] = Object.freeze([]);
const attendancesAlone: readonly Caveat[] = Object.freeze(['attendances-not-people'] as const);

/** What is to be said of an exact count that one return has. */
export const caveatsOfOne = ({ counts }: CountedField): readonly Caveat[] =>
  counts === 'attendances' ? attendancesAlone : noCaveats;

function overPeriodsOf(
  { field, path }: Column,
  cluster: Cluster,
  entries: readonly Entry[],
  posts: PostsOverTime,
): OverPeriods {
  const { members, places, isOneService, isShared, hasOnePerPeriod } = cluster;
  const isOfAll = members.every(isOfAllServices);
  const readings = members.map((member, index) =>
    readingOf(path, member, entries[places[index] ?? 0] ?? nothingKnown, isOfAll),
  );
  return overPeriods(field.counts, { readings, isOneService, isShared, hasOnePerPeriod }, posts);
}

/** Who carries on from a return to the next can be said only where both are of all their services. */
function readingOf(path: string, member: Contribution, bounds: Bounds, isOfAll: boolean): Reading {
  const services = servicesOf(member);
  const { period, entries } = member;
  if (path !== 'youngPeople.direct') return { services, period, bounds };
  return {
    services,
    period,
    bounds,
    fresh: numberAt(entries, 'youngPeople.newInPeriod'),
    ...(isOfAll && {
      carried: numberAt(entries, 'youngPeople.openAtStart'),
      firstInYear: numberAt(entries, 'youngPeople.firstInYear'),
    }),
  };
}

function numberAt(entries: Contribution['entries'], path: string): Entry | undefined {
  const entry = entries[path];
  return entry?.says === 'number' ? entry : undefined;
}

function caveatsOf(
  column: Column,
  { coverage, isIncomplete, isWithheld }: Found,
  overTime: readonly Caveat[],
  counted: MemberSet,
): readonly Caveat[] {
  const found: Caveat[] = [...overTime];
  if (isIncomplete) found.push('incomplete');
  if (coverage.returned < coverage.expected) found.push('not-all-returned');
  if (isWithheld) found.push('withheld');
  if (counted.caveats.length > 0) found.push(...counted.caveats);
  addNatureOf(column, counted.services, found);
  if (found.length === 0) return noCaveats;
  return found.length === 1 && found[0] === 'attendances-not-people' ? attendancesAlone : found.sort();
}

/** What is to be said of a column because of what it counts. */
function addNatureOf({ field, base }: Column, services: number, found: Caveat[]): void {
  const { counts } = field;
  if (counts === 'attendances') found.push('attendances-not-people');
  if (base === 'mixed') found.push('mixed-base');
  if (services > 1 && countsPeople(counts)) found.push('people-may-be-known-to-several-services');
}
