import fc from 'fast-check';
import type { CoreReturn } from 'hub-and-spoke';
import { defineRelease, protect, type Protected } from 'hub-and-spoke/disclosure';
import { describe, expect, test } from 'vitest';
import { countsIn, paths, rangeOf, youngPerson, type KnownNumber, type Path, type Span } from './people.ts';
import { by, quarter } from './releases.ts';

const happened = fc.record({
  comes: fc.boolean(),
  goes: fc.boolean(),
  again: fc.nat(19).map((luck) => luck === 0),
});
const person = fc
  .tuple(fc.boolean(), fc.boolean(), fc.array(happened, { minLength: 4, maxLength: 4 }))
  .map(([isOld, isUnderWay, quarters]) => youngPerson(isOld, isUnderWay, quarters));
const people = fc.array(person, { minLength: 4, maxLength: 40 });

/** A return that is sent, of whom and when, and which numbers it says. */
interface Sent {
  readonly services: readonly string[];
  readonly span: Span;
  readonly said: readonly Path[];
}
const saying = (services: readonly string[], span: Span): fc.Arbitrary<Sent> =>
  fc.subarray([...paths], { minLength: 1 }).map((said) => ({ services, span, said }));
const quarters = (service: string) =>
  fc.tuple(...[0, 1, 2, 3].map((index) => fc.option(saying([service], [index, index]), { freq: 6 })));
const sent: fc.Arbitrary<readonly Sent[]> = fc
  .tuple(
    quarters('A'),
    fc.option(quarters('B'), { freq: 1 }),
    fc.option(saying(['A'], [0, 3]), { freq: 1 }),
    fc.option(saying(['A', 'B'], [0, 3]), { freq: 1 }),
    fc.option(saying(['A', 'B'], [1, 1]), { freq: 1 }),
  )
  .map(([a, b, year, both, bothInQ2]) =>
    [...a, ...(b ?? []), year, ...(b === null ? [] : [both, bothInQ2])].filter((each) => each !== null),
  );

type World = Readonly<Record<string, readonly ReturnType<typeof youngPerson>[]>>;
const countIn = (world: World, { services, span }: Sent, path: Path): number =>
  services
    .flatMap((service) => world[service] ?? [])
    .reduce((sum, each) => sum + countsIn(each, path, span), 0);

const nameOf = ({ services, span: [first, last] }: Sent): string =>
  `${services.join(' and ')} ${first === last ? `2015-Q${first + 1}` : '2015'}`;

function returnOf(world: World, each: Sent): CoreReturn {
  const { services, span, said } = each;
  const { casesClosed, ...youngPeople } = Object.fromEntries(
    said.map((path) => [path, countIn(world, each, path)]),
  );
  const value = quarter(services.join(' and '), span[0] + 1, {
    ...(Object.keys(youngPeople).length > 0 && { youngPeople }),
    ...(casesClosed !== undefined && { outcomes: { casesClosed } }),
  });
  return {
    ...value,
    ...(services.length > 1 && {
      combined: { services, returns: services.length * (span[1] - span[0] + 1) },
    }),
    ...(span[0] < span[1] && {
      period: { from: '2015-01-01', to: '2015-12-31' },
      declared: 'year' as const,
    }),
  };
}

/** What is printed of what was sent, and what was hidden, with what it was. */
function readIn({ summaries }: Protected, world: World, all: readonly Sent[]) {
  const figures = new Map(
    summaries
      .flatMap((summary) => summary.figures)
      .map((figure) => [`${Object.values(figure.group).join(' ')} ${figure.path}`, figure]),
  );
  return all.flatMap((each) =>
    each.said.flatMap((path) => {
      const section = path === 'casesClosed' ? 'outcomes' : 'youngPeople';
      const figure = figures.get(`${nameOf(each)} ${section}.${path}`);
      if (figure === undefined) return [];
      const { low, high, mark } = figure;
      const known: KnownNumber = { services: each.services, path, span: each.span, low, high };
      return [{ known, mark, count: countIn(world, each, path), name: `${nameOf(each)} ${path}` }];
    }),
  );
}

describe('of young people who come and go', () => {
  test('no small number is told by all that is printed, whatever was left out of returns', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record({ A: people, B: people }), sent, async (world, all) => {
        fc.pre(all.length > 0);
        const { release } = defineRelease({
          summaries: [
            by(
              all.map((each) => returnOf(world, each)),
              'service',
              'quarter',
            ),
          ],
        });
        if (release === undefined) throw new Error('no release');
        const { published } = await protect(release);
        if (published === undefined) return; // then nothing leaves
        const read = readIn(published, world, all);
        for (const { known, count, name } of read)
          expect([name, known.low <= count, count <= (known.high ?? Infinity)]).toEqual([name, true, true]);
        const numbers = read.map(({ known }) => known);
        for (const { known, mark, count, name } of read) {
          if (mark !== 'hidden' || count < 1 || count > 5) continue;
          const [least = 0, greatest = 0] = await rangeOf(known, numbers);
          expect([name, greatest - least >= 2]).toEqual([name, true]);
        }
      }),
      { numRuns: Number(process.env.DRAWS ?? 40) },
    );
  });
});
