import type { Finding } from '../checks/index.ts';
import { answerColumns, type AnswerColumn } from './answer-columns.ts';
import { rolesOf, type Roles } from './column-roles.ts';
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
import { isSummary } from './total-labels.ts';
import { readRow, startHeading } from './read-row.ts';
import { besideAnswers, startReading } from './row-reading.ts';

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
