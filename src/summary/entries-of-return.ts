import { between, boundByWhole, highOf, type Bounds } from '../figures/index.ts';
import {
  baseOf,
  cellBounds,
  isExactCell,
  isWithheld,
  sumOfCounts,
  type Breakdown,
  type Cell,
  type CoreReturn,
  type YoungPeople,
} from '../form/index.ts';
import { entryOf, entryWith, notStatedPath, saysOf, type Entry } from './entry.ts';
import { fieldPlaces, type FieldPlace, type PathsUnder } from './places.ts';

/** The entries of a return by their paths, and their paths by field, in the order of the form. */
export interface Entered {
  readonly entries: Readonly<Record<string, Entry>>;
  readonly paths: PathsByField;
}

/** For each field of the form, in its order, the paths that stand for it. */
export type PathsByField = readonly (readonly string[])[];

/**
 * What the cells of a return bring to a summary: each as bounds, the unknown ones tightened by their base. Each
 * breakdown brings, under its own path, how many it describes, and how many no category accounts for.
 */
export function entriesOf(value: CoreReturn): Entered {
  const { youngPeople = {} } = value;
  const described = baseOf(youngPeople);
  const entries: Record<string, Entry> = {};
  const entering: Entering = {
    // Looked up by the places of the catalogue.
    sections: value as unknown as Entering['sections'],
    base: described && entryWith(described, baseSays(youngPeople)),
    entries,
  };
  const paths: (readonly string[])[] = [];
  for (const place of fieldPlaces()) paths.push(enter(place, entering));
  return { entries, paths };
}

/** A return whose cells are being put among its entries. */
interface Entering {
  readonly sections: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  /** How many young people its characteristics describe. */
  readonly base: Entry | undefined;
  readonly entries: Record<string, Entry>;
}

const none: readonly string[] = [];

/** Puts what stands for a field among the entries. The paths of it. */
function enter(place: FieldPlace, entering: Entering): readonly string[] {
  const { field, section, name, paths } = place;
  const stands = entering.sections[section]?.[name];
  if (stands === undefined) return none;
  const { entries, base } = entering;
  // The schema has given each kind of field its kind of value.
  switch (field.kind) {
    case 'code':
      if (field.id !== 'youngPeople.base' || base === undefined) return none;
      entries[field.id] = base;
      return paths;
    case 'count':
      entries[field.id] = entryOf(stands as Cell);
      return field.id === 'referrals.reported' ? withRoutesNotReported(place, entering) : paths;
    case 'breakdown': {
      const found: string[] = [];
      enterBreakdown(
        place.under(field.id),
        stands as Breakdown<string>,
        wholeOf(place, entering),
        found,
        entries,
      );
      return found;
    }
    case 'matrix':
      return enterMatrix(place, stands as Readonly<Record<string, Breakdown<string>>>, entering);
  }
}

function enterMatrix(
  place: FieldPlace,
  measures: Readonly<Record<string, Breakdown<string>>>,
  entering: Entering,
): readonly string[] {
  const whole = wholeOf(place, entering);
  const found: string[] = [];
  for (const measure of Object.keys(measures).sort()) {
    const under = place.under(`${place.field.id}.${measure}`);
    enterBreakdown(under, measures[measure] ?? {}, whole, found, entering.entries);
  }
  return found;
}

/** Puts the counts of a breakdown among the entries, and their paths, in the order of the form, among those found. */
function enterBreakdown(
  under: PathsUnder,
  counts: Breakdown<string>,
  whole: Entry | undefined,
  found: string[],
  entries: Record<string, Entry>,
): void {
  const first = found.length;
  if (whole !== undefined) found.push(under.whole);
  const cells: Cell[] = [];
  for (const { code, path } of under.known) {
    const cell = counts[code];
    if (cell === undefined) continue;
    found.push(path);
    cells.push(cell);
    entries[path] = entryOf(cell);
  }
  if (cells.length < countIn(counts)) enterOwn(under, counts, found, cells, entries);
  if (cells.length === 0) found.length = first;
  else if (whole !== undefined)
    enterWhole(under, whole, { counts, cells, paths: found.slice(first + 1) }, entries);
  if (cells.length > 0 && whole !== undefined) found.push(under.notStated);
}

