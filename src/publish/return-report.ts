import { isSettled, localise, type CheckedReturn, type Finding } from '../checks/index.ts';
import { cellsOf, formatCell, labelAt, type CoreReturn } from '../form/index.ts';
import { periodName } from '../vocabulary/index.ts';
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
import { pictureBlocks } from './picture-blocks.ts';
import type { Picture } from './pictures/picture.ts';
import { asked } from './what-is-asked.ts';

/** What goes into a report on one return. */
export interface ReturnReportOptions extends Internal {
  /** Pictures of its breakdowns, from {@link returnPictures}. */
  readonly pictures?: readonly Picture[];
}

/** How a finding stands, in words. */
function standing({ settledBy, lapsed }: Finding): readonly Block[] {
  if (settledBy !== undefined) return [noted('Explained:', settledBy)];
  return lapsed === undefined ? [] : [noted('Explained before, but the figures have changed since:', lapsed)];
}

function findingItem(finding: Finding): readonly Block[] {
  return [
    noted(`${asked[finding.severity]} (${finding.rule}).`, finding.message),
    paragraph(`What to do: ${finding.remedy}`),
    ...standing(finding),
  ];
}

function figures(value: CoreReturn): Block {
  const rows = cellsOf(value).map(({ path, cell }) => {
    const printed = value.printed?.percentages?.[path];
    return [labelAt(path), formatCell(cell), printed === undefined ? '' : `${printed}%`];
  });
  return table(['What', 'Returned', 'Printed %'], rows, 'What was returned');
}

/**
 * A report on one return for the service that sent it: what is wrong and what to do, the figures, and what
 * could not be checked. It shows small counts, and says that it is not for publication.
 *
 * @throws TypeError without `internal: true`
 */
export function returnReport(checked: CheckedReturn, options: ReturnReportOptions): Document {
  // The types say so already; this is for those who have none.
  if ((options as Partial<Internal> | undefined)?.internal !== true) {
    throw new TypeError('returnReport: it shows unprotected figures, and needs { internal: true }');
  }
  const { value, findings, accepted, notRun } = checked;
  const name =
    value === undefined
      ? 'A return that could not be read'
      : `Service ${value.service}, ${periodName(value.period)}`;
  const open = findings.filter((finding) => !isSettled(finding)).length;
  const cause = value && localise(value);
  return documentOf(
    heading(1, name),
    notForPublication(),
    paragraph(
      accepted
        ? 'Accepted: nothing is left to correct or to explain.'
        : `Not accepted yet: ${open} to correct or to explain.`,
    ),
    ...(cause === undefined ? [] : [noted('One change would mend several sums.', cause.message)]),
    ...(findings.length === 0 ? [] : [heading(2, 'What to do'), list(findings.map(findingItem), true)]),
    ...(value === undefined ? [] : [heading(2, 'Figures'), figures(value)]),
    ...(options.pictures ?? []).flatMap(pictureBlocks),
    ...(notRun.length === 0
      ? []
      : [
          heading(2, 'Not checked'),
          table(
            ['Rule', 'Why'],
            notRun.map(({ rule, reason }) => [rule, reason]),
            'Rules that could not be checked',
          ),
        ]),
  );
}
