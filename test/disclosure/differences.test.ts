import { describe, expect, test } from 'vitest';
import { withDifferences } from '../../src/disclosure/differences.ts';
import type { Printed, Release, ReleaseCell } from '../../src/disclosure/release.ts';
import { releaseOf, table } from './releases.ts';

interface Sums {
  /** The counts of what figures are made of, */
  readonly atoms: Readonly<Record<string, number>>;
  /** how those are printed where they are, */
  readonly printed?: readonly string[];
  /** and the figures, each with what it is made of, as `1+2`. */
  readonly figures: readonly string[];
}
function releaseWith({ atoms, printed = [], figures }: Sums): Release {
  const cell = (id: string, count: number, as: Printed): ReleaseCell => ({
    id,
    label: id,
    count,
    printed: as,
  });
  const sums = figures.map((id) => ({ id, atoms: id.replace(/ .*/, '').split('+') }));
  const countOf = (of: readonly string[]) => of.reduce((sum, atom) => sum + (atoms[atom] ?? 0), 0);
  return {
    ...releaseOf(table({ any: 9 })),
    cells: [
      ...Object.entries(atoms).map(([id, count]) =>
        cell(id, count, printed.includes(id) ? 'if-safe' : 'never'),
      ),
      ...sums.map(({ id, atoms: of }) => cell(id, countOf(of), 'if-safe')),
    ],
    lines: [],
    sums,
  };
}
/** What is found: the names without what makes them unique, and the counts. */
const found = (sums: Sums) => {
  const release = releaseWith(sums);
  return withDifferences(release)
    .cells.slice(release.cells.length)
    .map(({ id, count }) => `${id.replace(/: [-\da-f]{36}$/, '')}: ${count}`);
};

describe('what remains of a figure without another', () => {
  const atoms = { '1': 30, '2': 2, '3': 1, '4': 40 };

  test('is a number that nobody prints, with how it comes about', () => {
    const release = releaseWith({ atoms, figures: ['1+2+3', '1'] });
    const { cells, lines, ...rest } = withDifferences({
      ...release,
      lines: [{ total: 'x', parts: [], of: 'implied' }],
    });
    const [added, ...more] = cells.slice(release.cells.length);
    expect(more).toEqual([]);
    const id = expect.stringMatching(/^1\+2\+3 less 1: [-\da-f]{36}$/) as string;
    expect(added).toEqual({
      id,
      label: added?.id,
      count: 3,
      printed: 'never',
      inNoTable: true,
      isDifference: true,
    });
    expect(lines).toEqual([
      { total: 'x', parts: [], of: 'implied' },
      { total: '1+2+3', parts: ['1', id], of: 'members' },
      { total: id, parts: ['2', '3'], of: 'members' },
    ]);
    expect({ ...release, ...rest }).toEqual(release);
  });

  test('is looked at from none to twenty', () => {
    const left = (two: number, three: number) =>
      found({ atoms: { '1': 30, '2': two, '3': three }, figures: ['1+2+3', '1'] });
    expect(left(0, 0)).toEqual(['1+2+3 less 1: 0']);
    expect(left(10, 10)).toEqual(['1+2+3 less 1: 20']);
    expect(left(10, 11)).toEqual([]);
    // Of a difference downwards too, which is none: counts do not fall below nobody.
    expect(left(-1, 0)).toEqual([]);
  });

  test('is none of one count, and none that is a figure already', () => {
    expect(found({ atoms, figures: ['1+2', '1'] })).toEqual([]);
    expect(found({ atoms, figures: ['1+2+3', '1', '2+3'] })).toEqual([]);
    expect(found({ atoms, figures: ['1+2+3', '1+2+3 again'] })).toEqual([]);
  });

  test('is none where the other is no part of it', () => {
    expect(found({ atoms, figures: ['1+2+3', '1+4'] })).toEqual([]);
    expect(found({ atoms, figures: ['1+2+3', '4'] })).toEqual([]);
  });

  test('is said once, however it comes about', () => {
    expect(found({ atoms: { ...atoms, '5': 30 }, figures: ['1+2+3', '1', '2+3+5', '5'] })).toEqual([
      '1+2+3 less 1: 3',
    ]);
  });
});

describe('what remains of a figure without two others', () => {
  const atoms = { '1': 30, '2': 31, '3': 32, '4': 33, '5': 2, '6': 1 };
  const figures = ['1+2+3+4+5+6', '1+2', '3+4'];

  test('is found', () => {
    expect(found({ atoms, figures })).toEqual(['1+2+3+4+5+6 less 3+4 and 1+2: 3']);
  });

  test('is none where the two overlap', () => {
    expect(found({ atoms, figures: ['1+2+3+4+5+6', '1+2+3', '3+4'] })).toEqual([]);
  });

  test('is found without a figure and a count, where the count is printed', () => {
    const one = { atoms: { '1': 30, '2': 31, '3': 32, '4': 2, '5': 1 }, figures: ['1+2+3+4+5', '1+2'] };
    expect(found(one)).toEqual([]);
    expect(found({ ...one, printed: ['3'] })).toEqual(['1+2+3+4+5 less 1+2 and 3: 3']);
    // Of two counts the tables themselves speak.
    expect(found({ ...one, figures: ['1+2+3+4+5'], printed: ['1', '2', '3'] })).toEqual([]);
  });

  test('has the simpler name where one figure leaves the same', () => {
    expect(found({ atoms, figures: [...figures, '1+2+3+4'] })).toEqual(['1+2+3+4+5+6 less 1+2+3+4: 3']);
  });
});
