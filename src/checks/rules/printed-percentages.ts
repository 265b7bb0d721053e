import {
  basesFor,
  boundsInWords,
  highOf,
  holds,
  isExact,
  percentage,
  percentageInWords,
  sumBounds,
  type Bounds,
} from '../../figures/index.ts';
import { labelAt } from '../../form/index.ts';
import { listed } from '../finding.ts';
import { returnRule, type Break } from '../rule.ts';
import {
  example,
  noPercentages,
  printedBlocks,
  printedFields,
  type PrintedBlock,
  type PrintedRow,
} from './printed-blocks.ts';

const withoutBase = (white: number, other: number, percentages: readonly [number, number]) => {
  const { 'youngPeople.ethnicity': counts, printed } = example(white, other, percentages).value;
  return { value: { 'youngPeople.ethnicity': counts, printed } };
};

/** R301: a printed percentage is that of its count. */
export const printedPercentageIsThatOfItsCount = returnRule({
  code: 'R301',
  severity: 'error',
  source: 'Tables 2-5',
  statement:
    'A printed percentage is that of its count, as a whole number rounded half up, on the base the return declares.',
  remedy: 'Correct the percentage, or the count if that is wrong.',
  fields: printedFields,
  needs: ['printed'],
  // Table 2 prints 18% for 23 of 124: wrong, though the two add up within rounding and fit a base of 125.
  examples: { holds: [example(101, 23, [81, 19])], breaks: [example(101, 23, [81, 18])] },
  check: (view) => {
    if (view.printed.percentages === undefined) return noPercentages;
    const blocks = printedBlocks(view);
    if (!blocks.some(({ base }) => base !== undefined)) {
      return { notRun: 'The return does not say what the percentages are of.' };
    }
    return blocks.flatMap(({ rows, base }) =>
      base === undefined ? [] : rows.flatMap((row) => wrongRow(row, base)),
    );
  },
});

function wrongRow({ path, count, printed }: PrintedRow, base: Bounds): readonly Break[] {
  if (count.low > highOf(base)) return []; // more than the whole: another rule’s finding
  const right = percentage(count, base);
  if (right !== undefined && holds(right, printed)) return [];
  const words = `${boundsInWords(count)} of ${boundsInWords(base)} is ${percentageInWords(right)}`;
  const message = `${labelAt(path)}: the report prints ${printed}%; ${words}.${whichBase(count, printed)}`;
  return [{ paths: [path, `printed.percentages.${path}`], message, expected: percentageInWords(right) }];
}

function whichBase(count: Bounds, printed: number): string {
  const bases = count.low === count.high ? basesFor(count.low, printed) : undefined;
  if (bases?.high === undefined) return '';
  const range = bases.low === bases.high ? String(bases.low) : `${bases.low} to ${bases.high}`;
  return ` ${printed}% would fit a base of ${range}.`;
}

/** R302: the printed percentages of a block add up as its counts do. */
export const printedPercentagesAddUp = returnRule({
  code: 'R302',
  severity: 'error',
  source: 'Tables 2-5',
  statement:
    'The printed percentages of a block add up to the share of the base that its counts make, within half a point a row.',
  remedy: 'Correct the percentages of the block.',
  fields: printedFields,
  needs: ['printed'],
  examples: {
    holds: [example(85, 39, [69, 31])],
    breaks: [example(85, 39, [69, 41]), example(85, 35, [71, 29]), withoutBase(2, 2, [50, 60])],
  },
  check: (view) => {
    if (view.printed.percentages === undefined) return noPercentages;
    return printedBlocks(view).flatMap(wrongSum);
  },
});

function wrongSum({ label, rows, base }: PrintedBlock): readonly Break[] {
  const counts = sumBounds(rows.map(({ count }) => count));
  const whole = base ?? counts; // where no base is declared, the counts themselves are the whole
  if (!isExact(counts) || !isExact(whole) || whole.low === 0 || rows.length < 2) return [];
  const printed = rows.reduce((sum, row) => sum + row.printed, 0);
  // In hundredths of the base, so that no half point is lost to fractions.
  if (2 * Math.abs(printed * whole.low - 100 * counts.low) <= rows.length * whole.low) return [];
  const share = counts.low > whole.low ? 'more than all' : percentageInWords(percentage(counts, whole));
  const message = `${label}: the percentages printed add up to ${printed}; ${counts.low} of ${whole.low} is ${share}, and rounding allows ${rows.length / 2} either way.`;
  const paths = rows.flatMap(({ path }) => [path, `printed.percentages.${path}`]);
  return [{ paths, message, expected: 'percentages that add up within rounding' }];
}

/** R303: one base explains every printed percentage of a block. */
export const oneBaseExplainsABlock = returnRule({
  code: 'R303',
  severity: 'error',
  source: 'Tables 2-5',
  statement: 'The printed percentages of a block are all on one base.',
  remedy:
    'Work out every percentage of the block again, on all the young people it describes, including those not known.',
  fields: printedFields,
  needs: ['printed'],
  examples: {
    holds: [example(85, 35, [69, 28])],
    breaks: [example(85, 35, [69, 29]), withoutBase(85, 35, [69, 31])],
  },
  check: (view) => {
    if (view.printed.percentages === undefined) return noPercentages;
    return printedBlocks(view).flatMap(mixedBases);
  },
});

function mixedBases({ label, rows }: PrintedBlock): readonly Break[] {
  const counted = rows.filter(({ count }) => count.low === count.high && count.low > 0);
  const fits = counted.map(({ count, printed }) => basesFor(count.low, printed));
  const low = Math.max(...fits.map((fit) => fit?.low ?? Infinity));
  const high = Math.min(...fits.map((fit) => (fit === undefined ? -Infinity : highOf(fit))));
  if (counted.length < 2 || low <= high) return [];
  const each = counted.map(({ count, printed }, index) => {
    const fit = fits[index];
    return `${printed}% of ${count.low} fits ${fit === undefined ? 'no base' : boundsInWords(fit).replace('between', 'a base between')}`;
  });
  const paths = counted.flatMap(({ path }) => [path, `printed.percentages.${path}`]);
  return [
    {
      paths,
      message: `${label}: no single base gives the percentages printed: ${listed(each, 6)}.`,
      expected: 'one base',
    },
  ];
}
