import type { Finding } from '../checks/index.ts';
import type { Roles } from './column-roles.ts';
import { inShort, unplaced } from './doubtful-labels.ts';
import type { Answer, Leftover, OpenDraft, TableContent } from './draft.ts';
import { fileFinding } from './file-rule.ts';
import { textAt, type Grid } from './grid.ts';
import { meaningOf } from './labels.ts';

/** What has been read so far of a table with a row an answer. */
export interface RowReading {
  readonly grid: Grid;
  readonly roles: Roles;
  readonly drafts: Map<string, OpenDraft>;
  readonly leftovers: Leftover[];
  readonly findings: Finding[];
  /** Names that a person gave to the open rows of the form, by the row. */
  readonly names: Map<string, string>;
  /** The breakdown under whose heading the row stands; empty under a heading that is no question. */
  heading: string | undefined;
  /** The path of the row before. */
  before: string | undefined;
  /** What stands beside answers, by its column. */
  readonly beside: Map<number, Leftover[]>;
}

/** Begins to read a table. */
export const startReading = (grid: Grid, roles: Roles): RowReading => ({
  grid,
  roles,
  drafts: new Map(),
  leftovers: [],
  findings: [],
  names: new Map(),
  heading: undefined,
  before: undefined,
  beside: new Map(),
});

/** Whether a row has no answer. */
export const isUnanswered = ({ grid, roles }: RowReading, row: number): boolean =>
  textAt(grid, row, roles.value).trim() === '' && grid.note?.(row, roles.value) === undefined;

/** Takes the answer of a row, with the percentage beside it, for a path. */
export function takeAnswer(
  reading: RowReading,
  row: number,
  path: string,
  column = reading.roles.value,
): void {
  const { grid, roles } = reading;
  const draft = draftOf(reading, row);
  keepBeside(reading, row, column);
  if (column !== roles.value || !isUnanswered(reading, row))
    draft.answers.push(answerAt(grid, row, column, path));
  const { percent } = roles;
  if (percent === undefined || textAt(grid, row, percent).trim() === '' || path.startsWith('printed.'))
    return;
  draft.answers.push(answerAt(grid, row, percent, `printed.percentages.${path}`));
}

/** Keeps what stands beside an answer: it is no part of it, and may have been meant as one. */
export function keepBeside({ grid, roles, beside }: RowReading, row: number, answer: number): void {
  const passed = new Set([
    answer,
    roles.value,
    roles.field,
    roles.label,
    roles.percent,
    ...roles.groups.keys(),
    ...roles.ours,
  ]);
  const texts = grid.rows[row] ?? [];
  texts.forEach((text, column) => {
    if (text.trim() === '' || passed.has(column) || isLabelling(roles, texts, column)) return;
    const kept = { label: textAt(grid, roles.header, column), text, cell: grid.place(row, column) };
    const known = beside.get(column);
    if (known === undefined) beside.set(column, [kept]);
    else known.push(kept);
  });
}

/** Whether a text before the answer is its label, or a heading before that. */
function isLabelling({ labelsEnd, label, field }: Roles, texts: readonly string[], column: number): boolean {
  if (column >= labelsEnd) return false;
  if (meaningOf(texts[column] ?? '') !== undefined) return true;
  const isNamed = label !== undefined || field !== undefined;
  return !isNamed && texts.slice(column + 1, labelsEnd).every((text) => text.trim() === '');
}

/** What stood beside the answers, with a finding for each column of it. */
export function besideAnswers({ beside, roles }: RowReading): Pick<TableContent, 'leftovers' | 'findings'> {
  const findings = [...beside].map(([column, kept]) =>
    fileFinding(roles.aside.has(column) ? 'F203' : 'F202', {
      message: `Beside the answers stand ${kept.length} texts in a column of their own, the first ${inShort(kept[0]?.text ?? '')}; they were kept.`,
      cells: kept.slice(0, 20).map(({ cell }) => cell),
      remedy:
        'If they are answers, put them in the column of the answers, or name their service and period above them.',
    }),
  );
  return { leftovers: [...beside.values()].flat(), findings };
}

const answerAt = (grid: Grid, row: number, column: number, path: string): Answer => ({
  path,
  text: textAt(grid, row, column),
  place: grid.place(row, column),
  note: grid.note?.(row, column),
});

/** The draft that a row belongs to: all rows are of one return unless columns say of which. */
export function draftOf({ grid, roles, drafts }: RowReading, row: number): OpenDraft {
  const key = JSON.stringify([...roles.groups.keys()].map((column) => textAt(grid, row, column).trim()));
  const known = drafts.get(key);
  if (known !== undefined) return known;
  const answers = [...roles.groups].flatMap(([column, path]) =>
    path === '' || textAt(grid, row, column).trim() === '' ? [] : [answerAt(grid, row, column, path)],
  );
  const draft: OpenDraft = { answers };
  drafts.set(key, draft);
  return draft;
}

/** Keeps a row that is no answer. With a count in it, it may have been meant as one. */
export function leaveRow(reading: RowReading, row: number, label: string): void {
  const { grid, roles } = reading;
  const columns = (grid.rows[row] ?? []).flatMap((text, column) =>
    text.trim() === '' || roles.ours.has(column) || roles.groups.has(column) ? [] : [column],
  );
  const kept = columns.map((column) => ({
    label,
    text: textAt(grid, row, column),
    cell: grid.place(row, column),
  }));
  reading.leftovers.push(...kept);
  if (isUnanswered(reading, row)) return;
  reading.heading = undefined;
  reading.before = undefined;
  reading.findings.push(unplaced(label, textAt(grid, row, roles.value), grid.place(row, columns[0] ?? 0)));
}
