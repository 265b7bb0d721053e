import { fieldOf, formatCell, pathsUnder, valueAt, type Breakdown } from '../../form/index.ts';
import { periodName } from '../../vocabulary/index.ts';
import { returnRule, type Break } from '../rule.ts';
import { breakdownsOfPeople, isTelling } from '../telling-breakdown.ts';

const earlier = {
  edition: 'year-two',
  service: '2',
  period: { from: '2014-10-01', to: '2014-12-31' },
  referrals: { route: { police: 9, health: 4 } },
} as const;

/** R453: a breakdown is not that of the return before. */
export const breakdownIsNotCopied = returnRule({
  code: 'R453',
  severity: 'query',
  source: 'Tables 2-5',
  statement: 'A breakdown over more than ten young people is not exactly that of the return before.',
  remedy: 'Check that the figures are of this period; if they are, say so.',
  fields: breakdownsOfPeople,
  examples: {
    holds: [{ value: { 'referrals.route': { police: 8, health: 5 } }, context: { earlier } }],
    breaks: [{ value: { 'referrals.route': { police: 9, health: 4 } }, context: { earlier } }],
  },
  check: (view, context) => {
    const before = context.earlier;
    if (before === undefined) return { notRun: 'No earlier return of the service was given.' };
    return breakdownsOfPeople.flatMap((id): readonly Break[] => {
      const counts: Breakdown<string> | undefined = view[id];
      const same = counts !== undefined && isTelling(counts) && isSame(counts, valueAt(before, id));
      if (!same) return [];
      const message = `${fieldOf(id).label}: every count is that of the return for ${periodName(before.period)}: ${Object.values(counts).map(formatCell).join(', ')}.`;
      return [
        {
          paths: pathsUnder(id, counts),
          message,
          expected: 'the figures of this period',
        },
      ];
    });
  },
});

function isSame(counts: Breakdown<string>, before: unknown): boolean {
  if (typeof before !== 'object' || before === null) return false;
  const codes = Object.keys(counts);
  return (
    codes.length === Object.keys(before).length &&
    codes.every((code) => JSON.stringify(counts[code]) === JSON.stringify(valueAt(before, code)))
  );
}
