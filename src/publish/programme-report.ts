import { caveats, figureInWords, percentageInWords, type Caveat } from '../figures/index.ts';
import { baseInWords } from '../form/index.ts';
import { figureLabel, shareOf, type GroupKey, type Summary, type SummaryFigure } from '../summary/index.ts';
import { groupedBy } from '../vocabulary/index.ts';
import {
  documentOf,
  heading,
  list,
  notForPublication,
  paragraph,
  table,
  type Block,
  type Document,
} from './document.ts';

const groupName = (group: GroupKey): string =>
  Object.entries(group)
    .map(([dimension, value]) => `${dimension} ${value}`)
    .join(', ') || 'All returns';

const baseName = ({ base }: SummaryFigure): string => (base === undefined ? '' : baseNames[base]);
const baseNames = {
  ...baseInWords,
  mixed: 'both kinds of support, added up',
  'not-stated': 'not said whom',
} as const;

function rowOf(summary: Summary, figure: SummaryFigure, notes: readonly Caveat[]): readonly string[] {
  const share = shareOf(summary, figure);
  const numbers = figure.caveats.map((caveat) => notes.indexOf(caveat) + 1).join(', ');
  return [
    figureLabel(figure.path),
    baseName(figure),
    figureInWords(figure),
    share === undefined ? '' : percentageInWords(share),
    numbers,
  ];
}

function groupBlocks(
  summary: Summary,
  figures: readonly SummaryFigure[],
  notes: readonly Caveat[],
): readonly Block[] {
  const rows = figures.map((figure) => rowOf(summary, figure, notes));
  const name = groupName(figures[0]?.group ?? {});
  return [heading(2, name), table(['What', 'Of whom', 'Figure', 'Share', 'Notes'], rows)];
}

/** A report on what returns add up to, every figure in words with its coverage and its caveats. */
export function programmeReport(summary: Summary): Document {
  const notes = [...new Set(summary.figures.flatMap((figure) => figure.caveats))].sort();
  return documentOf(
    heading(1, 'What the returns add up to'),
    notForPublication(),
    paragraph(
      `${summary.contributions.filter(({ revision }) => revision > 0).length} returns. Percentages are of all the young people described, including those not known, as whole numbers rounded half up.`,
    ),
    ...[...groupedBy(summary.figures, ({ group }) => JSON.stringify(group)).values()].flatMap((figures) =>
      groupBlocks(summary, figures, notes),
    ),
    heading(2, 'Notes'),
    list(
      notes.map((caveat) => [paragraph(caveats[caveat])]),
      true,
    ),
  );
}
