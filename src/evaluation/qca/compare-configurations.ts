import type { Register } from '../../programme/index.ts';
import type { IsoDate } from '../../vocabulary/index.ts';
import { factHolds, type FactCondition } from '../register-fact.ts';
import { minimise, type Minimisation } from './minimise.ts';
import { necessaryConditions, type Necessity } from './necessity.ts';
import { truthTable, type QcaCase, type QcaQuestion, type TruthTable } from './truth-table.ts';

/**
 * The services of a register as cases: whether each named fact holds of each. Services that are only planned are
 * left out.
 *
 * @param asOf the day on which posts are looked at; all posts when left out
 * @example
 * const services = [{ id: 's', phase: 'two', status: 'operational', hub: { charity: 'independent' }, spokes: [] }] as const;
 * casesOf({ phases: [], services }, { large: { fact: 'charity', is: 'large-national' } }); // => [{ name: 's', values: { large: false } }]
 */
export function casesOf(
  { services }: Register,
  facts: Readonly<Record<string, FactCondition>>,
  asOf?: IsoDate,
): readonly QcaCase[] {
  return services
    .filter(({ status }) => status !== 'planned')
    .map((service) => ({
      name: service.id,
      values: Object.fromEntries(
        Object.entries(facts).map(([name, condition]) => [name, factHolds(service, condition, asOf)]),
      ),
    }));
}

/** A crisp-set comparison of cases. Plain JSON. */
export interface ConfigurationalComparison {
  readonly table: TruthTable;
  readonly necessary: readonly Necessity[];
  readonly conservative: Minimisation;
  readonly parsimonious: Minimisation;
  /** The same for the absence of the outcome: causes are not symmetrical. */
  readonly absence: { readonly conservative: Minimisation; readonly parsimonious: Minimisation };
  /** What the comparison cannot bear, in sentences. */
  readonly limits: readonly string[];
}

/**
 * Compares cases by crisp-set Qualitative Comparative Analysis: the truth table, necessary conditions, and the
 * conservative and parsimonious solutions for the outcome and its absence, with what stands in the way of
 * believing them.
 *
 * @throws RangeError when there is no condition, there are more than twelve, or two things or cases share a name
 * @example
 * const found = compareConfigurations({
 *   cases: [
 *     { name: 'one', values: { manager: true, stays: true } },
 *     { name: 'two', values: { manager: false, stays: false } },
 *   ],
 *   conditions: ['manager'],
 *   outcome: 'stays',
 * });
 * found.parsimonious.models[0]?.formula; // => 'manager'
 */
export function compareConfigurations(question: QcaQuestion): ConfigurationalComparison {
  const table = truthTable(question);
  const of = (solution: 'conservative' | 'parsimonious', outcome: boolean): Minimisation =>
    minimise(table, { solution, outcome });
  const [conservative, parsimonious] = [of('conservative', true), of('parsimonious', true)];
  const absence = { conservative: of('conservative', false), parsimonious: of('parsimonious', false) };
  return {
    table,
    necessary: necessaryConditions(table),
    conservative,
    parsimonious,
    absence,
    limits: limitsOf(table, [conservative, parsimonious, absence.conservative, absence.parsimonious]),
  };
}

/** What stands in the way of believing a comparison. */
function limitsOf(table: TruthTable, solutions: readonly Minimisation[]): readonly string[] {
  const { conditions, rows, remainders, unplaced, outcome } = table;
  const placed = rows.reduce((sum, { withOutcome, without }) => sum + withOutcome.length + without.length, 0);
  const contradictory = rows.filter(({ says }) => says === 'contradictory');
  const disputed = contradictory.reduce(
    (sum, { withOutcome, without }) => sum + withOutcome.length + without.length,
    0,
  );
  return [
    ...(placed === 0 ? ['There are no cases to compare.'] : []),
    `${counted(placed, 'case')}, ${counted(conditions.length, 'condition')}: ${rows.length} of ${2 ** conditions.length} combinations occur, ${remainders.length} do not.`,
    ...unplaced.map(({ name, notKnown }) => `${name} could not be placed: ${notKnown.join(', ')} not known.`),
    ...(contradictory.length === 0
      ? []
      : [
          `${contradictory.length} of ${rows.length} combinations contradict themselves, with ${disputed} of ${placed} cases: the conditions do not decide ${outcome}.`,
        ]),
    ...solutions.flatMap(limitsOfSolution),
    ...(placed < 2 ** conditions.length
      ? ['There are fewer cases than combinations: conditions picked at random would often fit as well.']
      : []),
  ];
}

/** What a solution cannot bear. What is true of the conservative one of an outcome without solution is not said twice. */
function limitsOfSolution({ solution, outcome, models, minimal, complete }: Minimisation): readonly string[] {
  const name = `The ${solution} solution for ${outcome}`;
  if (models.length === 0)
    return solution === 'conservative'
      ? [`No combination always goes with ${outcome}: there is no solution.`]
      : [];
  const against = [...new Set(models.flatMap(({ contradictedBy }) => contradictedBy))];
  return [
    ...(minimal ? [] : [`${name} may not be the shortest: the search was cut short.`]),
    ...(minimal && models.length > 1
      ? [
          `${name} is one of ${complete ? '' : 'at least '}${models.length}: the cases do not decide between them.`,
        ]
      : []),
    ...(against.length === 0 ? [] : [`${name} is contradicted by what is known of ${against.join(', ')}.`]),
  ];
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;
