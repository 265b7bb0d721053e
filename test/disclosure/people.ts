// Young people who come and go, as they may have been: to count them as the form does, and to ask of a publication how
// many of them there may have been at least and at most.
import highsLoader from 'highs';

/** The numbers of the form that say how young people come and go. */
export const paths = [
  'direct',
  'newInPeriod',
  'firstInYear',
  'openAtStart',
  'opened',
  'openAtEnd',
  'casesClosed',
] as const;
export type Path = (typeof paths)[number];

/** A quarter of a young person: whether support was under way as it began and goes on after it, and whether there was any. */
interface Quarter {
  readonly started: boolean;
  readonly supported: boolean;
  readonly goesOn: boolean;
  /** Whether support ended and began again within it. */
  readonly again: boolean;
}

/** A young person of a service, over the quarters of a year. */
export interface YoungPerson {
  /** Whether the service had counted them in an earlier year. */
  readonly isOld: boolean;
  readonly quarters: readonly Quarter[];
}

/** A young person by whether support was under way as the year began, and what happened in each quarter. */
export function youngPerson(
  isOld: boolean,
  isUnderWay: boolean,
  happened: readonly { readonly comes: boolean; readonly goes: boolean; readonly again: boolean }[],
): YoungPerson {
  let isOpen = isUnderWay;
  const quarters = happened.map(({ comes, goes, again }): Quarter => {
    const started = isOpen;
    const supported = started || comes;
    isOpen = supported && !goes;
    return { started, supported, goesOn: isOpen, again: supported && again };
  });
  return { isOld: isOld || isUnderWay, quarters };
}

/** The first and last quarter of a period in the year, from 0. */
export type Span = readonly [first: number, last: number];

/** How often one young person counts in a number of a period. */
export function countsIn({ isOld, quarters }: YoungPerson, path: Path, [first, last]: Span): number {
  const within = quarters.slice(first, last + 1);
  const isIn = within.some(({ supported }) => supported);
  const wasIn = quarters.slice(0, first).some(({ supported }) => supported);
  const times = (holds: (quarter: Quarter) => boolean): number =>
    within.reduce((sum, each) => sum + (holds(each) ? 1 : 0) + (each.again ? 1 : 0), 0);
  switch (path) {
    case 'direct':
      return Number(isIn);
    case 'newInPeriod':
      return Number(isIn && !isOld && !wasIn);
    case 'firstInYear':
      return Number(isIn && !wasIn);
    case 'openAtStart':
      return Number(quarters[first]?.started);
    case 'openAtEnd':
      return Number(quarters[last]?.goesOn);
    case 'opened':
      return times(({ supported, started }) => supported && !started);
    case 'casesClosed':
      return times(({ supported, goesOn }) => supported && !goesOn);
  }
}

/** A number of some services together in a period, and what is known of it. */
export interface KnownNumber {
  readonly services: readonly string[];
  readonly path: Path;
  readonly span: Span;
  readonly low: number;
  readonly high?: number | undefined;
}

const yesOrNo = [false, true];
const once = yesOrNo.flatMap((comes) => yesOrNo.map((goes) => ({ comes, goes, again: false })));
/** Every young person that differs from others in any number, but for those who came back within a quarter. */
const everyKind: readonly YoungPerson[] = [
  ...new Map(
    yesOrNo.flatMap((isOld) =>
      yesOrNo.flatMap((isUnderWay) =>
        once.flatMap((a) =>
          once.flatMap((b) =>
            once.flatMap((c) =>
              once.map((d) => {
                const person = youngPerson(isOld, isUnderWay, [a, b, c, d]);
                return [JSON.stringify(person), person] as const;
              }),
            ),
          ),
        ),
      ),
    ),
  ).values(),
].filter(({ quarters }) => quarters.some(({ supported }) => supported));

const solver = highsLoader();

/** More than there ever are: what nothing bounds ends here. */
const most = 5000;

/**
 * Between which counts a number may be, for all young people that there may have been of whom the known numbers are
 * true. Young people may be divided here: the range is as wide as that of whole ones, or wider, so what is found to be
 * narrow is.
 */
export async function rangeOf(asked: KnownNumber, known: readonly KnownNumber[]): Promise<readonly number[]> {
  const services = [...new Set(known.flatMap((each) => each.services))].sort();
  const terms = ({ services: some, path, span: [first, last] }: KnownNumber): string =>
    some
      .flatMap((service) => {
        const at = services.indexOf(service);
        const people = everyKind.flatMap((person, kind) => {
          const times = countsIn(person, path, [first, last]);
          return times === 0 ? [] : [`+ ${times} x${at}_${kind}`];
        });
        const again = path === 'opened' || path === 'casesClosed' ? [0, 1, 2, 3] : [];
        return [
          ...people,
          ...again.filter((index) => index >= first && index <= last).map((index) => `+ 1 r${at}_${index}`),
        ];
      })
      .join(' ');
  const rows = known.flatMap((each) => [
    `${terms(each)} >= ${each.low}`,
    ...(each.high === undefined ? [] : [`${terms(each)} <= ${each.high}`]),
  ]);
  const backAgain = services.flatMap((_, at) =>
    [0, 1, 2, 3].map((index) => {
      const there = everyKind.flatMap(({ quarters }, kind) =>
        quarters[index]?.supported ? [`- 1000 x${at}_${kind}`] : [],
      );
      return `r${at}_${index} ${there.join(' ')} <= 0`;
    }),
  );
  const all = services.flatMap((_, at) => [
    ...everyKind.map((_, kind) => `x${at}_${kind}`),
    ...[0, 1, 2, 3].map((index) => `r${at}_${index}`),
  ]);
  const bounds = all.map((name) => ` 0 <= ${name} <= ${most}`).join('\n');
  const highs = await solver;
  return ['Minimize', 'Maximize'].map((end) => {
    const constraints = [...rows, ...backAgain].map((row) => ` ${row}`).join('\n');
    const text = `${end}\n obj: ${terms(asked)}\nSubject To\n${constraints}\nBounds\n${bounds}\nEnd`;
    const { Status: status, ObjectiveValue: value } = highs.solve(text, { output_flag: false });
    if (status !== 'Optimal') throw new Error(`rangeOf: ${status}`);
    return Math.round(value * 1e6) / 1e6;
  });
}
