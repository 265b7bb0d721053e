import { summarise } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { linesBetween } from '../../src/disclosure/summary-lines.ts';
import type { SummedFigure } from '../../src/disclosure/summed-figure.ts';
import { quarter } from './releases.ts';

const [figure] = summarise([quarter('1', 1, { referrals: { received: 9 } })]).figures;

interface Said {
  readonly path?: string;
  readonly base?: 'direct' | 'direct-and-indirect';
  readonly group?: Readonly<Record<string, string>>;
  readonly table?: number;
  readonly atoms?: readonly string[];
  readonly isLaterInYear?: boolean;
}
/** A figure of a table; what is not said of it is the same for all. */
function summed(id: string, count: number, said: Said = {}): SummedFigure {
  if (figure === undefined) throw new Error('one figure');
  const {
    path = 'referrals.received',
    base,
    group = {},
    table = 0,
    atoms = [id],
    isLaterInYear = false,
  } = said;
  const at = { ...figure, path, group, ...(base && { base }) };
  return { id, count, table, atoms, figure: at, besides: 0, isOverTime: false, isLaterInYear };
}
const lines = (...found: readonly SummedFigure[]) =>
  linesBetween(found).lines.map(({ total, parts, of }) => `${total} = ${parts.join(' + ')} (${of})`);

describe('a figure that a table divides', () => {
  const all = (more: Said = {}) => summed('all', 30, { atoms: ['1', '2', '3'], ...more });
  const part = (...atoms: readonly string[]) =>
    summed(atoms.join(' and '), 10, { table: 1, group: { service: atoms.join() }, atoms });

  test('is the sum of its parts', () => {
    expect(lines(all(), part('1'), part('2'), part('3'))).toEqual(['all = 1 + 2 + 3 (members)']);
    expect(lines(all(), part('1', '2'), part('3'))).toEqual(['all = 1 and 2 + 3 (members)']);
  });

  test('is of no use where some of it is nowhere, or in two parts', () => {
    expect(lines(all(), part('1'), part('2'))).toEqual([]);
    expect(lines(all(), part('1', '2'), part('2', '3'))).toEqual([]);
    expect(lines(all(), part('1', '2'), part('3', '4'))).toEqual([]);
  });

  test('is not divided by itself under another name', () => {
    expect(lines(all(), summed('same', 30, { table: 1, atoms: ['1', '2', '3'] }))).toEqual([]);
  });

  test('of one count is no sum', () => {
    expect(lines(summed('one', 9, { atoms: ['1'] }), part('1'))).toEqual([]);
  });

  test('is divided by figures of the same path and base alone', () => {
    const other = (said: Said) =>
      ['1', '2', '3'].map((atom) => summed(`part ${atom}`, 10, { table: 1, atoms: [atom], ...said }));
    expect(lines(all(), ...other({}))).toHaveLength(1);
    expect(lines(all(), ...other({ path: 'referrals.reported' }))).toEqual([]);
    expect(lines(all(), ...other({ base: 'direct' }))).toEqual([]);
    expect(lines(all({ base: 'direct' }), ...other({ base: 'direct' }))).toHaveLength(1);
    expect(lines(all({ base: 'direct-and-indirect' }), ...other({ base: 'direct' }))).toEqual([]);
  });

  test('is divided once by each table that does', () => {
    const halves = (table: number) =>
      ['1', '2'].map((atom) => summed(`${table}: ${atom}`, 5, { table, atoms: [atom] }));
    const whole = (table: number) => summed('whole', 10, { table, atoms: ['1', '2'] });
    expect(lines(whole(0), whole(3), ...halves(1), ...halves(2))).toEqual([
      'whole = 1: 1 + 1: 2 (members)',
      'whole = 2: 1 + 2: 2 (members)',
    ]);
  });
});

