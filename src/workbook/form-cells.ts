import type { Cell, CellStyle } from 'hucre/xlsx';
import { wordsOnly, type FormRow } from '../files/index.ts';
import { parseCell, type CoreReturn } from '../form/index.ts';
import { labelOf, periodName } from '../vocabulary/index.ts';
import { asWritten, at, columns, firstRow, text, type PlacedCell } from './form-columns.ts';
import { styles } from './styles.ts';

/** The title of the form, what to know before filling it in, and the names of its columns. */
export function titleCells(value: CoreReturn): readonly PlacedCell[] {
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

/** The cells of a row: the id of its answer, its label, the answer, and what to write. */
export function rowCells(row: FormRow, index: number): readonly PlacedCell[] {
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
