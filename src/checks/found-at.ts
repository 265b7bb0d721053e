import { valueAt } from '../form/index.ts';

/** What stands at a path; a printed figure’s own path has dots in it. */
export function foundAt(data: unknown, path: string): unknown {
  const printed = /^printed\.(?<kind>percentages|totals)\.(?<of>.+)$/.exec(path)?.groups;
  if (printed === undefined) return valueAt(data, path);
  const figures = valueAt(data, `printed.${printed.kind ?? ''}`) as
    Readonly<Record<string, unknown>> | undefined; // its kind is checked
  return figures?.[printed.of ?? ''];
}
