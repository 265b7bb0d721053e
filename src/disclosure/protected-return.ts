import { fieldAt, returnKey, type Cell, type CoreReturn, type Field } from '../form/index.ts';
import { exactly, isExact } from '../figures/index.ts';
import type { Contribution } from '../summary/index.ts';
import { groupedBy } from '../vocabulary/index.ts';
import type { ProtectedFigure } from './protected-figure.ts';
import type { PlacedSummary } from './release.ts';

/**
 * The returns of a summary as partners may have them, where it prints every return by itself: a hidden or rounded count
 * is a withheld cell with the bounds that any reader can work out, and so sums over published returns stay honest.
 */
export function protectedReturns(
  { summary }: PlacedSummary,
  figures: readonly (ProtectedFigure | undefined)[],
): readonly CoreReturn[] {
  if (!summary.by.includes('service')) return [];
  const groups = groupedBy(
    summary.figures.map(({ from, group }, index) => ({ from, group, figure: figures[index] })),
    ({ group }) => JSON.stringify(group),
  );
  // Only where the table itself is of one return: otherwise it would say which of several has a figure.
  const byReturn = new Map(
    [...groups.values()].flatMap((of) => {
      const [key, ...others] = new Set(of.flatMap(({ from }) => from));
      return key === undefined || others.length > 0
        ? []
        : [[key, of.flatMap(({ figure }) => figure ?? [])] as const];
    }),
  );
  return summary.contributions.flatMap((contribution) => {
    // A return has no words for two versions of which nobody knows the right one.
    if (contribution.conflicting) return [];
    const own = byReturn.get(returnKey(contribution)) ?? [];
    const value = own.length === 0 ? undefined : returnOf(contribution, own);
    return value === undefined ? [] : [value];
  });
}

const isSaid = ({ coverage: { expected, returned } }: ProtectedFigure): boolean =>
  expected === 0 || returned > 0;

type Sections = Record<string, Record<string, unknown>>;

/** A return from its figures: those that are cells of the form. */
function returnOf(
  { service, period, declared, revision, combined, base, entries }: Contribution,
  figures: readonly ProtectedFigure[],
): CoreReturn {
  const isUnknown = ({ path }: ProtectedFigure): boolean => entries[path]?.says === 'unknown';
  const sections: Sections = base === undefined ? {} : { youngPeople: { base } };
  // What the return does not say is not in it.
  for (const figure of figures.filter((each) => isSaid(each) || isUnknown(each)))
    place(sections, figure, { figures, cell: isUnknown(figure) ? { unknown: 'not-known' } : cellOf(figure) });
  return {
    edition: 'year-two',
    service,
    period,
    ...(declared && { declared }),
    ...(revision > 1 && { revision }),
    ...(combined && { combined }),
    ...sections,
  };
}

/** Puts a figure where the form has it; what the form has no cell for stays out. */
function place(
  sections: Sections,
  { path }: ProtectedFigure,
  { figures, cell }: { readonly figures: readonly ProtectedFigure[]; readonly cell: Cell },
): void {
  const field = fieldAt(path);
  if (field === undefined || field.kind === 'code') return;
  const [name = '', key = ''] = field.id.split('.');
  const code = path.slice(field.id.length + 1);
  const section = (sections[name] ??= {});
  if (field.kind === 'count') section[key] = cell;
  else if (field.kind === 'breakdown' && code !== '' && !isMerged(field, figures))
    put(branch(section, key), code, cell);
  else if (field.kind === 'matrix' && code.includes('.')) {
    const cut = code.lastIndexOf('.');
    put(branch(branch(section, key), code.slice(0, cut)), code.slice(cut + 1), cell);
  }
}

/** Whether categories of a closed list were put together, so that the form has no place for them any more. */
const isMerged = (field: Field, figures: readonly ProtectedFigure[]): boolean =>
  field.kind === 'breakdown' &&
  !field.codelist.open &&
  figures.some(
    ({ path }) =>
      path.startsWith(`${field.id}.`) &&
      !field.codelist.entries.some(({ code }) => path === `${field.id}.${code}`),
  );

function branch(parent: Record<string, unknown>, key: string): Record<string, unknown> {
  const own = Object.hasOwn(parent, key) ? parent[key] : undefined;
  const child = (own ?? {}) as Record<string, unknown>; // made here alone
  put(parent, key, child);
  return child;
}

/** Sets a property whatever its name: a category may be called as the prototype of all objects is. */
function put(parent: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}

/** A figure as a cell of the form. What nothing bounds above is at least so much. */
function cellOf({ low, high, mark, coverage }: ProtectedFigure): Cell {
  if (coverage.expected === 0) return { notApplicable: 'not-applicable' };
  if (mark !== 'hidden' && isExact({ low, ...(high !== undefined && { high }) })) return exactly(low).low;
  return high === undefined ? { atLeast: low } : { withheld: [low, high] };
}
