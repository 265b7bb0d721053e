/** What must not be read off a publication, and how it may be shown. */
export interface Policy {
  /** The small counts to hide, both ends included. */
  readonly hide: readonly [from: number, to: number];
  /** Whether a 0 may be hidden. Where zeros are always shown, a reader knows that a hidden count is at least 1. */
  readonly zeros: 'may-be-hidden' | 'always-shown';
  /**
   * How far apart the least and the greatest count that a reader must think possible have to be: 2 leaves at
   * least three candidates, or two that are two apart. `full`: from the least to the greatest small count.
   */
  readonly width: number | 'full';
  /** What to do where everybody falls into one category: warn, or protect that too. */
  readonly groups: 'warn' | 'protect';
  /** Shows every count rounded to a multiple of this number instead of hiding the small ones. */
  readonly rounding?: number;
}

/** A policy with what is left out as in {@link defaultPolicy}. */
export type PolicyOptions = Partial<Policy>;

/** Counts from 1 to 5 are hidden, as in the published statistics of children in need in England. */
export const defaultPolicy: Policy = {
  hide: [1, 5],
  zeros: 'may-be-hidden',
  width: 2,
  groups: 'warn',
};

/** Policies of others, to choose from. */
export const policies = {
  /** 1 to 5, as the Department for Education does for children in need. */
  childrenInNeed: defaultPolicy,
  /** 1 to 4. */
  belowFive: { ...defaultPolicy, hide: [1, 4] },
  /** 1 to 7, as in National Health Service statistics. */
  health: { ...defaultPolicy, hide: [1, 7] },
  /** Below 10 with zero, as trusted research environments ask for. */
  researchEnvironment: { ...defaultPolicy, hide: [0, 9] },
} as const satisfies Readonly<Record<string, Policy>>;

/** The largest count that a policy may call small. Differences between figures are looked at up to it. */
export const largestHidden = 20;

/**
 * A whole policy from what was said of it.
 *
 * @throws RangeError when it contradicts itself: a mistake of the caller
 * @example
 * completePolicy({ hide: [1, 7] }).width; // => 2
 */
export function completePolicy(options: PolicyOptions = {}): Policy {
  const said = Object.entries(options).filter(([, value]) => (value as unknown) !== undefined);
  const policy: Policy = { ...defaultPolicy, ...Object.fromEntries(said) };
  const wrong = contradictions.find(({ applies }) => applies(policy));
  if (wrong !== undefined) throw new RangeError(`policy: ${wrong.message}`);
  return policy;
}

const isWholeFrom = (least: number, value: number): boolean => Number.isInteger(value) && value >= least;

const isRange = (hide: unknown): boolean =>
  Array.isArray(hide) &&
  hide.length === 2 &&
  isWholeFrom(0, hide[0] as number) &&
  isWholeFrom(hide[0] as number, hide[1] as number) &&
  hide[1] <= largestHidden;

const contradictions: readonly { readonly message: string; readonly applies: (policy: Policy) => boolean }[] =
  [
    {
      message: `there are ${Object.keys(defaultPolicy).join(', ')} and rounding to be said, and nothing else`,
      applies: (policy) =>
        Object.keys(policy).some((name) => name !== 'rounding' && !Object.hasOwn(defaultPolicy, name)),
    },
    {
      message: `hide has to be two whole numbers up to ${largestHidden}, the smaller first`,
      applies: ({ hide }) => !isRange(hide),
    },
    {
      message: `width has to be a whole number from 1 to ${largestHidden}, or "full"`,
      applies: ({ width }) => width !== 'full' && (!isWholeFrom(1, width) || width > largestHidden),
    },
    {
      message: 'groups are protected by hiding zeros, which cannot always be shown then',
      applies: ({ zeros, groups }) => zeros === 'always-shown' && groups === 'protect',
    },
    {
      message: 'zeros and groups have to be among what is offered',
      applies: ({ zeros, groups }) =>
        !['may-be-hidden', 'always-shown'].includes(zeros) || !['warn', 'protect'].includes(groups),
    },
    {
      message: 'a 0 cannot be hidden and always be shown',
      applies: ({ hide: [from], zeros }) => from === 0 && zeros === 'always-shown',
    },
    {
      message: 'rounding has to be a whole number from 2',
      applies: ({ rounding }) => rounding !== undefined && !isWholeFrom(2, rounding),
    },
  ];

/** Whether a count, or a difference of counts, is one that the policy hides. */
export const isSmall = (policy: Policy, count: number): boolean =>
  Math.abs(count) >= policy.hide[0] && Math.abs(count) <= policy.hide[1];

/**
 * The counts that a reader thinks possible behind a rounded one.
 *
 * @example
 * behindRounded(5, 5); // => [3, 7]
 * behindRounded(0, 5); // => [0, 2]
 */
export const behindRounded = (shown: number, base: number): readonly [low: number, high: number] => [
  Math.max(0, Math.ceil(shown - base / 2)),
  Math.ceil(shown + base / 2) - 1,
];

/**
 * A count rounded to a multiple of a base, half up.
 *
 * @example
 * roundTo(12, 5); // => 10
 * roundTo(13, 5); // => 15
 */
export const roundTo = (count: number, base: number): number =>
  Math.floor((2 * count + base) / (2 * base)) * base;
