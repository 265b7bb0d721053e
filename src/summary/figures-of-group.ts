import type { Figure } from '../figures/index.ts';
import { fields, type Field } from '../form/index.ts';
import { inOrderOfForm, type Contribution } from './contribution.ts';
import { isNotStated } from './entry.ts';
import {
  caveatsOfOne,
  coverageOfOne,
  sumOfColumn,
  type Column,
  type ColumnSum,
  type CountedField,
  type Members,
} from './figure-of-column.ts';
import type { GroupKey } from './groups.ts';
import { memberSet } from './member-set.ts';
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
interface Block extends Members {
  readonly paths: readonly PathsByField[];
  /** Whom they describe, for characteristics. */
  readonly base?: NonNullable<Column['base']>;
}

function blockOf(members: readonly Contribution[], base?: Block['base']): Block {
  const paths = members.map((member) => inOrderOfForm(member).paths);
  return { members, set: memberSet(members), paths, ...(base !== undefined && { base }) };
}

/** A column that is added up, and over whom. */
interface Line {
  readonly column: Column;
  readonly block: Block;
}

/** Adds the figures of a group to others, in the order of the form. */
export function addFigures(
  figures: SummaryFigure[],
  group: GroupKey,
  members: readonly Contribution[],
  options: FigureOptions,
): void {
  const all = blockOf(members);
  const bases = basesOf(all, options);
  const [first] = bases;
  if (all.set.isPlain && first?.members === members) addFiguresOfOne(figures, group, first, options);
  else
    for (const { column, block } of linesOf(all, bases)) {
      const figure = figureOf(group, column, sumOfColumn(column, block, options.posts));
      if (figure !== undefined) figures.push(figure);
    }
}

/** The figures of one return, of which mostly no more is to be said than its counts. */
function addFiguresOfOne(
  figures: SummaryFigure[],
  group: GroupKey,
  block: Block,
  { posts }: FigureOptions,
): void {
  const { set, members } = block;
  const [only] = members;
  const list = only === undefined ? [] : inOrderOfForm(only).list;
  for (const { column, place } of columnsOfOne(block)) {
    const entry = list[place];
    const figure =
      entry?.says === 'number' && entry.high === entry.low
        ? figureOfCount(group, column, entry.low, set.keys)
        : figureOf(group, column, sumOfColumn(column, block, posts));
    if (figure !== undefined) figures.push(figure);
  }
}

/** A column of one return, with the place of its entry among those of the return; -1 where it has none. */
interface PlacedColumn {
  readonly column: Column;
  readonly place: number;
}

/** What returns of one base with the same paths have to be added up by: made once for all of them. */
const ofOne = new WeakMap<PathsByField, Map<Block['base'], readonly PlacedColumn[]>>();

function columnsOfOne(block: Block): readonly PlacedColumn[] {
  const [paths = []] = block.paths;
  const known = ofOne.get(paths) ?? new Map<Block['base'], readonly PlacedColumn[]>();
  ofOne.set(paths, known);
  const columns = known.get(block.base) ?? placedColumns(block, paths.flat());
  known.set(block.base, columns);
  return columns;
}

const placedColumns = (block: Block, paths: readonly string[]): readonly PlacedColumn[] =>
  linesOf(block, [block]).map(({ column }) => ({ column, place: paths.indexOf(column.path) }));

/** What is added up, in the order of the form. */
function linesOf(all: Block, bases: readonly Block[]): readonly Line[] {
  const lines: Line[] = [];
  const everybody = [all];
  for (const { field, counted, index, isAboutBase } of summed) {
    for (const block of isAboutBase ? bases : everybody) {
      const base = isAboutBase ? block.base : undefined;
      for (const path of pathsOf(field, index, block))
        lines.push({ column: { field: counted, path, base, isNotStated: isNotStated(path) }, block });
    }
  }
  return lines;
}

/** The paths of a field to add up. One that is always asked is missing where nobody has it. */
function pathsOf(field: Field, index: number, { paths }: Block): readonly string[] {
  if (field.kind === 'code') return field.id === 'youngPeople.base' ? [field.id] : [];
  const found = pathsOfAny(paths, index);
  const isMissing = field.kind === 'count' && field.asked === 'always' && !found.includes(field.id);
  return isMissing ? [field.id, ...found] : found;
}

/** The figure of an exact count. Written out, because engines take long to spread and there are a hundred for each return. */
function figureOfCount(
  group: GroupKey,
  { path, base, field, isNotStated: isRest }: Column,
  count: number,
  from: readonly string[],
): SummaryFigure | undefined {
  if (isRest && count === 0) return undefined;
  const coverage = coverageOfOne;
  const caveats = caveatsOfOne(field);
  return base === undefined
    ? { group, path, low: count, high: count, coverage, from, caveats }
    : { group, path, base, low: count, high: count, coverage, from, caveats };
}

/** A figure with its place. One that nothing was expected for, or that says only that nobody is unaccounted for, is left out. */
function figureOf(group: GroupKey, column: Column, sum: ColumnSum): SummaryFigure | undefined {
  const { path, base, isNotStated: isRest } = column;
  const { bounds, coverage, from, caveats } = sum;
  const { low, high } = bounds;
  if (coverage.expected + coverage.notApplicable === 0 || (isRest && high === 0)) return undefined;
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
    return [{ members, set: all.set, paths: all.paths, base: first.base }];
  const silent = members.filter((member) => member.base === undefined);
  const undeclared = silent.filter(hasCharacteristics);
  const missing = silent.filter((member) => !hasCharacteristics(member));
  const present = (['direct', 'direct-and-indirect'] as const)
    .map((base) => ({ base, found: members.filter((member) => member.base === base) }))
    .filter(({ found }) => found.length > 0);
  const apart: readonly Block[] = undeclared.length === 0 ? [] : [blockOf(undeclared, 'not-stated')];
  if (joinBases && present.length > 1) {
    const joined = present.flatMap(({ found }) => found);
    return [blockOf([...joined, ...missing], 'mixed'), ...apart];
  }
  return [...present.map(({ base, found }) => blockOf([...found, ...missing], base)), ...apart];
}

const hasCharacteristics = (member: Contribution): boolean => {
  const { paths } = inOrderOfForm(member);
  return characteristics.some((index) => (paths[index] ?? []).some(isCategory));
};
const isCategory = (path: string): boolean => path.split('.').length > 2;
/** The places of the fields that describe young people. */
const characteristics = [...fields.entries()]
  .filter(([, field]) => field.kind !== 'code' && describesBase(field))
  .map(([index]) => index);
