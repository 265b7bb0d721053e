import { shown, type FileCell, type Finding } from '../checks/index.ts';
import { ambiguous, newCategory, spoiltFinding, spoiltLabel, unplaced } from './doubtful-labels.ts';
import type { Answer, Draft, Leftover, TableContent } from './draft.ts';
import { fileFinding } from './file-rule.ts';
import { isBlank, textAt, type CellNote, type Grid } from './grid.ts';
import { isSummary, isTotal, meaningOf, type Meaning } from './labels.ts';
import {
  answersAbove,
  columnsOf,
  isHeaderRow,
  isSubheader,
  lookBelow,
  type Columns,
} from './wide-columns.ts';

/** One table of those that stand below each other: its header, and the row after its last. */
interface Part {
  readonly header: number;
  readonly end: number;
}

/** Reads tables with a column a field and a row a return: below each header, what is under it. */
export function readWide(grid: Grid, header: number): TableContent {
  const parts = partsOf(grid, header).map((part) => readPart(grid, part));
  const above = answersAbove(grid, header);
  const drafts = parts.flatMap((part) =>
    part.drafts.map(({ answers }) => ({ answers: withAbove(answers, above) })),
  );
  return {
    drafts,
    leftovers: [...titlesAbove(grid, header, above), ...parts.flatMap((part) => part.leftovers)],
    findings: parts.flatMap((part) => part.findings),
  };
}

/** A row of labels further down begins another table; the same labels again are the same table. */
function partsOf(grid: Grid, first: number): readonly Part[] {
  const same = (grid.rows[first] ?? []).join('\n');
  const headers = grid.rows.flatMap((row, index) =>
    index > first && row.join('\n') !== same && isHeaderRow(row) ? [index] : [],
  );
  return [first, ...headers].map((header, index, all) => ({
    header,
    end: all[index + 1] ?? grid.rows.length,
  }));
}

/** What stands above a table holds for each of its rows that does not say it itself. */
const withAbove = (answers: readonly Answer[], above: readonly Answer[]): readonly Answer[] => [
  ...answers,
  ...above.filter(
    ({ path }) => !answers.some((answer) => answer.path.startsWith(path) || path.startsWith(answer.path)),
  ),
];

function readPart(grid: Grid, { header, end }: Part): TableContent {
  const below = lookBelow(grid, header, end);
  const columns = columnsOf(grid, header, below);
  const same = (grid.rows[header] ?? []).join('\n');
  const drafts: Draft[] = [];
  const leftovers: Leftover[] = [];
  const findings: Finding[] = [];
  for (let row = header + 1; row < end; row += 1) {
    const texts = grid.rows[row] ?? [];
    if (isBlank(texts) || texts.join('\n') === same || isSubheader(grid, header, row)) continue;
    const summary = summaryIn(grid, row, columns);
    if (summary !== undefined) {
      for (const leftover of rest(grid, row, () => true)) leftovers.push(leftover);
      if (!isTotal(summary)) findings.push(takenForTotal(grid, row, summary));
      continue;
    }
    const beyond = texts.findIndex((text, column) => column >= columns.paths.length && text.trim() !== '');
    if (beyond >= 0) findings.push(ragged(grid, row, beyond));
    drafts.push({ answers: answersIn(grid, row, columns) });
    for (const leftover of rest(grid, row, (column) => columns.paths[column] === undefined, header))
      leftovers.push(leftover);
  }
  return { drafts, leftovers, findings: [...findings, ...labelFindings(grid, header, columns, below)] };
}

function answersIn(grid: Grid, row: number, { paths }: Columns): readonly Answer[] {
  return (grid.rows[row] ?? []).flatMap((text, column) => {
    const path = paths[column];
    const note = grid.note?.(row, column);
    const isThere = path !== undefined && (text.trim() !== '' || note !== undefined);
    return isThere ? [{ path, text, place: grid.place(row, column), note }] : [];
  });
}

/** The name of a row that adds up the rows above it; `undefined` for the row of a return. */
function summaryIn(grid: Grid, row: number, { paths }: Columns): string | undefined {
  // A row that names its edition is a return, whatever its service is called.
  const edition = paths.indexOf('edition');
  if (edition >= 0 && textAt(grid, row, edition).trim() !== '') return undefined;
  const service = paths.indexOf('service');
  const name = service >= 0 ? textAt(grid, row, service) : '';
  if (isSummary(name)) return name;
  const [first = ''] = (grid.rows[row] ?? []).filter((text) => text.trim() !== '');
  return name.trim() === '' && isSummary(first) ? first : undefined;
}

const takenForTotal = (grid: Grid, row: number, name: string): Finding =>
  fileFinding('F202', {
    message: `The row ${shown(name)} was taken for a total over returns; it was kept, and is no return.`,
    expected: 'a service',
    cells: [grid.place(row, 0)],
  });

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

function titlesAbove(
  grid: Grid,
  header: number,
  above: ReturnType<typeof answersAbove>,
): readonly Leftover[] {
  const taken = new Set(above.map(({ place }) => JSON.stringify(place)));
  return Array.from({ length: header }, (_, row) => row).flatMap((row) =>
    rest(grid, row, (column) => {
      const meaning = meaningOf(textAt(grid, row, column));
      const isGroup = row === header - 1 && meaning !== undefined && 'heading' in meaning;
      const isLabelTaken = above.some(({ label }) => label === textAt(grid, row, column));
      return !isGroup && !isLabelTaken && !taken.has(JSON.stringify(grid.place(row, column)));
    }),
  );
}

/** What is doubtful about the labels of the columns, each said once, with the first thing that stands below. */
function labelFindings(
  grid: Grid,
  header: number,
  { paths, meanings }: Columns,
  below: ReturnType<typeof lookBelow>,
): readonly Finding[] {
  return meanings.flatMap((meaning, column) => {
    const label = textAt(grid, header, column);
    const place = grid.place(header, column);
    const first = below.get(column)?.first;
    const path = paths[column];
    if (path !== undefined) return placedFindings(label, path, meaning, place, grid.note?.(header, column));
    if (meaning !== undefined && 'among' in meaning) return [ambiguous(label, meaning.among, place, first)];
    return label.trim() === '' && first === undefined ? [] : [unplaced(label, first ?? 'nothing', place)];
  });
}

function placedFindings(
  label: string,
  path: string,
  meaning: Meaning | undefined,
  place: FileCell,
  note: CellNote | undefined,
): readonly Finding[] {
  if (spoiltLabel(label, note) !== undefined) return [spoiltFinding(label, path, place)];
  return meaning !== undefined && 'path' in meaning && meaning.isNew ? [newCategory(label, path, place)] : [];
}

const ragged = (grid: Grid, row: number, column: number): Finding =>
  fileFinding('F107', {
    message: `The row goes on after the last column of the header: ${shown(textAt(grid, row, column))}.`,
    expected: 'no more cells than the header has',
    cells: [grid.place(row, column)],
  });
