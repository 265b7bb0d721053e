import { describeSource } from '../vocabulary/index.ts';
import { usedCodelists, type UsedCodelist } from './codelists.ts';
import { documentOf, heading, noted, paragraph, table, type Block, type Document } from './document.ts';

/**
 * Every list of codes: what to write, what it means, and what it is used by.
 *
 * @example
 * codelistPages().children.filter(({ type }) => type === 'table').length > 20; // => true
 */
export function codelistPages(): Document {
  return documentOf(
    heading(1, 'Lists of codes'),
    paragraph(
      'A code never changes its meaning. Where a list is open, a service may write what the list does not have, and is asked about it.',
    ),
    ...usedCodelists.flatMap(pageOf),
  );
}

const pageOf = ({ list, usedBy }: UsedCodelist): readonly Block[] => [
  heading(2, list.title),
  noted('Used by:', `${usedBy.join('; ')}.`),
  noted('From:', `${describeSource(list.source)}. ${list.open ? 'Open.' : 'Closed.'}`),
  table(
    ['Write', 'Code', 'Meaning', 'Also read as', 'Since'],
    list.entries.map(({ label, code, meaning, aliases = [], since, until }) => [
      label,
      code,
      meaning,
      aliases.join('; '),
      until === undefined ? since : `${since} to ${until}`,
    ]),
    list.title,
  ),
];
