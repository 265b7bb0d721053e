import { collectionRules, registerRules, rules, shapeRules, type Severity } from '../checks/index.ts';
import { codebookRules, historyRules, theoryRules, theoryShapeRules } from '../evaluation/index.ts';
import { fileRules } from '../files/index.ts';
import { recordRules } from '../records/index.ts';
import { describeSource, type Quarter, type Source } from '../vocabulary/index.ts';
import { documentOf, heading, paragraph, table, type Document } from './document.ts';

const asks: Readonly<Record<Severity, string>> = {
  error: 'Correct it',
  query: 'Correct it or explain it',
  advice: 'For the hub',
};

/** What every rule says of itself, whatever it is about. */
interface SaidRule {
  readonly code: string;
  readonly statement: string;
  readonly severity: Severity;
  readonly remedy: string;
  readonly source: Source;
  /** First quarter in which it is checked; where nothing is said, every quarter. */
  readonly since?: Quarter;
}

const ruleTable = (all: readonly SaidRule[], title: string) =>
  table(
    ['Rule', title, 'If it is not', 'What to do', 'Source'],
    all.map(({ code, statement, severity, remedy, source, since }) => [
      code,
      statement,
      asks[severity],
      remedy,
      since === undefined ? describeSource(source) : `${describeSource(source)}; since ${since}`,
    ]),
  );

/** Every rule, in the order of its code: those of a return first, then those of several, of the register, of files, of records and of theories. */
export function ruleReference(): Document {
  return documentOf(
    heading(1, 'What a return is checked by'),
    paragraph(
      'Each rule is a truth about a return. Where it does not hold, the service is told so, with the numbers.',
    ),
    ruleTable([...shapeRules, ...rules], 'What is true of a sound return'),
    heading(2, 'Several returns together'),
    ruleTable(collectionRules, 'What is true of returns together'),
    heading(2, 'The register of services'),
    ruleTable(registerRules, 'What is true of a service'),
    heading(2, 'Reading files'),
    paragraph(
      'A finding about a file names the sheet and cell, or the line and column. What it is about was not read, or was read as it says.',
    ),
    ruleTable(fileRules, 'What is true of a file that can be read without a question'),
    heading(2, 'Making a return from case records'),
    paragraph(
      'A finding about records names them by their pseudonyms, and never shows what looks as if it identified a person.',
    ),
    ruleTable(recordRules, 'What is true of sound records'),
    heading(2, 'Theories of how the programme works'),
    paragraph(
      'Configurations of context, mechanism and outcome, their history, and codebooks of other programs.',
    ),
    ruleTable(
      [...theoryShapeRules, ...theoryRules, ...historyRules, ...codebookRules].sort((one, other) =>
        one.code < other.code ? -1 : 1,
      ),
      'What is true of sound theories',
    ),
  );
}
