import type { Figure } from '../figures/index.ts';
import { fields, type Field } from '../form/index.ts';
import { pathsByField, type Contribution } from './contribution.ts';
import { sumOfColumn, type Column, type ColumnSum, type CountedField } from './figure-of-column.ts';
import type { GroupKey } from './groups.ts';
import type { PostsOverTime } from './over-periods.ts';
import { pathsOfAny } from './path-order.ts';

/** A figure of a summary, with its place. */
export interface SummaryFigure extends Figure {
  /** What the returns behind it have in common, by dimension. */
  readonly group: GroupKey;
  /**
   * The path of the cell it adds up. The path of a breakdown itself is how many it describes, and that with
   * `/not-stated` behind it how many of them no category accounts for.
   */
  readonly path: string;
  /** Whom it describes, for characteristics. */
  readonly base?: NonNullable<Column['base']>;
}

interface FigureOptions {
  readonly joinBases: boolean;
  readonly posts: PostsOverTime;
}

/** The figures of a group, in the order of the form. */
export function figuresOf(
  group: GroupKey,
  members: readonly Contribution[],
  options: FigureOptions,
): readonly SummaryFigure[] {
  const bases = basesOf(members, options);
  const figures: SummaryFigure[] = [];
  for (const [index, field] of fields.entries()) {
    for (const column of columnsOf(field, index, members, bases)) {
      const sum = sumOfColumn(column, options.posts);
      if (isTelling(column.path, sum)) figures.push(figureOf(group, column, sum));
    }
  }
  return figures;
}

/** A figure that nothing was expected for, or that says only that nobody is unaccounted for, is left out. */
const isTelling = (path: string, { coverage, bounds }: ColumnSum): boolean =>
  coverage.expected + coverage.notApplicable > 0 && !(bounds.high === 0 && path.endsWith('/not-stated'));

/** A figure with its place. Written out, because engines take long to spread and there are a hundred for each return. */
function figureOf(group: GroupKey, { path, base }: Column, sum: ColumnSum): SummaryFigure {
  const { bounds, coverage, from, caveats } = sum;
  const { low, high } = bounds;
  if (base === undefined)
    return high === undefined || high === Infinity
      ? { group, path, low, coverage, from, caveats }
      : { group, path, low, high, coverage, from, caveats };
  return high === undefined || high === Infinity
    ? { group, path, base, low, coverage, from, caveats }
    : { group, path, base, low, high, coverage, from, caveats };
}

function columnsOf(
  field: Field,
  index: number,
  members: readonly Contribution[],
  bases: readonly BaseMembers[],
): readonly Column[] {
  if (field.id === 'youngPeople.base')
    return bases.map((each) => ({ field: peopleInBase, path: field.id, ...each }));
  if (field.kind === 'code') return [];
  if (field.kind === 'count') {
    const paths = pathsOfAny(members.map(pathsByField), index);
    // A field that is always asked is missing where nobody has it.
    const due = field.asked === 'always' && !paths.includes(field.id) ? [field.id, ...paths] : paths;
    return due.map((path) => ({ field, path, members }));
  }
  if (field.base !== 'youngPeople.base')
    return pathsOfAny(members.map(pathsByField), index).map((path) => ({ field, path, members }));
  return bases.flatMap((each) =>
    pathsOfAny(each.members.map(pathsByField), index).map((path) => ({
      field,
      path,
      base: each.base,
      members: each.members,
    })),
  );
}

/** The young people that characteristics describe, as a count of their own. */
const peopleInBase = fields.find(
  (field): field is CountedField & { kind: 'count' } => field.id === 'youngPeople.direct',
) as CountedField; // in the catalogue

type BaseMembers = Pick<Column, 'members'> & { readonly base: NonNullable<Column['base']> };

/**
 * Splits members by whom they describe. A return that describes nobody is missing from each; one that does
 * not say whom it describes stands by itself.
 */
function basesOf(members: readonly Contribution[], { joinBases }: FigureOptions): readonly BaseMembers[] {
  const silent = members.filter((member) => member.base === undefined);
  const undeclared = silent.filter(hasCharacteristics);
  const missing = silent.filter((member) => !hasCharacteristics(member));
  const present = (['direct', 'direct-and-indirect'] as const)
    .map((base) => ({ base, members: members.filter((member) => member.base === base) }))
    .filter((each) => each.members.length > 0);
  const apart = undeclared.length === 0 ? [] : [{ base: 'not-stated', members: undeclared } as const];
  if (joinBases && present.length > 1) {
    const joined = present.flatMap((each) => each.members);
    return [{ base: 'mixed', members: [...joined, ...missing] }, ...apart];
  }
  const isAll = missing.length === 0 && present.length === 1 && apart.length === 0;
  return [
    // The same list where it is the same, so that what its members say together is worked out once.
    ...present.map(({ base, members: each }) => ({ base, members: isAll ? members : [...each, ...missing] })),
    ...apart,
  ];
}

const hasCharacteristics = (member: Contribution): boolean => {
  const paths = pathsByField(member);
  return characteristics.some((index) =>
    (paths[index] ?? []).some((path) => path.includes('.', path.indexOf('.') + 1)),
  );
};
/** The places of the fields that describe young people. */
const characteristics = [...fields.entries()]
  .filter(([, field]) => 'base' in field && field.base === 'youngPeople.base')
  .map(([index]) => index);
