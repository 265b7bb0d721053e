import { type Bounds } from '../../figures/index.ts';
import { cellBounds, fieldOf, type Breakdown, type FieldId } from '../../form/index.ts';
import type { RuleField, RuleView } from '../rule.ts';
import { baseFields, baseInView } from './breakdowns.ts';

/** The breakdowns beside which the report prints percentages and totals. */
export const breakdowns = [
  'youngPeople.age',
  'youngPeople.gender',
  'youngPeople.ethnicity',
  'youngPeople.living',
  'youngPeople.sexuality',
  'youngPeople.disability',
  'referrals.route',
] as const satisfies readonly FieldId[];

/** What the rules about printed figures read. */
export const printedFields = [
  'printed',
  ...baseFields,
  'referrals.reported',
  ...breakdowns,
] as const satisfies readonly RuleField[];
/** What the rules about printed figures see. */
export type PrintedView = RuleView<(typeof printedFields)[number]>;

/** A count of a breakdown beside the percentage printed for it. */
export interface PrintedRow {
  readonly path: string;
  readonly count: Bounds;
  readonly printed: number;
}

/** A breakdown with printed percentages, and what they are percentages of. */
export interface PrintedBlock {
  readonly label: string;
  readonly rows: readonly PrintedRow[];
  /** Undefined when the return does not say whom the counts describe. */
  readonly base: Bounds | undefined;
}

/** Why the rules about percentages are not run where there are none. */
export const noPercentages = { notRun: 'The return carries no printed percentages.' };

function baseOfBlock(view: PrintedView, id: (typeof breakdowns)[number]): Bounds | undefined {
  if (id !== 'referrals.route') return baseInView(view);
  const reported = view['referrals.reported'];
  return reported === undefined ? undefined : cellBounds(reported);
}

/** The breakdowns of a return that have printed percentages. */
export function printedBlocks(view: PrintedView): readonly PrintedBlock[] {
  return breakdowns.flatMap((id) => {
    const base = baseOfBlock(view, id);
    const rows = rowsOf(view, id);
    return rows.length === 0 ? [] : [{ label: fieldOf(id).label, rows, base }];
  });
}

function rowsOf(view: PrintedView, id: (typeof breakdowns)[number]): readonly PrintedRow[] {
  const counts: Breakdown<string> = view[id] ?? {};
  return Object.entries(counts).flatMap(([code, cell]) => {
    const path = `${id}.${code}`;
    const printed = view.printed?.percentages?.[path];
    return printed === undefined || cell === undefined ? [] : [{ path, count: cellBounds(cell), printed }];
  });
}

/** A return to show the rules by: two counts of 124 young people, and what is printed beside them. */
export const example = (white: number, other: number, percentages: readonly [number, number]) => ({
  value: {
    'youngPeople.base': 'direct',
    'youngPeople.direct': 124,
    'youngPeople.ethnicity': { 'white-uk': white, 'white-other': other },
    printed: {
      percentages: {
        'youngPeople.ethnicity.white-uk': percentages[0],
        'youngPeople.ethnicity.white-other': percentages[1],
      },
    },
  } as const,
});
