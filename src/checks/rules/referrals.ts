import { boundsInWords, highOf, mayBeEqual } from '../../figures/index.ts';
import { cellBounds, pathsUnder, sumOfCounts } from '../../form/index.ts';
import { returnRule } from '../rule.ts';

/** R207: the referral routes account for the cases in which a route was reported. */
export const routesAccountForReported = returnRule({
  code: 'R207',
  severity: 'error',
  source: '2.3',
  since: '2015-Q1',
  statement: 'The referral routes add up to the cases in which a route was reported.',
  remedy: 'Correct the route that is wrong, or the number of cases in which a route was reported.',
  fields: ['referrals.reported', 'referrals.route'],
  needs: ['referrals.reported', 'referrals.route'],
  examples: {
    holds: [{ value: { 'referrals.reported': 38, 'referrals.route': { police: 6, 'multi-agency': 32 } } }],
    breaks: [{ value: { 'referrals.reported': 38, 'referrals.route': { police: 6, 'multi-agency': 31 } } }],
  },
  check: (view) => {
    const sum = sumOfCounts(view['referrals.route']);
    const base = cellBounds(view['referrals.reported']);
    if (mayBeEqual(sum, base)) return [];
    const routes = pathsUnder('referrals.route', view['referrals.route']);
    return [
      {
        paths: [...routes, 'referrals.reported'],
        message: `The routes add up to ${boundsInWords(sum)}; a route was reported in ${boundsInWords(base)} cases.`,
        expected: `routes that add up to ${boundsInWords(base)}`,
      },
    ];
  },
});

/** R208: routes are reported for no more cases than there are young people directly supported. */
export const reportedRoutesAreCases = returnRule({
  code: 'R208',
  severity: 'error',
  source: '2.3',
  since: '2015-Q1',
  statement: 'Routes are reported for no more cases than there are directly supported young people.',
  remedy: 'Correct the number of cases, or of young people. Fewer is right where not every route is known.',
  fields: ['referrals.reported', 'youngPeople.direct'],
  needs: ['referrals.reported', 'youngPeople.direct'],
  examples: {
    holds: [{ value: { 'referrals.reported': 38, 'youngPeople.direct': 50 } }],
    breaks: [{ value: { 'referrals.reported': 52, 'youngPeople.direct': 50 } }],
  },
  check: (view) => {
    const reported = cellBounds(view['referrals.reported']);
    const direct = cellBounds(view['youngPeople.direct']);
    if (reported.low <= highOf(direct)) return [];
    const message = `A route is reported for ${boundsInWords(reported)} cases, of ${boundsInWords(direct)} young people directly supported.`;
    return [
      { paths: ['referrals.reported', 'youngPeople.direct'], message, expected: `at most ${highOf(direct)}` },
    ];
  },
});
