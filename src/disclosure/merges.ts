import { highOf } from '../figures/index.ts';
import { fields, type Field } from '../form/index.ts';
import {
  mergeCategories,
  regroup,
  type CategoryMerge,
  type Dimension,
  type Summary,
} from '../summary/index.ts';
import { labelOf } from '../vocabulary/index.ts';
import type { ReleaseContents } from './release-contents.ts';

/** A way to make what is published coarser. */
export interface Merge {
  readonly name: string;
  /** Makes contents coarser. */
  readonly apply: (contents: ReleaseContents) => ReleaseContents;
}

/** The ways in which summaries can be made coarser. Tables from elsewhere do not say what may be put together. */
export function mergesFor({ summaries = [] }: ReleaseContents): readonly Merge[] {
  const coarser = coarserDimensions
    .filter(({ from, needs }) =>
      summaries.some(({ by, contributions }) => by.includes(from) && contributions.every(needs)),
    )
    .map(({ name, from, to }) => ({
      name,
      apply: overSummaries((summary) => withDimension(summary, from, to)),
    }));
  const categories = fields
    .filter(({ kind }) => kind === 'breakdown')
    .flatMap((field) => categoryMerges(field, summaries));
  return [
    ...coarser,
    ...categories.map(({ name, merge }) => ({
      name,
      apply: overSummaries((summary) => mergeCategories(summary, merge)),
    })),
  ];
}

const overSummaries =
  (change: (summary: Summary) => Summary) =>
  ({ summaries = [], ...contents }: ReleaseContents): ReleaseContents => ({
    ...contents,
    summaries: summaries.map(change),
  });

interface Coarser {
  readonly name: string;
  readonly from: Dimension;
  readonly to: Dimension;
  readonly needs: (contribution: Summary['contributions'][number]) => boolean;
}

const coarserDimensions: readonly Coarser[] = [
  { name: 'services to models', from: 'service', to: 'model', needs: ({ facts }) => facts !== undefined },
  { name: 'quarters to half-years', from: 'quarter', to: 'half-year', needs: () => true },
  { name: 'quarters to years', from: 'quarter', to: 'year', needs: () => true },
];

const withDimension = (summary: Summary, from: Dimension, to: Dimension): Summary =>
  summary.by.includes(from)
    ? regroup(summary, { by: [...new Set(summary.by.map((each) => (each === from ? to : each)))] })
    : summary;

interface NamedMerge {
  readonly name: string;
  readonly merge: CategoryMerge;
}

/** Neighbouring age bands; of other breakdowns all but the largest category. */
function categoryMerges(field: Field, summaries: readonly Summary[]): readonly NamedMerge[] {
  if (field.kind !== 'breakdown') return [];
  const sizes = categorySizes(field.id, summaries);
  const codes = [...sizes.keys()];
  if (codes.length < 3) return [];
  if (field.id === 'youngPeople.age') {
    const bands = field.codelist.entries.map(({ code }) => code).filter((code) => codes.includes(code));
    return bands.slice(1).flatMap((band, index) => {
      const before = bands[index];
      return before === undefined || band === 'not-known' ? [] : [named(field, [before, band], sizes)];
    });
  }
  const largest = codes.reduce((one, other) =>
    (sizes.get(other) ?? 0) > (sizes.get(one) ?? 0) ? other : one,
  );
  return [
    named(
      field,
      codes.filter((code) => code !== largest),
      sizes,
    ),
  ];
}

function named(
  field: Extract<Field, { kind: 'breakdown' }>,
  codes: readonly string[],
  taken: ReadonlyMap<string, unknown>,
): NamedMerge {
  // Dots and slashes divide paths.
  let into = codes
    .map((code) => labelOf(field.codelist, code))
    .join(' or ')
    .replaceAll(/[./]/g, ' ');
  // A service may have a category of its own that is called so.
  while (taken.has(into)) into = `${into} together`;
  return { name: `${field.label}: ${into}`, merge: { field: field.id, codes, into } };
}

/** How many are in each category of a breakdown, over all returns. */
function categorySizes(field: string, summaries: readonly Summary[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { entries } of summaries.flatMap(({ contributions }) => contributions)) {
    for (const [path, entry] of Object.entries(entries)) {
      if (!path.startsWith(`${field}.`)) continue;
      const code = path.slice(field.length + 1);
      sizes.set(code, (sizes.get(code) ?? 0) + Math.min(entry.low, highOf(entry)));
    }
  }
  return sizes;
}
