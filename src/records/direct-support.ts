import type { Finding } from '../checks/index.ts';
import { groupedBy, type IsoDate, type Period } from '../vocabulary/index.ts';
import { shownId } from './distinct-records.ts';
import { recordFinding } from './record-rule.ts';
import { tallyOf, type Tally } from './tally.ts';
import type { CaseRecord } from './service-record.ts';
import { textOrder } from './text-order.ts';

/** A time of direct support, from its first case to the close of its last; open when it has no end. */
export interface Spell {
  readonly youngPerson: string;
  readonly from: IsoDate;
  readonly to: IsoDate | undefined;
  /** Its cases, in the order in which they began. */
  readonly cases: readonly CaseRecord[];
  /** Earlier cases of which nobody knows whether they were of direct support: it continues them if they were. */
  readonly mayContinue: readonly CaseRecord[];
}

/** The direct support of everyone, as far as the dates say it. */
export interface DirectSupport {
  /** The spells of those whose dates are all known. */
  readonly spells: readonly Spell[];
  /** Those with a direct case whose dates, or whose kind, are not known. */
  readonly uncertain: ReadonlySet<string>;
  /** Their cases. */
  readonly uncertainCases: readonly CaseRecord[];
  /** Their cases before the period, which those may continue. */
  readonly earlierCases: readonly CaseRecord[];
  readonly findings: readonly Finding[];
}

/** Whether a case closes before it opens or, where that is not known, was referred: then neither date can be trusted. */
export function isReversed({ opened, referred, closed }: CaseRecord): boolean {
  const began = opened ?? referred;
  return typeof began === 'string' && began !== 'never' && typeof closed === 'string' && closed < began; // words come after every day
}

/** Between which days a case was open, as far as is known. */
export interface CaseDays {
  /** The first day on which it may have begun, and the last. */
  readonly beganAt: IsoDate;
  readonly beganBy: IsoDate;
  /** The first day on which it may have ended, and the last. */
  readonly endedAt: IsoDate;
  readonly endedBy: IsoDate;
  /** Whether both days are known. */
  readonly isKnown: boolean;
}

const beginning = '0000-00-00';
const never = '9999-99-99';

/** The days of a case: where one is not known, everything that it may be. */
export function daysOf(record: CaseRecord): CaseDays {
  if (isReversed(record)) {
    return { beganAt: beginning, beganBy: never, endedAt: beginning, endedBy: never, isKnown: false };
  }
  const began = record.opened ?? undefined;
  const end = record.closed === 'not-known' ? undefined : (record.closed ?? never);
  const beganAt = began ?? record.referred ?? beginning;
  return {
    beganAt,
    beganBy: began ?? end ?? never,
    endedAt: end ?? beganAt,
    endedBy: end ?? never,
    isKnown: began !== undefined && end !== undefined,
  };
}

/** Whether a case was certainly, or possibly, open on a day of a period. */
export function isOpenIn(record: CaseRecord, { from, to }: Period): 'certain' | 'possible' | 'no' {
  if (record.opened === 'never') return 'no';
  const { beganAt, beganBy, endedAt, endedBy } = daysOf(record);
  if (beganAt > to || endedBy < from) return 'no';
  return beganBy <= to && endedAt >= from ? 'certain' : 'possible';
}

/** The cases of direct or of unknown support that ended before a period, of those whose support may have been under way as it began. */
function earlierCases(
  cases: readonly CaseRecord[],
  relevant: readonly CaseRecord[],
  { from }: Period,
): ReadonlyMap<string, readonly CaseRecord[]> {
  const people = new Set(
    relevant.filter((each) => daysOf(each).beganAt < from).map(({ youngPerson }) => youngPerson),
  );
  const isEarlier = (each: CaseRecord): boolean =>
    each.support !== 'consultancy' && people.has(each.youngPerson) && daysOf(each).endedBy < from;
  return groupedBy(cases.filter(isEarlier), ({ youngPerson }) => youngPerson);
}

/**
 * Puts the direct cases of each young person that touch a period together into spells, with those before the period
 * that they continue: an outcome may have been recorded with one of these.
 */
