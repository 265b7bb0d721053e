import type { Cell, WriteSheet } from 'hucre/xlsx';
import type { FormRow } from '../files/index.ts';
import { formEdition, type CoreReturn } from '../form/index.ts';
import { labelOf } from '../vocabulary/index.ts';
import { rowCells, titleCells } from './form-cells.ts';
import { columns, firstRow, widths } from './form-columns.ts';
import { answerColumn } from './form-formulas.ts';
import { alarmRules, totalCells, totalsOf, type FormTotal } from './form-totals.ts';
import { validationOf } from './form-validation.ts';

/** A sheet with the form for one return. */
export interface FormSheet {
  readonly sheet: WriteSheet;
  readonly totals: readonly FormTotal[];
  /** The answers of the questions that are always asked. */
  readonly asked: readonly string[];
}

/** Lays the form out on a sheet: guidance beside each question, locked but for the answers. */
export function formSheet(name: string, value: CoreReturn, rows: readonly FormRow[]): FormSheet {
  const totals = totalsOf(rows);
  return {
    sheet: {
      name,
      ...contentOf(value, rows, totals),
      ...layoutOf(value, rows),
      dataValidations: rows.flatMap((row, index) =>
        validationOf(row, `${answerColumn}${firstRow + index + 1}`),
      ),
      conditionalRules: totals.flatMap(alarmRules),
    },
    totals,
    asked: rows.flatMap((row, index) => (isAsked(row) ? [`${answerColumn}${firstRow + index + 1}`] : [])),
  };
}

function contentOf(
  value: CoreReturn,
  rows: readonly FormRow[],
  totals: readonly FormTotal[],
): Pick<WriteSheet, 'rows' | 'cells'> {
  const cells = new Map<string, Partial<Cell>>([
    ...titleCells(value),
    ...rows.flatMap((row, index) => rowCells(row, firstRow + index)),
  ]);
  for (const each of totals) for (const [place, cell] of totalCells(each)) cells.set(place, cell);
  return { rows: blankRows(firstRow + rows.length), cells };
}

/** How the sheet is seen, printed and protected. */
const layoutOf = (value: CoreReturn, rows: readonly FormRow[]): Omit<WriteSheet, 'name'> => ({
  columns: widths.map((width, column) => ({
    width,
    hidden: column === columns.id || column === columns.base,
  })),
  merges: [0, 1].map((row) => ({ startRow: row, startCol: 1, endRow: row, endCol: 4 })),
  rowDefs: new Map([
    [1, { height: 42 }],
    ...rows.map((row, index) => [firstRow + index, { height: heightOf(row) }] as const),
  ]),
  freezePane: { rows: firstRow },
  protection: protectedButForAnswers,
  pageSetup: {
    paperSize: 'a4',
    orientation: 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `$${firstRow}:$${firstRow}`,
  },
  headerFooter: { oddFooter: `&LCore data collection form, ${editionLabel(value)}&R&P of &N` },
  view: { showGridLines: false },
  a11y: { summary: `The core data collection form of service ${value.service}.`, headerRow: firstRow - 1 },
});

/** Spreadsheets do not all make room for wrapped text by themselves: so many lines as its longest text needs. */
function heightOf({ role, label, guidance, text: written = '', answer }: FormRow): number {
  const labelLines = Math.ceil((label.length + (role === 'heading' ? 4 : 0)) / 49);
  const answerLines = answer === undefined ? 1 : Math.ceil(written.length / 20);
  const lines = Math.max(
    1,
    labelLines,
    answerLines,
    Math.ceil(guidance.length / 64),
    role === 'total' ? 2 : 1,
  );
  return (role === 'section' ? 5 : 3) + 13 * Math.min(lines, 12);
}

const isAsked = ({ role, answer, guidance }: FormRow): boolean =>
  role === 'answer' &&
  answer !== 'fixed' &&
  answer !== 'declared' &&
  !guidance.startsWith('Optional') &&
  answer !== undefined;

const protectedButForAnswers = {
  sheet: true,
  objects: true,
  scenarios: true,
  formatColumns: false,
  formatRows: false,
} as const;

const editionLabel = ({ edition }: CoreReturn): string => labelOf(formEdition, edition);
const blankRows = (length: number): null[][] => Array.from({ length }, () => widths.map(() => null));
