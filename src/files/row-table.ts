import { parseCell } from '../form/index.ts';
import { answerColumns, type AnswerColumn } from './answer-columns.ts';
import { rolesOf, type Roles } from './column-roles.ts';
import { ambiguous, newCategory, spoiltFinding, spoiltLabel } from './doubtful-labels.ts';
import type { Finding } from '../checks/index.ts';
import {
  saysSame,
  supplemented,
  type Answer,
  type Draft,
  type Leftover,
  type TableContent,
} from './draft.ts';
import { fileFinding } from './file-rule.ts';
import { isBlank, textAt, type Grid } from './grid.ts';
import {
  breakdownOf,
  isSummary,
  isTotal,
  meaningOf,
  meaningUnder,
  newUnder,
  pathAfter,
  percentageOf,
  totalAfter,
  type Meaning,
} from './labels.ts';
import { readOpenRow } from './open-rows.ts';
import { isEmptyContainer } from './read-entry.ts';
import {
  besideAnswers,
  draftOf,
  isUnanswered,
  keepBeside,
  leaveRow,
  startReading,
  takeAnswer,
  type RowReading,
} from './row-reading.ts';

/** A sum of the form’s own: `total youngPeople.age`. */
const ownTotal = /^total [a-z]+\.[a-z]+/iu;
/** What the form has in the column of ids where a row is words for people. */
export const wordsOnly = 'words';

/** Reads a table with a row an answer: field and value, or label, number and percentage as printed. */
export function readRows(grid: Grid): TableContent {
  const roles = rolesOf(grid);
  if (roles === undefined) return { drafts: [], leftovers: [], findings: [] };
  const columns = answerColumns(grid, roles);
  const read = columns.map((column) => readColumn(grid, roles, column, columns));
  const own = read.flatMap((each) => each.drafts);
  // Rows that leave out of which return they are belong to none: only columns share what stands once.
  const drafts = columns.length > 1 && roles.groups.size === 0 ? sharedHeader(own) : own;
  const totals = drafts.filter(isSummaryDraft);
  return {
    drafts: drafts.filter((draft) => !isSummaryDraft(draft)),
    leftovers: once([...read.flatMap(({ leftovers }) => leftovers), ...totals.flatMap(keptOf)]),
    findings: [...read.flatMap(({ findings }) => findings), ...totals.map(takenForTotal)],
  };
}

/**
 * What stands once for several columns of answers, such as the service over its quarters, holds for all of them: only
 * where no other column says it, since a column left empty among others that are filled in is missing something.
 */
function sharedHeader(drafts: readonly Draft[]): readonly Draft[] {
  const [first, ...others] = drafts;
  const isSaidOnce = ({ path }: Answer): boolean =>
    /^(?:edition|service|period)/u.test(path) &&
    !others.some(({ answers }) => answers.some((answer) => saysSame(answer.path, path)));
  const header = (first?.answers ?? []).filter(isSaidOnce);
  return drafts.map(({ answers }) => ({ answers: supplemented(answers, header) }));
}

const isSummaryDraft = ({ answers }: Draft): boolean =>
  answers.some(({ path, text }) => path === 'service' && isSummary(text)) &&
  !answers.some(({ path }) => path === 'edition');

const keptOf = ({ answers }: Draft): readonly Leftover[] =>
  answers.map(({ path, text, place }) => ({ label: path, text, cell: place }));

const takenForTotal = ({ answers }: Draft): Finding =>
  fileFinding('F202', {
    message: 'A column was taken for a total over returns; it was kept, and is no return.',
    expected: 'a service',
    cells: answers.slice(0, 1).map(({ place }) => place),
  });

/** What is met in the reading of every column of answers is one thing. */
const once = (leftovers: readonly Leftover[]): readonly Leftover[] => [
  ...new Map(leftovers.map((leftover) => [JSON.stringify(leftover.cell), leftover])).values(),
];

function readColumn(
  grid: Grid,
  roles: Roles,
  { column, period }: AnswerColumn,
  all: readonly AnswerColumn[],
): TableContent {
  const isAlone = all.length === 1;
  const { percent, ...others } = roles;
  const besides = new Set([
    ...roles.ours,
    ...all.flatMap((each) => (each.column === column ? [] : [each.column])),
  ]);
  const reading = startReading(grid, {
    ...others,
    value: column,
    labelsEnd: Math.min(...all.map((each) => each.column)),
    ours: besides,
    ...(isAlone && percent !== undefined && { percent }),
  });
  grid.rows.forEach((texts, row) => {
    if (row === roles.header) for (const text of texts) startHeading(reading, text);
    else if (row !== period?.row && !isBlank(texts)) readRow(reading, row);
  });
  const { leftovers, findings } = besideAnswers(reading);
  return {
    drafts: [...reading.drafts.values()].map(({ answers }) => ({
      answers: withPeriod(answers, grid, period),
    })),
    leftovers: [...reading.leftovers, ...leftovers],
    findings: [...reading.findings, ...findings],
  };
}

/** The period over a column of answers is that of its return, unless the rows say one. */
function withPeriod(
  answers: readonly Answer[],
  grid: Grid,
  period: AnswerColumn['period'],
): readonly Answer[] {
  if (period === undefined || answers.some(({ path }) => path.startsWith('period'))) return answers;
  const text = textAt(grid, period.row, period.column);
  return [...answers, { path: 'period', text, place: grid.place(period.row, period.column) }];
}

function startHeading(reading: RowReading, text: string): void {
  const meaning = meaningOf(text);
  if (meaning !== undefined && 'heading' in meaning) reading.heading = meaning.heading;
}

function readRow(reading: RowReading, row: number): void {
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

/** Stands for a heading that the form does not have. */
const foreignHeading = '?';

/** Under a heading of something else a bare category may be one of that: only what is named in full is certain. */
function underForeign(text: string): Meaning | undefined {
  const meaning = isTotal(text) ? undefined : meaningOf(text);
  const isBare =
    meaning !== undefined &&
    'path' in meaning &&
    breakdownOf(meaning.path) !== undefined &&
    !/[:.]/u.test(text);
  return isBare ? { among: [meaning.path] } : meaning;
}

/** What a label means where it stands: under its heading, or just after the row it belongs to. */
function meaningOfRow({ heading, before }: RowReading, text: string): Meaning | undefined {
  if (heading === foreignHeading) return underForeign(text);
  const within = heading ?? (before === undefined ? undefined : breakdownOf(before));
  if (isTotal(text)) return totalAfter(within, before);
  const counted = percentageOf(text);
  if (counted !== undefined) return percentageRow(within, counted);
  const meaning = meaningUnder(within, text);
  if (meaning === undefined || !('among' in meaning) || before === undefined) return meaning;
  const next = pathAfter(before);
  return next !== undefined && meaning.among.includes(next) ? { path: next } : meaning;
}

function percentageRow(within: string | undefined, counted: string): Meaning | undefined {
  const of = meaningUnder(within, counted);
  return of !== undefined && 'path' in of ? { path: `printed.percentages.${of.path}` } : undefined;
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
