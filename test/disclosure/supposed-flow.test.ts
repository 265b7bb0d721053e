import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { supposedFlows, type KnownFlow, type SupposedFlow } from '../../src/disclosure/supposed-flow.ts';

const names = ['start', 'opened', 'closed', 'end'] as const;

/** What is true of periods that follow each other, with how many were supported and how many at least came in each. */
interface True extends SupposedFlow {
  readonly direct: number;
  readonly came: number;
}
const truth: fc.Arbitrary<readonly True[]> = fc
  .tuple(
    fc.nat(20),
    fc.array(fc.tuple(fc.nat(10), fc.nat(1000), fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 5 }),
  )
  .map(([first, periods]) => {
    let start = first;
    return periods.map(([opened, gone, met, luck]) => {
      const closed = gone % (start + opened + 1);
      const end = start + opened - closed;
      // Somebody may come twice, and whoever was there and left may come again.
      const least = Math.max(start, end);
      const direct = least + (met % (start + opened - least + 1));
      const came = luck % (Math.min(opened, direct - start) + 1);
      const flow = { start, opened, closed, end, direct, came };
      start = end;
      return flow;
    });
  });
const hidden = fc.array(fc.subarray([...names, 'direct'] as const), { minLength: 5, maxLength: 5 });
const knownOf = (flows: readonly True[], left: readonly (readonly string[])[]): readonly KnownFlow[] =>
  flows.map((flow, index) => ({
    ...Object.fromEntries(Object.entries(flow).filter(([name]) => !(left[index] ?? []).includes(name))),
    came: flow.came,
  }));

/** What has to be true of numbers that stand for what is known. */
function contradictions(known: readonly KnownFlow[], flows: readonly SupposedFlow[]): readonly string[] {
  return known.flatMap((said, index) => {
    const flow = flows[index];
    if (flow === undefined) return ['missing'];
    const { start, opened, closed, end } = flow;
    const { direct, came } = said;
    const next = flows[index + 1];
    const truths: readonly (readonly [string, boolean])[] = [
      ...names.map((name) => [name, said[name] === undefined || said[name] === flow[name]] as const),
      ['whole numbers', Object.values(flow).every((count: number) => Number.isInteger(count) && count >= 0)],
      ['comes out', start + opened === closed + end],
      ['goes on', next === undefined || next.start === end],
      ['came', opened >= came],
      ['were there', direct === undefined || (direct >= end && direct - start >= came)],
      ['came or were there', direct === undefined || direct <= start + opened],
    ];
    return truths.filter(([, holds]) => !holds).map(([name]) => `${index} ${name}`);
  });
}

describe('numbers that nobody recorded', () => {
  test('fit those that are known, whatever was left out', () => {
    fc.assert(
      fc.property(truth, hidden, (flows, left) => {
        const known = knownOf(flows, left);
        expect(contradictions(known, supposedFlows(known) ?? [])).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test('are those that are known where none was left out', () => {
    const flow = { start: 30, opened: 10, closed: 13, end: 27 };
    expect(supposedFlows([{ ...flow, direct: 40, came: 5 }])).toEqual([flow]);
  });

  test.each<readonly [what: string, known: readonly KnownFlow[]]>([
    ['more are there at the end than were supported', [{ direct: 20, end: 21, came: 0 }]],
    ['more were there at the start than were supported', [{ direct: 20, start: 21, came: 0 }]],
    ['those there and those who came are more than were supported', [{ direct: 20, start: 18, came: 3 }]],
    ['fewer came than were new', [{ start: 5, opened: 3, closed: 0, direct: 20, came: 0 }]],
    ['the four numbers do not come out', [{ start: 5, opened: 3, closed: 1, end: 9, came: 0 }]],
    [
      'the next begins otherwise than the one before ended',
      [
        { end: 5, came: 0 },
        { start: 6, came: 0 },
      ],
    ],
    ['more left than were there', [{ start: 5, opened: 3, closed: 9, came: 0 }]],
  ])('are none where %s', (_, known) => {
    expect(supposedFlows(known)).toBeUndefined();
  });
});
