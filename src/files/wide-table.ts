import type { Finding } from '../checks/index.ts';
import { shown } from '../checks/index.ts';
import { parseCell } from '../form/index.ts';
import { ambiguous, newCategory, spoiltFinding, spoiltLabel, unplaced } from './doubtful-labels.ts';
import type { Answer, Draft, Leftover, TableContent } from './draft.ts';
import { fileFinding } from './file-rule.ts';
import { isBlank, textAt, type Grid } from './grid.ts';
import { isTotal, meaningOf, meaningUnder, newUnder, type Meaning } from './labels.ts';

/** What the columns of a table say: the path of each that has one. */
interface Columns {
  readonly paths: readonly (string | undefined)[];
  readonly findings: readonly Finding[];
}

const percentLabel = /^(?<label>.+?)[\s,(:]*(?:%|per\s?cent|percentage)\s*\)?$/iu;

/** Reads a table with a column a field and a row a return. */
export function readWide(grid: Grid, header: number): TableContent {
  const filled = below(grid, header);
  const { paths, findings } = columnsOf(grid, header, filled);
  const drafts: Draft[] = [];
  const leftovers: Leftover[] = titlesAbove(grid, header);
  const long: Finding[] = [];
  for (let row = header + 1; row < grid.rows.length; row += 1) {
    const texts = grid.rows[row] ?? [];
    if (isBlank(texts)) continue;
    const beyond = texts.findIndex((text, column) => column >= paths.length && text.trim() !== '');
    if (beyond >= 0) long.push(ragged(grid, row, beyond));
    if (isTotalRow(grid, row, paths)) leftovers.push(...rest(grid, row, () => true));
    else {
      drafts.push({ answers: answersIn(grid, row, paths) });
      leftovers.push(...rest(grid, row, (column) => paths[column] === undefined, header));
    }
  }
  return {
    drafts,
    leftovers,
    findings: [...findings, ...long, ...namelessColumns(grid, header, paths, filled)],
  };
}

function columnsOf(grid: Grid, header: number, filled: ReadonlyMap<number, Below>): Columns {
  const findings: Finding[] = [];
  const groups = groupsOver(grid, header);
  const paths = (grid.rows[header] ?? []).map((text, column) => {
    const place = grid.place(header, column);
    const spoilt = spoiltLabel(text, grid.note?.(header, column));
    const label = spoilt ?? text;
    const meaning =
      meaningOfColumn(label, groups[column]) ?? newCategoryAt(label, groups[column], filled.get(column));
    if (meaning === undefined || 'heading' in meaning) return emptyContainer(meaning);
    if ('among' in meaning) findings.push(ambiguous(text, meaning.among, place));
    else if (spoilt !== undefined) findings.push(spoiltFinding(text, meaning.path, place));
    else if (meaning.isNew) findings.push(newCategory(text, meaning.path, place));
    return 'path' in meaning ? meaning.path : undefined;
  });
  return { paths, findings };
}

/** A breakdown that is there and empty has a column of its own. */
const emptyContainer = (meaning: Meaning | undefined): string | undefined =>
  meaning !== undefined && 'heading' in meaning && meaning.heading !== '' ? meaning.heading : undefined;

/** A category that the form does not list, under the heading of its group: only where counts stand below it. */
const newCategoryAt = (
  label: string,
  group: string | undefined,
  column: Below | undefined,
): Meaning | undefined =>
  group === undefined || group === '' || column?.areCounts !== true ? undefined : newUnder(group, label);

function meaningOfColumn(label: string, group: string | undefined): Meaning | undefined {
  const meaning = meaningUnder(group, label);
  if (meaning !== undefined) return meaning;
  const counted = percentLabel.exec(label)?.groups?.label;
  const of = counted === undefined ? undefined : meaningUnder(group, counted);
  return of !== undefined && 'path' in of ? { path: `printed.percentages.${of.path}` } : undefined;
}

/** What stands in each column below the header: the first text, and whether all are counts. */
interface Below {
  readonly first: string;
  readonly areCounts: boolean;
}

/** Looks through all columns in one pass: rows may be many, columns may be many, and few of them filled. */
function below(grid: Grid, header: number): ReadonlyMap<number, Below> {
  const columns = new Map<number, Below>();
  grid.rows.slice(header + 1).forEach((row) => {
    row.forEach((text, column) => {
      if (text.trim() === '') return;
      const known = columns.get(column);
      const isCount = known?.areCounts !== false && !('unsure' in parseCell(text));
      columns.set(column, { first: known?.first ?? text, areCounts: isCount });
    });
  });
  return columns;
}

/** Headings in the row above the header, each over the columns up to the next. */
function groupsOver(grid: Grid, header: number): readonly (string | undefined)[] {
  let group: string | undefined;
  return (grid.rows[header] ?? []).map((_, column) => {
    const text = header === 0 ? '' : textAt(grid, header - 1, column);
    const meaning = text.trim() === '' ? undefined : meaningOf(text);
    if (text.trim() !== '')
      group = meaning !== undefined && 'heading' in meaning ? meaning.heading : undefined;
    return group;
  });
}

function answersIn(grid: Grid, row: number, paths: Columns['paths']): readonly Answer[] {
  return paths.flatMap((path, column) => {
    const text = textAt(grid, row, column);
    const note = grid.note?.(row, column);
    const isThere = path !== undefined && (text.trim() !== '' || note !== undefined);
    return isThere ? [{ path, text, place: grid.place(row, column), note }] : [];
  });
}

/** A row that adds up the rows above it, and names no service and no period. */
function isTotalRow(grid: Grid, row: number, paths: Columns['paths']): boolean {
  const texts = grid.rows[row] ?? [];
  const names = texts.filter(
    (text, column) => text.trim() !== '' && !/^(?:period|combined)/u.test(paths[column] ?? ''),
  );
  return (
    names[0] !== undefined &&
    isTotal(names[0]) &&
    !paths.some((path, column) => path?.startsWith('period') && textAt(grid, row, column).trim() !== '')
  );
}

function rest(
  grid: Grid,
  row: number,
  isLeft: (column: number) => boolean,
  header?: number,
): readonly Leftover[] {
  return (grid.rows[row] ?? []).flatMap((text, column) =>
    text.trim() !== '' && isLeft(column)
      ? [
          {
            label: header === undefined ? '' : textAt(grid, header, column),
            text,
            cell: grid.place(row, column),
          },
        ]
      : [],
  );
}

function titlesAbove(grid: Grid, header: number): Leftover[] {
  return Array.from({ length: header }, (_, row) => row).flatMap((row) =>
    rest(grid, row, (column) => meaningOf(textAt(grid, row, column)) === undefined),
  );
}

/** The columns that the form does not have, each said once, with the first thing that stands in it. */
function namelessColumns(
  grid: Grid,
  header: number,
  paths: Columns['paths'],
  filled: ReadonlyMap<number, Below>,
): readonly Finding[] {
  return paths.flatMap((path, column) => {
    const label = textAt(grid, header, column);
    if (path !== undefined) return [];
    const first = filled.get(column)?.first;
    const meaning = meaningOf(label);
    if ((label.trim() === '' && first === undefined) || (meaning !== undefined && 'among' in meaning))
      return [];
    return [unplaced(label, first ?? 'nothing', grid.place(header, column))];
  });
}

const ragged = (grid: Grid, row: number, column: number): Finding =>
  fileFinding('F107', {
    message: `The row goes on after the last column of the header: ${shown(textAt(grid, row, column))}.`,
    expected: 'no more cells than the header has',
    cells: [grid.place(row, column)],
  });
