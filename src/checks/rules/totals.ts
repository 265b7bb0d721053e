import { boundsInWords, mayBeEqual, sumBounds } from '../../figures/index.ts';
import { cellBounds, pathsUnder, sumOfCounts } from '../../form/index.ts';
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
    if (mayBeEqual(parts, total)) return [];
    return [
      {
        paths: ['youngPeople.direct', 'youngPeople.indirect', 'youngPeople.total'],
        message: `Direct and indirect support add up to ${boundsInWords(parts)}; the total says ${boundsInWords(total)}.`,
        expected: `a total of ${boundsInWords(parts)}`,
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
      if (mayBeEqual(sum, closed)) continue;
      const paths = pathsUnder(`outcomes.atClose.${measure}`, counts);
      breaks.push({
        paths: [...paths, 'outcomes.casesClosed'],
        message: `Outcomes for “${measure}” add up to ${boundsInWords(sum)}; ${boundsInWords(closed)} cases closed.`,
        expected: `outcomes that add up to ${boundsInWords(closed)}`,
      });
    }
    return breaks;
  },
});
