import fc from 'fast-check';
import {
  assumptionsOf,
  casesOf,
  compareConfigurations,
  minimise,
  necessaryConditions,
  truthTable,
  type QcaQuestion,
  type TruthTable,
} from 'hub-and-spoke';
import { register } from 'hub-and-spoke/year-two';
import { describe, expect, test } from 'vitest';
import { contradictory, krook, lipset } from './published-studies.ts';

/** Terms in alphabetical order, so that formulas compare whatever their order. */
const sorted = (formula: string): string =>
  formula
    .split(' + ')
    .map((term) => term.split('*').sort().join('*'))
    .sort()
    .join(' + ');
const formulas = (
  question: QcaQuestion,
  solution: 'conservative' | 'parsimonious',
  outcome = true,
): readonly string[] =>
  minimise(truthTable(question), { solution, outcome })
    .models.map(({ formula }) => sorted(formula))
    .sort();
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

describe('Lipset’s democracies (Rihoux and De Meur 2009)', () => {
  const table = truthTable(lipset);

  test('nine combinations of thirty-two, none of which contradicts itself', () => {
    expect(table.rows.map(({ says }) => says).sort()).toEqual([
      ...Array<string>(6).fill('negative'),
      ...Array<string>(3).fill('positive'),
    ]);
    expect([table.rows.length, table.remainders.length]).toEqual([9, 23]);
  });
  test.each([
    ['conservative', true, 'DEV*~URB*LIT*STB + DEV*LIT*IND*STB'], // formula 1, page 57
    ['conservative', false, '~DEV*~URB*~IND + DEV*LIT*IND*~STB'], // formula 3, page 59
    ['parsimonious', true, 'DEV*STB'], // formula 4, page 60
    ['parsimonious', false, '~DEV + ~STB'], // formula 5, page 61
  ] as const)('the %s solution for survival %s is %s', (solution, outcome, formula) => {
    expect(formulas(lipset, solution, outcome)).toEqual([sorted(formula)]);
  });
  test('rests on five remainders, and fits as printed', () => {
    const [model] = minimise(table, { solution: 'parsimonious' }).models;
    expect(model?.assumptions).toBe(5);
    const found = minimise(table, { solution: 'parsimonious' });
    expect(assumptionsOf(found, found.models[0]!)).toHaveLength(5);
    expect([model?.consistency, model?.coverage]).toEqual([1, 1]);
    const [complex] = minimise(table, { solution: 'conservative' }).models;
    expect(
      complex?.terms.map(({ term, rawCoverage, uniqueCoverage }) => [term, rawCoverage, uniqueCoverage]),
    ).toEqual([
      ['DEV*LIT*IND*STB', 0.75, 0.5],
      ['DEV*~URB*LIT*STB', 0.5, 0.25],
    ]);
    const [absent] = minimise(table, { solution: 'parsimonious', outcome: false }).models;
    expect(
      absent?.terms.map(({ rawCoverage, uniqueCoverage }) => [rounded(rawCoverage), rounded(uniqueCoverage)]),
    ).toEqual([
      [0.7, 0.2],
      [0.8, 0.3],
    ]);
  });
  test('finds the necessary conditions as printed', () => {
    const found = new Map(necessaryConditions(table).map((each) => [each.condition, each]));
    const read = (name: string) =>
      [found.get(name)?.consistency, found.get(name)?.relevance, found.get(name)?.coverage].map((value) =>
        rounded(value ?? NaN),
      );
    expect(read('DEV')).toEqual([1, 0.8, 0.8]);
    expect(read('LIT')).toEqual([1, 0.5, 0.615]);
    expect(read('STB')).toEqual([1, 0.7, 0.727]);
  });
});

