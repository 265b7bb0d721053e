import { boundsInWords, holds } from '../../figures/index.ts';
import { fieldOf, isNotApplicable, isUnknown, sumOfCounts, type Breakdown } from '../../form/index.ts';
import { returnRule } from '../rule.ts';
import { breakdowns, example, printedFields, type PrintedView } from './printed-blocks.ts';

/** R304: a printed total is the sum of its parts. */
export const printedTotalIsTheSum = returnRule({
  code: 'R304',
  severity: 'error',
  source: 'library',
  statement: 'A printed total is the sum of the counts it stands under.',
  remedy: 'Correct the total, or the count that is wrong.',
  fields: printedFields,
  needs: ['printed'],
  examples: {
    holds: [
      {
        value: {
          'youngPeople.base': 'direct',
          'youngPeople.gender': { female: 39, male: 11 },
          printed: { totals: { 'youngPeople.gender': 50 } },
        },
      },
    ],
    breaks: [
      {
        value: {
          'youngPeople.base': 'direct',
          'youngPeople.gender': { female: 39, male: 11 },
          printed: { totals: { 'youngPeople.gender': 51 } },
        },
      },
    ],
  },
  check: (view) => {
    if (view.printed.totals === undefined) return { notRun: 'The return carries no printed totals.' };
    return breakdowns.flatMap((id) => {
      const printed = view.printed.totals?.[id];
      const counts = view[id];
      if (printed === undefined || counts === undefined || holds(sumOfCounts(counts), printed)) return [];
      const sum = boundsInWords(sumOfCounts(counts));
      const message = `${fieldOf(id).label}: the total printed is ${printed}; the counts add up to ${sum}.`;
      const paths = Object.keys(counts).map((code) => `${id}.${code}`);
      return [{ paths: [...paths, `printed.totals.${id}`], message, expected: sum }];
    });
  },
});

/** R305: what is printed belongs to a count of the return. */
export const printedBelongsToACount = returnRule({
  code: 'R305',
  severity: 'query',
  source: 'library',
  statement: 'Every printed percentage and total belongs to counts that the return has.',
  remedy: 'Return the count as well, or leave the printed figure out.',
  fields: printedFields,
  needs: ['printed'],
  examples: {
    holds: [example(85, 39, [69, 31])],
    breaks: [{ value: { printed: { percentages: { 'youngPeople.gender.female': 78 } } } }],
  },
  check: (view) => {
    const { percentages = {}, totals = {} } = view.printed;
    const known = new Set<string>(breakdowns.flatMap((id) => pathsUnder(view, id)));
    const stray = [
      ...Object.keys(percentages)
        .filter((path) => !known.has(path))
        .map((path) => `printed.percentages.${path}`),
      ...Object.keys(totals)
        .filter((path) => !known.has(`${path}.`))
        .map((path) => `printed.totals.${path}`),
    ];
    if (stray.length === 0) return [];
    const message = `${stray.length} printed ${stray.length === 1 ? 'figure has no count beside it' : 'figures have no counts beside them'}, so nothing could be compared.`;
    return [{ paths: stray, message, expected: 'a count for each printed figure' }];
  },
});

/** The paths that a printed figure may name: each count with a number, and the breakdown itself (with a dot behind). */
function pathsUnder(view: PrintedView, id: (typeof breakdowns)[number]): readonly string[] {
  const counts: Breakdown<string> | undefined = view[id];
  if (counts === undefined) return [];
  const counted = Object.entries(counts).filter(
    ([, cell]) => cell !== undefined && !isUnknown(cell) && !isNotApplicable(cell),
  );
  return [`${id}.`, ...counted.map(([code]) => `${id}.${code}`)];
}
