import type { WriteOptions, WriteSheet } from 'hucre/xlsx';
import { columnName, type FormRow } from '../files/index.ts';
import { declarations } from '../form/index.ts';
import { missingReason, notApplicableReason, type Codelist } from '../vocabulary/index.ts';
import { listSheetName, listSheetTitle } from './sheet-names.ts';

/** A list behind a drop-down or a validation. */
interface List {
  /** As formulas call it. */
  readonly name: string;
  readonly title: string;
  readonly texts: readonly string[];
}

/** The words that may stand in place of a count. */
export const reasonsName = 'Reasons';
/** What a period that is no quarter may be declared as. */
export const declaredName = 'Declared';

const reasonWords = [missingReason, notApplicableReason].flatMap(({ entries }) =>
  entries.flatMap(({ label, aliases = [] }) => [label, ...aliases]),
);

/** What formulas call the list of a codelist. */
export const listName = ({ name }: Codelist): string => `List_${name.replace(/[^a-z0-9]/giu, '_')}`;

/** The lists that the rows of a form draw on. */
function listsOf(rows: readonly FormRow[]): readonly List[] {
  const codelists = new Map(
    rows.flatMap(({ codelist }) => (codelist === undefined ? [] : [[codelist.name, codelist]])),
  );
  return [
    { name: reasonsName, title: listSheetTitle, texts: reasonWords },
    { name: declaredName, title: 'The period is', texts: declarations },
    ...[...codelists.values()].map((list) => ({
      name: listName(list),
      title: list.title,
      texts: list.entries.map(({ label }) => label),
    })),
  ];
}

/** The hidden sheet with every list, a column each, and the names by which formulas call them. */
export function listSheet(
  rows: readonly FormRow[],
): Pick<WriteOptions, 'namedRanges'> & { sheet: WriteSheet } {
  const lists = listsOf(rows);
  const longest = Math.max(...lists.map(({ texts }) => texts.length));
  const texts = Array.from({ length: longest }, (_, row) => lists.map((list) => list.texts[row] ?? null));
  const namedRanges = lists.map(({ name, texts: { length } }, column) => {
    const letter = columnName(column);
    return { name, range: `${listSheetName}!$${letter}$2:$${letter}$${length + 1}` };
  });
  return {
    sheet: {
      name: listSheetName,
      rows: [lists.map(({ title }) => title), ...texts],
      hidden: true,
      protection: { sheet: true },
    },
    namedRanges,
  };
}
