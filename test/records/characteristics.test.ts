import { explainCell, type CompileOptions } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { aCase, aConsultancy, compiled, found } from './compiled.ts';

const notKnown = { unknown: 'not-known' };

describe('a characteristic', () => {
  const genders = async (records: readonly unknown[], options: Partial<CompileOptions> = {}) =>
    (await compiled(records, options)).value.youngPeople?.gender;
  const none = { female: 0, male: 0, 'not-known': 0 };

  test.each([
    ['recorded by the end', [{ gender: 'Female', recorded: '2015-03-31' }], { ...none, female: 1 }],
    ['recorded after the end', [{ gender: 'Female', recorded: '2015-04-01' }], { ...none, 'not-known': 1 }],
    [
      'recorded last, on the day of recording',
      [
        { gender: 'Female', recorded: '2015-02-03' },
        { gender: 'Male', recorded: '2015-02-04' },
      ],
      { ...none, male: 1 },
    ],
    [
      'recorded last, on the day of referral',
      [
        { gender: 'Female', referred: '2015-02-01' },
        { gender: 'Male', recorded: '2015-01-31' },
      ],
      { ...none, female: 1 },
    ],
    [
      'recorded last, on the day of opening',
      [
        { gender: 'Female', opened: '2015-02-01' },
        { gender: 'Male', recorded: '2015-01-31' },
      ],
      { ...none, female: 1 },
    ],
    [
      'said to be not known after it was known',
      [
        { gender: 'Female', recorded: '2015-02-01' },
        { gender: 'not known', recorded: '2015-02-02' },
      ],
      { ...none, female: 1 },
    ],
    [
      'recorded twice on one day, alike',
      [
        { gender: 'Female', recorded: '2015-02-01' },
        { gender: 'female ', recorded: '2015-02-01' },
      ],
      { ...none, female: 1 },
    ],
    [
      'contradicted by what has no day',
      [
        { gender: 'Female', recorded: '2015-02-01' },
        { gender: 'Male', opened: 'never' as const },
      ],
      // It may have come before the others, on the same day, or after them.
      { ...none, female: notKnown, male: notKnown, 'not-known': notKnown },
    ],
    ['that nobody recorded', [{}], { ...none, 'not-known': 1 }],
  ])('%s', async (_, cases, expected) => {
    const records = cases.map((facts) => aCase({ opened: '2015-01-01', ...facts }));
    expect(await genders(records)).toEqual(expected);
    expect(await genders([...records].reverse())).toEqual(expected);
  });

  test('may be new in an open list, and is asked about without being shown', async () => {
    const ethnicities = ['Cornish', 'Cornish', 'Manx'].map((ethnicity, index) =>
      aCase({ youngPerson: `yp${index}`, ethnicity }),
    );
    const { value, findings } = await compiled(ethnicities);
    expect(value.youngPeople?.ethnicity).toMatchObject({ Cornish: 2, Manx: 1, 'not-known': 0 });
    const asked = findings.filter(({ rule }) => rule === 'K207').map(({ message }) => message);
    expect(asked).toEqual(['“Ethnicity” has 2 categories that the list does not have.']);
    expect(await found(ethnicities.slice(0, 2))).toContain(
      'K207 “Ethnicity” has one category that the list does not have.',
    );
  });

  test.each(['a.b', 'x'.repeat(101), '07700 900123', 'a\u0007b'])(
    'that can be no category is not known, and found: %j',
    async (ethnicity) => {
      const { value, findings } = await compiled([aCase({ ethnicity })]);
      if (ethnicity.length <= 100) {
        expect(value.youngPeople?.ethnicity).toMatchObject({ 'not-known': 1 });
        expect(findings.map(({ message }) => message)).toContain(
          'What is recorded of yp1 is no category of “Ethnicity”.',
        );
      } else expect(findings.map(({ rule }) => rule)).toContain('K101');
    },
  );

  test('in more ways than a form can take is counted in 200 of them', async () => {
    const records = Array.from({ length: 203 }, (_, index) =>
      aCase({ youngPerson: `yp${index}`, ethnicity: `way ${String(index).padStart(3, '0')}` }),
    );
    const { value, findings } = await compiled(records);
    const ethnicity = value.youngPeople?.ethnicity ?? {};
    expect(ethnicity['not-known']).toBe(3);
    expect(Object.keys(ethnicity).filter((code) => code.startsWith('way'))).toHaveLength(200);
    expect(findings.map(({ message }) => message)).toContain(
      '“Ethnicity” has 203 categories that the list does not have; 200 were counted, the others as not known.',
    );
    // Beyond them all are not known, also whom a record without any date alone describes.
    const undated = aCase({ youngPerson: 'yp202', opened: null, ethnicity: 'way 202' });
    const last = await compiled([...records.slice(0, 202), aCase({ youngPerson: 'yp202' }), undated]);
    expect(last.value.youngPeople?.ethnicity).toEqual(ethnicity);
    const fewer = await compiled(records.slice(0, 200));
    expect(fewer.findings.map(({ rule }) => rule)).toContain('K207');
    expect(fewer.value.youngPeople?.ethnicity?.['not-known']).toBe(0);
  });

  test('of somebody who may be supported may be one more of its category', async () => {
    const records = [aCase({ gender: 'Male' }), aCase({ youngPerson: 'yp2', opened: null, gender: 'Male' })];
    const { value, lineage } = await compiled(records);
    // And as no record with a date says so, it may have become known only later.
    expect(value.youngPeople?.gender).toEqual({ female: 0, male: { atLeast: 1 }, 'not-known': notKnown });
    expect(explainCell(lineage, 'youngPeople.gender.male')).toMatchObject({
      ids: ['yp1'],
      possible: ['yp2'],
    });
  });

  test('that a record without any date alone says may have come later: it is incomplete, and so are those not known', async () => {
    const undated = aCase({ opened: null, gender: 'Male' });
    const { value, lineage } = await compiled([
      aCase({}),
      undated,
      aCase({ youngPerson: 'yp2', gender: 'Male' }),
    ]);
    expect(value.youngPeople?.gender).toEqual({ female: 0, male: { atLeast: 1 }, 'not-known': notKnown });
    expect(explainCell(lineage, 'youngPeople.gender.male')).toMatchObject({
      ids: ['yp2'],
      possible: ['yp1'],
    });
    expect(explainCell(lineage, 'youngPeople.gender.not-known')).toMatchObject({
      ids: [],
      possible: ['yp1'],
    });
    // A date settles it, and so does another record that says the same.
    expect(await genders([aCase({}), { ...undated, recorded: '2015-02-01' }])).toEqual({ ...none, male: 1 });
    expect(await genders([aCase({ gender: 'Male' }), undated])).toEqual({ ...none, male: 1 });
  });

  test('that few record is left out where nobody does, and where the form does not ask yet', async () => {
    const people = async (quarter: CompileOptions['quarter'], facts: object) =>
      Object.keys((await compiled([aCase(facts)], { quarter })).value.youngPeople ?? {});
    expect(await people('2015-Q4', { disability: 'yes' })).toContain('disability');
    expect(await people('2015-Q4', { disability: 'yes' })).not.toContain('sexuality');
    expect(await people('2015-Q4', { sexuality: 'bisexual' })).toContain('sexuality');
    const some = [aCase({ disability: 'yes' }), aCase({ youngPerson: 'yp2' })];
    expect((await compiled(some, { quarter: '2015-Q4' })).value.youngPeople).toHaveProperty('disability');
    expect(await people('2015-Q1', { disability: 'yes' })).not.toContain('disability');
    expect(await people('2015-Q1', {})).toContain('living');
    expect(await people('2014-Q4', { opened: '2014-12-01' })).not.toContain('living');
  });

  test('of both kinds of support is open where somebody is not named, or no consultancy is kept', async () => {
    const both = { base: 'direct-and-indirect' } as const;
    const female = aCase({ gender: 'Female' });
    expect(await genders([female], both)).toEqual({
      female: { atLeast: 1 },
      male: notKnown,
      'not-known': notKnown,
    });
    expect(await genders([female], { ...both, keeps: ['consultancy'] })).toEqual({ ...none, female: 1 });
    expect(await genders([female, aConsultancy()], both)).toEqual({
      female: { atLeast: 1 },
      male: notKnown,
      'not-known': notKnown,
    });
    expect(await genders([female, aConsultancy()])).toEqual({ ...none, female: 1 });
    const { value } = await compiled([female], both);
    expect(value.youngPeople?.base).toBe('direct-and-indirect');
  });
});