describe('a breakdown in a group', () => {
  const base = 'direct';
  const age = (said: Said = {}) => summed('age', 30, { path: 'youngPeople.age', base, ...said });
  const band = (code: string, count: number, said: Said = {}) =>
    summed(code, count, { path: `youngPeople.age.${code}`, base, ...said });
  const rest = (count: number, said: Said = {}) =>
    summed('not stated', count, { path: 'youngPeople.age/not-stated', base, ...said });

  test('is the sum of its categories', () => {
    expect(lines(age(), band('12-14', 10), band('15-17', 20))).toEqual(['age = 12-14 + 15-17 (categories)']);
  });

  test('has what is left in its own row, where there is one that says so much', () => {
    expect(lines(age(), band('12-14', 10), rest(20))).toEqual(['age = 12-14 + not stated (categories)']);
    const hidden = 'age less 12-14';
    for (const other of [
      rest(19),
      rest(20, { base: 'direct-and-indirect' }),
      rest(20, { group: { year: '1' } }),
    ])
      expect(lines(age(), band('12-14', 10), other)).toEqual([`age = 12-14 + ${hidden} (categories)`]);
    expect(
      lines(age(), band('12-14', 10), summed('other', 20, { path: 'youngPeople.gender/not-stated', base })),
    ).toEqual([`age = 12-14 + ${hidden} (categories)`]);
  });

  test('has what is left as a number in no table, otherwise', () => {
    const { cells } = linesBetween([age(), band('12-14', 10), band('15-17', 15)]);
    const id = 'age less 12-14 and 15-17';
    expect(cells).toEqual([{ id, label: id, count: 5, printed: 'never', inNoTable: true }]);
    expect(lines(age(), band('12-14', 10), band('15-17', 15))).toEqual([
      `age = 12-14 + 15-17 + ${id} (categories)`,
    ]);
  });

  test('says nothing where its categories exceed it, or one of them is it', () => {
    expect(lines(age(), band('12-14', 31))).toEqual([]);
    expect(lines(age(), band('12-14', 30))).toEqual(['age = 12-14 (categories)']);
    expect(lines(age(), { ...band('12-14', 10), id: 'age' })).toEqual([]);
    expect(lines(age(), { ...band('12-14', 10), id: 'same' }, { ...band('15-17', 10), id: 'same' })).toEqual(
      [],
    );
    // The row that is left is a category already: what remains has no row of its own.
    expect(lines(age(), { ...band('12-14', 15), id: 'not stated' }, rest(15))).toEqual([
      'age = not stated + age less not stated (categories)',
    ]);
  });

  test('is of categories of the same base, in the same group of the same table', () => {
    expect(lines(age(), band('12-14', 30, { base: 'direct-and-indirect' }))).toEqual([]);
    expect(lines(age(), band('12-14', 30, { group: { year: '1' } }))).toEqual([]);
    expect(lines(age(), band('12-14', 30, { table: 1 }))).toEqual([]);
    expect(lines(age({ group: { year: '1' } }), band('12-14', 30, { group: { year: '1' } }))).toHaveLength(1);
  });

  test('has as categories what stands right under it', () => {
    const close = (path: string, count: number) => summed(path, count, { path: `outcomes.atClose.${path}` });
    expect(
      lines(
        close('safety', 9),
        close('safety.improved', 9),
        close('safety.improved/not-stated', 4),
        close('safety.a/b', 0),
      ),
    ).toEqual(['safety = safety.improved + safety.a/b (categories)']);
    expect(lines(age(), summed('ages', 30, { path: 'youngPeople.ages.12-14', base }))).toEqual([]);
  });

  test('is also what the form implies, whatever the base', () => {
    const direct = summed('direct', 30, { path: 'youngPeople.direct' });
    const first = summed('first', 30, { path: 'youngPeople.firstInYear' });
    // Whether anybody was there before is not known, even where nobody was.
    expect(lines(direct, first)).toEqual(['direct = first + direct less first (implied)']);
    expect(lines(direct)).toEqual([]);
  });

  test('in later quarters also of those supported before and those counted first', () => {
    const people = (isLaterInYear: boolean) =>
      lines(
        summed('direct', 30, { path: 'youngPeople.direct', isLaterInYear }),
        summed('before', 20, { path: 'youngPeople.openAtStart', isLaterInYear }),
        summed('first', 10, { path: 'youngPeople.firstInYear', isLaterInYear }),
      );
    const line = 'direct = before + first + direct less before and first (implied)';
    expect(people(true)).toContain(line);
    expect(people(false)).not.toContain(line);
  });
});
