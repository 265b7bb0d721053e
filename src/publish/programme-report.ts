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
import { figureInWords, percentageInWords } from '../figures/index.ts';
import type { Register, ReturnStanding } from '../programme/index.ts';
import { shareOf, summarise, type Summary } from '../summary/index.ts';
import type { IsoDate } from '../vocabulary/index.ts';
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
import { figureTables, type PrintedFigure } from './figure-tables.ts';
import type { Internal } from './internal.ts';
import { pictureBlocks } from './picture-blocks.ts';
import type { Picture } from './pictures/picture.ts';
import type { ReportPictures } from './report-pictures.ts';
import { outcomesSection, returnsSection, servicesSection } from './report-sections.ts';

/** What stands in a report besides the figures. */
export interface ProgrammeReportOptions {
  /** The services: their models are printed, and how the outcomes stand. */
  readonly register?: Register;
  /** How each expected return stands, from `returnStandings`. */
  readonly standings?: readonly ReturnStanding[];
  /** The day of the report; the last day of the returns unless said. */
  readonly asOf?: IsoDate;
  /** Pictures, from {@link reportPictures}. */
  readonly pictures?: ReportPictures;
}

/**
 * A report on what returns add up to, every figure in words with its coverage and its caveats. For partners it takes
 * what `protect` of `hub-and-spoke/disclosure` made, and all that stands in it comes from protected numbers; a summary as it is shows small
 * counts, and makes a document that says it is not for publication.
 *
 * @throws TypeError when a summary is given without `internal: true`, or something that only looks protected
 */
export function programmeReport(published: Protected, options?: ProgrammeReportOptions): Document;
export function programmeReport(summary: Summary, options: Internal): Document;
export function programmeReport(
  what: Protected | Summary,
  options: ProgrammeReportOptions | Internal = {},
): Document {
  if (isProtectedRelease(what)) return protectedReport(what, options as ProgrammeReportOptions); // by the first signature
  // The types say so already; this is for those who have none.
  if ((options as Partial<Internal>).internal !== true || !('contributions' in what)) {
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
    ...figureTables(
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

function protectedReport(
  published: Protected,
  { register, standings = [], asOf, pictures }: ProgrammeReportOptions,
): Document {
  const { summaries } = published;
  return documentOf(
    heading(1, 'What the returns add up to'),
    ...methodBlocks(published),
    ...(register === undefined ? [] : servicesSection(register)),
    ...(standings.length === 0 ? [] : returnsSection(standings)),
    ...(pictures?.returns ?? []).flatMap(pictureBlocks),
    ...pictured('Activity', pictures?.activity),
    ...pictured('Over time', pictures?.quarters),
    ...pictured('Characteristics and referral routes', pictures?.characteristics),
    ...(register === undefined ? [] : outcomeBlocks(published, register, asOf)),
    ...tableBlocks(published),
    ...figureTables(summaries.flatMap(({ figures }) => figures).map(asPrinted)),
  );
}

const pictured = (title: string, pictures: readonly Picture[] = []): readonly Block[] =>
  pictures.length === 0 ? [] : [heading(2, title), ...pictures.flatMap(pictureBlocks)];

/** The outcomes by what the protected returns add up to, so that they tell nothing that is not printed. */
function outcomeBlocks(
  { summaries }: Protected,
  register: Register,
  asOf: IsoDate | undefined,
): readonly Block[] {
  const returns = summaries.flatMap((each) => each.returns);
  if (returns.length === 0)
    return [
      heading(2, 'The six outcomes'),
      paragraph(
        'How the outcomes stand is not printed here: it is worked out from returns that are printed one by one, and this report prints none.',
      ),
    ];
  const day =
    asOf ??
    returns
      .map(({ period }) => period.to)
      .sort()
      .at(-1) ??
    '';
  return outcomesSection(summarise(returns), register, day);
}

const tableBlocks = (published: Protected): readonly Block[] => [
  ...published.tables.flatMap(({ title, cells }) => [
    heading(2, title),
    table(
      ['What', 'Number'],
      cells.map((id) => cellRow(published, id)),
      title,
    ),
  ]),
  ...(published.percentages.length === 0
    ? []
    : [
        heading(2, 'Percentages'),
        table(
          ['What', '%'],
          published.percentages.map(({ id }) => [id, numberInPrint(published, id)]),
          'Percentages',
        ),
      ]),
];

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
