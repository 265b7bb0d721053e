import fc from 'fast-check';
import { rules, type CheckContext } from 'hub-and-spoke';
import { describe, expect, test, vi } from 'vitest';
import { checkInFull, checkSound } from '../../src/checks/check-return.ts';
import { generatedReader } from '../../src/checks/generated-reader.ts';
import { loopReader } from '../../src/checks/named-reader.ts';
import { rulesIn } from '../../src/checks/rules-in-force.ts';
import { runInLoop } from '../../src/checks/run-rules.ts';
import { silentRunOf } from '../../src/checks/silent-run.ts';
import { partsOf, readSound } from '../../src/checks/sound-return.ts';
import { coreReturnValue, fullReturn } from '../arbitraries.ts';

const contexts: fc.Arbitrary<CheckContext> = fc.record(
  {
    asOf: fc.constantFrom('2015-06-30', '2030-12-31'),
    duties: fc.constantFrom([], ['training'] as const, ['casework', 'training'] as const),
    earlier: coreReturnValue,
  },
  { requiredKeys: [] },
);

/** What may stand anywhere, most of it wrong. */
const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    -0,
    NaN,
    Infinity,
    -1,
    1.5,
    1e10,
    '5',
    'not-known',
    true,
    12n,
    Symbol('x'),
    new Date(0),
    new Map(),
    () => 1,
  ),
  fc.constantFrom<unknown>(
    {},
    [],
    [1],
    { atLeast: 3 },
    { atLeast: -0 },
    { atLeast: 1, unknown: 'not-known' },
    { atLeast: undefined },
    { unknown: 'not-known' },
    { unknown: 'toString' },
    { notApplicable: 'no-direct-work' },
    { withheld: [1, 5] },
    { withheld: [5, 1] },
    Object.create(null),
    Object.create({ atLeast: 3 }),
    JSON.parse('{"__proto__":3}'),
    { [Symbol('x')]: 1, '12-14': 3 },
    Object.defineProperty({}, 'atLeast', { value: 3, enumerable: false }),
    Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`own ${index}`, 1])),
  ),
  fc.nat(60),
  fc.object({ maxDepth: 2 }),
);
const names = fc.oneof(
  fc.constantFrom(
    'edition',
    'service',
    'period',
    'declared',
    'revision',
    'combined',
    'printed',
    'explanations',
  ),
  fc.constantFrom(
    'youngPeople',
    'age',
    'outcomes',
    'atClose',
    'fte',
    '12-14',
    'a.b',
    '',
    '__proto__',
    'constructor',
  ),
  fc.string({ maxLength: 5 }),
);

/** A deep copy with something else somewhere: in the place of one of its own parts, or beside them. */
function changed(value: unknown, path: readonly number[], name: string, to: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return to;
  const copy: Record<string, unknown> = { ...value };
  const keys = Object.keys(copy);
  const [step, ...rest] = path;
  const key = step === undefined ? undefined : keys[step % Math.max(1, keys.length)];
  if (key === undefined)
    Object.defineProperty(copy, name, { value: to, enumerable: true, configurable: true, writable: true });
  else copy[key] = rest.length === 0 ? to : changed(copy[key], rest, name, to);
  return copy;
}

const inputs: fc.Arbitrary<unknown> = fc.oneof(
  coreReturnValue,
  fullReturn,
  fc
    .tuple(fc.oneof(coreReturnValue, fullReturn), fc.array(fc.nat(40), { maxLength: 4 }), names, anything)
    .map(([value, path, name, to]) => changed(value, path, name, to)),
  anything,
);

