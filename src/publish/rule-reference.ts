import { rules, shapeRules, type Severity } from '../checks/index.ts';
import { describeSource } from '../vocabulary/index.ts';
import { documentOf, heading, paragraph, table, type Document } from './document.ts';

const asks: Readonly<Record<Severity, string>> = {
  error: 'Correct it',
  query: 'Correct it or explain it',
  advice: 'For the hub',
};

/** Every rule that a return is checked by, in the order of its code. */
export function ruleReference(): Document {
  const rows = [...shapeRules, ...rules].map(({ code, statement, severity, remedy, source, since }) => [
    code,
    statement,
    asks[severity],
    remedy,
    `${describeSource(source)}; since ${since}`,
  ]);
  return documentOf(
    heading(1, 'What a return is checked by'),
    paragraph(
      'Each rule is a truth about a return. Where it does not hold, the service is told so, with the numbers.',
    ),
    table(['Rule', 'What is true of a sound return', 'If it is not', 'What to do', 'Source'], rows),
  );
}
