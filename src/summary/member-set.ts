import type { Caveat } from '../figures/index.ts';
import { returnKey, servicesOf } from '../form/index.ts';
import { isoInterval } from '../vocabulary/index.ts';
import type { Contribution } from './contribution.ts';

/** Returns that came from the same services, so that they are put together before others are added. */
export interface Cluster {
  /** By their first days. */
  readonly members: readonly Contribution[];
  /** Where each stands in the set. */
  readonly places: readonly number[];
  /** Whether all came from the same services. */
  readonly isOneService: boolean;
  /** Whether two of them have a service and a day in common. */
  readonly isShared: boolean;
  /** Whether no two of them are of one period. */
  readonly hasOnePerPeriod: boolean;
}

/** What returns have to say together, whatever is added up over them. */
export interface MemberSet {
  readonly keys: readonly string[];
  readonly clusters: readonly Cluster[];
  readonly services: number;
  /** What is to be said of every figure of theirs. */
  readonly caveats: readonly Caveat[];
  /** Whether it is one return of one service, with nothing to be said of it. */
  readonly isPlain: boolean;
}

const made = new WeakMap<readonly Contribution[], MemberSet>();

/** What some returns have to say together; worked out once for each list of them. */
export function memberSet(members: readonly Contribution[]): MemberSet {
  const known = made.get(members);
  if (known !== undefined) return known;
  const [only, another] = members;
  const set = only !== undefined && another === undefined ? setOfOne(members, only) : setOf(members);
  made.set(members, set);
  return set;
}

const setOf = (members: readonly Contribution[]): MemberSet => ({
  keys: members.map(returnKey),
  clusters: clustersOf(members),
  services: new Set(members.flatMap(servicesOf)).size,
  caveats: caveatsOf(members),
  isPlain: false,
});

/** What one return has to say: by service and quarter most are alone. */
function setOfOne(members: readonly Contribution[], only: Contribution): MemberSet {
  const services = new Set(servicesOf(only)).size;
  const caveats = caveatsOf(members);
  return {
    keys: [returnKey(only)],
    clusters: [{ members, places: first, isOneService: true, isShared: false, hasOnePerPeriod: true }],
    services,
    caveats,
    isPlain: services === 1 && caveats.length === 0,
  };
}

const first = [0];

function caveatsOf(members: readonly Contribution[]): readonly Caveat[] {
  const found: Caveat[] = [];
  if (members.some(({ combined }) => combined !== undefined)) found.push('combined');
  if (members.some(({ conflicting }) => conflicting === true)) found.push('conflicting');
  if (members.length > 1 && hasMixedPeriods(members)) found.push('mixed-period');
  return found;
}

/** Puts together what came from the same services, so that a combined return and a single one are not added up blindly. */
function clustersOf(members: readonly Contribution[]): readonly Cluster[] {
  const clusterOf = new Map<string, number[]>();
  for (const [place, member] of members.entries()) {
    const services = servicesOf(member);
    const [first] = services.map((service) => clusterOf.get(service)).filter((each) => each !== undefined);
    const isOne =
      first !== undefined && services.every((service) => (clusterOf.get(service) ?? first) === first);
    const cluster = isOne ? first : [...new Set(services.flatMap((service) => clusterOf.get(service) ?? []))];
    cluster.push(place);
    const all = isOne ? services : cluster.flatMap((each) => membersServices(members, each));
    for (const service of all) clusterOf.set(service, cluster);
  }
  return [...new Set(clusterOf.values())].map((places) => clusterAt(members, places));
}

function membersServices(members: readonly Contribution[], place: number): readonly string[] {
  const member = members[place];
  return member === undefined ? [] : servicesOf(member);
}

function clusterAt(all: readonly Contribution[], found: readonly number[]): Cluster {
  const from = (place: number): string => all[place]?.period.from ?? '';
  const places = [...found].sort((one, other) => (from(one) < from(other) ? -1 : 1));
  const members = places.flatMap((place) => all[place] ?? []);
  const [first] = members;
  return {
    members,
    places,
    isOneService: members.every((each) => servicesOf(each).join() === (first && servicesOf(first).join())),
    isShared: anyShared(members),
    hasOnePerPeriod: new Set(members.map(({ period }) => isoInterval(period))).size === members.length,
  };
}

/** Whether two returns, in the order of their first days, have a service and a day in common. */
function anyShared(sorted: readonly Contribution[]): boolean {
  const ends = new Map<string, string>();
  return sorted.some((member) => {
    const { period } = member;
    const services = servicesOf(member);
    const isShared = services.some((service) => (ends.get(service) ?? '') >= period.from);
    for (const service of services) if ((ends.get(service) ?? '') < period.to) ends.set(service, period.to);
    return isShared;
  });
}

/** Whether the services behind a figure cover different days. */
function hasMixedPeriods(members: readonly Contribution[]): boolean {
  const days = new Map<string, Set<string>>();
  for (const member of members) {
    const name = servicesOf(member).join();
    days.set(name, (days.get(name) ?? new Set()).add(isoInterval(member.period)));
  }
  return new Set([...days.values()].map((periods) => [...periods].sort().join())).size > 1;
}
