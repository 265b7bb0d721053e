import { shown, type FileCell, type Finding } from '../checks/index.ts';
import { ambiguous, inShort, newCategory, spoiltFinding, spoiltLabel, unplaced } from './doubtful-labels.ts';
import { parseCell } from '../form/index.ts';
import {
  saysSame,
  supplemented,
  type Answer,
  type Draft,
  type Leftover,
  type TableContent,
} from './draft.ts';
import { fileFinding } from './file-rule.ts';
import { isBlank, textAt, type CellNote, type Grid } from './grid.ts';
import { meaningOf, type Meaning } from './labels.ts';
import { isSummary, isTotal } from './total-labels.ts';
import { answersAbove, columnsOf, isSubheader, lookBelow, type Columns } from './wide-columns.ts';
import { partsOf, type Part } from './wide-parts.ts';

/** Reads tables with a column a field and a row a return: below each header, what is under it. */
export function readWide(grid: Grid, header: number): TableContent {
  let said: readonly Answer[] = [];
  const parts = partsOf(grid, header).map((part) => {
    const own = answersAbove(grid, part.above, part.header);
    // What stands above an earlier table holds on until something else is said.
    said = supplemented(own, said);
    const { drafts, leftovers, findings } = readPart(grid, part);
    const above = said;
    return {
      drafts: drafts.map(({ answers }) => ({ answers: supplemented(answers, above) })),
      leftovers: [...titlesAbove(grid, part, own), ...leftovers],
      findings,
    };
  });
  return {
    drafts: parts.flatMap(({ drafts }) => drafts),
    leftovers: parts.flatMap(({ leftovers }) => leftovers),
    findings: parts.flatMap(({ findings }) => findings),
  };
}

/** What is read of a part, row by row. */
interface PartReading {
  readonly grid: Grid;
  readonly header: number;
  readonly columns: Columns;
  readonly drafts: Draft[];
  readonly leftovers: Leftover[];
  readonly findings: Finding[];
  /** The answers of the row before. */
  before: readonly Answer[];
}

function readPart(grid: Grid, { header, end }: Part): TableContent {
  const below = lookBelow(grid, header, end);
  const columns = columnsOf(grid, header, below);
  const reading: PartReading = { grid, header, columns, drafts: [], leftovers: [], findings: [], before: [] };
  const same = (grid.rows[header] ?? []).join('\n');
  for (let row = header + 1; row < end; row += 1) {
    const texts = grid.rows[row] ?? [];
    if (!isBlank(texts) && texts.join('\n') !== same && !isSubheader(grid, header, row))
      readRow(reading, row);
  }
  const { drafts, leftovers, findings } = reading;
  return { drafts, leftovers, findings: [...findings, ...labelFindings(grid, header, columns, below)] };
}

function readRow(reading: PartReading, row: number): void {
  const { grid, columns, findings } = reading;
  const texts = grid.rows[row] ?? [];
  const summary = summaryIn(grid, row, columns);
  if (summary !== undefined || isNote(texts)) {
    keep(
      reading,
      rest(grid, row, () => true),
    );
    if (summary !== undefined && !isTotal(summary)) findings.push(takenForTotal(grid, row, summary));
    return;
  }
  const beyond = texts.findIndex((text, column) => column >= columns.paths.length && text.trim() !== '');
  if (beyond >= 0) findings.push(ragged(grid, row, beyond));
  const answers = answersIn(grid, row, columns);
  const carried = carriedDown(answers, columns, reading.before);
  for (const each of carried) findings.push(takenFromAbove(grid, row, each));
  reading.before = [...answers, ...carried];
  reading.drafts.push({ answers: reading.before });
  keep(
    reading,
    rest(grid, row, (column) => columns.paths[column] === undefined, reading.header),
  );
}

const keep = ({ leftovers }: PartReading, more: readonly Leftover[]): void => {
  for (const leftover of more) leftovers.push(leftover);
};

/** One text and no answer: a note below the table. */
function isNote(texts: readonly string[]): boolean {
  const [only, ...others] = texts.filter((text) => text.trim() !== '');
  return only !== undefined && others.length === 0 && 'unsure' in parseCell(only);
}

/** Service and period that stand once over several rows, as merged cells do. */
function carriedDown(
  answers: readonly Answer[],
  { paths }: Columns,
  before: readonly Answer[],
): readonly Answer[] {
  return before.filter(
    ({ path }) =>
      /^(?:service|period(?:\.from|\.to)?)$/u.test(path) &&
      paths.includes(path) &&
      answers.length > 0 &&
      !answers.some((answer) => saysSame(answer.path, path)),
  );
}

const takenFromAbove = (grid: Grid, row: number, { path, text }: Answer): Finding =>
  fileFinding('F206', {
    message: `The row does not say its ${path === 'service' ? 'service' : 'period'}; ${shown(text)}, which stands above it, was taken.`,
    expected: 'service and period in each row',
    cells: [grid.place(row, 0)],
    paths: [path],
  });

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
  { above: start, header }: Part,
  above: ReturnType<typeof answersAbove>,
): readonly Leftover[] {
  const taken = new Set(above.map(({ place }) => JSON.stringify(place)));
  return Array.from({ length: header - start }, (_, index) => start + index).flatMap((row) =>
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
    return label.trim() === '' && first === undefined ? [] : [unplaced(label, first, place)];
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
    message: `The row goes on after the last column of the header; ${inShort(textAt(grid, row, column))} there was kept.`,
    expected: 'no more cells than the header has',
    cells: [grid.place(row, column)],
  });
