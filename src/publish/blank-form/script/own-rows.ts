import { inputs, type Answer } from './answers.ts';

/** More rows than anybody has: a file may ask for as many as it likes. */
const mostRows = 100;

const rowsOf = (field: string): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(`[data-own="${CSS.escape(field)}"]`),
];

/** An empty row of each list, as it was before anybody typed. */
const empty: ReadonlyMap<string, string> = new Map(
  [...document.querySelectorAll<HTMLElement>('[data-own]')].map((row) => [
    row.dataset.own ?? '',
    row.outerHTML,
  ]),
);

/** Adds an empty row to the rows of a service’s own. Whether there was place for one. */
export function addRow(field: string): boolean {
  const rows = rowsOf(field);
  if (rows.length >= mostRows) return false;
  // The place of a row stands in its names and its labels.
  const row = empty
    .get(field)
    ?.replaceAll(/(\.\.|--|Measure |category, )\d+/g, (_, before: string) => `${before}${rows.length + 1}`);
  rows.at(-1)?.insertAdjacentHTML('afterend', row ?? '');
  return row !== undefined;
}

/** Adds rows until there is the one that an id is of. */
export function rowsUntil(id: string): void {
  for (const field of empty.keys())
    if (id.startsWith(`a-${field.replaceAll(/[^\w-]/g, '-')}--`))
      while (document.getElementById(id) === null && addRow(field));
}

/** The answer of a path in a free row of the service’s own, which gets its name from the path. */
export function ownRow(path: string): Answer | undefined {
  const field = [...empty.keys()].find((each) => path.startsWith(`${each}.`));
  if (field === undefined) return undefined;
  const place = freePlace(field) ?? (addRow(field) ? freePlace(field) : undefined);
  if (place === undefined) return undefined;
  for (const input of inputs()) {
    const { path: own = '' } = input.dataset;
    const rest = own.slice(place.id.length);
    if (!(own === place.id || own.startsWith(`${place.id}.`)) || !path.endsWith(rest)) continue;
    place.name.value = path.slice(field.length + 1, path.length - rest.length);
    return input;
  }
  return undefined;
}

function freePlace(field: string): { readonly id: string; readonly name: HTMLInputElement } | undefined {
  for (const row of rowsOf(field)) {
    const name = row.querySelector<HTMLInputElement>('[data-name]');
    if (name !== null && name.value === '') return { id: name.dataset.name ?? '', name };
  }
  return undefined;
}
