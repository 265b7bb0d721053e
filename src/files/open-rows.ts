import { fileFinding } from './file-rule.ts';
import { textAt } from './grid.ts';
import { pathIn } from './written-paths.ts';
import { takeAnswer, type RowReading } from './row-reading.ts';

/**
 * A row of the form that waits for a name: `youngPeople.ethnicity..1` for another category,
 * `outcomes.atClose..1` for a measure and `outcomes.atClose..1.improved` for its counts. No return has such
 * a path.
 */
const openRow = /^(?<field>[a-z]+\.[a-z]+)\.\.(?<slot>\d+)(?:\.(?<code>.+))?$/iu;

/** What stands before the name that a person gives to an open row. */
export const openPrompt = 'Other:';

/** Reads an open row of the form. Whether the id was that of one. */
export function readOpenRow(reading: RowReading, row: number, id: string): boolean {
  const { field = '', slot = '', code } = openRow.exec(id)?.groups ?? {};
  if (field === '') return false;
  const text = textAt(reading.grid, row, reading.roles.value).trim();
  if (text === '') return true;
  const key = `${field}..${slot}`;
  if (code !== undefined) takeNamed(reading, row, id, field, reading.names.get(key), `.${code}`);
  else if (field === 'outcomes.atClose') reading.names.set(key, text);
  else takeNamed(reading, row, id, field, givenName(reading, row), '');
  return true;
}

const givenName = ({ grid, roles }: RowReading, row: number): string =>
  textAt(grid, row, roles.label ?? roles.value - 1)
    .trim()
    .replace(openPrompt, '')
    .trim();

function takeNamed(
  reading: RowReading,
  row: number,
  id: string,
  field: string,
  name: string | undefined,
  code: string,
): void {
  const path = name === undefined || name === '' ? undefined : pathIn(`${field}.${name}${code}`);
  if (path !== undefined) {
    takeAnswer(reading, row, path);
    return;
  }
  reading.findings.push(
    fileFinding('F205', {
      message: `There is a count in ${id}, and no name of what it counts.`,
      expected: 'a name of 1 to 100 characters without a full stop',
      cells: [reading.grid.place(row, reading.roles.value)],
      found: { [id]: textAt(reading.grid, row, reading.roles.value).slice(0, 200) },
    }),
  );
}