/** How many counts a breakdown has. */
function countIn(counts: Breakdown<string>): number {
  let count = 0;
  for (const code in counts) if (counts[code] !== undefined) count += 1;
  return count;
}

/** The categories of a service’s own, by name. */
function enterOwn(
  { whole, known }: PathsUnder,
  counts: Breakdown<string>,
  found: string[],
  cells: Cell[],
  entries: Record<string, Entry>,
): void {
  const listed = new Set(known.map(({ code }) => code));
  for (const code of Object.keys(counts).sort()) {
    const cell = counts[code];
    if (cell === undefined || listed.has(code)) continue;
    const path = `${whole}.${code}`;
    found.push(path);
    cells.push(cell);
    entries[path] = entryOf(cell);
  }
}

/** The counts of a breakdown, and in the order of the form its cells with their paths. */
interface PlacedCounts {
  readonly counts: Breakdown<string>;
  readonly cells: readonly Cell[];
  readonly paths: readonly string[];
}

/** How many a breakdown describes, and how many of them no category accounts for. */
function enterWhole(
  under: PathsUnder,
  whole: Entry,
  { counts, cells, paths }: PlacedCounts,
  entries: Record<string, Entry>,
): void {
  // What is exact is not narrowed by its whole.
  if (!cells.every(isExactCell)) tighten(paths, cells, whole, entries);
  entries[under.whole] = whole;
  entries[under.notStated] = shortfall(sumOfCounts(counts), whole);
}

function tighten(
  paths: readonly string[],
  cells: readonly Cell[],
  whole: Bounds,
  entries: Record<string, Entry>,
): void {
  const tight = boundByWhole(cells.map(cellBounds), whole);
  for (const [index, cell] of cells.entries()) {
    const bounds = tight[index];
    // What a publisher withheld stays as wide as it was published: what is not to be published may narrow it.
    if (bounds !== undefined && !isWithheld(cell))
      entries[paths[index] ?? ''] = entryWith(bounds, saysOf(cell));
  }
}

/** How much of a whole its parts leave over. */
const shortfall = (parts: Bounds, whole: Bounds): Entry =>
  entryWith(
    between(Math.max(0, whole.low - highOf(parts)), Math.max(0, highOf(whole) - parts.low)),
    'number',
  );

function wholeOf({ whole }: FieldPlace, { sections, base }: Entering): Entry | undefined {
  if (whole === undefined) return base;
  const cell = sections[whole.section]?.[whole.name] as Cell | undefined; // the field of a count
  return cell === undefined ? undefined : entryOf(cell);
}

/** What the number of young people described says: not known when a part of it is not. */
function baseSays({ base, direct, indirect, total }: YoungPeople): Entry['says'] {
  const counted =
    base === 'direct'
      ? [direct]
      : direct === undefined || indirect === undefined
        ? [total]
        : [direct, indirect];
  const said = counted.flatMap((cell) => (cell === undefined ? [] : [saysOf(cell)]));
  if (said.every((each) => each === 'not-applicable')) return 'not-applicable';
  if (said.includes('withheld') && !isExactCell(total)) return 'withheld';
  return said.includes('unknown') && !isExactCell(total) ? 'unknown' : 'number';
}

/** With the directly supported young people for whom no referral route was reported. */
function withRoutesNotReported(
  { field, paths }: FieldPlace,
  { sections, entries }: Entering,
): readonly string[] {
  const direct = sections.youngPeople?.direct as Cell | undefined; // the field of a count
  const reported = entries[field.id];
  if (direct === undefined || reported === undefined) return paths;
  const path = notStatedPath(field.id);
  entries[path] = shortfall(reported, cellBounds(direct));
  return [...paths, path];
}
