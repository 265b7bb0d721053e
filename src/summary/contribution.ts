import { hull } from '../figures/index.ts';
import type { Combined, CoreReturn } from '../form/index.ts';
import type { Period, PopulationBase } from '../vocabulary/index.ts';
import { entriesOf, type OrderedEntries } from './entries-of-return.ts';
import { notStatedPath, type Entry } from './entry.ts';
import { inOrder } from './path-order.ts';
import type { ServiceFacts } from './service-facts.ts';
import { wholePath } from './whole-path.ts';

/** What one return brings to a summary. Plain JSON. */
export interface Contribution {
  readonly service: string;
  /** Whose returns a combined return adds up, each service once and in order, and how many returns. */
  readonly combined?: Combined;
  readonly period: Period;
  /** That the period is a year, or another span, on purpose. */
  readonly declared?: NonNullable<CoreReturn['declared']>;
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

/** What a return brings to a summary. */
export function contributionOf(value: CoreReturn): Contribution {
  const { service, period, declared, revision = 1, combined, youngPeople = {} } = value;
  const { base } = youngPeople;
  const { entries, ordered } = entriesOf(value);
  knownOrder.set(entries, ordered);
  const { from, to } = period;
  // Most returns have no more: written out, because engines take long to spread.
  if (combined === undefined && declared === undefined && base !== undefined)
    return { service, period: { from, to }, revision, base, entries };
  return {
    service,
    ...(combined && { combined: inOrderOfServices(combined) }),
    period: { from, to },
    ...(declared && { declared }),
    revision,
    ...(base && { base }),
    entries,
  };
}

const inOrderOfServices = ({ services, returns }: Combined): Combined => ({
  services: [...new Set(services)].sort(),
  returns,
});

/** The entries of returns that were seen: they need not be sorted out again. */
const knownOrder = new WeakMap<Contribution['entries'], OrderedEntries>();

/** The entries of a contribution in the order of the form, with their paths by field. */
export function inOrderOfForm({ entries }: Contribution): OrderedEntries {
  const known = knownOrder.get(entries);
  if (known !== undefined) return known;
  const paths = inOrder(Object.keys(entries));
  const ordered = { paths, list: paths.flat().flatMap((path) => entries[path] ?? []) };
  knownOrder.set(entries, ordered);
  return ordered;
}

/**
 * One contribution from two with the same key. The later revision stands; two of the same revision that
 * disagree leave open which is right. The order of joining never matters, nor does joining one twice.
 */
export function joinContributions(one: Contribution, other: Contribution): Contribution {
  if (one.revision !== other.revision) return one.revision > other.revision ? one : other;
  const facts = joinFacts(one.facts, other.facts);
  if (canonical(one) === canonical(other)) return { ...one, ...(facts && { facts }) };
  const paths = [...new Set([...Object.keys(one.entries), ...Object.keys(other.entries)])].sort();
  const combined = joinCombined(one.combined, other.combined);
  // "direct-and-indirect" is the wider of the two, and comes after "direct".
  const base = [one.base, other.base]
    .filter((each) => each !== undefined)
    .sort()
    .at(-1);
  return {
    service: one.service,
    ...(combined && { combined }),
    period: one.period,
    ...(one.declared && one.declared === other.declared && { declared: one.declared }),
    revision: one.revision,
    ...(base !== undefined && { base }),
    conflicting: true,
    ...(facts && { facts }),
    entries: Object.fromEntries(
      paths.map((path) => [path, joinEntries(entryIn(one, path), entryIn(other, path))]),
    ),
  };
}

/** The services of both; the fewest returns, so that nobody takes the combination for more than it may be. */
function joinCombined(one: Combined | undefined, other: Combined | undefined): Combined | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return inOrderOfServices({
    services: [...one.services, ...other.services],
    returns: Math.min(one.returns, other.returns),
  });
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

/**
 * What a return says of a path. One that it does not have was not returned, which is not 0: of a category it may be
 * as many as no other accounts for.
 */
function entryIn({ entries }: Contribution, path: string): Entry {
  const whole = wholePath(path);
  const left = whole === undefined ? undefined : entries[notStatedPath(whole)];
  return entries[path] ?? { low: 0, ...(left?.high !== undefined && { high: left.high }), says: 'unknown' };
}

function joinEntries(one: Entry, other: Entry): Entry {
  const says = strength[one.says] >= strength[other.says] ? one.says : other.says;
  return { ...hull(one, other), says };
}

/** The same contribution always in the same letters, whatever the order of its keys. */
function canonical(contribution: Contribution): string {
  const { entries, combined, ...rest } = contribution;
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
    rest.declared ?? '',
    [...(combined?.services ?? [])].sort(),
    combined?.returns ?? 0,
    sorted,
  ]);
}
