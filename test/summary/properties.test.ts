import fc from 'fast-check';
import {
  baseOf,
  boundsInWords,
  cellBounds,
  figureLabel,
  highOf,
  inseparableReturns,
  isComplete,
  isUnknown,
  summarise,
  wholePath,
  type Cell,
  type CoreReturn,
} from 'hub-and-spoke';
import { expect, test } from 'vitest';
import { cell, coreReturnValue } from '../arbitraries.ts';

/** Returns of which some were sent by several services together. */
const returns = fc.array(
  fc
    .tuple(
      coreReturnValue,
      fc.option(fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5'), { minLength: 2 })),
    )
    .map(([value, services]): CoreReturn =>
      services === null
        ? value
        : { ...value, service: services.join(), combined: { services, returns: services.length } },
    ),
  { maxLength: 8 },
);
const servicesOf = (value: CoreReturn): readonly string[] => value.combined?.services ?? [value.service];

test('services that cannot be separated share no service with others, and lose no return', () => {
  fc.assert(
    fc.property(returns, (values) => {
      const summary = summarise(values);
      const clusters = inseparableReturns(summary);
      const all = clusters.flatMap(({ services }) => services);
      expect(all).toHaveLength(new Set(all).size);
      expect(clusters.flatMap((each) => each.summary.contributions)).toHaveLength(
        summary.contributions.length,
      );
      for (const value of values) {
        const homes = clusters.filter(({ services }) =>
          servicesOf(value).some((id) => services.includes(id)),
        );
        expect(homes).toHaveLength(1);
      }
    }),
  );
});

test('every figure has a label, and stands under its whole', () => {
  fc.assert(
    fc.property(returns, (values) => {
      const { figures } = summarise(values);
      const paths = new Set(figures.map(({ path }) => path));
      for (const figure of figures) {
        expect(figureLabel(figure.path)).toMatch(/\S/);
        const whole = wholePath(figure.path);
        if (whole !== undefined) expect(figure.path.startsWith(whole)).toBe(true);
        // A breakdown that says whom it describes has its whole in the summary.
        if (whole !== undefined && figure.path.endsWith('/not-stated')) expect(paths).toContain(whole);
        if (isComplete(figure)) expect(figure.caveats).not.toContain('not-all-returned');
      }
    }),
  );
});

test('bounds in words say both ends, and no other number', () => {
  fc.assert(
    fc.property(fc.nat(), fc.option(fc.nat()), (low, more) => {
      const bounds = more === null ? { low } : { low, high: low + more };
      const said = (boundsInWords(bounds).match(/[\d,]+/g) ?? []).map((text) =>
        Number(text.replaceAll(',', '')),
      );
      const ends = [...new Set([low, ...(more === null ? [] : [low + more])])];
      expect(said).toEqual(more === null && low === 0 ? [] : ends);
    }),
  );
});

test('the number described holds whatever the parts may turn out to be', () => {
  const exact = (given: Cell, number: number): number => {
    const { low, high } = cellBounds(given);
    if (isUnknown(given) || high === undefined) return low + number;
    return Math.min(low + number, high);
  };
  fc.assert(
    fc.property(cell, cell, fc.nat(9), fc.nat(9), (direct, indirect, one, other) => {
      const truth = [exact(direct, one), exact(indirect, other)] as const;
      const bases = [
        [baseOf({ base: 'direct', direct, indirect }), truth[0]],
        [baseOf({ base: 'direct-and-indirect', direct, indirect }), truth[0] + truth[1]],
        [
          baseOf({ base: 'direct-and-indirect', direct, indirect, total: truth[0] + truth[1] }),
          truth[0] + truth[1],
        ],
      ] as const;
      for (const [bounds, count] of bases)
        expect(bounds !== undefined && bounds.low <= count && count <= highOf(bounds)).toBe(true);
    }),
  );
});
