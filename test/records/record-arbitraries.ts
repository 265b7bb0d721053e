import fc from 'fast-check';
import { ethnicity, gender, referralRoute, sessionActivities, type ServiceRecord } from 'hub-and-spoke';

/** Days before, in and after the first quarter of 2015, its ends more often than others. */
const day = fc.oneof(
  fc.constantFrom('2014-12-31', '2015-01-01', '2015-03-31', '2015-04-01'),
  fc
    .integer({ min: 0, max: 300 })
    .map((days) => new Date(Date.UTC(2014, 9, 1 + days)).toISOString().slice(0, 10)),
);
const person = fc.integer({ min: 1, max: 12 }).map((number) => `yp${number}`);
const id = (prefix: string) => fc.integer({ min: 1, max: 40 }).map((number) => `${prefix}${number}`);
const known = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 6 });
const codes = ({ entries }: { entries: readonly { code: string; label: string }[] }) =>
  fc.oneof(
    fc.constantFrom(...entries.map(({ code }) => code)),
    fc.constantFrom(...entries.map(({ label }) => label)),
    fc.constant('another'),
  );

const present = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Value;

const someCase = fc
  .record({
    kind: fc.constant('case' as const),
    id: id('c'),
    youngPerson: person,
    support: known(
      fc.constantFrom('direct' as const, 'direct' as const, 'direct' as const, 'consultancy' as const),
    ),
    referred: known(day),
    route: known(codes(referralRoute)),
    opened: known(day),
    closed: fc.oneof(fc.constant(undefined), day, fc.constant('not-known' as const)),
    dateOfBirth: known(fc.integer({ min: 1995, max: 2005 }).map((year) => `${year}-02-28`)),
    age: fc.option(fc.record({ years: fc.integer({ min: 9, max: 20 }), on: day }), { nil: undefined }),
    gender: known(codes(gender)),
    ethnicity: known(codes(ethnicity)),
    sexuality: fc.option(fc.constant('another'), { nil: undefined, freq: 1 }),
    recorded: fc.option(day, { nil: undefined }),
  })
  .map(present);

const contact = fc
  .record({ kind: fc.constant('contact' as const), id: id('t'), youngPerson: person, date: known(day) })
  .map(present);

const session = fc
  .record({
    kind: fc.constant('session' as const),
    id: id('s'),
    date: known(day),
    activity: fc.constantFrom(...sessionActivities),
    days: known(fc.constantFrom(0.25, 0.5, 0.51, 1, 2)),
    attending: known(fc.nat({ max: 20 })),
    attended: known(fc.array(person, { maxLength: 6 })),
  })
  .map(present);

const consultancy = fc
  .record({
    kind: fc.constant('consultancy' as const),
    id: id('k'),
    date: known(day),
    youngPerson: known(person),
  })
  .map(present);

const outcome = fc
  .record({
    kind: fc.constant('outcome' as const),
    case: id('c'),
    measure: fc.constantFrom('safety', 'school'),
    first: known(fc.nat({ max: 5 })),
    last: known(fc.nat({ max: 5 })),
    better: fc.constantFrom('higher' as const, 'lower' as const),
  })
  .map(present);

/** Any record, in a small world in which they meet and contradict each other. */
export const anyRecord: fc.Arbitrary<ServiceRecord> = fc.oneof(
  { weight: 4, arbitrary: someCase },
  { weight: 1, arbitrary: contact },
  { weight: 2, arbitrary: session },
  { weight: 1, arbitrary: consultancy },
  { weight: 2, arbitrary: outcome },
);
