import type { Register } from '../../programme/index.ts';
import { overlaps } from '../../vocabulary/index.ts';
import type { Break } from '../rule.ts';
import type { SaidRule } from '../said-rule.ts';
import { sampleService } from '../service-rule.ts';

/** A truth about a register as a whole, as a record that holds a function. */
export interface RegisterRule extends SaidRule {
  readonly examples: { readonly holds: readonly Register[]; readonly breaks: readonly Register[] };
  /** The breaks found. */
  readonly check: (register: Register) => readonly Break[];
}

const year = (number: number) => ({ from: `${number}-01-01`, to: `${number}-12-31` });
const phaseOne = { phase: 'one', fundingYear: year(2014) } as const;
const withPhases = (...phases: Register['phases']): Register => ({ phases, services: [] });
const withServices = (...ids: readonly string[]): Register => ({
  phases: [],
  services: ids.map((id) => ({ ...sampleService, id })),
});

/** P301: a name is one service’s. */
const servicesHaveTheirOwnNames: RegisterRule = {
  code: 'P301',
  severity: 'error',
  statement: 'No two services of a register have one name.',
  remedy: 'Correct the entry.',
  source: 'library',
  examples: { holds: [withServices('1', '2')], breaks: [withServices('1', '1')] },
  check: ({ services }) => {
    const first = new Map<string, number>();
    return services.flatMap(({ id }, index) => {
      const before = first.get(id);
      first.set(id, before ?? index);
      if (before === undefined) return [];
      const paths = [`services.${index}.id`, `services.${before}.id`];
      return [{ paths, message: `Two services are called “${id}”.`, expected: 'another name' }];
    });
  },
};

/** P302: a day is of one phase. */
const phasesDoNotOverlap: RegisterRule = {
  code: 'P302',
  severity: 'error',
  statement: 'The funding years of no two phases have a day in common.',
  remedy: 'Correct the entry.',
  source: 'library',
  examples: {
    holds: [withPhases(phaseOne, { phase: 'two', fundingYear: year(2015) })],
    breaks: [withPhases(phaseOne, { phase: 'two', fundingYear: year(2014) })],
  },
  check: ({ phases }) =>
    phases.flatMap((one, index) =>
      phases.slice(0, index).flatMap((other, before) => {
        if (!overlaps(one.fundingYear, other.fundingYear)) return [];
        const paths = [`phases.${before}.fundingYear`, `phases.${index}.fundingYear`];
        const message = `The funding years of phases ${other.phase} and ${one.phase} overlap.`;
        return [{ paths, message, expected: 'years that do not' }];
      }),
    ),
};

/** P303: a year of a phase runs forwards. */
const yearsRunForwards: RegisterRule = {
  code: 'P303',
  severity: 'error',
  statement: 'Every year of a phase ends on or after the day on which it begins.',
  remedy: 'Correct the entry.',
  source: 'library',
  examples: {
    holds: [withPhases(phaseOne)],
    breaks: [withPhases({ ...phaseOne, fundingYear: { from: '2014-12-31', to: '2014-01-01' } })],
  },
  check: ({ phases }) =>
    phases.flatMap(({ phase, fundingYear, retrospectiveYear = fundingYear }, index) => {
      if ([fundingYear, retrospectiveYear].every(({ from, to }) => from <= to)) return [];
      const message = `A year of phase ${phase} ends before it begins.`;
      return [{ paths: [`phases.${index}`], message, expected: 'a last day after the first' }];
    }),
};

/** Every rule over a register as a whole, P3. */
export const wholeRegisterRules: readonly RegisterRule[] = [
  servicesHaveTheirOwnNames,
  phasesDoNotOverlap,
  yearsRunForwards,
];
