import type { CaseRecord, OutcomeRecord, ServiceRecord, SessionRecord } from '../records/index.ts';
import {
  addQuarters,
  daysAfter,
  daysIn,
  quarterPeriod,
  type IsoDate,
  type Quarter,
} from '../vocabulary/index.ts';
import { chance, type Chance } from './random.ts';

/** Which records are made. */
export interface SyntheticRecordsOptions {
  /** The same seed gives the same records; 1 unless said. */
  readonly seed?: number;
  /** The first quarter; 2014-Q4 unless said. */
  readonly from?: Quarter;
  /** How many quarters; 4 unless said. */
  readonly quarters?: number;
  /** Cases opened in a quarter, about; 12 unless said. */
  readonly cases?: number;
}

/** How often categories occur, in parts of a hundred: about as in Tables 2 to 5. */
const shares = {
  age: [
    [11, 1],
    [12, 8],
    [13, 12],
    [14, 15],
    [15, 24],
    [16, 22],
    [17, 16],
    [18, 2],
  ],
  gender: [
    ['Female', 82],
    ['Male', 15],
    [null, 3],
  ],
  ethnicity: [
    ['White UK', 70],
    ['White other', 12],
    ['Mixed ethnicity', 8],
    ['Pakistani', 4],
    ['African origin', 3],
    [null, 3],
  ],
  living: [
    ['Living at home', 74],
    ['Living in residential or foster care', 22],
    [null, 4],
  ],
  route: [
    ['Multi-agency teams or MASHs', 34],
    ['Social care', 24],
    ['Police', 18],
    ['Schools', 11],
    ['Health', 6],
    ['Internal', 4],
    [null, 3],
  ],
} as const;

/**
 * Records of a service that never was, spread as the report’s tables are: cases, sessions, consultancies and outcomes.
 * For demonstrations and tests; nobody stands behind them.
 *
 * @example
 * const records = syntheticRecords({ quarters: 1, cases: 5 });
 * records.filter(({ kind }) => kind === 'case').length; // => 5
 */
export function syntheticRecords({
  seed = 1,
  from = '2014-Q4',
  quarters = 4,
  cases = 12,
}: SyntheticRecordsOptions = {}): readonly ServiceRecord[] {
  const luck = chance(seed);
  return Array.from({ length: quarters }, (_, index) => addQuarters(from, index)).flatMap((quarter) => [
    ...Array.from({ length: cases }, (_, index) => caseWithOutcome(luck, quarter, index + 1)).flat(),
    ...sessionsOf(luck, quarter),
    ...Array.from({ length: luck.between(2, 8) }, (_, index) => consultancy(luck, quarter, index + 1)),
  ]);
}

const dayIn = (luck: Chance, quarter: Quarter): IsoDate => {
  const period = quarterPeriod(quarter);
  return daysAfter(period.from, luck.between(0, daysIn(period) - 1));
};

function caseWithOutcome(luck: Chance, quarter: Quarter, number: number): readonly ServiceRecord[] {
  const opened = dayIn(luck, quarter);
  const id = `${quarter}-case-${number}`;
  const closed = luck.happens(70) ? daysAfter(opened, luck.between(40, 260)) : undefined;
  const made: CaseRecord = {
    kind: 'case',
    id,
    youngPerson: `${quarter}-young-person-${number}`,
    support: luck.happens(88) ? 'direct' : 'consultancy',
    referred: opened,
    route: luck.oneOf(shares.route),
    opened,
    ...(closed !== undefined && { closed }),
    age: { years: luck.oneOf(shares.age), on: opened },
    gender: luck.oneOf(shares.gender),
    ethnicity: luck.oneOf(shares.ethnicity),
    living: luck.oneOf(shares.living),
  };
  return closed === undefined || made.support !== 'direct' ? [made] : [made, outcome(luck, id)];
}

const outcome = (luck: Chance, id: string): OutcomeRecord => ({
  kind: 'outcome',
  case: id,
  measure: 'Safety',
  first: luck.between(1, 3),
  ...(luck.happens(85) && { last: luck.between(2, 5) }),
  better: 'higher',
});

const activities = [
  ['awareness-with-young-people', 3, 6, [12, 35]],
  ['awareness-with-professionals', 3, 8, [6, 25]],
  ['training', 1, 3, [8, 20]],
] as const;

const sessionsOf = (luck: Chance, quarter: Quarter): readonly SessionRecord[] =>
  activities.flatMap(([activity, least, most, [few, many]]) =>
    Array.from({ length: luck.between(least, most) }, (_, index) => ({
      kind: 'session' as const,
      id: `${quarter}-${activity}-${index + 1}`,
      date: dayIn(luck, quarter),
      activity,
      days: activity === 'training' ? luck.between(1, 2) : 0.25,
      attending: luck.between(few, many),
    })),
  );

const consultancy = (luck: Chance, quarter: Quarter, number: number): ServiceRecord => ({
  kind: 'consultancy',
  id: `${quarter}-consultancy-${number}`,
  date: dayIn(luck, quarter),
  youngPerson: `${quarter}-discussed-${number}`,
});
