import type { CompileOptions } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { registerOf } from '../registers.ts';
import { aCase, aConsultancy, aContact, compiled, found } from './compiled.ts';

const notKnown = { unknown: 'not-known' };

/** Who came and went: the ids behind each count, with those that are only possible after a stroke. */
const flow = async (records: readonly unknown[]) => {
  const { lineage } = await compiled(records);
  const ids = (path: string) => {
    const { ids: certain = [], possible } = lineage[path] ?? {};
    return [certain.join(), ...(possible === undefined ? [] : [possible.join()])].join(' / ');
  };
  return [
    ids('youngPeople.openAtStart'),
    ids('youngPeople.opened'),
    ids('outcomes.casesClosed'),
    ids('youngPeople.openAtEnd'),
  ];
};

describe('times of direct support', () => {
  test.each([
    ['open all along', [{ opened: '2014-10-01' }], ['yp1', '', '', 'yp1']],
    ['open since the first day', [{ opened: '2015-01-01' }], ['', 'a', '', 'yp1']],
    ['open since the day before', [{ opened: '2014-12-31' }], ['yp1', '', '', 'yp1']],
    ['closed on the last day', [{ opened: '2014-12-31', closed: '2015-03-31' }], ['yp1', '', 'a', '']],
    ['closed the day after', [{ opened: '2014-12-31', closed: '2015-04-01' }], ['yp1', '', '', 'yp1']],
    ['opened and closed in one day', [{ closed: '2015-02-02' }], ['', 'a', 'a', '']],
    [
      'begun again on the day it closed: one time',
      [
        { opened: '2014-12-01', closed: '2015-02-02' },
        { opened: '2015-02-02', closed: '2015-03-01' },
      ],
      ['yp1', '', 'b', ''],
    ],
    [
      'begun again the day after: two times',
      [{ opened: '2014-12-01', closed: '2015-02-01' }, { opened: '2015-02-02' }],
      ['yp1', 'b', 'a', 'yp1'],
    ],
    [
      'one within another: the end is that of the longer',
      [
        { opened: '2015-01-05', closed: '2015-03-01' },
        { opened: '2015-01-10', closed: '2015-02-01' },
      ],
      ['', 'a', 'a', ''],
    ],
    [
      'one within another that is still open',
      [{ opened: '2015-01-05' }, { opened: '2015-01-10', closed: '2015-02-01' }],
      ['', 'a', '', 'yp1'],
    ],
    [
      'one that outlasts another',
      [
        { opened: '2015-01-05', closed: '2015-02-01' },
        { opened: '2015-01-10', closed: '2015-03-01' },
      ],
      ['', 'a', 'b', ''],
    ],
    [
      'three in a row, of which the third follows the first by the second alone',
      [
        { opened: '2015-01-05', closed: '2015-01-10' },
        { opened: '2015-01-08', closed: '2015-02-20' },
        { opened: '2015-02-15', closed: '2015-03-01' },
      ],
      ['', 'a', 'c', ''],
    ],
    [
      'two of the same days: the first by its id begins them, the last ends them',
      [
        { opened: '2015-01-05', closed: '2015-03-01' },
        { opened: '2015-01-05', closed: '2015-03-01' },
      ],
      ['', 'a', 'b', ''],
    ],
    [
      'in the order of their days, whatever their ids',
      [
        { opened: '2015-02-15', closed: '2015-03-01' },
        { opened: '2015-01-08', closed: '2015-02-20' },
        { opened: '2015-01-05', closed: '2015-01-10' },
      ],
      ['', 'c', 'a', ''],
    ],
    ['begun on an unknown day', [{ opened: null }], [' / yp1', ' / a', ' / a', ' / yp1']],
    ['ended on an unknown day', [{ closed: 'not-known' as const }], [' / yp1', ' / a', ' / a', ' / yp1']],
    ['of an unknown kind', [{ support: null }], [' / yp1', ' / a', ' / a', ' / yp1']],
    [
      'known and unknown together: nothing of them is certain',
      [{ opened: '2014-10-01' }, { opened: null }],
      [' / yp1', ' / a,b', ' / a,b', ' / yp1'],
    ],
    ['of a referral that led to nothing', [{ opened: 'never' as const }], ['', '', '', '']],
    ['of consultancy', [{ support: 'consultancy' as const }], ['', '', '', '']],
    ['over before the quarter', [{ opened: '2014-10-01', closed: '2014-12-31' }], ['', '', '', '']],
    ['after the quarter', [{ opened: '2015-04-01' }], ['', '', '', '']],
    [
      'closed before they open',
      [{ opened: '2015-02-02', closed: '2015-02-01' }],
      [' / yp1', ' / a', ' / a', ' / yp1'],
    ],
  ])('%s', async (_, cases, expected) => {
    const records = cases.map((facts, index) => aCase({ ...facts, id: 'abc'.charAt(index) }));
    expect(await flow(records)).toEqual(expected);
    expect(await flow([...records].reverse())).toEqual(expected);
  });

  test('of several people are each their own', async () => {
    const records = [
      aCase({ id: 'a', opened: '2014-10-01', closed: '2015-01-31' }),
      aCase({ id: 'b', youngPerson: 'yp2', opened: '2015-01-31' }),
    ];
    expect(await flow(records)).toEqual(['yp1', 'b', 'a', 'yp2']);
  });
});

