import { boundsInWords, exactly, tailChance } from '../../figures/index.ts';
import { cellBounds, fieldOf, fields, isExactCell, type Cell, type FieldId } from '../../form/index.ts';
import { standardNumbers } from '../../programme/index.ts';
import { daysIn, quarterOf } from '../../vocabulary/index.ts';
import type { ReferenceRate } from '../reference-rate.ts';
import { returnRule, type Break, type RuleView } from '../rule.ts';

/** A count so far from the programme’s rate is asked about: less than once in a thousand returns by chance. */
const threshold = 0.001;
const daysInMonth = 365.25 / 12;
const counts = fields
  .filter((field) => field.kind === 'count' && !field.decimal)
  .map(({ id }) => id as FieldId); // the catalogue’s ids

const training: ReferenceRate = {
  of: 'withProfessionals.trainingAttending',
  per: 'withProfessionals.trainingSessions',
  count: 113,
  exposure: 17,
  from: 'services 4, 5 and 8',
};

/** R451: a count is near what the programme’s own rate would give. */
export const countFitsTheProgramme = returnRule({
  code: 'R451',
  severity: 'query',
  source: 'library',
  statement:
    'A count is not so far from the programme’s own rate that chance would bring it less than once in a thousand returns.',
  remedy: 'Check the two numbers; if they are right, say what was different.',
  fields: ['period', ...counts],
  needs: ['period'],
  after: ['R101'],
  examples: {
    holds: [
      {
        value: { 'withProfessionals.trainingSessions': 6, 'withProfessionals.trainingAttending': 38 },
        context: { rates: [training] },
      },
    ],
    breaks: [
      {
        value: { 'withProfessionals.trainingSessions': 6, 'withProfessionals.trainingAttending': 15 },
        context: { rates: [training] },
      },
    ],
  },
  check: (view, { rates }) => {
    if (rates === undefined || rates.length === 0) return { notRun: 'No rates of the programme were given.' };
    const compared = rates.map((reference) => farFrom(reference, view)).filter((each) => each !== undefined);
    return compared.length === 0
      ? { notRun: 'None of the counts that the rates need is exact.' }
      : compared.flat();
  },
});

type View = RuleView<'period' | FieldId, 'period'>;

function exposureOf({ per }: ReferenceRate, view: View): number | undefined {
  if (per !== 'spoke-worker-month') return exactCount(view, per);
  const workers = exactCount(view, 'spokes.headcount');
  return workers === undefined ? undefined : (workers * daysIn(view.period)) / daysInMonth;
}

function exactCount(view: View, id: FieldId): number | undefined {
  const cell = (view as Readonly<Record<string, unknown>>)[id] as Cell | undefined; // a count field holds a cell
  return isExactCell(cell) ? cell : undefined;
}

/** How often chance would bring what was returned; `undefined` where the two cannot be compared. */
function chanceOf(
  reference: ReferenceRate,
  found: number | undefined,
  exposure: number | undefined,
): number | undefined {
  const isCounted = Number.isInteger(found) && Number.isInteger(reference.count) && reference.count >= 0;
  if (found === undefined || exposure === undefined || !isCounted) return undefined;
  const share = exposure / (exposure + reference.exposure);
  return share > 0 && share < 1 ? tailChance(found, found + reference.count, share) : undefined;
}

function farFrom(reference: ReferenceRate, view: View): readonly Break[] | undefined {
  const found = exactCount(view, reference.of);
  const exposure = exposureOf(reference, view);
  const chance = chanceOf(reference, found, exposure);
  if (chance === undefined || found === undefined || exposure === undefined) return undefined;
  if (chance >= threshold) return [];
  const per = unitOf(reference);
  const here = `${each(found, exposure)} a ${per} (${found} over ${round(exposure)})`;
  const there = `${each(reference.count, reference.exposure)} (${reference.count} over ${round(reference.exposure)}, ${reference.from})`;
  const message = `${fieldOf(reference.of).label}: ${here}; the programme’s own rate is ${there}. At that rate a count as far out comes ${oftenness(chance)}.`;
  const paths = [reference.of, reference.per === 'spoke-worker-month' ? 'spokes.headcount' : reference.per];
  return [{ paths, message, expected: `near ${round((reference.count / reference.exposure) * exposure)}` }];
}

function unitOf({ per }: ReferenceRate): string {
  if (per === 'spoke-worker-month') return 'Spoke-worker month';
  const field = fieldOf(per);
  return field.kind === 'code' ? field.label : field.unit.replace(/s$/, '');
}

const round = (value: number): string => boundsInWords(exactly(Math.round(value * 10) / 10));
const each = (count: number, exposure: number): string => round(count / exposure);
const oftenness = (chance: number): string =>
  chance < 1e-9
    ? 'less than once in a billion returns'
    : `about once in ${boundsInWords(exactly(Math.round(1 / chance)))} returns`;

/** R452: young people per Spoke worker stay within what the hubs aim for. */
export const caseloadIsWithinTheAim = returnRule({
  code: 'R452',
  severity: 'advice',
  source: '3.3',
  statement: 'In a quarter a Spoke worker supports no more than about 14 young people directly.',
  remedy: 'Nothing to change in the return: a point for the hub about workload.',
  fields: ['period', 'youngPeople.direct', 'spokes.headcount'],
  needs: ['period', 'youngPeople.direct', 'spokes.headcount'],
  examples: {
    holds: [
      {
        value: {
          period: { from: '2015-01-01', to: '2015-03-31' },
          'youngPeople.direct': 36,
          'spokes.headcount': 3,
        },
      },
    ],
    breaks: [
      {
        value: {
          period: { from: '2015-01-01', to: '2015-03-31' },
          'youngPeople.direct': 50,
          'spokes.headcount': 3,
        },
      },
    ],
  },
  check: (view) => {
    if (quarterOf(view.period) === undefined) {
      return { notRun: 'Over more than a quarter, young people supported are not a caseload.' };
    }
    const { low, high } = standardNumbers.caseload;
    const people = cellBounds(view['youngPeople.direct']).low;
    const workers = view['spokes.headcount'];
    if (!isExactCell(workers)) return { notRun: 'How many Spoke workers there are is not exact.' };
    if (workers === 0 || people <= high * workers) return [];
    const message = `${people} young people for ${workers} Spoke workers is ${round(people / workers)} each in the quarter; the average caseload is ${low} to ${high}.`;
    return [
      { paths: ['youngPeople.direct', 'spokes.headcount'], message, expected: `at most ${high * workers}` },
    ];
  },
});
