import { boundsInWords, highOf, mayBeEqual, sumBounds } from '../../figures/index.ts';
import { cellBounds, type Cell } from '../../form/index.ts';
import { returnRule, type Break } from '../rule.ts';

/** Who of the directly supported is counted apart: those new and those supported before are never the same. */
const amongDirect = [
  ['new or supported before', ['youngPeople.newInPeriod', 'youngPeople.openAtStart']],
  ['supported on the last day', ['youngPeople.openAtEnd']],
] as const;

/** R222: those new in the period, and those supported as it began or ended, are among the directly supported. */
export const newAreAmongDirect = returnRule({
  code: 'R222',
  severity: 'error',
  source: 'library',
  statement:
    'Young people new to the service, with those supported as the period began, are among the directly supported; so are those supported as it ended.',
  remedy: 'Correct whichever number is wrong.',
  fields: [
    'youngPeople.newInPeriod',
    'youngPeople.openAtStart',
    'youngPeople.openAtEnd',
    'youngPeople.direct',
  ],
  needs: ['youngPeople.direct'],
  examples: {
    holds: [{ value: { 'youngPeople.newInPeriod': 9, 'youngPeople.direct': 30 } }],
    breaks: [
      { value: { 'youngPeople.newInPeriod': 31, 'youngPeople.direct': 30 } },
      {
        value: { 'youngPeople.newInPeriod': 9, 'youngPeople.openAtStart': 22, 'youngPeople.direct': 30 },
      },
    ],
  },
  check: (view) => {
    const direct = cellBounds(view['youngPeople.direct']);
    const returned = amongDirect.map(
      ([words, paths]) => [words, paths.filter((path) => view[path] !== undefined)] as const,
    );
    if (returned.every(([, paths]) => paths.length === 0)) return { notRun: 'Nobody is counted apart.' };
    return returned.flatMap(([words, paths]): readonly Break[] => {
      const sum = sumBounds(paths.map((path) => cellBounds(view[path] ?? 0)));
      if (sum.low <= highOf(direct)) return [];
      const message = `${boundsInWords(sum)} young people are ${words}, of ${boundsInWords(direct)} directly supported.`;
      return [{ paths: [...paths, 'youngPeople.direct'], message, expected: `at most ${highOf(direct)}` }];
    });
  },
});

/** R225: those counted for the first time in the year are among the directly supported, and those new among them. */
export const firstInYearAreAmongDirect = returnRule({
  code: 'R225',
  severity: 'error',
  source: 'library',
  statement:
    'Young people supported for the first time in the year are among those directly supported, and those new to the service are among them.',
  remedy: 'Correct the number supported for the first time in the year, or the one it is compared with.',
  fields: ['youngPeople.firstInYear', 'youngPeople.newInPeriod', 'youngPeople.direct'],
  needs: ['youngPeople.firstInYear'],
  examples: {
    holds: [
      { value: { 'youngPeople.firstInYear': 9, 'youngPeople.newInPeriod': 4, 'youngPeople.direct': 30 } },
    ],
    breaks: [
      { value: { 'youngPeople.firstInYear': 31, 'youngPeople.direct': 30 } },
      { value: { 'youngPeople.firstInYear': 3, 'youngPeople.newInPeriod': 4 } },
    ],
  },
  check: (view) => {
    const first = cellBounds(view['youngPeople.firstInYear']);
    const direct: Cell | undefined = view['youngPeople.direct'];
    const fresh: Cell | undefined = view['youngPeople.newInPeriod'];
    const tooMany = direct !== undefined && first.low > highOf(cellBounds(direct));
    const tooFew = fresh !== undefined && cellBounds(fresh).low > highOf(first);
    const other = tooMany ? 'youngPeople.direct' : 'youngPeople.newInPeriod';
    if (!tooMany && !tooFew) return [];
    const compared = cellBounds((tooMany ? direct : fresh) ?? 0);
    const message = `${boundsInWords(first)} young people are supported for the first time in the year; ${boundsInWords(compared)} ${tooMany ? 'are directly supported' : 'are new to the service'}.`;
    const expected = tooMany ? `at most ${highOf(compared)}` : `at least ${compared.low}`;
    return [{ paths: ['youngPeople.firstInYear', other], message, expected }];
  },
});

/** R224: cases open at the start, opened and closed make the cases open at the end. */
export const casesFlow = returnRule({
  code: 'R224',
  severity: 'error',
  source: 'library',
  statement: 'Cases open at the start, and those opened, less those closed, are the cases open at the end.',
  remedy: 'Correct whichever of the four is wrong.',
  fields: ['youngPeople.openAtStart', 'youngPeople.opened', 'outcomes.casesClosed', 'youngPeople.openAtEnd'],
  needs: ['youngPeople.openAtStart', 'youngPeople.opened', 'outcomes.casesClosed', 'youngPeople.openAtEnd'],
  examples: {
    holds: [
      {
        value: {
          'youngPeople.openAtStart': 20,
          'youngPeople.opened': 9,
          'outcomes.casesClosed': 6,
          'youngPeople.openAtEnd': 23,
        },
      },
    ],
    breaks: [
      {
        value: {
          'youngPeople.openAtStart': 20,
          'youngPeople.opened': 9,
          'outcomes.casesClosed': 6,
          'youngPeople.openAtEnd': 24,
        },
      },
    ],
  },
  check: (view) => {
    const came = sumBounds([
      cellBounds(view['youngPeople.openAtStart']),
      cellBounds(view['youngPeople.opened']),
    ]);
    const went = sumBounds([
      cellBounds(view['outcomes.casesClosed']),
      cellBounds(view['youngPeople.openAtEnd']),
    ]);
    if (mayBeEqual(came, went)) return [];
    return [
      {
        paths: [
          'youngPeople.openAtStart',
          'youngPeople.opened',
          'outcomes.casesClosed',
          'youngPeople.openAtEnd',
        ],
        message: `Open at the start and opened are ${boundsInWords(came)} together; closed and open at the end are ${boundsInWords(went)}.`,
        expected: 'the same number twice',
      },
    ];
  },
});
