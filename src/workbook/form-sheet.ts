import type { Cell, CellStyle, ConditionalRule, DataValidation, WriteSheet } from 'hucre/xlsx';
import { wordsOnly, type FormRow } from '../files/index.ts';
import { parseCell, formEdition, type CoreReturn } from '../form/index.ts';
import { labelOf, periodName } from '../vocabulary/index.ts';
import {
  answerColumn,
  baseFormula,
  countFormula,
  disagrees,
  totalFormula,
  verdict,
  type RowNumbers,
  type TotalCells,
} from './form-formulas.ts';
import { declaredName, listName } from './list-sheet.ts';
import { alarm, styles } from './styles.ts';

/** The first row of the form below its title, from 0. */
const firstRow = 4;
const columns = { id: 0, label: 1, answer: 2, guidance: 3, check: 4, base: 5 } as const;
const widths = [18, 46, 22, 54, 30, 8] as const;

/** A total of the form, and the cells that say whether it adds up. */
export interface FormTotal {
  readonly label: string;
  readonly cells: TotalCells;
  /** The cell with the verdict in words. */
  readonly verdict: string;
}

/** A sheet with the form for one return. */
export interface FormSheet {
  readonly sheet: WriteSheet;
  readonly totals: readonly FormTotal[];
  /** The answers of the questions that are always asked. */
  readonly asked: readonly string[];
}

/** Lays the form out on a sheet: guidance beside each question, locked but for the answers. */
export function formSheet(name: string, value: CoreReturn, rows: readonly FormRow[]): FormSheet {
  const numbers: RowNumbers = new Map(rows.map(({ id }, index) => [id, firstRow + index + 1]));
  const totals = totalsOf(rows, numbers);
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
    totals: totals.map(({ label, cells, row }) => ({ label, cells, verdict: `E${row}` })),
    asked: rows.flatMap((row, index) => (isAsked(row) ? [`${answerColumn}${firstRow + index + 1}`] : [])),
  };
}

