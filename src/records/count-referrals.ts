import type { Finding } from '../checks/index.ts';
import { entriesIn, groupedBy, referralRoute, type Period } from '../vocabulary/index.ts';
import { newCategories } from './characteristics.ts';
import { addFindings, putCell, putCells, type CountedReturn } from './counted-return.ts';
import { isOpenIn, isReversed } from './direct-support.ts';
import { casesByPerson, lastRecorded, notKnown, type Reading } from './last-recorded.ts';
import { recordFinding } from './record-rule.ts';
import type { CaseRecord } from './service-record.ts';
import { cellOfTally, codedTallies, lineageOf, tallyOf, type Tally } from './tally.ts';

/** By what route somebody came: one for certain, or several that are possible. */
interface Routed {
  readonly id: string;
  readonly certain?: string;
  readonly possible: readonly string[];
}

/** More routes than these a form cannot take. */
const mostRoutes = 200;

const tooManyRoutes = recordFinding(
  'K104',
  `There are more than ${mostRoutes} referral routes; the others were counted as not reported.`,
);

/** Counts by what routes the directly supported came, and the referrals received. */
export function countReferrals(
  counted: CountedReturn,
  cases: readonly CaseRecord[],
  direct: Tally,
  period: Period,
): void {
  const findings: Finding[] = [];
  const routed = routesOf(counted, cases, direct, period, findings);
  addFindings(counted, findings);
  const certain = routed.flatMap(({ id, certain: code }) => (code === undefined ? [] : [{ id, code }]));
  const possible = routed.flatMap(({ id, possible: codes }) => codes.map((code) => ({ id, code })));
  const ids = (some: readonly { readonly id: string }[]): readonly string[] => some.map(({ id }) => id);
  const reported = tallyOf(ids(certain), ids(possible));
  putCell(counted, 'referrals.reported', {
    cell: cellOfTally(reported),
    lineage: lineageOf('young people', reported),
  });
  const listed = entriesIn(referralRoute, counted.quarter).map(({ code }) => code as string);
  const { cells, lineage, others } = codedTallies(listed, idsByCode(certain), idsByCode(possible));
  if (others.length > 0) addFindings(counted, [newCategories(others.length, referralRoute.title)]);
  putCells(counted, 'referrals.route', cells, lineage);
  countReceived(counted, cases, period);
}

const idsByCode = (
  some: readonly { readonly id: string; readonly code: string }[],
): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...groupedBy(some, ({ code }) => code)].map(([code, own]) => [code, own.map(({ id }) => id)] as const),
  );

function routesOf(
  { quarter }: CountedReturn,
  cases: readonly CaseRecord[],
  direct: Tally,
  period: Period,
  findings: Finding[],
): readonly Routed[] {
  const own = casesByPerson(
    cases.filter((each) => each.support !== 'consultancy' && isOpenIn(each, period) !== 'no'),
  );
  const reading: Reading = { of: ({ route }) => route, codelist: referralRoute, quarter, until: period.to };
  const seen = new Set<string>();
  const isTaken = (code: string): boolean => {
    if (code === notKnown) return false;
    if (seen.size < mostRoutes) seen.add(code);
    else if (!seen.has(code)) findings.push(tooManyRoutes);
    return seen.has(code);
  };
  return [...direct.certain, ...direct.possible].sort().flatMap((id): Routed[] => {
    const theirs = own.get(id) ?? [];
    const { codes, finding } = lastRecorded(id, theirs, reading);
    if (finding !== undefined) findings.push(finding);
    const isSure =
      direct.certain.has(id) &&
      codes.length === 1 &&
      finding?.rule !== 'K205' &&
      theirs.every((each) => each.support === 'direct' && isOpenIn(each, period) === 'certain');
    if (isSure) return codes.filter(isTaken).map((code) => ({ id, certain: code, possible: [] }));
    // Some of the cases may not count, have no date, or contradict each other: any of their routes may be the one.
    const any = theirs.flatMap((each) => lastRecorded(id, [each], reading).codes).filter(isTaken);
    return any.length === 0 ? [] : [{ id, possible: [...new Set(any)] }];
  });
}

function countReceived(counted: CountedReturn, cases: readonly CaseRecord[], { from, to }: Period): void {
  const dated = cases.filter(
    ({ referred }) => typeof referred === 'string' && referred >= from && referred <= to,
  );
  const undated = cases.filter((record) => {
    const { referred, opened, closed } = record;
    if (typeof referred === 'string') return false;
    return isReversed(record) || ((opened ?? '9999') >= from && (closed ?? '9999') >= from);
  });
  const tally = tallyOf(
    dated.map(({ id }) => id),
    undated.map(({ id }) => id),
  );
  putCell(counted, 'referrals.received', { cell: cellOfTally(tally), lineage: lineageOf('cases', tally) });
}
