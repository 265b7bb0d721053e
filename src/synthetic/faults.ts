import type { CoreReturn, Breakdown } from '../form/index.ts';
import type { Chance } from './random.ts';

/** A fault that was put into a return. */
export interface SyntheticFault {
  /** The place of the return in the list. */
  readonly index: number;
  readonly fault: FaultName;
  /** The rule that finds it. */
  readonly rule: string;
}

interface Fault {
  readonly rule: string;
  readonly applies: (value: CoreReturn) => boolean;
  readonly put: (value: CoreReturn) => CoreReturn;
}

const direct = ({ youngPeople }: CoreReturn): number =>
  typeof youngPeople?.direct === 'number' ? youngPeople.direct : 0;

/** A breakdown with one more, or fewer, in its largest category. */
function shifted(counts: Breakdown<string>, by: number): Breakdown<string> {
  const [largest] = Object.entries(counts)
    .filter((pair): pair is [string, number] => typeof pair[1] === 'number')
    .sort(([, one], [, other]) => other - one);
  return largest === undefined ? counts : { ...counts, [largest[0]]: largest[1] + by };
}

const hasGender = (value: CoreReturn): boolean =>
  direct(value) > 3 && value.youngPeople?.gender !== undefined;

/** The faults of the report’s own tables: sums that are off, totals that do not add up, attendance not returned. */
const faults = {
  'breakdown-too-large': {
    rule: 'R202',
    applies: hasGender,
    put: (value) => ({
      ...value,
      youngPeople: { ...value.youngPeople, gender: shifted(value.youngPeople?.gender ?? {}, 1) },
    }),
  },
  'breakdown-too-small': {
    rule: 'R212',
    applies: hasGender,
    put: (value) => ({
      ...value,
      youngPeople: { ...value.youngPeople, gender: shifted(value.youngPeople?.gender ?? {}, -1) },
    }),
  },
  'more-new-than-all': {
    rule: 'R222',
    applies: (value) => value.youngPeople?.direct !== undefined,
    put: (value) => ({ ...value, youngPeople: { ...value.youngPeople, newInPeriod: direct(value) + 1 } }),
  },
  'attendance-missing': {
    rule: 'R413',
    applies: ({ withProfessionals }) =>
      typeof withProfessionals?.trainingSessions === 'number' && withProfessionals.trainingSessions > 0,
    put: ({ withProfessionals, ...value }) => ({
      ...value,
      withProfessionals: Object.fromEntries(
        Object.entries(withProfessionals ?? {}).filter(([name]) => name !== 'trainingAttending'),
      ),
    }),
  },
} as const satisfies Readonly<Record<string, Fault>>;

/** A name of a fault. */
export type FaultName = keyof typeof faults;

/** Returns with faults put in, so many of a hundred. */
export function faultsOf(
  returns: readonly CoreReturn[],
  percent: number,
  luck: Chance,
): { readonly returns: readonly CoreReturn[]; readonly faults: readonly SyntheticFault[] } {
  const put: SyntheticFault[] = [];
  const changed = returns.map((value, index) => {
    const possible = (Object.keys(faults) as FaultName[]).filter((name) => faults[name].applies(value));
    if (possible.length === 0 || !luck.happens(percent)) return value;
    const fault = luck.oneOf(possible.map((name) => [name, 1] as const));
    put.push({ index, fault, rule: faults[fault].rule });
    return faults[fault].put(value);
  });
  return { returns: changed, faults: put };
}
