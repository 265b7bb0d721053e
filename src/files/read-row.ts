import { parseCell } from '../form/index.ts';
import { ambiguous, newCategory, spoiltFinding, spoiltLabel } from './doubtful-labels.ts';
import { textAt } from './grid.ts';
import { meaningOf, newUnder, type Meaning } from './labels.ts';
import { breakdownOf } from './written-paths.ts';
import { readOpenRow } from './open-rows.ts';
import { isEmptyContainer } from './read-entry.ts';
import { foreignHeading, meaningOfRow } from './row-meaning.ts';
import { draftOf, isUnanswered, keepBeside, leaveRow, takeAnswer, type RowReading } from './row-reading.ts';

/** A sum of the form’s own: `total youngPeople.age`. */
const ownTotal = /^total [a-z]+\.[a-z]+/iu;
/** What the form has in the column of ids where a row is words for people. */
export const wordsOnly = 'words';

/** Begins what stands under a heading, where a text is one. */
export function startHeading(reading: RowReading, text: string): void {
  const meaning = meaningOf(text);
  if (meaning !== undefined && 'heading' in meaning) reading.heading = meaning.heading;
}

/** Reads one row of a table with a row an answer. */
export function readRow(reading: RowReading, row: number): void {
  const { grid, roles } = reading;
  const id = roles.field === undefined ? '' : textAt(grid, row, roles.field).trim();
  if (id === wordsOnly || ownTotal.test(id) || readOpenRow(reading, row, id)) return;
  const meaning = meaningOf(id);
  if (meaning !== undefined) take(reading, row, roles.field ?? 0, meaning);
  else readLabelled(reading, row);
}

/** The labels of a row: what stands to the left of its answer, or in the column of labels. */
function labelsOf({ grid, roles }: RowReading, row: number): readonly number[] {
  const columns =
    roles.label === undefined
      ? Array.from({ length: roles.labelsEnd }, (_, column) => column)
      : [roles.label];
  return columns.filter(
    (column) =>
      textAt(grid, row, column).trim() !== '' &&
      !roles.groups.has(column) &&
      !roles.aside.has(column) &&
      column !== roles.percent,
  );
}

function readLabelled(reading: RowReading, row: number): void {
  const { grid } = reading;
  const columns = labelsOf(reading, row);
  const last = columns.at(-1);
  if (last === undefined) {
    leaveRow(reading, row, '');
    return;
  }
  if (readShifted(reading, row, columns)) return;
  for (const column of columns.slice(0, -1)) startHeading(reading, textAt(grid, row, column));
  const text = textAt(grid, row, last);
  const spoilt = spoiltLabel(text, grid.note?.(row, last));
  const meaning = meaningOfRow(reading, spoilt ?? text);
  if (meaning === undefined) {
    readUnknown(reading, row, last);
    return;
  }
  if ('path' in meaning && spoilt !== undefined && !isUnanswered(reading, row))
    reading.findings.push(spoiltFinding(text, meaning.path, grid.place(row, last)));
  take(reading, row, last, meaning);
}

/** An answer one column too far to the left, as in a row without a sub-label. */
function readShifted(reading: RowReading, row: number, columns: readonly number[]): boolean {
  const [label, answer] = columns.slice(-2);
  if (label === undefined || answer === undefined || !isUnanswered(reading, row)) return false;
  const meaning = meaningOfRow(reading, textAt(reading.grid, row, label));
  if (meaning === undefined || !('path' in meaning)) return false;
  reading.before = meaning.path;
  takeAnswer(reading, row, meaning.path, answer);
  return true;
}

function take(reading: RowReading, row: number, column: number, meaning: Meaning): void {
  const { grid } = reading;
  if ('heading' in meaning) takeHeading(reading, row, meaning.heading);
  else if ('path' in meaning) {
    const isPrinted = meaning.path.startsWith('printed.');
    if (!isPrinted && reading.heading !== breakdownOf(meaning.path)) reading.heading = undefined;
    if (!isPrinted) reading.before = meaning.path;
    takeAnswer(reading, row, meaning.path);
  } else if (!isUnanswered(reading, row)) {
    reading.findings.push(
      ambiguous(
        textAt(grid, row, column),
        meaning.among,
        grid.place(row, column),
        textAt(grid, row, reading.roles.value),
      ),
    );
  }
}

function takeHeading(reading: RowReading, row: number, heading: string): void {
  reading.heading = heading;
  const text = textAt(reading.grid, row, reading.roles.value);
  if (heading !== '' && isEmptyContainer(text)) takeAnswer(reading, row, heading);
  else if (!isUnanswered(reading, row) && !isHeaderWord(text)) leaveRow(reading, row, heading);
}

/** A heading may repeat what its columns hold: Age, No., %. */
const isHeaderWord = (text: string): boolean => !('cell' in parseCell(text)) && !/\d/u.test(text);

/** A row whose label the form does not have: a new category, `label: value` in one cell, or nothing of ours. */
function readUnknown(reading: RowReading, row: number, column: number): void {
  const { grid, heading } = reading;
  const text = textAt(grid, row, column);
  const isCategory =
    heading !== undefined && heading !== '' && heading !== foreignHeading && !isUnanswered(reading, row);
  const fresh = isCategory ? newUnder(heading, text) : undefined;
  if (fresh !== undefined && 'path' in fresh) {
    reading.findings.push(newCategory(text, fresh.path, grid.place(row, column)));
    reading.before = fresh.path;
    takeAnswer(reading, row, fresh.path);
  } else if (!isUnanswered(reading, row)) leaveRow(reading, row, text);
  else if (!readInOneCell(reading, row, column)) leaveHeading(reading, row, text);
}

/** A heading that the form does not have: what follows belongs to it, whatever it is called. */
function leaveHeading(reading: RowReading, row: number, text: string): void {
  if (reading.before !== undefined) reading.heading = foreignHeading;
  reading.before = undefined;
  leaveRow(reading, row, text);
}

/** `No. of Spoke workers: 3` */
function readInOneCell(reading: RowReading, row: number, column: number): boolean {
  const text = textAt(reading.grid, row, column);
  const cut = text.lastIndexOf(':');
  const answer = text.slice(cut + 1).trim();
  const meaning = cut > 0 && answer !== '' ? meaningOfRow(reading, text.slice(0, cut)) : undefined;
  if (meaning === undefined || !('path' in meaning)) return false;
  reading.before = meaning.path;
  keepBeside(reading, row, column);
  draftOf(reading, row).answers.push({
    path: meaning.path,
    text: answer,
    place: reading.grid.place(row, column),
  });
  return true;
}
