import { v5 } from 'uuid';
import { namespace } from './complete-lines.ts';
import { largestHidden } from './policy.ts';
import type { Line, Release, ReleaseCell, Sum } from './release.ts';

/** A figure with its count, and as a set what it is made of. */
interface Counted extends Sum {
  readonly count: number;
  readonly held: ReadonlySet<string>;
}

/** A figure, and one or two that it holds all of. */
interface Difference {
  readonly whole: Counted;
  readonly parts: readonly Counted[];
}

/**
 * A release with the small counts that remain when one figure, or two, are taken from one that holds all of them: of
 * this release or of earlier ones, whatever their tables.
 */
export function withDifferences(release: Release): Release {
  const countOf = new Map(release.cells.map(({ id, count }) => [id, count]));
  const sums = release.sums.map((sum) => ({
    ...sum,
    count: countOf.get(sum.id) ?? 0,
    held: new Set(sum.atoms),
  }));
  const known = new Set(sums.map(({ atoms }) => signature(atoms)));
  const cells: ReleaseCell[] = [];
  const lines: Line[] = [];
  const printed = release.cells.flatMap(({ id, count, printed: as }) =>
    as === 'never' ? [] : [[id, { id, count, atoms: [id], held: new Set([id]) }] as const],
  );
  for (const { whole, parts } of differences(sums, new Map(printed))) {
    const rest = restOf(whole, parts);
    if (rest.length < 2 || known.has(signature(rest))) continue;
    known.add(signature(rest));
    const names = parts.map(({ id }) => id);
    // Under a name that nothing else can have: one figure may be divided in several ways.
    const id = `${whole.id} less ${names.join(' and ')}: ${v5(signature(rest), namespace)}`;
    cells.push({
      id,
      label: id,
      count: countLeft(whole, parts),
      printed: 'never',
      inNoTable: true,
      isDifference: true,
    });
    lines.push({ total: whole.id, parts: [...names, id], of: 'members' });
    lines.push({ total: id, parts: rest, of: 'members' });
  }
  return { ...release, cells: [...release.cells, ...cells], lines: [...release.lines, ...lines] };
}

const signature = (atoms: readonly string[]): string => atoms.join('\n');

const countLeft = (whole: Counted, parts: readonly Counted[]): number =>
  parts.reduce((left, { count }) => left - count, whole.count);

const isLittle = (count: number): boolean => count >= 0 && count <= largestHidden;

/** What a figure holds besides others. */
const restOf = (whole: Counted, parts: readonly Counted[]): readonly string[] =>
  whole.atoms.filter((atom) => !parts.some(({ held }) => held.has(atom)));

/** Each difference that may be small: of one figure first, as the simpler name of what two may leave as well. */
function differences(sums: readonly Counted[], printed: ReadonlyMap<string, Counted>): readonly Difference[] {
  const holding = new Map<string, Counted[]>();
  for (const sum of sums)
    for (const atom of sum.atoms) holding.set(atom, [...(holding.get(atom) ?? []), sum]);
  const within = new Map<Counted, Counted[]>();
  for (const part of sums) {
    for (const whole of holding.get(part.atoms[0] ?? '') ?? []) {
      if (part.atoms.length < whole.atoms.length && part.atoms.every((atom) => whole.held.has(atom)))
        within.set(whole, [...(within.get(whole) ?? []), part]);
    }
  }
  const all = [...within];
  return [
    ...all.flatMap(([whole, parts]) =>
      parts
        .map((part) => ({ whole, parts: [part] }))
        .filter(({ parts: one }) => isLittle(countLeft(whole, one))),
    ),
    ...all.flatMap(([whole, parts]) => lessTwo(whole, parts, printed)),
  ];
}

/** A figure less two that have nothing in common; less two single counts, only where the tables themselves say so. */
function lessTwo(
  whole: Counted,
  parts: readonly Counted[],
  printed: ReadonlyMap<string, Counted>,
): readonly Difference[] {
  const several = parts.filter(({ atoms }) => atoms.length > 1);
  const single = several.length === 0 ? [] : whole.atoms.flatMap((atom) => printed.get(atom) ?? []);
  return several.flatMap((one, index) =>
    [...several.slice(0, index), ...single]
      .filter(
        (other) =>
          isLittle(countLeft(whole, [one, other])) && !other.atoms.some((atom) => one.held.has(atom)),
      )
      .map((other) => ({ whole, parts: [one, other] })),
  );
}
