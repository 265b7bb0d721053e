import {
  cellInPrint,
  figureInPrint,
  hiddenMark,
  isProtectedRelease,
  marksExplained,
  numberInPrint,
  shareInPrint,
  type Protected,
  type ProtectedFigure,
} from '../disclosure/index.ts';
import { caveats, figureInWords, percentageInWords, type Caveat } from '../figures/index.ts';
import { baseInWords } from '../form/index.ts';
import { figureLabel, shareOf, type GroupKey, type Summary, type SummaryFigure } from '../summary/index.ts';
import { groupedBy } from '../vocabulary/index.ts';
import {
  documentOf,
  heading,
  list,
  noted,
  notForPublication,
  paragraph,
  table,
  type Block,
  type Document,
} from './document.ts';
import type { Internal } from './internal.ts';

/** A figure with the words for it. */
interface PrintedFigure {
  readonly figure: Pick<SummaryFigure, 'group' | 'path' | 'base' | 'caveats'>;
  readonly words: string;
  readonly share: string;
}

/**
 * A report on what returns add up to, every figure in words with its coverage and its caveats. For partners it takes
 * what {@link protect} made; a summary as it is shows small counts, and makes a document that says it is not for
 * publication.
 *
 * @throws TypeError when a summary is given without `internal: true`, or something that only looks protected
 */
export function programmeReport(published: Protected): Document;
export function programmeReport(summary: Summary, options: Internal): Document;
export function programmeReport(what: Protected | Summary, options?: Internal): Document {
  if (isProtectedRelease(what)) return protectedReport(what);
  // The types say so already; this is for those who have none.
  if ((options as Partial<Internal> | undefined)?.internal !== true || !('contributions' in what)) {
    throw new TypeError(
      'programmeReport: takes what protect gave under "published", itself and no copy of it; unprotected summaries need { internal: true }',
    );
  }
  return internalReport(what);
}

const internalReport = (summary: Summary): Document =>
  documentOf(
    heading(1, 'What the returns add up to'),
    notForPublication(),
    paragraph(
      `${summary.contributions.filter(({ revision }) => revision > 0).length} returns. ${percentagesOf}`,
    ),
    ...figureBlocks(
      summary.figures.map((figure) => {
        const share = shareOf(summary, figure);
        return {
          figure,
          words: figureInWords(figure),
          share: share === undefined ? '' : percentageInWords(share),
        };
      }),
    ),
  );

const protectedReport = (published: Protected): Document =>
  documentOf(
    heading(1, 'What the returns add up to'),
    ...methodBlocks(published),
    ...published.tables.flatMap(({ title, cells }) => [
      heading(2, title),
      table(
        ['What', 'Number'],
        cells.map((id) => cellRow(published, id)),
      ),
    ]),
    ...(published.percentages.length === 0
      ? []
      : [
          heading(2, 'Percentages'),
          table(
            ['What', '%'],
            published.percentages.map(({ id }) => [id, numberInPrint(published, id)]),
          ),
        ]),
    ...published.summaries.flatMap(({ figures }) => figureBlocks(figures.map(asPrinted))),
  );

/** How small counts were protected, in words for readers, with the marks. */
function methodBlocks({ policy: { hide, rounding, zeros } }: Protected): readonly Block[] {
  const counts = hide[0] === hide[1] ? `${hide[0]}` : `${hide[0]} to ${hide[1]}`;
  const rule =
    rounding === undefined
      ? `Counts of young people of ${counts} are hidden, with as many others as it takes so that they cannot be worked out.`
      : `Counts of young people are rounded to a multiple of ${rounding}, so that counts of ${counts} cannot be told; totals are rounded by themselves and need not be the sum of their parts. Where rounding is not enough, numbers are hidden as well. Percentages are worked out from the rounded numbers.`;
  return [
    paragraph(`${rule} ${zeros === 'always-shown' ? 'Zeros are shown. ' : ''}${percentagesOf}`),
    list(Object.entries(marksExplained).map(([mark, meaning]) => [noted(mark, meaning)])),
  ];
}

const percentagesOf =
  'Percentages are of all the young people described, including those not known, as whole numbers rounded half up.';

function cellRow(published: Protected, id: string): readonly string[] {
  const cell = published.cells.find((each) => each.id === id);
  return cell === undefined ? [id, hiddenMark] : [cell.label, cellInPrint(cell)];
}

const asPrinted = (figure: ProtectedFigure): PrintedFigure => ({
  figure,
  words: figureInPrint(figure),
  share: shareInPrint(figure),
});

const groupName = (group: GroupKey): string =>
  Object.entries(group)
    .map(([dimension, value]) => `${dimension} ${value}`)
    .join(', ') || 'All returns';

const baseName = ({ base }: PrintedFigure['figure']): string => (base === undefined ? '' : baseNames[base]);
const baseNames = {
  ...baseInWords,
  mixed: 'both kinds of support, added up',
  'not-stated': 'not said whom',
} as const;

/** A table for each group, and the caveats in notes. */
function figureBlocks(printed: readonly PrintedFigure[]): readonly Block[] {
  const notes = [...new Set(printed.flatMap(({ figure }) => figure.caveats))].sort();
  const groups = groupedBy(printed, ({ figure }) => JSON.stringify(figure.group));
  return [
    ...[...groups.values()].flatMap((figures) => [
      heading(2, groupName(figures[0]?.figure.group ?? {})),
      table(
        ['What', 'Of whom', 'Figure', 'Share', 'Notes'],
        figures.map((each) => rowOf(each, notes)),
      ),
    ]),
    heading(2, 'Notes'),
    list(
      notes.map((caveat) => [paragraph(caveats[caveat])]),
      true,
    ),
  ];
}

const rowOf = ({ figure, words, share }: PrintedFigure, notes: readonly Caveat[]): readonly string[] => [
  figureLabel(figure.path),
  baseName(figure),
  words,
  share,
  figure.caveats.map((caveat) => notes.indexOf(caveat) + 1).join(', '),
];
