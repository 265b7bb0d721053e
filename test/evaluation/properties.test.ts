import fc from 'fast-check';
import {
  contrast,
  evidenceKind,
  factHolds,
  factInWords,
  informant,
  isFactCondition,
  measureFigureInWords,
  measureFigures,
  measures,
  registerFacts,
  standing,
  standingInWords,
  summarise,
  type CmoConfiguration,
  type Evidence,
  type FactCondition,
  type Register,
} from 'hub-and-spoke';
import { syntheticRegister } from 'hub-and-spoke/synthetic';
import { expect, test } from 'vitest';
import { coreReturnValue } from '../arbitraries.ts';

const asOf = '2015-09-30';
const spoilt = /undefined|NaN|\[object|Infinity/;

/** A register of services 1, 2 and so on, of which some say less than they could. */
const register: fc.Arbitrary<Register> = fc
  .record({
    seed: fc.nat(10_000),
    services: fc.integer({ min: 0, max: 8 }),
    silent: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  })
  .map(({ seed, services, silent }) => {
    const whole = syntheticRegister({ seed, services });
    const said = whole.services.map((service, index) =>
      silent[index] === true ? { ...service, hub: {}, spokes: [] } : service,
    );
    return { ...whole, services: said };
  });

const condition: fc.Arbitrary<FactCondition> = fc
  .constantFrom(...registerFacts)
  .chain(({ id, values }) =>
    fc
      .oneof(fc.constantFrom(...values), fc.subarray([...values], { minLength: 1 }))
      .map((is) => ({ fact: id, is })),
  );

const configuration = (conditions: readonly FactCondition[], measure?: string): CmoConfiguration => ({
  id: 'A',
  contexts: conditions.map((fact) => ({ layer: 'practice', statement: factInWords(fact), fact })),
  outcome: { statement: 'More is done', valence: 'desired', ...(measure !== undefined && { measure }) },
  status: 'candidate',
});

test('a condition is a fact with values of its own, and nothing else', () => {
  const words = fc.oneof(
    fc.string(),
    fc.constantFrom('yes', 'no', '1', '__proto__', ...registerFacts.map(({ id }) => id)),
  );
  fc.assert(
    fc.property(words, fc.oneof(words, fc.array(words, { maxLength: 3 })), (fact, is) => {
      const own = registerFacts.find(({ id }) => id === fact)?.values ?? [];
      const asked = typeof is === 'string' ? [is] : is;
      const isKnown = own.length > 0 && new Set([...own, ...asked]).size === own.length;
      expect(isFactCondition({ fact, is })).toBe(isKnown);
    }),
  );
});

test('a fact with more values holds wherever one with fewer does, and one with all of them fails nowhere', () => {
  fc.assert(
    fc.property(register, condition, ({ services }, { fact, is }) => {
      const { values } = registerFacts.find(({ id }) => id === fact) ?? { values: [] };
      for (const service of services) {
        const narrow = factHolds(service, { fact, is }, asOf);
        const wide = factHolds(service, { fact, is: values }, asOf);
        if (narrow === true) expect(wide).toBe(true);
        // What is not known of some values, is not known to be false of any more.
        if (wide === undefined) expect(narrow).toBeUndefined();
        expect(factInWords({ fact, is })).not.toMatch(spoilt);
      }
    }),
  );
});

test('a contrast puts each service that has begun on one side, or says that it is not known', () => {
  const anyMeasure = fc.constantFrom(
    undefined,
    ...measures.map(({ id }) => id),
    'withProfessionals.trainingSessions',
    'youngPeople.direct',
  );
  fc.assert(
    fc.property(
      register,
      fc.array(condition, { maxLength: 2 }),
      anyMeasure,
      fc.array(coreReturnValue, { maxLength: 5 }),
      (services, conditions, measure, returns) => {
        const summary = summarise(returns, { by: ['service', 'quarter'] });
        const found = contrast(configuration(conditions, measure), { register: services, summary, asOf });
        const { holds, doesNot, notKnown } = found;
        const there = services.services.filter(({ status }) => status !== 'planned').map(({ id }) => id);
        expect([...holds.services, ...doesNot.services, ...notKnown].sort()).toEqual(there.sort());
        for (const side of [holds, doesNot]) {
          expect(side.n).toBeLessThanOrEqual(side.services.length);
          expect(side.services).toEqual(expect.arrayContaining([...side.withFigures, ...side.missing]));
        }
        expect(found.says.length).toBeGreaterThan(0);
        expect(found.says.join(' ')).not.toMatch(spoilt);
        expect(found.says.join(' ')).not.toMatch(/\b(caused|because of|effect of|leads to)\b/i);
        const judged = found.figures.map(({ reads }) => reads);
        if (Math.min(holds.n, doesNot.n) < 3)
          expect(judged.filter((each) => each !== 'too-few' && each !== 'not-comparable')).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test('the figures of a measure are of the services that were asked for, each once, whatever the returns', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...measures),
      fc.array(coreReturnValue, { maxLength: 6 }),
      fc.subarray(['1', '2', '3']),
      register,
      (measure, returns, services, from) => {
        const summary = summarise(returns, { by: ['service', 'quarter'] });
        const found = measureFigures(measure, { asOf, summary, register: from }, services);
        const given = found.services.flatMap((each) => each.services);
        expect(new Set(given).size).toBe(given.length);
        expect(services).toEqual(expect.arrayContaining([...given, ...found.missing]));
        expect(given.filter((each) => found.missing.includes(each))).toEqual([]);
        for (const figure of found.figures) expect(measureFigureInWords(figure)).not.toMatch(spoilt);
        if (given.length === 0) expect(found.figures).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

const evidence: fc.Arbitrary<Evidence> = fc
  .record(
    {
      kind: fc.constantFrom(...evidenceKind.entries).map(({ code }) => code),
      reference: fc.constantFrom('note 1', 'note 2'),
      informant: fc.constantFrom(...informant.entries).map(({ code }) => code),
      services: fc.subarray(['1', '2', '3']),
    },
    { requiredKeys: ['kind', 'reference'] },
  )
  .map((each) => each as Evidence); // each kind takes all of these

test('evidence says how a configuration stands by its sides alone, and every standing can be written', () => {
  const side = fc.array(evidence, { maxLength: 4 });
  fc.assert(
    fc.property(side, side, (evidenceFor, evidenceAgainst) => {
      const found = standing({ ...configuration([]), evidenceFor, evidenceAgainst });
      const expected = [
        ['untested', 'contradicted'],
        ['supported', 'contested'],
      ][Math.min(1, evidenceFor.length)]?.[Math.min(1, evidenceAgainst.length)];
      expect(found.evidence).toBe(expected);
      const references = new Set(evidenceFor.map(({ reference }) => reference));
      expect(found.supports.pieces).toBe(references.size);
      expect(standingInWords(found)).not.toMatch(spoilt);
      expect(standingInWords(found)).toContain(`: ${found.evidence}`);
      // Evidence is a set: its order, and what is said twice, change nothing.
      const again = { evidenceFor: [...evidenceFor, ...evidenceFor].reverse(), evidenceAgainst };
      expect(standing({ ...configuration([]), ...again })).toEqual(found);
    }),
  );
});
