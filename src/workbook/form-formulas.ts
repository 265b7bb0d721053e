import type { FormRow } from '../files/index.ts';
import { largestCount } from '../form/index.ts';
import { labelOf, populationBase } from '../vocabulary/index.ts';
import { reasonsName } from './list-sheet.ts';

/** In which row of the sheet each row of the form stands, by its id; the first is 1. */
export type RowNumbers = ReadonlyMap<string, number>;

/** The column of the answers. */
export const answerColumn = 'C';
const cellOf = (rows: RowNumbers, id: string): string | undefined => {
  const row = rows.get(id);
  return row === undefined ? undefined : `${answerColumn}${row}`;
};

/**
 * A whole number, or a word that says why there is none: what may be typed in place of a count. Words are never
 * handed to INT, which fails on them and takes the whole formula with it.
 */
export function countFormula(cell: string, isDecimal: boolean): string {
  const whole = isDecimal ? '' : `,${cell}=INT(${cell})`;
  const number = `AND(${cell}>=0,${cell}<=${largestCount}${whole})`;
  const reason = `ISNUMBER(MATCH(${cell},${reasonsName},0))`;
  const digits = `LEFT(${cell},LEN(${cell})-1)`;
  const incomplete = `AND(RIGHT(${cell},1)="+",ISNUMBER(VALUE(${digits})),ISERROR(FIND("e",${digits})))`;
  return `IF(ISNUMBER(${cell}),${number},OR(${reason},IFERROR(${incomplete},FALSE),LEFT(${cell},8)="withheld"))`;
}

/** The young people that a breakdown describes, as far as the sheet says: a number, or nothing. */
export function baseFormula({ base }: FormRow, rows: RowNumbers): string | undefined {
  if (base !== 'youngPeople.base') {
    const cell = base === undefined ? undefined : cellOf(rows, base);
    return cell === undefined ? undefined : `IF(ISNUMBER(${cell}),${cell},"")`;
  }
  const [whom, direct, indirect] = [base, 'youngPeople.direct', 'youngPeople.indirect'].map((id) =>
    cellOf(rows, id),
  );
  if (whom === undefined || direct === undefined || indirect === undefined) return undefined;
  const [one, both] = (['direct', 'direct-and-indirect'] as const).map(
    (code) => `"${labelOf(populationBase, code)}"`,
  );
  const sum = `IF(AND(ISNUMBER(${direct}),ISNUMBER(${indirect})),${direct}+${indirect},"")`;
  return `IF(${whom}=${one ?? ''},IF(ISNUMBER(${direct}),${direct},""),IF(${whom}=${both ?? ''},${sum},""))`;
}

/** Where the counts stand that a total adds up, and the number that they are to come to. */
export interface TotalCells {
  readonly counts: string;
  readonly base: string;
}

/** The sum of the counts; nothing as long as there are none. */
export const totalFormula = ({ counts }: TotalCells): string => `IF(COUNT(${counts})=0,"",SUM(${counts}))`;

/** Whether a total contradicts what it describes: too many, or too few with no count missing. */
export const disagrees = ({ counts, base }: TotalCells): string =>
  `AND(COUNTA(${counts})>0,ISNUMBER(${base}),OR(SUM(${counts})>N(${base}),AND(COUNTA(${counts})=COUNT(${counts}),SUM(${counts})<N(${base}))))`;

/** In words what the colour of a total says. */
export function verdict(cells: TotalCells): string {
  const { counts, base } = cells;
  const total = `SUM(${counts})`;
  const parts: readonly (readonly [condition: string, words: string])[] = [
    [`COUNTA(${counts})=0`, '""'],
    [`NOT(ISNUMBER(${base}))`, '"Cannot be compared: the number described is not given."'],
    [
      `${total}>N(${base})`,
      `"Does not add up: "&(${total}-N(${base}))&" more than the "&${base}&" described."`,
    ],
    [`${total}=N(${base})`, '"Adds up."'],
    [
      `COUNTA(${counts})>COUNT(${counts})`,
      `"Not exact: "&(N(${base})-${total})&" of "&${base}&" in counts that are not exact."`,
    ],
  ];
  const otherwise = `"Does not add up: "&(N(${base})-${total})&" of "&${base}&" not accounted for."`;
  return parts.reduceRight((rest, [condition, words]) => `IF(${condition},${words},${rest})`, otherwise);
}