describe('women’s representation (Krook 2010)', () => {
  test('has two parsimonious models, and both are given', () => {
    expect(formulas(krook, 'parsimonious')).toEqual(
      ['ES*WM + LP*QU + LP*WM + WS', 'ES*WM + LP*QU + LP*~ES + WS'].map(sorted).sort(),
    );
    const { models, primeImplicants } = minimise(truthTable(krook), { solution: 'parsimonious' });
    expect([...primeImplicants].sort()).toEqual([
      'ES*WM',
      'ES*~QU*~LP',
      'QU*LP',
      'WM*LP',
      'WS',
      '~ES*LP',
      '~QU*~WM*~LP',
    ]);
    expect(models.map(({ assumptions }) => assumptions).sort()).toEqual([15, 16]);
  });
  test('has the conservative solutions that are printed', () => {
    expect(formulas(krook, 'conservative')).toEqual([
      sorted('ES*QU*~WS*LP + ES*QU*~WS*WM + ~ES*~WS*WM*LP + ES*WS*~WM*~LP + ES*WS*WM*LP'),
    ]);
    expect(formulas(krook, 'conservative', false)).toEqual([
      sorted('~ES*~WS*WM*~LP + QU*~WS*~WM*~LP + ES*~QU*~WS*~WM*LP'),
    ]);
  });
  test('has coverage as printed', () => {
    const [model] = minimise(truthTable(krook), { solution: 'conservative' }).models;
    const coverage = Object.fromEntries(
      model!.terms.map(({ term, rawCoverage, uniqueCoverage }) => [
        term,
        [rounded(rawCoverage), rounded(uniqueCoverage)],
      ]),
    );
    expect(coverage).toEqual({
      'ES*QU*~WS*LP': [0.273, 0.091],
      'ES*QU*~WS*WM': [0.273, 0.091],
      '~ES*~WS*WM*LP': [0.182, 0.182],
      'ES*WS*~WM*~LP': [0.182, 0.182],
      'ES*WS*WM*LP': [0.273, 0.273],
    });
  });
  test('has necessity as printed, for the outcome and its absence', () => {
    const read = (outcome: boolean, name: string) => {
      const found = necessaryConditions(truthTable(krook), outcome).find(
        ({ condition }) => condition === name,
      );
      return [found?.consistency, found?.coverage].map((value) => rounded(value ?? NaN));
    };
    expect(read(true, 'ES')).toEqual([0.818, 0.692]);
    expect(read(true, 'WS')).toEqual([0.455, 1]);
    expect(read(false, '~WS')).toEqual([1, 0.647]);
    expect(read(false, '~LP')).toEqual([0.909, 0.769]);
  });
});

describe('rows that contradict themselves', () => {
  test('are neither explained nor used', () => {
    const table = truthTable(contradictory);
    expect(
      table.rows
        .filter(({ says }) => says === 'contradictory')
        .map(({ withOutcome, without }) => [withOutcome.length, without.length]),
    ).toEqual([
      [1, 3],
      [2, 1],
      [3, 1],
    ]);
    expect(formulas(contradictory, 'conservative')).toEqual([sorted('~DEV*URB*LIT*IND + DEV*~URB*LIT*~IND')]);
    expect(formulas(contradictory, 'parsimonious')).toEqual(
      ['DEV*~IND + URB*~DEV', 'DEV*~IND + IND*~DEV'].map(sorted).sort(),
    );
    expect(minimise(table, { solution: 'parsimonious' }).models[0]?.coverage).toBe(0.25);
    expect(formulas(contradictory, 'parsimonious', false)).toEqual(['~LIT']);
  });
});

/** Random tables of up to four conditions, with contradictions and cases of which something is not known. */
const question = fc.integer({ min: 1, max: 4 }).chain((size) => {
  const conditions = ['P', 'Q', 'R', 'S'].slice(0, size);
  const values = fc.record(
    Object.fromEntries(
      [...conditions, 'Y'].map((name) => [name, fc.constantFrom(true, false, true, false, undefined)]),
    ),
  );
  return fc.array(values, { maxLength: 14 }).map((all): QcaQuestion => ({
    conditions,
    outcome: 'Y',
    cases: all.map((each, index) => ({
      name: `case ${index}`,
      values: each,
    })),
  }));
});

type Literals = readonly (boolean | undefined)[];
const holdsIn = (term: Literals, present: readonly boolean[]): boolean =>
  term.every((each, index) => each === undefined || each === present[index]);
const parse = (table: TruthTable, term: string): Literals =>
  table.conditions.map((name) => {
    const literals = term.split('*');
    return literals.includes(name) ? true : literals.includes(`~${name}`) ? false : undefined;
  });

