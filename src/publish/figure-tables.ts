import { caveats, type Caveat } from '../figures/index.ts';
import { baseInWords, sectionTitles } from '../form/index.ts';
import { figureLabel, type GroupKey, type SummaryFigure } from '../summary/index.ts';
import { groupedBy } from '../vocabulary/index.ts';
import { heading, list, paragraph, table, type Block } from './document.ts';

/** A figure with the words for it. */
export interface PrintedFigure {
  readonly figure: Pick<SummaryFigure, 'group' | 'path' | 'base' | 'caveats'>;
  readonly words: string;
  readonly share: string;
}

/** What the returns of a group have in common, as a heading. */
export const groupName = (group: GroupKey): string => {
  const name = Object.entries(group)
    .map(([dimension, value]) => `${dimension === 'hostSector' ? 'hosts' : dimension} ${value}`)
    .join(', ');
  return name === '' ? 'All returns' : `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
};

/** Whom characteristics describe, in words. */
export const baseNames = {
  ...baseInWords,
  mixed: 'both kinds of support, added up',
  'not-stated': 'not said whom',
} as const;

const sectionOf = (path: string): string => path.split('.')[0] ?? '';

/** A table for each group and section of the form, and the caveats in notes. */
export function figureTables(printed: readonly PrintedFigure[]): readonly Block[] {
  const notes = [...new Set(printed.flatMap(({ figure }) => figure.caveats))].sort();
  const groups = groupedBy(printed, ({ figure }) => JSON.stringify(figure.group));
  return [
    ...[...groups.values()].flatMap((figures) => {
      const name = groupName(figures[0]?.figure.group ?? {});
      const sections = groupedBy(figures, ({ figure }) => sectionOf(figure.path));
      return [
        heading(2, name),
        ...[...sections].map(([section, some]) => sectionTable(name, section, some, notes)),
      ];
    }),
    ...(notes.length === 0
      ? []
      : [
          heading(2, 'Notes'),
          list(
            notes.map((caveat) => [paragraph(caveats[caveat])]),
            true,
          ),
        ]),
  ];
}

function sectionTable(
  name: string,
  section: string,
  figures: readonly PrintedFigure[],
  notes: readonly Caveat[],
): Block {
  const title = (sectionTitles as Readonly<Record<string, string>>)[section] ?? section;
  const hasBase = figures.some(({ figure }) => figure.base !== undefined);
  const hasShare = figures.some(({ share }) => share !== '');
  const hasNotes = figures.some(({ figure }) => figure.caveats.length > 0);
  const chosen = <Item>(...cells: readonly (readonly [boolean, Item])[]): readonly Item[] =>
    cells.flatMap(([isThere, cell]) => (isThere ? [cell] : []));
  return table(
    chosen([true, 'What'], [hasBase, 'Of whom'], [true, 'Figure'], [hasShare, 'Share'], [hasNotes, 'Notes']),
    figures.map(({ figure, words, share }) =>
      chosen(
        [true, figureLabel(figure.path)],
        [hasBase, figure.base === undefined ? '' : baseNames[figure.base]],
        [true, words],
        [hasShare, share],
        [hasNotes, figure.caveats.map((caveat) => notes.indexOf(caveat) + 1).join(', ')],
      ),
    ),
    `${title}: ${name.slice(0, 1).toLowerCase()}${name.slice(1)}`,
  );
}