describe('who is supported for certain, and who may be', () => {
  /** The directly and the indirectly supported. */
  const people = async (records: readonly unknown[], options: Partial<CompileOptions> = {}) => {
    const { value } = await compiled(records, { keeps: ['case', 'consultancy'], ...options });
    return [value.youngPeople?.direct, value.youngPeople?.indirect];
  };

  test.each([
    ['referred after the quarter, opened nobody knows when', { opened: null, referred: '2015-04-01' }, 0, 0],
    ['referred in it, opened nobody knows when', { opened: null, referred: '2015-03-31' }, notKnown, 0],
    ['closed before it, opened nobody knows when', { opened: null, closed: '2014-12-31' }, 0, 0],
    ['closed after it, opened nobody knows when', { opened: null, closed: '2015-04-01' }, notKnown, 0],
    ['opened after it, closed nobody knows when', { opened: '2015-04-01', closed: 'not-known' }, 0, 0],
    [
      'opened on its first day, closed nobody knows when',
      { opened: '2015-01-01', closed: 'not-known' },
      1,
      0,
    ],
    [
      'opened before it, closed nobody knows when',
      { opened: '2014-12-31', closed: 'not-known' },
      notKnown,
      0,
    ],
    ['closing before it opens', { opened: '2016-02-02', closed: '2016-02-01' }, notKnown, 0],
    ['of an unknown kind, open', { support: null }, notKnown, notKnown],
    ['of consultancy, open', { support: 'consultancy' }, 0, 1],
    ['of consultancy, perhaps open', { support: 'consultancy', opened: null }, 0, notKnown],
    ['of consultancy, over', { support: 'consultancy', opened: '2014-01-01', closed: '2014-12-31' }, 0, 0],
    ['never opened', { opened: 'never' }, 0, 0],
  ] as const)('a case %s', async (_, facts, direct, indirect) => {
    expect(await people([aCase(facts)])).toEqual([direct, indirect]);
  });

  test('whoever may be supported directly is not certain to be supported indirectly', async () => {
    const consultancy = aConsultancy({ youngPerson: 'yp1' });
    expect(await people([aCase(), consultancy])).toEqual([1, 0]);
    expect(await people([aCase({ opened: null }), consultancy])).toEqual([notKnown, notKnown]);
    expect(await people([aCase({ youngPerson: 'yp2' }), consultancy])).toEqual([1, 1]);
  });

  test('a consultancy on an unknown day, or about nobody in particular, leaves the count open', async () => {
    expect(await people([aConsultancy({ date: null, youngPerson: 'yp1' })])).toEqual([0, notKnown]);
    expect(await people([aConsultancy({ youngPerson: null })])).toEqual([0, notKnown]);
    expect(await people([aConsultancy({ youngPerson: 'yp1' }), aConsultancy({})])).toEqual([
      0,
      { atLeast: 1 },
    ]);
    expect(
      await people([aConsultancy({ date: null, youngPerson: 'yp1' }), aConsultancy({ youngPerson: 'yp1' })]),
    ).toEqual([0, 1]);
  });

  test('by contact, those with one in the quarter; on an unknown day, perhaps', async () => {
    const direct = 'contact';
    const keeps = ['case', 'consultancy', 'contact'] as const;
    expect(
      await people([aContact(), aContact(), aContact({ youngPerson: 'yp2' })], { direct, keeps }),
    ).toEqual([2, 0]);
    expect(await people([aContact({ date: null })], { direct, keeps })).toEqual([notKnown, 0]);
    expect(await people([aContact({ date: null }), aContact()], { direct, keeps })).toEqual([1, 0]);
    expect(await people([aContact({ date: '2015-04-01' })], { direct, keeps })).toEqual([0, 0]);
  });

  test('without cases nobody knows who of those discussed is directly supported, unless there is no casework', async () => {
    const discussed = [aConsultancy({ youngPerson: 'yp1' })];
    expect((await compiled(discussed)).value.youngPeople).toEqual({ indirect: notKnown });
    const register = registerOf({ id: '2', duties: ['case-consultancy'] });
    expect((await compiled(discussed, { register })).value.youngPeople).toEqual({ indirect: 1 });
    const both = registerOf({ id: '2', duties: ['casework', 'case-consultancy'] });
    expect((await compiled(discussed, { register: both })).value.youngPeople).toEqual({ indirect: notKnown });
  });
});