export function directSupport(cases: readonly CaseRecord[], period: Period): DirectSupport {
  const relevant = cases.filter((each) => each.support !== 'consultancy' && isOpenIn(each, period) !== 'no');
  const uncertain = new Set<string>();
  const spells: Spell[] = [];
  const byPerson = groupedBy(relevant, (each) => each.youngPerson);
  const before = earlierCases(cases, relevant, period);
  for (const [youngPerson, own] of byPerson) {
    const isKnown = own.every((each) => each.support === 'direct' && daysOf(each).isKnown);
    if (!isKnown) uncertain.add(youngPerson);
    else {
      const all = spellsWith(youngPerson, own, before.get(youngPerson) ?? []);
      for (const spell of all) if ((spell.to ?? never) >= period.from) spells.push(spell);
    }
  }
  const reversed = cases.filter(isReversed).map(reversedCase);
  const uncertainCases = relevant.filter((each) => uncertain.has(each.youngPerson));
  const earlier = [...uncertain].flatMap((youngPerson) => before.get(youngPerson) ?? []);
  return { spells, uncertain, uncertainCases, earlierCases: earlier, findings: reversed };
}

/** The spells of a young person, with the earlier cases of unknown support that each may continue. */
function spellsWith(
  youngPerson: string,
  own: readonly CaseRecord[],
  earlier: readonly CaseRecord[],
): readonly Spell[] {
  const isDirect = ({ support }: CaseRecord): boolean => support === 'direct';
  const certain = spellsOf(youngPerson, [...earlier.filter(isDirect), ...own]);
  if (earlier.every(isDirect)) return certain;
  const possible = spellsOf(youngPerson, [...earlier, ...own]);
  return certain.map((spell) => {
    const whole = possible.find(({ cases }) => cases.some((each) => spell.cases.includes(each)));
    return { ...spell, mayContinue: (whole?.cases ?? []).filter((each) => !spell.cases.includes(each)) };
  });
}

const reversedCase = ({ id, opened }: CaseRecord): Finding =>
  recordFinding(
    'K201',
    `Case ${shownId(id)} closes before it ${typeof opened === 'string' ? 'opens' : 'was referred'}.`,
  );

function spellsOf(youngPerson: string, cases: readonly CaseRecord[]): readonly Spell[] {
  const byStart = [...cases].sort(
    (one, other) => textOrder(one.opened ?? '', other.opened ?? '') || textOrder(one.id, other.id),
  );
  const spells: {
    readonly youngPerson: string;
    readonly from: IsoDate;
    to: IsoDate | undefined;
    readonly cases: CaseRecord[];
    readonly mayContinue: readonly CaseRecord[];
  }[] = [];
  for (const each of byStart) {
    const last = spells.at(-1);
    const { beganAt, endedBy } = daysOf(each);
    if (last === undefined || beganAt > (last.to ?? never)) {
      spells.push({ youngPerson, from: beganAt, to: known(endedBy), cases: [each], mayContinue: [] });
    } else {
      last.to = known((last.to ?? never) > endedBy ? (last.to ?? never) : endedBy);
      last.cases.push(each);
    }
  }
  return spells;
}

const known = (day: IsoDate): IsoDate | undefined => (day === never ? undefined : day);

/** How cases flowed through a quarter. */
export interface Flow {
  readonly openAtStart: Tally;
  readonly opened: readonly Spell[];
  readonly closed: readonly Spell[];
  readonly openAtEnd: Tally;
  /** The cases of those of whom it cannot be said when their support began or ended. */
  readonly doubtful: readonly CaseRecord[];
  /** Their cases before the period, which those may continue. */
  readonly before: readonly CaseRecord[];
}

/**
 * Sorts the spells of a period: open at its start or opened in it, closed in it or open at its end. Each is one of
 * the first two and one of the last two, so that the four always come out.
 */
export function flowIn(support: DirectSupport, { from, to }: Period): Flow {
  const { spells, uncertain } = support;
  const people = (some: readonly Spell[]): readonly string[] => some.map(({ youngPerson }) => youngPerson);
  return {
    openAtStart: tallyOf(people(spells.filter((spell) => spell.from < from)), uncertain),
    opened: spells.filter((spell) => spell.from >= from),
    closed: spells.filter((spell) => spell.to !== undefined && spell.to <= to),
    openAtEnd: tallyOf(people(spells.filter((spell) => (spell.to ?? never) > to)), uncertain),
    doubtful: support.uncertainCases,
    before: support.earlierCases,
  };
}