describe('ages', () => {
  const ageOf = async (facts: Parameters<typeof aCase>[0], ageOn?: CompileOptions['ageOn']) => {
    const { value } = await compiled([aCase(facts)], ageOn === undefined ? {} : { ageOn });
    const ages: Readonly<Record<string, unknown>> = value.youngPeople?.age ?? {};
    return Object.keys(ages).filter((band) => ages[band] === 1);
  };

  test('on a birthday are those of the new year', async () => {
    expect(await ageOf({ dateOfBirth: '2015-03-31' })).toEqual(['under-12']);
    expect(await ageOf({ dateOfBirth: '2003-03-31', age: null })).toEqual(['12-14']);
    expect(await ageOf({ age: null, ageBand: '12-14' })).toEqual(['12-14']);
    expect(await ageOf({ dateOfBirth: '2003-04-01' })).toEqual(['under-12']);
    expect(await ageOf({ dateOfBirth: '2003-01-01' }, 'first-day')).toEqual(['12-14']);
    expect(await ageOf({ dateOfBirth: '2003-01-02' }, 'first-day')).toEqual(['under-12']);
  });

  test('on another day are known where both possible ages are of one band', async () => {
    const age = (years: number, on: string) => ageOf({ age: { years, on } });
    expect(await age(15, '2014-04-01')).toEqual(['15-17']);
    expect(await age(17, '2014-04-01')).toEqual(['not-known']);
    expect(await age(14, '2014-03-31')).toEqual(['15-17']);
    expect(await age(14, '2014-04-01')).toEqual(['not-known']);
    expect(await age(13, '2014-03-31')).toEqual(['12-14']);
    expect(await age(13, '2014-04-01')).toEqual(['12-14']);
    expect(await age(13, '2013-04-01')).toEqual(['not-known']);
    expect(await age(13, '2015-06-30')).toEqual(['12-14']);
    expect(await age(0, '2016-06-30')).toEqual(['under-12']);
  });

  test('as a band count in the quarter in which they were recorded', async () => {
    expect(await ageOf({ ageBand: '12-14', recorded: '2015-01-01' })).toEqual(['12-14']);
    expect(await ageOf({ ageBand: '12-14', opened: '2014-10-01', recorded: '2014-12-31' })).toEqual([
      'not-known',
    ]);
    expect(await ageOf({ ageBand: '12-14', opened: '2014-12-31' })).toEqual(['not-known']);
  });

  test('are said by the date of birth before an age, and by an age before a band', async () => {
    expect(
      await ageOf({ dateOfBirth: '1990-01-01', age: { years: 13, on: '2015-03-31' }, ageBand: 'under-12' }),
    ).toEqual(['18-plus']);
    expect(await ageOf({ age: { years: 13, on: '2015-03-31' }, ageBand: 'under-12' })).toEqual(['12-14']);
  });

  test('of somebody born after the day are not known, and found', async () => {
    expect(await found([aCase({ id: 'late', dateOfBirth: '2015-04-01' })])).toContain(
      'K206 Case late: the date of birth comes after 2015-03-31.',
    );
    expect(await found([aCase({ id: 'late', dateOfBirth: '2015-01-02' })], { ageOn: 'first-day' })).toContain(
      'K206 Case late: the date of birth comes after 2015-01-01.',
    );
    const message = (await found([aCase({ dateOfBirth: '2015-03-31' })])).filter((each) =>
      each.startsWith('K206'),
    );
    expect(message).toEqual([]);
  });
});
