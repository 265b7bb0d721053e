import type { ConditionalRule } from 'hucre/xlsx';
import type { FormRow } from '../files/index.ts';
import { at, columns, firstRow, type PlacedCell } from './form-columns.ts';
import {
  answerColumn,
  baseFormula,
  disagrees,
  totalFormula,
  verdict,
  type RowNumbers,
  type TotalCells,
} from './form-formulas.ts';
import { alarm, styles } from './styles.ts';

/** A total of the form, and the cells that say whether it adds up. */
export interface FormTotal {
  readonly label: string;
  readonly cells: TotalCells;
  /** The cell with the verdict in words. */
  readonly verdict: string;
  /** Its row, from 1. */
  readonly row: number;
  /** The formula of the number that its counts are to come to. */
  readonly base: string | undefined;
}

/** Every total, with the counts that stand just above it. */
export function totalsOf(rows: readonly FormRow[]): readonly FormTotal[] {
  const numbers: RowNumbers = new Map(rows.map(({ id }, index) => [id, firstRow + index + 1]));
  return rows.flatMap((total, index) => {
    if (total.role !== 'total') return [];
    const heading = rows.slice(0, index).findLastIndex(({ answer }) => answer !== 'count');
    const [row, start] = [firstRow + index + 1, firstRow + heading + 2];
    const cells = { counts: `$${answerColumn}$${start}:$${answerColumn}$${row - 1}`, base: `$F$${row}` };
    const label = rows[heading]?.label ?? total.id;
    return [{ label, cells, verdict: `E${row}`, row, base: baseFormula(total, numbers) }];
  });
}

/** The cells of a total: the sum, the number it is to come to, and the verdict. */
export const totalCells = ({ row, base, cells }: FormTotal): readonly PlacedCell[] => [
  [at(row - 1, columns.answer), { formula: totalFormula(cells), type: 'formula', style: styles.sum }],
  [at(row - 1, columns.base), { formula: base ?? '""', type: 'formula', style: styles.guidance }],
  [at(row - 1, columns.check), { formula: verdict(cells), type: 'formula', style: styles.check }],
];

/** What turns a total red. */
export const alarmRules = ({ row, cells }: FormTotal, index: number): readonly ConditionalRule[] => [
  {
    type: 'expression',
    priority: index + 1,
    formula: disagrees(cells),
    style: alarm,
    range: `B${row}:E${row}`,
  },
];
