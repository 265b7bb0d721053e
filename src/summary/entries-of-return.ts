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
import { filledIn, patternOf, type PathsByField } from './path-pattern.ts';
import { fieldPlaces, type FieldPlace, type PathsUnder } from './places.ts';

/** Entries in the order of the form, with the paths of each field. */
export interface OrderedEntries {
  readonly paths: PathsByField;
  readonly list: readonly Entry[];
}

/** The entries of a return by their paths, and in the order of the form. */
export interface Entered {
  readonly entries: Readonly<Record<string, Entry>>;
  readonly ordered: OrderedEntries;
}

/**
 * What the cells of a return bring to a summary: each as bounds, the unknown ones tightened by their base. Each
 * breakdown brings, under its own path, how many it describes, and how many no category accounts for.
 */
export function entriesOf(value: CoreReturn): Entered {
  const { youngPeople = {} } = value;
  const described = baseOf(youngPeople);
  const entering: Entering = {
    // Looked up by the places of the catalogue.
    sections: value as unknown as Entering['sections'],
    base: described && entryWith(described, baseSays(youngPeople)),
    paths: [],
    entries: [],
  };
  const ends: number[] = [];
  for (const place of fieldPlaces()) {
    enter(place, entering);
    ends.push(entering.paths.length);
  }
  const pattern = patternOf(entering.paths, ends);
  const list = entering.entries;
  return { entries: filledIn(pattern, list), ordered: { paths: pattern.byField, list } };
}

/** A return whose cells are being put among its entries. */
interface Entering {
  readonly sections: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  /** How many young people its characteristics describe. */
  readonly base: Entry | undefined;
  /** The path of each entry, in the order of the form. */
  readonly paths: string[];
  readonly entries: Entry[];
}

function put({ paths, entries }: Entering, path: string, entry: Entry): void {
  paths.push(path);
  entries.push(entry);
}

/** Puts what stands for a field among the entries. */
function enter(place: FieldPlace, entering: Entering): void {
  const { field, section, name } = place;
  const stands = entering.sections[section]?.[name];
  if (stands === undefined) return;
  // The schema has given each kind of field its kind of value.
  switch (field.kind) {
    case 'code':
      if (field.id === 'youngPeople.base' && entering.base !== undefined)
        put(entering, field.id, entering.base);
      return;
    case 'count':
      put(entering, field.id, entryOf(stands as Cell));
      if (field.id === 'referrals.reported') enterNotReported(field.id, stands as Cell, entering);
      return;
    case 'breakdown':
      enterBreakdown(place.under(field.id), stands as Breakdown<string>, wholeOf(place, entering), entering);
      return;
    case 'matrix':
      enterMatrix(place, stands as Readonly<Record<string, Breakdown<string>>>, entering);
  }
}

function enterMatrix(
  place: FieldPlace,
  measures: Readonly<Record<string, Breakdown<string>>>,
  entering: Entering,
): void {
  const whole = wholeOf(place, entering);
  for (const measure of Object.keys(measures).sort())
    enterBreakdown(place.under(`${place.field.id}.${measure}`), measures[measure] ?? {}, whole, entering);
}

/** Puts the counts of a breakdown among the entries: how many it describes, each, and how many none accounts for. */
function enterBreakdown(
  under: PathsUnder,
  counts: Breakdown<string>,
  whole: Entry | undefined,
  entering: Entering,
): void {
  const { paths, entries } = entering;
  const before = paths.length;
  if (whole !== undefined) put(entering, under.whole, whole);
  const cells: Cell[] = [];
  for (const { code, path } of under.known) {
    const cell = counts[code];
    if (cell === undefined) continue;
    cells.push(cell);
    put(entering, path, entryOf(cell));
  }
  if (cells.length < countIn(counts)) enterOwn(under, counts, cells, entering);
  if (cells.length === 0) [paths.length, entries.length] = [before, before];
  else if (whole !== undefined) {
    // What is exact is not narrowed by its whole.
    if (!cells.every(isExactCell)) tighten(entries, before + 1, cells, whole);
    put(entering, under.notStated, shortfall(sumOfCounts(counts), whole));
  }
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
  cells: Cell[],
  entering: Entering,
): void {
  const listed = new Set(known.map(({ code }) => code));
  for (const code of Object.keys(counts).sort()) {
    const cell = counts[code];
    if (cell === undefined || listed.has(code)) continue;
    cells.push(cell);
    put(entering, `${whole}.${code}`, entryOf(cell));
  }
}

/** Narrows the entries of cells, which stand from a place on, by what they are parts of. */
function tighten(entries: Entry[], from: number, cells: readonly Cell[], whole: Bounds): void {
  const tight = boundByWhole(cells.map(cellBounds), whole);
  for (const [index, cell] of cells.entries()) {
    const bounds = tight[index];
    // What a publisher withheld stays as wide as it was published: what is not to be published may narrow it.
    if (bounds !== undefined && !isWithheld(cell)) entries[from + index] = entryWith(bounds, saysOf(cell));
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

/** The directly supported young people for whom no referral route was reported. */
function enterNotReported(path: string, reported: Cell, entering: Entering): void {
  const direct = entering.sections.youngPeople?.direct as Cell | undefined; // the field of a count
  if (direct !== undefined)
    put(entering, notStatedPath(path), shortfall(entryOf(reported), cellBounds(direct)));
}