/** Every conjunction there is, by trying all: an independent way to the smallest covers. */
function bruteForce(table: TruthTable, parsimonious: boolean): readonly string[] {
  const size = table.conditions.length;
  const positive = table.rows.filter(({ says }) => says === 'positive').map(({ present }) => present);
  const observed = table.rows.filter(({ says }) => says !== 'positive').map(({ present }) => present);
  const every = Array.from({ length: 2 ** size }, (_, number) =>
    Array.from({ length: size }, (__, index) => ((number >> index) & 1) === 1),
  );
  const isSame = (one: readonly boolean[], other: readonly boolean[]): boolean =>
    one.every((each, index) => each === other[index]);
  const barred = parsimonious
    ? observed
    : every.filter((present) => !positive.some((each) => isSame(each, present)));
  const terms = Array.from({ length: 3 ** size }, (_, number): Literals =>
    Array.from(
      { length: size },
      (__, index) => [true, false, undefined][Math.floor(number / 3 ** index) % 3],
    ),
  ).filter(
    (term) =>
      !barred.some((present) => holdsIn(term, present)) && positive.some((present) => holdsIn(term, present)),
  );
  const prime = terms.filter(
    (term) =>
      !terms.some(
        (other) => other !== term && other.every((each, index) => each === undefined || each === term[index]),
      ),
  );
  for (let count = 0; count <= positive.length; count += 1) {
    const found = choices(prime, count).filter((chosen) =>
      positive.every((present) => chosen.some((term) => holdsIn(term, present))),
    );
    if (found.length > 0)
      return found
        .map((chosen) =>
          chosen
            .map((term) => textOf(table, term))
            .sort()
            .join(' + '),
        )
        .sort();
  }
  return [];
}

const textOf = ({ conditions }: TruthTable, term: Literals): string =>
  conditions
    .flatMap((name, index) => (term[index] === undefined ? [] : [term[index] ? name : `~${name}`]))
    .join('*') || '1';

function choices<Item>(items: readonly Item[], count: number): readonly (readonly Item[])[] {
  if (count === 0) return [[]];
  return items.flatMap((item, index) =>
    choices(items.slice(index + 1), count - 1).map((rest) => [item, ...rest]),
  );
}