function contentOf(
  value: CoreReturn,
  rows: readonly FormRow[],
  totals: readonly PlacedTotal[],
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
const at = (row: number, column: number): string => `${row},${column}`;
const text = (value: string, style: CellStyle): Partial<Cell> => ({
  value: asWritten(value),
  type: 'string',
  style,
});

/** Workbooks write some letters as `_x0041_`: a text that has that form already is written so as to come back. */
const asWritten = (value: string): string => value.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_');

function titleCells(value: CoreReturn): readonly (readonly [string, Partial<Cell>])[] {
  const lead =
    'Fill in the yellow cells. Write 0 where there was none, “not known” where you cannot say, “n/a” where the ' +
    'question does not apply, and 113+ for a count that is incomplete. Leave empty only what you do not return. ' +
    'A total turns red when its parts do not add up to it.';
  const heads = ['Field', 'Question', 'Answer', 'What to write', 'Does it add up?', 'Described'];
  return [
    [at(0, 0), text(wordsOnly, styles.guidance)],
    [at(1, 0), text(wordsOnly, styles.guidance)],
    [
      at(0, 1),
      text(`Core data collection form: service ${value.service}, ${periodName(value.period)}`, styles.title),
    ],
    [at(1, 1), text(lead, styles.lead)],
    ...heads.map((head, column) => [at(firstRow - 1, column), text(head, styles.head)] as const),
  ];
}

function rowCells(row: FormRow, index: number): readonly (readonly [string, Partial<Cell>])[] {
  const { role, id, label, guidance } = row;
  if (role === 'section') {
    const titles = [1, 2, 3, 4].map(
      (column) => [at(index, column), text(column === 1 ? label : '', styles.section)] as const,
    );
    return [[at(index, columns.id), text(wordsOnly, styles.guidance)], ...titles];
  }
  const labelStyle = role === 'open' && row.answer === 'count' ? styles.open : labelStyleOf(row);
  return [
    [at(index, columns.id), text(id, styles.guidance)],
    [at(index, columns.label), text(label, labelStyle)],
    [at(index, columns.answer), answerCell(row)],
    [at(index, columns.guidance), text(guidance, styles.guidance)],
  ];
}

function labelStyleOf({ role, id }: FormRow): CellStyle {
  if (role === 'heading') return styles.heading;
  if (role === 'total') return styles.total;
  return id.split('.').length > 2 && !id.startsWith('printed') ? styles.part : styles.label;
}

function answerCell(row: FormRow): Partial<Cell> {
  const { role, answer, text: written = '' } = row;
  if (role === 'total') return { style: styles.total };
  if (answer === undefined || answer === 'fixed') return text(written, styles.fixed);
  const style =
    answer === 'day'
      ? { ...styles.answer, numFmt: 'yyyy-mm-dd' }
      : answer === 'text'
        ? { ...styles.answer, numFmt: '@' }
        : styles.answer;
  if (written === '') return { style };
  if (answer === 'code') return text(labelOf(row.codelist ?? noList, written), style);
  return answer === 'count' || answer === 'decimal'
    ? { ...numberOrText(written, answer), style }
    : text(written, style);
}

const noList = { name: '', title: '', source: 'library', open: false, entries: [] } as const;

function numberOrText(written: string, answer: 'count' | 'decimal'): Partial<Cell> {
  const typed = parseCell(written, { decimal: answer === 'decimal' });
  const number = 'cell' in typed && typeof typed.cell === 'number' ? typed.cell : undefined;
  return number === undefined
    ? { value: asWritten(written), type: 'string' }
    : { value: number, type: 'number' };
}

function validationOf(row: FormRow, range: string): readonly DataValidation[] {
  const { answer, codelist, guidance } = row;
  const told = { showErrorMessage: true, errorTitle: 'Please check', range, allowBlank: true } as const;
  const hint = guidance === '' ? {} : { showInputMessage: true, inputMessage: guidance.slice(0, 250) };
  if (answer === 'count' || answer === 'decimal') {
    const number = answer === 'decimal' ? 'a number' : 'a whole number';
    const errorMessage = `Enter ${number} from 0, “not known”, “unable to provide”, “n/a”, or 113+ for an incomplete count.`;
    return [
      { type: 'custom', formula1: countFormula(range, answer === 'decimal'), errorMessage, ...told, ...hint },
    ];
  }
  if (answer === 'code' || answer === 'declared') {
    const formula1 = codelist === undefined ? declaredName : listName(codelist);
    return [{ type: 'list', formula1, errorMessage: 'Choose one of the list.', ...told, ...hint }];
  }
  if (answer !== 'day') return [];
  const errorMessage = 'Enter a day of the calendar, such as 2015-03-31.';
  return [
    {
      type: 'date',
      operator: 'greaterThan',
      formula1: '1',
      errorMessage,
      errorStyle: 'warning',
      ...told,
      ...hint,
    },
  ];
}

interface PlacedTotal extends FormTotal {
  readonly row: number;
  readonly base: string | undefined;
}

/** Every total, with the counts between its heading and itself. */
function totalsOf(rows: readonly FormRow[], numbers: RowNumbers): readonly PlacedTotal[] {
  return rows.flatMap((total, index) => {
    if (total.role !== 'total') return [];
    const id = total.id.slice('total '.length);
    const first = rows.findIndex((each) => each.id.startsWith(`${id}.`) && each.answer === 'count');
    const [row, start] = [firstRow + index + 1, firstRow + first + 1];
    const cells = {
      counts: `$${answerColumn}$${start}:$${answerColumn}$${row - 1}`,
      base: `$F$${row}`,
    };
    const heading = rows
      .slice(0, index)
      .findLast((each) => each.role === 'heading' || each.answer === 'text');
    return [
      {
        label: heading?.label ?? id,
        cells,
        verdict: `E${row}`,
        row,
        base: baseFormula(total, numbers),
      },
    ];
  });
}

const totalCells = ({ row, base, cells }: PlacedTotal): readonly (readonly [string, Partial<Cell>])[] => [
  [at(row - 1, columns.answer), { formula: totalFormula(cells), type: 'formula', style: styles.sum }],
  [at(row - 1, columns.base), { formula: base ?? '""', type: 'formula', style: styles.guidance }],
  [at(row - 1, columns.check), { formula: verdict(cells), type: 'formula', style: styles.check }],
];

const alarmRules = ({ row, cells }: PlacedTotal, index: number): readonly ConditionalRule[] => [
  {
    type: 'expression',
    priority: index + 1,
    formula: disagrees(cells),
    style: alarm,
    range: `B${row}:E${row}`,
  },
];
