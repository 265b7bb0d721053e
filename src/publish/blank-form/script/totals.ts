import { boundsInWords, sumBounds, type Bounds } from '../../../figures/index.ts';
import { baseOf, cellBounds, parseCell, valueAt, type Cell, type CoreReturn } from '../../../form/index.ts';
import { inputs } from './answers.ts';

/** Shows what each breakdown adds up to, and what it should. */
export function showTotals(value: CoreReturn | undefined): void {
  for (const output of document.querySelectorAll<HTMLOutputElement>('[data-total]')) {
    const { total = '', base = '' } = output.dataset;
    const sum = sumBounds(partsOf(total));
    const whole = value === undefined ? undefined : wholeAt(value, base);
    output.value =
      whole === undefined ? boundsInWords(sum) : `${boundsInWords(sum)} of ${boundsInWords(whole)}`;
    const isOff = whole !== undefined && sum.low > (whole.high ?? Infinity);
    output.parentElement?.classList.toggle('off', isOff);
  }
}

/** The counts of a breakdown as far as they are counts. */
const partsOf = (path: string): readonly Bounds[] =>
  inputs().flatMap(({ dataset, value }) => {
    if (dataset.path?.startsWith(`${path}.`) !== true) return [];
    const typed = parseCell(value);
    return 'cell' in typed ? [cellBounds(typed.cell)] : [];
  });

function wholeAt(value: CoreReturn, base: string): Bounds | undefined {
  if (base === 'youngPeople.base') return value.youngPeople && baseOf(value.youngPeople);
  const cell = valueAt(value, base);
  return cell === undefined ? undefined : cellBounds(cell as Cell); // the field of a count holds a cell
}
