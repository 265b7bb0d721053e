import { boundsInWords, highOf, sumBounds } from '../../figures/index.ts';
import { cellBounds, sumOfCounts, type Cell } from '../../form/index.ts';
import { returnRule, type Break } from '../rule.ts';

/** R221: direct and indirect support add up to the total. */
export const directAndIndirectMakeTotal = returnRule({
  code: 'R221',
  severity: 'error',
  source: 'Table 4',
  statement: 'Young people directly and indirectly supported add up to the total.',
  remedy: 'Correct whichever of the three is wrong.',
  fields: ['youngPeople.direct', 'youngPeople.indirect', 'youngPeople.total'],
  needs: ['youngPeople.direct', 'youngPeople.total'],
  examples: {
    holds: [{ value: { 'youngPeople.direct': 47, 'youngPeople.indirect': 28, 'youngPeople.total': 75 } }],
    breaks: [{ value: { 'youngPeople.direct': 47, 'youngPeople.indirect': 28, 'youngPeople.total': 74 } }],
  },
  check: (view) => {
    const indirect = view['youngPeople.indirect'];
    const known = indirect === undefined ? { low: 0 } : cellBounds(indirect);
    const parts = sumBounds([cellBounds(view['youngPeople.direct']), known]);
    const total = cellBounds(view['youngPeople.total']);
    if (parts.low <= highOf(total) && highOf(parts) >= total.low) return [];
    return [
      {
        paths: ['youngPeople.direct', 'youngPeople.indirect', 'youngPeople.total'],
        message: `Direct and indirect support add up to ${boundsInWords(parts)}; the total says ${boundsInWords(total)}.`,
        expected: `a total of ${boundsInWords(parts)}`,
      },
    ];
  },
});

/** R222: those new in the period are among the directly supported. */
export const newAreAmongDirect = returnRule({
  code: 'R222',
  severity: 'error',
  source: 'library',
  statement: 'Young people new to the service in the period are among those it directly supported.',
  remedy: 'Correct the number of new young people, or of those directly supported.',
  fields: ['youngPeople.newInPeriod', 'youngPeople.direct'],
  needs: ['youngPeople.newInPeriod', 'youngPeople.direct'],
  examples: {
    holds: [{ value: { 'youngPeople.newInPeriod': 9, 'youngPeople.direct': 30 } }],
    breaks: [{ value: { 'youngPeople.newInPeriod': 31, 'youngPeople.direct': 30 } }],
  },
  check: (view) => {
    const fresh = cellBounds(view['youngPeople.newInPeriod']);
    const direct = cellBounds(view['youngPeople.direct']);
    if (fresh.low <= highOf(direct)) return [];
    const message = `${boundsInWords(fresh)} young people are new, of ${boundsInWords(direct)} directly supported.`;
    return [
      {
        paths: ['youngPeople.newInPeriod', 'youngPeople.direct'],
        message,
        expected: `at most ${highOf(direct)}`,
      },
    ];
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
    if (came.low <= highOf(went) && highOf(came) >= went.low) return [];
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

/** R209: for each measure, the outcomes at close are those of the cases closed. */
export const outcomesAccountForClosed = returnRule({
  code: 'R209',
  severity: 'error',
  source: '2.3',
  statement: 'For each measure, the outcomes with those not recorded add up to the cases closed.',
  remedy: 'Correct the count that is wrong, or say how many outcomes were not recorded.',
  fields: ['outcomes.atClose', 'outcomes.casesClosed'],
  needs: ['outcomes.atClose', 'outcomes.casesClosed'],
  examples: {
    holds: [
      {
        value: {
          'outcomes.casesClosed': 9,
          'outcomes.atClose': { safety: { improved: 5, 'not-recorded': 4 } },
        },
      },
    ],
    breaks: [
      {
        value: {
          'outcomes.casesClosed': 9,
          'outcomes.atClose': { safety: { improved: 5, 'not-recorded': 3 } },
        },
      },
    ],
  },
  check: (view) => {
    const closed = cellBounds(view['outcomes.casesClosed']);
    const breaks: Break[] = [];
    const measures = view['outcomes.atClose'];
    for (const measure in measures) {
      const counts = measures[measure] ?? {};
      const sum = sumOfCounts(counts);
      if (sum.low <= highOf(closed) && highOf(sum) >= closed.low) continue;
      const paths = Object.keys(counts).map((code) => `outcomes.atClose.${measure}.${code}`);
      breaks.push({
        paths: [...paths, 'outcomes.casesClosed'],
        message: `Outcomes for “${measure}” add up to ${boundsInWords(sum)}; ${boundsInWords(closed)} cases closed.`,
        expected: `outcomes that add up to ${boundsInWords(closed)}`,
      });
    }
    return breaks;
  },
});
