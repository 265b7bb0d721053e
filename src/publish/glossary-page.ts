import { describeSource, glossary } from '../vocabulary/index.ts';
import { documentOf, heading, table, type Document } from './document.ts';

/** The terms of the programme. */
export function glossaryPage(): Document {
  const rows = glossary.map(({ term, meaning, aliases = [], note = '', source }) => [
    term,
    meaning,
    [...aliases.map((alias) => `Also written “${alias}”.`), note].filter((each) => each !== '').join(' '),
    describeSource(source),
  ]);
  return documentOf(
    heading(1, 'Glossary'),
    table(['Term', 'Meaning', 'Note', 'Source'], rows, 'Terms of the programme'),
  );
}
