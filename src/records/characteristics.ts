import type { Finding } from '../checks/index.ts';
import type { Cell } from '../form/index.ts';
import { entriesIn, type Codelist } from '../vocabulary/index.ts';
import { lastRecorded, notKnown, type CasesByPerson, type Reading } from './last-recorded.ts';
import type { CellLineage } from './lineage.ts';
import { recordFinding } from './record-rule.ts';
import { codedTallies, type Tally } from './tally.ts';

/** A count for each code, with what stands behind each. */
export interface CountedBreakdown {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly lineage: ReadonlyMap<string, CellLineage>;
  readonly findings: readonly Finding[];
}

/** Counts a characteristic over those whom it describes. */
export function countedBy(described: Tally, cases: CasesByPerson, reading: Reading): CountedBreakdown {
  const findings: Finding[] = [];
  const codesFor = (id: string): readonly string[] => {
    const { codes, finding } = lastRecorded(id, cases.get(id) ?? [], reading);
    if (finding !== undefined) findings.push(finding);
    return codes;
  };
  const codes = new Map([...described.certain, ...described.possible].map((id) => [id, codesFor(id)]));
  const accepted = acceptedCodes(codes, reading.codelist);
  if (accepted.finding !== undefined) findings.push(accepted.finding);
  const { certain, possible } = byCode(described, (id) => accepted.codes.get(id) ?? [notKnown]);
  const listed = entriesIn(reading.codelist, reading.quarter).map(({ code }) => code);
  const { cells, lineage } = codedTallies(listed, certain, possible);
  return { cells, lineage, findings };
}

/** Those described, by their codes: of whom the records leave several open, it may be each of these. */
function byCode(
  described: Tally,
  codesOf: (id: string) => readonly string[],
): Readonly<Record<'certain' | 'possible', ReadonlyMap<string, readonly string[]>>> {
  const [certain, possible] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const add = (to: Map<string, string[]>, code: string, id: string): void => {
    const ids = to.get(code);
    if (ids === undefined) to.set(code, [id]);
    else ids.push(id);
  };
  for (const id of [...described.certain, ...described.possible]) {
    const codes = codesOf(id);
    const isSure = described.certain.has(id) && codes.length === 1;
    for (const code of codes) add(isSure ? certain : possible, code, id);
  }
  return { certain, possible };
}

/** More categories than these a form cannot take: a field that everybody fills in with a sentence is no category. */
const mostCategories = 200;

/** Asks to look at new categories, without showing them: a name may be among them. */
export const newCategories = (count: number, title: string): Finding =>
  recordFinding(
    'K207',
    `“${title}” has ${count === 1 ? 'one category' : `${count} categories`} that the list does not have.`,
  );

function acceptedCodes(
  codes: ReadonlyMap<string, readonly string[]>,
  { entries, title }: Codelist,
): { readonly codes: ReadonlyMap<string, readonly string[]>; readonly finding?: Finding } {
  const listed = new Set(entries.map(({ code }) => code));
  const others = [...new Set([...codes.values()].flat())].filter((code) => !listed.has(code)).sort();
  if (others.length === 0) return { codes };
  if (others.length <= mostCategories) return { codes, finding: newCategories(others.length, title) };
  const kept = new Set(others.slice(0, mostCategories));
  const finding = recordFinding(
    'K104',
    `“${title}” has ${others.length} categories that the list does not have; ${mostCategories} were counted, the others as not known.`,
  );
  const taken = (code: string): string => (listed.has(code) || kept.has(code) ? code : notKnown);
  return { codes: new Map([...codes].map(([id, own]) => [id, [...new Set(own.map(taken))]])), finding };
}