describe('who is new', () => {
  const first = async (records: readonly unknown[], options: Partial<CompileOptions> = {}) => {
    const { value } = await compiled(records, { quarter: '2015-Q2', ...options });
    return [value.youngPeople?.newInPeriod, value.youngPeople?.firstInYear];
  };
  const now = { opened: '2015-05-05' };

  test.each([
    ['nobody has known before', [now], [1, 1]],
    ['was there the day before the year', [now, { opened: '2014-01-01', closed: '2014-12-31' }], [0, 1]],
    ['was there on its first day', [now, { opened: '2014-01-01', closed: '2015-01-01' }], [0, 0]],
    ['was there on the last day before', [now, { opened: '2015-03-31', closed: '2015-03-31' }], [0, 0]],
    ['was there on the first day', [{ opened: '2015-04-01' }], [1, 1]],
    ['was there until a day of the year', [now, { opened: null, closed: '2015-01-05' }], [0, 0]],
    ['was there until a day long before', [now, { opened: null, closed: '2014-01-05' }], [0, 1]],
    ['may have been there before', [{ opened: null, closed: '2015-05-05' }], [notKnown, notKnown]],
    [
      'was referred in the quarter and opened nobody knows when',
      [{ opened: null, referred: '2015-04-02', closed: '2015-05-05' }],
      [1, 1],
    ],
    ['was discussed before', [now, { support: 'consultancy', opened: '2014-01-01' }], [1, 1]],
    [
      'was there before for what nobody wrote down',
      [now, { support: null, opened: '2014-01-01', closed: '2014-02-02' }],
      [notKnown, 1],
    ],
  ] as const)('somebody who %s', async (_, cases, expected) => {
    expect(await first(cases.map((facts) => aCase(facts)))).toEqual(expected);
  });

  test('is not said of part of the history, nor where contacts say who is supported', async () => {
    expect(await first([aCase(now)], { history: 'partial' })).toEqual([undefined, undefined]);
    expect(await first([aCase(now), aContact({ date: '2015-05-05' })], { direct: 'contact' })).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('in the first quarter of a year is everybody', async () => {
    const records = [aCase({ opened: '2014-10-01' }), aCase({ youngPerson: 'yp2', opened: null })];
    expect(await first(records, { quarter: '2015-Q1' })).toEqual([notKnown, { atLeast: 1 }]);
  });
});

describe('contacts', () => {
  const outside = async (...records: readonly unknown[]) =>
    (await found(records)).filter((each) => each.startsWith('K204'));
  const message = (id: string) => `K204 Contact ${id} falls within no open case of its young person.`;

  test('outside every open case of their young person are found', async () => {
    const inCase = aCase({ opened: '2015-02-01', closed: '2015-02-10' });
    const on = (date: string | null) => outside(inCase, aContact({ id: 't', date }));
    expect(await on('2015-02-01')).toEqual([]);
    expect(await on('2015-02-10')).toEqual([]);
    expect(await on('2015-01-31')).toEqual([message('t')]);
    expect(await on('2015-02-11')).toEqual([message('t')]);
    // Without a date it may be of any day of the quarter.
    expect(await on(null)).toEqual([]);
    expect(await outside(inCase, aContact({ id: 't', youngPerson: 'yp2' }))).toEqual([message('t')]);
  });

  test('are within any of several cases, and within what may be one', async () => {
    const cases = [
      aCase({ opened: '2015-02-01', closed: '2015-02-10' }),
      aCase({ opened: '2014-01-01', closed: '2015-01-10' }),
    ];
    expect(
      await outside(...cases, aContact({ date: '2015-01-05' }), aContact({ date: '2015-02-05' })),
    ).toEqual([]);
    for (const each of [cases, [...cases].reverse()]) {
      expect(await outside(...each, aContact({ id: 't', date: '2015-01-20' }))).toEqual([message('t')]);
    }
    // The longer of two that began together counts.
    const together = ['2015-02-10', '2015-01-10'].map((closed) => aCase({ opened: '2015-01-01', closed }));
    expect(await outside(...together, aContact({ date: '2015-02-05' }))).toEqual([]);
    expect(await outside(...[...together].reverse(), aContact({ date: '2015-02-05' }))).toEqual([]);
    expect(await outside(aCase({ opened: 'never' }), aContact({ id: 't' }))).toEqual([message('t')]);
    expect(await outside(aCase({ opened: null }), aContact({ date: '2015-01-05' }))).toEqual([]);
  });

  test('are found in the order of their ids', async () => {
    const contacts = ['t3', 't1', 't2'].map((id) => aContact({ id, youngPerson: 'yp9' }));
    expect(await outside(aCase(), ...contacts)).toEqual(['t1', 't2', 't3'].map(message));
  });

  test('are held against nothing where no cases are among the records', async () => {
    expect(await outside(aContact())).toEqual([]);
  });
});
