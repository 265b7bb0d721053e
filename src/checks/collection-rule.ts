import { returnKey, type CoreReturn } from '../form/index.ts';
import type { Register, ReturnCalendar } from '../programme/index.ts';
import { groupedBy, type IsoDate } from '../vocabulary/index.ts';
import { type SaidRule } from './said-rule.ts';

/** A return of a collection, with its place in it. */
export interface Collected {
  /** Its index among the inputs. */
  readonly index: number;
  readonly value: CoreReturn;
}

/** Returns to be looked at together. */
export interface Collection {
  /** All that could be read. */
  readonly all: readonly Collected[];
  /** Of these, the last revision for each service and period. */
  readonly latest: readonly Collected[];
  readonly register?: Register;
  readonly calendar?: ReturnCalendar;
  /** Today. */
  readonly asOf?: IsoDate;
}

/** One way in which returns together break a rule. */
export interface CollectionBreak {
  /** The place of each value it is about: the index of the return, and the path within it. */
  readonly places: readonly (readonly [index: number, path: string])[];
  readonly message: string;
  readonly expected: string;
}

/** A truth about returns together, as a record that holds a function. */
export interface CollectionRule extends SaidRule {
  /** What it cannot be checked without. */
  readonly needs?: 'register' | 'calendar';
  readonly examples: { readonly holds: readonly Collection[]; readonly breaks: readonly Collection[] };
  /** The breaks found. */
  readonly check: (collection: Collection) => readonly CollectionBreak[];
}

/** The last revision of each service’s return for each period, in the order in which they came. */
export function latestRevisions(all: readonly Collected[]): readonly Collected[] {
  const last = new Map<string, Collected>();
  for (const each of all) {
    const key = returnKey(each.value);
    const known = last.get(key);
    if (known === undefined || isLater(each, known)) last.set(key, each);
  }
  return [...last.values()];
}

/** Whether one revision replaces another. Two of the same number are told apart by what is in them, so that their order never matters. */
function isLater(one: Collected, other: Collected): boolean {
  const difference = revisionOf(one) - revisionOf(other);
  return difference === 0 ? JSON.stringify(one.value) > JSON.stringify(other.value) : difference > 0;
}

/** The revision of a return: 1 unless it says otherwise. */
export const revisionOf = ({ value }: Collected): number => value.revision ?? 1;

/** Groups returns by service, each group in the order of its periods. */
export function byService(returns: readonly Collected[]): readonly (readonly Collected[])[] {
  return [...groupedBy(returns, ({ value }) => value.service).values()].map((group) =>
    [...group].sort((one, other) => (one.value.period.from < other.value.period.from ? -1 : 1)),
  );
}

/** A collection from plain returns, to show rules by. */
export function sampleCollection(
  values: readonly CoreReturn[],
  more: Omit<Collection, 'all' | 'latest'> = {},
): Collection {
  const all = values.map((value, index) => ({ index, value }));
  return { all, latest: latestRevisions(all), ...more };
}

/** A plain return to build examples on. */
export const sampleReturn: CoreReturn = {
  edition: 'year-two',
  service: '2',
  period: { from: '2015-01-01', to: '2015-03-31' },
};
