import type { Figure } from '../figures/index.ts';
import { fields, type Field } from '../form/index.ts';
import { pathsByField, type Contribution } from './contribution.ts';
import { sumOfColumn, type Column, type ColumnSum, type CountedField } from './figure-of-column.ts';
import type { GroupKey } from './groups.ts';
import { memberSet, type MemberSet } from './member-set.ts';
import type { PostsOverTime } from './over-periods.ts';
import { pathsOfAny } from './path-order.ts';
import type { PathsByField } from './path-pattern.ts';

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

/** Members whose columns are added up together. */
interface Block {
  readonly members: readonly Contribution[];
  readonly set: MemberSet;
  readonly paths: readonly PathsByField[];
  /** Whom they describe, for characteristics. */
  readonly base?: NonNullable<Column['base']>;
}

const blockOf = (members: readonly Contribution[]): Block => ({
  members,
  set: memberSet(members),
  paths: members.map(pathsByField),
});

/** The figures of a group, in the order of the form. */
export function figuresOf(
  group: GroupKey,
  members: readonly Contribution[],
  options: FigureOptions,
): readonly SummaryFigure[] {
  const all = blockOf(members);
  const bases = basesOf(all, options);
  const figures: SummaryFigure[] = [];
  const everybody = [all];
  for (const { field, counted, index, isAboutBase } of summed) {
    for (const block of isAboutBase ? bases : everybody) {
      const { members: list, set, base } = block;
      for (const path of pathsOf(field, index, block)) {
        const column: Column = { field: counted, path, base, members: list, set };
        const sum = sumOfColumn(column, options.posts);
        if (isTelling(path, sum)) figures.push(figureOf(group, column, sum));
      }
    }
  }
  return figures;
}

/** The paths of a field to add up. One that is always asked is missing where nobody has it. */
function pathsOf(field: Field, index: number, { paths }: Block): readonly string[] {
  if (field.kind === 'code') return field.id === 'youngPeople.base' ? [field.id] : [];
  const found = pathsOfAny(paths, index);
  const isMissing = field.kind === 'count' && field.asked === 'always' && !found.includes(field.id);
  return isMissing ? [field.id, ...found] : found;
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

/** Whether a field is about the young people whom characteristics describe. */
const describesBase = (field: Field): boolean =>
  field.kind === 'code' || ('base' in field && field.base === 'youngPeople.base');

/** The young people that characteristics describe, as a count of their own. */
const peopleInBase = fields.find(
  (field): field is CountedField & { kind: 'count' } => field.id === 'youngPeople.direct',
) as CountedField; // in the catalogue

/** The fields in the order of the form, with what is the same of each in every group. */
const summed = fields.map((field, index) => ({
  field,
  index,
  counted: field.kind === 'code' ? peopleInBase : field,
  isAboutBase: describesBase(field),
}));

/**
 * Splits members by whom they describe. A return that describes nobody is missing from each; one that does
 * not say whom it describes stands by itself.
 */
function basesOf(all: Block, { joinBases }: FigureOptions): readonly Block[] {
  const { members } = all;
  const [first] = members;
  // Mostly all describe the same people, and are what is added up for everything else too.
  if (first?.base !== undefined && members.every(({ base }) => base === first.base))
    return [{ ...all, base: first.base }];
  const silent = members.filter((member) => member.base === undefined);
  const undeclared = silent.filter(hasCharacteristics);
  const missing = silent.filter((member) => !hasCharacteristics(member));
  const present = (['direct', 'direct-and-indirect'] as const)
    .map((base) => ({ base, found: members.filter((member) => member.base === base) }))
    .filter(({ found }) => found.length > 0);
  const apart: readonly Block[] =
    undeclared.length === 0 ? [] : [{ ...blockOf(undeclared), base: 'not-stated' }];
  if (joinBases && present.length > 1) {
    const joined = present.flatMap(({ found }) => found);
    return [{ ...blockOf([...joined, ...missing]), base: 'mixed' }, ...apart];
  }
  return [...present.map(({ base, found }) => ({ ...blockOf([...found, ...missing]), base })), ...apart];
}

const hasCharacteristics = (member: Contribution): boolean => {
  const paths = pathsByField(member);
  return characteristics.some((index) => (paths[index] ?? []).some(isCategory));
};
const isCategory = (path: string): boolean => path.split('.').length > 2;
/** The places of the fields that describe young people. */
const characteristics = [...fields.entries()]
  .filter(([, field]) => field.kind !== 'code' && describesBase(field))
  .map(([index]) => index);
