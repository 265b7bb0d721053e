import type { FileCell, Finding } from '../checks/index.ts';
import type { Origin } from './read-result.ts';

/**
 * A finding about a return with the cells of the file it was read from. A path that the file does not have
 * stands with what is nearest to it.
 *
 * @example
 * const { returns, origins } = await readReturns('service,quarter,Female,Age: 12-14\n2,2015-Q1,30,8');
 * const [finding] = checkReturn({ ...returns[0], youngPeople: { direct: 20, base: 'direct', age: { '12-14': 21 } } }).findings;
 * finding && origins[0] && locate(finding, origins[0]).cells; // => [{ line: 2, column: 4 }]
 */
export function locate(finding: Finding, { cells, file, sheet }: Origin): Finding {
  if (finding.cells !== undefined) return finding;
  const places = finding.paths.map((path) => nearest(path, cells)).filter((place) => place !== undefined);
  const unique = [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
  if (unique.length > 0) return { ...finding, cells: unique };
  const whole = cellAt('', cells) ?? {
    ...(file !== undefined && { file }),
    ...(sheet !== undefined && { sheet }),
  };
  return Object.keys(whole).length === 0 ? finding : { ...finding, cells: [whole] };
}

/** The cell of a path, or of the first thing within it. */
function nearest(path: string, cells: Origin['cells']): FileCell | undefined {
  const exact = cellAt(path, cells);
  if (exact !== undefined) return exact;
  const within = Object.keys(cells).find((known) => known.startsWith(`${path}.`));
  return within === undefined ? undefined : cellAt(within, cells);
}

const cellAt = (path: string, cells: Origin['cells']): FileCell | undefined =>
  Object.hasOwn(cells, path) ? cells[path] : undefined;
