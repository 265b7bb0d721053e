import type { FileCell, Finding } from '../checks/index.ts';
import { shown } from '../checks/index.ts';
import { fileFinding } from './file-rule.ts';
import type { CellNote } from './grid.ts';
import { nameOf } from './written-paths.ts';

/** What spreadsheets make of `12-14`: a day in December, or a December. */
const spoiltBand = /^(?:dec-14|14-dec|12\/14|14\/12|2014-12-01(?:t.*)?|\d{4}-12-14(?:t.*)?)$/iu;

/** The age band that a spreadsheet turned into a date. */
export const spoiltLabel = (text: string, note?: CellNote): string | undefined =>
  spoiltBand.test(text.trim()) && (note === undefined || note === 'date') ? '12-14' : undefined;

/** Says that a label was a date, and what it was read as. */
export const spoiltFinding = (text: string, path: string, cell: FileCell): Finding =>
  fileFinding('F206', {
    message: `The label ${shown(text)} is a date, as spreadsheets make of "12-14"; it was read as ${nameOf(path)}.`,
    expected: 'the label 12-14',
    cells: [cell],
    paths: [path],
    remedy: 'Confirm it, and format the cell as text.',
  });

/** Says that a label may mean several things. */
export const ambiguous = (text: string, among: readonly string[], cell: FileCell, answer = ''): Finding =>
  fileFinding('F205', {
    message: `${shown(text)} by itself does not say which field it is; its answer, ${inShort(answer)}, was not read.`,
    found: { [text.slice(0, 100)]: answer.slice(0, 200) },
    expected: among.slice(0, 6).map(shown).join(' or '),
    cells: [cell],
    paths: among,
  });

/** Says that a label was taken for a category that the form does not list. */
export const newCategory = (text: string, path: string, cell: FileCell): Finding =>
  fileFinding('F206', {
    message: `${shown(text)} is not a category of the form; it was read as a new one.`,
    expected: 'a category of the list, or a new one on purpose',
    cells: [cell],
    paths: [path],
  });

/** A number as it stands; of a text only that it is one: people write about people, and findings are passed on. */
export const inShort = (text: string): string =>
  /^[\d.,%+\s]{1,20}$/u.test(text) ? text.trim() : 'the text';

/** Says that the form has nothing of a name. */
export const unplaced = (label: string, text: string | undefined, cell: FileCell): Finding =>
  fileFinding('F202', {
    message: `The form has no ${shown(label)}; ${text === undefined ? 'nothing stands there.' : `${inShort(text)} there was kept.`}`,
    expected: 'a label of the form, or the id of a field',
    cells: [cell],
  });
