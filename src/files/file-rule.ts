import { datedRule, shown, type DatedRule, type FileCell, type Finding } from '../checks/index.ts';
import type { Json } from '../form/index.ts';

/** A rule about a file, checked as it is read. */
export type FileRule = DatedRule;

/**
 * The rules about files: F1 the file itself, F2 what stands where, F3 the answers, F4 what a return says of
 * itself.
 *
 * @example
 * fileRules.find(({ code }) => code === 'F301')?.statement; // => 'An answer is a count, or says why it is not one.'
 */
export const fileRules: readonly FileRule[] = [
  datedRule(
    'F101',
    'error',
    'A source can be read: text, JSON, or a workbook without a password.',
    'Send the file as CSV, JSON or an unlocked workbook.',
  ),
  datedRule(
    'F102',
    'error',
    'A source keeps within the limits of size.',
    'Split the file, or raise the limit if it is meant to be so large.',
  ),
  datedRule('F103', 'error', 'JSON is complete.', 'Send it again; it may have been cut off on the way.'),
  datedRule(
    'F104',
    'advice',
    'A text is in UTF-8.',
    'Check that dashes and accents are as they were written.',
  ),
  datedRule('F105', 'advice', 'Columns are divided by commas.', 'Nothing, if the columns came out right.'),
  datedRule(
    'F106',
    'error',
    'Every quotation mark of a CSV is closed, and nothing in it is damaged.',
    'Save the file as CSV again from the program it was made with.',
  ),
  datedRule(
    'F107',
    'query',
    'No row is longer than the header.',
    'Check for a comma too many, or name the column.',
  ),
  datedRule(
    'F108',
    'advice',
    'A workbook holds data only.',
    'Macros were not run and links not followed; save the workbook without them.',
  ),
  datedRule(
    'F201',
    'error',
    'A table names fields of the form.',
    'Use the labels of the form or the ids of its fields, as columns or as rows.',
  ),
  datedRule(
    'F202',
    'query',
    'Every row and column is one that the form has.',
    'Correct the label (the data dictionary lists labels and ids), or leave the entry out; it was kept, and is not part of the return.',
  ),
  datedRule(
    'F203',
    'advice',
    'A line is an answer or a heading.',
    'Nothing, if it is a title, a note or a total over several returns.',
  ),
  datedRule('F204', 'error', 'An answer is given once.', 'Leave one of the answers.'),
  datedRule('F205', 'error', 'A label means one field.', 'Write the label in full, or the id of the field.'),
  datedRule('F206', 'query', 'A category is written as the form has it.', 'Confirm what was meant.'),
  datedRule(
    'F301',
    'error',
    'An answer is a count, or says why it is not one.',
    'Enter a number, or in words why there is none: not known, unable to provide, not applicable.',
  ),
  datedRule('F302', 'query', 'A count is typed, not calculated.', 'Type the number in place of the formula.'),
  datedRule('F303', 'error', 'An answer fits its question.', 'Enter what the question asks for.'),
  datedRule('F401', 'advice', 'A file says which edition of the form it is.', 'Add the edition to the file.'),
  datedRule(
    'F402',
    'error',
    'What a file says of itself is what its sender says of it.',
    'Find out which of the two is right.',
  ),
];

/** What is found against a rule about files, and where. */
export interface FileBreak {
  readonly message: string;
  readonly expected?: string;
  readonly cells?: readonly FileCell[];
  readonly paths?: readonly string[];
  readonly found?: Readonly<Record<string, Json>>;
  /** What to do, where that is clearer than what the rule says. */
  readonly remedy?: string;
}

/** A finding against a rule about files. */
export function fileFinding(code: string, broken: FileBreak): Finding {
  const known = fileRules.find((each) => each.code === code);
  if (known === undefined) throw new RangeError(`fileFinding: there is no rule ${shown(code)}`);
  const { message, expected = known.statement, cells, paths = [], found = {}, remedy } = broken;
  return {
    rule: code,
    severity: known.severity,
    paths,
    message,
    found,
    expected,
    remedy: remedy ?? known.remedy,
    ...(cells && { cells }),
  };
}
