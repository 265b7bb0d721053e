import { isCount } from './count.ts';
import type { Constraint, Domains } from './constraints.ts';
import { refusedIf, type Refusal } from './refusal.ts';

/** A cell as somebody published it: its count, between which counts it is, or neither when it is hidden. */
export interface PublishedCell {
  readonly id: string;
  readonly count?: number;
  readonly low?: number;
  readonly high?: number;
}

/** What a publication says of its totals. */
export interface PublishedLine {
  readonly total: string;
  readonly parts: readonly string[];
  /** Whether the parts may leave somebody out. */
  readonly incomplete?: boolean;
}

/** Anything that was published, by whomever. What {@link protect} makes is one. */
export interface Publication {
  readonly cells: readonly PublishedCell[];
  readonly lines?: readonly PublishedLine[];
  /** Percentages, as whole numbers rounded half up. */
  readonly percentages?: readonly {
    readonly part: string;
    readonly whole: string;
    readonly percentage?: number;
    /** Whether it is of rounded numbers: those say as much. */
    readonly ofRounded?: boolean;
  }[];
}

/** A question about a difference or a sum of cells. */
export interface Combination {
  readonly id: string;
  readonly plus: readonly string[];
  readonly minus?: readonly string[];
}

/** What a reader knows or asks besides. */
export interface Knowledge {
  /** Cells that the reader knows from elsewhere. */
  readonly cells?: readonly PublishedCell[];
  /** Relations that the reader knows of. */
  readonly lines?: readonly PublishedLine[];
  /** Sums and differences to find out about. */
  readonly about?: readonly Combination[];
}

/** A publication as constraints on whole numbers. */
export interface AttackProblem {
  readonly ids: readonly string[];
  readonly constraints: readonly Constraint[];
  readonly domains: Domains;
  readonly asked: readonly number[];
}

/** A publication, with what a reader knows besides, as constraints on whole numbers. */
export function attackProblem(
  { cells, lines = [], percentages = [] }: Publication,
  { cells: known = [], lines: more = [], about = [] }: Knowledge,
): AttackProblem | { readonly refused: readonly Refusal[] } {
  const all = [...cells, ...known];
  const relations = [...lines, ...more];
  const ids = [...new Set(all.map(({ id }) => id))];
  const places = new Map(ids.map((id, index) => [id, index]));
  const refused = refusalsOf({ cells: all, lines: relations, percentages }, about);
  if (refused.length > 0) return { refused };
  const place = (id: string): number => places.get(id) ?? -1;
  const domains = domainsOf(all, ids.length, place);
  const isOpen = (index: number): boolean => domains.lows[index] !== domains.highs[index];
  const hidden = [...ids.keys()].filter(isOpen);
  const combined = about.map((_, index) => ids.length + index);
  domains.lows.push(...combined.map(() => -Infinity));
  domains.highs.push(...combined.map(() => Infinity));
  return {
    ids: [...ids, ...about.map(({ id }) => id)],
    constraints: [
      ...relations.map((line) => sumOf(line, place)),
      ...percentages.flatMap((each) => shareOf(each, place)),
      ...about.map((each, index) => combinationOf(each, ids.length + index, place)),
    ],
    domains,
    asked: [...hidden, ...combined],
  };
}

/** What cannot be read as a publication. */
function refusalsOf(
  { cells, lines = [], percentages = [] }: Publication,
  about: readonly Combination[],
): readonly Refusal[] {
  const places = new Set(cells.map(({ id }) => id));
  return [
    ...refusedIf(
      'not-a-count',
      cells.filter((cell) => !isCell(cell)).map(({ id }) => id),
    ),
    ...refusedIf(
      'not-a-count',
      percentages
        .filter(({ percentage = 0 }) => !isCount(percentage) || percentage > 100)
        .map(({ part }) => part),
    ),
    ...refusedIf(
      'same-cell-twice',
      about.map(({ id }) => id).filter((id, index, list) => places.has(id) || list.indexOf(id) < index),
    ),
    ...refusedIf(
      'unknown-cell',
      named(lines, percentages, about).filter((id) => !places.has(id)),
    ),
  ];
}

const named = (
  lines: readonly PublishedLine[],
  percentages: NonNullable<Publication['percentages']>,
  about: readonly Combination[],
): readonly string[] => [
  ...lines.flatMap(({ total, parts }) => [total, ...parts]),
  ...percentages.flatMap(({ part, whole }) => [part, whole]),
  ...about.flatMap(({ plus, minus = [] }) => [...plus, ...minus]),
];

const isCell = ({ count, low, high }: PublishedCell): boolean =>
  [count, low, high].every((each) => each === undefined || isCount(each));

/** Between which counts each cell is, by all that is said of it. */
function domainsOf(cells: readonly PublishedCell[], size: number, place: (id: string) => number): Domains {
  const lows = new Array<number>(size).fill(0);
  const highs = new Array<number>(size).fill(Infinity);
  for (const { id, count, low = count ?? 0, high = count ?? Infinity } of cells) {
    const index = place(id);
    lows[index] = Math.max(lows[index] ?? 0, low);
    highs[index] = Math.min(highs[index] ?? Infinity, high);
  }
  return { lows, highs };
}

const sumOf = (
  { total, parts, incomplete = false }: PublishedLine,
  place: (id: string) => number,
): Constraint => ({
  terms: [[place(total), 1], ...parts.map((part) => [place(part), -1] as const)],
  low: 0,
  high: incomplete ? Infinity : 0,
});

/** A whole-number percentage, rounded half up, says between which shares the part lies. */
function shareOf(
  { part, whole, percentage, ofRounded = false }: NonNullable<Publication['percentages']>[number],
  place: (id: string) => number,
): readonly Constraint[] {
  if (percentage === undefined || ofRounded) return [];
  const least = [
    [place(part), 200],
    [place(whole), 1 - 2 * percentage],
  ] as const;
  const most = [
    [place(part), 200],
    [place(whole), -1 - 2 * percentage],
  ] as const;
  return [
    { terms: least, low: 0, high: Infinity },
    { terms: most, low: -Infinity, high: -1 },
    {
      terms: [
        [place(whole), 1],
        [place(part), -1],
      ],
      low: 0,
      high: Infinity,
    },
  ];
}

const combinationOf = (
  { plus, minus = [] }: Combination,
  variable: number,
  place: (id: string) => number,
): Constraint => ({
  terms: [
    [variable, -1],
    ...plus.map((id) => [place(id), 1] as const),
    ...minus.map((id) => [place(id), -1] as const),
  ],
  low: 0,
  high: 0,
});