describe('minimisation', () => {
  test('agrees with trying everything', () => {
    fc.assert(
      fc.property(question, fc.boolean(), (asked, parsimonious) => {
        const table = truthTable(asked);
        const { models, minimal, complete } = minimise(table, {
          solution: parsimonious ? 'parsimonious' : 'conservative',
        });
        const found = models.map(({ formula }) => formula.split(' + ').sort().join(' + ')).sort();
        const expected = table.rows.some(({ says }) => says === 'positive')
          ? bruteForce(table, parsimonious)
          : [];
        expect([minimal, complete]).toEqual([true, true]);
        expect(found).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  test('covers every positive row and no row that is negative or contradicts itself', () => {
    fc.assert(
      fc.property(
        question,
        fc.constantFrom('conservative', 'parsimonious' as const),
        fc.boolean(),
        (asked, solution, outcome) => {
          const table = truthTable(asked);
          for (const { terms, consistency } of minimise(table, { solution, outcome }).models) {
            const literals = terms.map(({ term }) => parse(table, term));
            for (const { present, says } of table.rows) {
              expect(literals.some((term) => holdsIn(term, present))).toBe(
                says === (outcome ? 'positive' : 'negative'),
              );
            }
            expect(consistency).toBe(1);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('places every case once, or says what is not known of it', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { rows, remainders, unplaced } = truthTable(asked);
        const placed = rows.flatMap(({ withOutcome, without }) => [...withOutcome, ...without]);
        expect([...placed, ...unplaced.map(({ name }) => name)].sort()).toEqual(
          asked.cases.map(({ name }) => name).sort(),
        );
        expect(rows.length + remainders.length).toBe(2 ** asked.conditions.length);
      }),
    );
  });

  test('is exact for twelve conditions and sixteen services', () => {
    const conditions = Array.from({ length: 12 }, (_, index) => `c${index}`);
    const bit = (seed: number): boolean => ((seed * 2_654_435_761) >>> 13) % 2 === 1;
    const cases = Array.from({ length: 16 }, (_, index) => ({
      name: String(index),
      values: Object.fromEntries(
        [...conditions, 'Y'].map((name, place) => [name, bit(index * 31 + place * 7 + 3)]),
      ),
    }));
    const table = truthTable({ cases, conditions, outcome: 'Y' });
    for (const solution of ['conservative', 'parsimonious'] as const) {
      const found = minimise(table, { solution });
      expect(found.complete).toBe(true);
      expect(found.models.length).toBeGreaterThan(0);
    }
  });

  test('says when it was cut short, and still covers everything', () => {
    const found = minimise(truthTable(krook), { solution: 'parsimonious', limits: { models: 1, work: 1e6 } });
    expect([found.minimal, found.complete, found.models.length]).toEqual([true, false, 1]);
    const spent = minimise(truthTable(krook), { solution: 'parsimonious', limits: { models: 10, work: 1 } });
    expect([spent.minimal, spent.complete]).toEqual([false, false]);
    expect(spent.models[0]?.coverage).toBe(1);
  });
});

describe('a question that cannot be asked', () => {
  const cases = [{ name: 'a', values: { P: true, Y: true } }];
  test.each<[string, QcaQuestion]>([
    ['no conditions', { cases, conditions: [], outcome: 'Y' }],
    [
      'thirteen conditions',
      { cases, conditions: Array.from({ length: 13 }, (_, index) => `c${index}`), outcome: 'Y' },
    ],
    ['the outcome among the conditions', { cases, conditions: ['P', 'Y'], outcome: 'Y' }],
    ['a condition twice', { cases, conditions: ['P', 'P'], outcome: 'Y' }],
    ['a case twice', { cases: [...cases, ...cases], conditions: ['P'], outcome: 'Y' }],
    [
      'a value that is neither true nor false',
      { cases: [{ name: 'a', values: { P: 1, Y: 1 } as never }], conditions: ['P'], outcome: 'Y' },
    ],
    ['a name that is a formula', { cases, conditions: ['1'], outcome: 'Y' }],
    ['a name with a sign of its own', { cases, conditions: ['P*Q'], outcome: 'Y' }],
  ])('%s is a mistake of the caller', (_, asked) => {
    expect(() => truthTable(asked)).toThrow(RangeError);
  });
  test('names that every object knows are names like others', () => {
    const { unplaced } = truthTable({
      cases: [{ name: 'a', values: { Y: true } }],
      conditions: ['constructor'],
      outcome: 'Y',
    });
    expect(unplaced).toEqual([{ name: 'a', notKnown: ['constructor'], present: [null], hasOutcome: true }]);
  });
});

test('the eight services: what goes with other funders is not decided by size, manager or phase', () => {
  const cases = casesOf(register, {
    large: { fact: 'charity', is: 'large-national' },
    manager: { fact: 'dedicated-manager', is: 'yes' },
    early: { fact: 'phase', is: 'one' },
    others: { fact: 'other-funder', is: 'yes' },
  });
  const { table, parsimonious, conservative, limits } = compareConfigurations({
    cases,
    conditions: ['large', 'manager', 'early'],
    outcome: 'others',
  });
  expect(table.rows.map(({ says, withOutcome, without }) => [says, withOutcome, without])).toEqual([
    ['negative', [], ['7']],
    ['negative', [], ['6', '8']],
    ['contradictory', ['4'], ['5']],
    ['contradictory', ['1', '3'], ['2']],
  ]);
  expect([parsimonious.models, conservative.models, table.unplaced]).toEqual([[], [], []]);
  expect(limits).toEqual([
    '8 cases, 3 conditions: 4 of 8 combinations occur, 4 do not.',
    '2 of 4 combinations contradict themselves, with 5 of 8 cases: the conditions do not decide others.',
    'No combination always goes with others: there is no solution.',
  ]);
});

test('a case that could not be placed, and contradicts a model by what is known of it, is named', () => {
  const cases = [
    { name: 'a', values: { P: true, Q: true, Y: true } },
    { name: 'b', values: { P: false, Q: false, Y: false } },
    { name: 'c', values: { P: true, Q: null, Y: false } },
  ];
  const { parsimonious, limits } = compareConfigurations({ cases, conditions: ['P', 'Q'], outcome: 'Y' });
  expect(parsimonious.models.map(({ formula, contradictedBy }) => [formula, contradictedBy]).sort()).toEqual([
    ['P', ['c']],
    ['Q', []],
  ]);
  expect(limits).toContain('The parsimonious solution for Y is contradicted by what is known of c.');
  expect(limits).toContain(
    'The parsimonious solution for ~Y is one of 2: the cases do not decide between them.',
  );
});

test('a comparison of sixty cases on twelve conditions can be sent as JSON', () => {
  const conditions = Array.from({ length: 12 }, (_, index) => `condition_${index}`);
  const bit = (seed: number): boolean => ((seed * 2_654_435_761) >>> 13) % 2 === 1;
  const cases = Array.from({ length: 60 }, (_, index) => ({
    name: String(index),
    values: Object.fromEntries(
      [...conditions, 'Y'].map((name, place) => [name, bit(index * 31 + place * 7 + 3)]),
    ),
  }));
  const found = compareConfigurations({ cases, conditions, outcome: 'Y' });
  expect(JSON.stringify(found).length).toBeLessThan(60_000_000);
});