describe('the fast path', () => {
  test('says exactly what the precise path says, of whatever it reads', () => {
    let [tried, read] = [0, 0];
    fc.assert(
      fc.property(inputs, contexts, (input, context) => {
        tried += 1;
        const sound = readSound(input);
        if (sound === undefined) return;
        read += 1;
        expect(checkSound(sound, context)).toEqual(checkInFull(input, context));
      }),
      { numRuns: 3000 },
    );
    expect(read / tried).toBeGreaterThan(1 / 3);
  });

  test('reads whatever the precise path finds sound', () => {
    fc.assert(
      fc.property(fc.oneof(coreReturnValue, fullReturn), (value) => {
        expect(readSound(value)?.value).toEqual(checkInFull(value, {}).value);
      }),
      { numRuns: 500 },
    );
  });

  test('shares nothing with what it was given', () => {
    fc.assert(
      fc.property(coreReturnValue, (given) => {
        const value = structuredClone(given);
        const before = JSON.stringify(value);
        const read = readSound(value)?.value;
        (function spoil(object: object): void {
          for (const [key, inner] of Object.entries(object)) {
            if (typeof inner === 'object') spoil(inner as object);
            else (object as Record<string, unknown>)[key] = 'spoilt';
          }
        })(value);
        expect(read).toEqual(JSON.parse(before));
      }),
    );
  });

  test('what somebody gave every object passes for nothing', () => {
    const value = { edition: 'year-two', period: { from: '2015-01-01', to: '2015-03-31' } };
    for (const enumerable of [true, false]) {
      Object.defineProperty(Object.prototype, 'service', {
        value: '2',
        enumerable,
        configurable: true,
        writable: true,
      });
      try {
        expect(readSound(value)).toBeUndefined();
      } finally {
        Reflect.deleteProperty(Object.prototype, 'service');
      }
    }
  });

  test('rules as one function say what they say one after the other', () => {
    fc.assert(
      fc.property(coreReturnValue, contexts, (value, context) => {
        const parts = partsOf(value);
        for (const inForce of [rulesIn(undefined), rulesIn('2013-Q4'), rulesIn('2016-Q1')]) {
          const { findings, notRun } = runInLoop(inForce, { parts, data: undefined }, context);
          const silent = silentRunOf(inForce)?.(parts, context);
          expect(silent).toEqual(findings.length === 0 ? notRun : undefined);
        }
      }),
    );
  });

  test('a rule sees no more than it declares', () => {
    fc.assert(
      fc.property(coreReturnValue, contexts, (value, context) => {
        const parts = partsOf(value);
        for (const rule of rules) {
          if (rule.needs.some((part) => parts[part] === undefined)) continue;
          const declared = Object.fromEntries(rule.fields.map((part) => [part, parts[part]]));
          expect(rule.check(parts, context)).toEqual(rule.check(declared, context));
        }
      }),
    );
  });
});

describe('a reader that is generated', () => {
  const read = (given: unknown): unknown => (typeof given === 'number' ? given : undefined);
  const hostile = '"];throw new Error("ran");["';
  const named = {
    names: new Map([
      ['12-14', { read, isDone: (given: unknown) => given === 7 }],
      [hostile, { read, part: hostile }],
    ]),
    own: { isName: (name: string) => name.startsWith('own'), read },
  };
  const looped = loopReader(named);

  test('reads what a loop reads', () => {
    const generated = generatedReader(named, looped);
    const given = fc.oneof(
      fc.dictionary(
        fc.constantFrom('12-14', hostile, 'own 1', 'other', '__proto__'),
        fc.oneof(fc.nat(9), anything),
      ),
      anything,
    );
    fc.assert(
      fc.property(given, (value) => {
        const [one, other] = [{}, {}];
        const result = generated?.(value, one);
        expect(result).toEqual(looped(value, other));
        if (result !== undefined) expect(one).toEqual(other);
      }),
      { numRuns: 1000 },
    );
  });

  test('is not made where code must not be made of texts', () => {
    vi.stubGlobal('Function', function refused() {
      throw new EvalError('forbidden by policy');
    });
    expect(generatedReader(named, looped)).toBeUndefined();
    vi.unstubAllGlobals();
    expect(generatedReader(named, looped)).toBeDefined();
  });
});
