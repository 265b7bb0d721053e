import {
  baseOf,
  cellsOf,
  formatCell,
  valueAt,
  type CoreReturn,
  type Field,
  type PlacedCell,
} from '../form/index.ts';
import { groupedBy, labelOf } from '../vocabulary/index.ts';
import type { Picture } from './pictures/picture.ts';
import { sharesChart } from './pictures/shares-chart.ts';

/**
 * Pictures of one return for {@link returnReport}: each breakdown as shares of whom it describes. They show unprotected
 * counts, and so are for use inside the programme.
 *
 * @throws Error naming the optional package that is missing
 */
export function returnPictures(value: CoreReturn): Promise<readonly Picture[]> {
  const breakdowns = groupedBy(
    cellsOf(value).filter(({ field }) => field.kind === 'breakdown'),
    ({ field }) => field.id,
  );
  return Promise.all([...breakdowns.values()].map((cells) => pictureOf(value, cells)));
}

function pictureOf(value: CoreReturn, cells: readonly PlacedCell[]): Promise<Picture> {
  const field = cells[0]?.field;
  const whole = field === undefined ? undefined : wholeOf(value, field);
  return sharesChart({
    title: field?.label ?? '',
    unit: 'Young people',
    rows: [
      {
        label: `Service ${value.service}`,
        ...(whole !== undefined && { whole }),
        parts: cells.map(({ code = '', cell, field: of }) => ({
          label: of.kind === 'count' ? code : labelOf(of.codelist, code),
          words: formatCell(cell),
          ...(typeof cell === 'number' && { count: cell }),
        })),
      },
    ],
  });
}

/** How many a breakdown describes, where the return says so exactly. */
function wholeOf(value: CoreReturn, field: Field): number | undefined {
  if (!('base' in field)) return undefined;
  if (field.base !== 'youngPeople.base') {
    const cell = valueAt(value, field.base);
    return typeof cell === 'number' ? cell : undefined;
  }
  const base = value.youngPeople && baseOf(value.youngPeople);
  return base !== undefined && base.low === base.high ? base.low : undefined;
}
