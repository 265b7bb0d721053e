/** What stands in the form, by path. */
export type Answers = ReadonlyMap<string, string>;

/** An input of the form that holds an answer. */
export type Answer = HTMLInputElement | HTMLSelectElement;

/** Every answer of the form. */
export const inputs = (): readonly Answer[] => [...document.querySelectorAll<Answer>('[data-path]')];

/** The names that a service gave to rows of its own, by the place of the row. */
const names = (): ReadonlyMap<string, HTMLInputElement> =>
  new Map(
    [...document.querySelectorAll<HTMLInputElement>('[data-name]')].map((input) => [
      input.dataset.name ?? '',
      input,
    ]),
  );

/** Where an answer stands in a return: in rows of the service’s own, under the name that it gave. */
export function pathOf(input: Answer): string | undefined {
  const path = input.dataset.path ?? '';
  const place = /^(?<field>.*?)\.\.(?<row>\d+)(?<rest>.*)$/.exec(path)?.groups;
  if (place === undefined) return path;
  const name = names().get(`${place.field}..${place.row}`)?.value.trim() ?? '';
  return name === '' ? undefined : `${place.field}.${name}${place.rest}`;
}

/** The answers that are given, by their paths. */
export const answers = (): Answers =>
  new Map(
    inputs().flatMap((input) => {
      const path = pathOf(input);
      return path === undefined || input.value.trim() === '' ? [] : [[path, input.value] as const];
    }),
  );

/** Answers without a name: nobody could say what they count. */
export const nameless = (): readonly Answer[] =>
  inputs().filter((input) => input.value.trim() !== '' && pathOf(input) === undefined);

/** Answers under a name that a row before has: only one of them could be read. */
export function doubled(): readonly Answer[] {
  const seen = new Set<string>();
  return inputs().filter((input) => {
    const path = pathOf(input);
    if (path === undefined || input.value.trim() === '') return false;
    const isSecond = seen.has(path);
    seen.add(path);
    return isSecond;
  });
}

/** The input of a path, or of the first thing within it. */
export const inputAt = (path: string): Answer | undefined =>
  inputs().find((input) => pathOf(input) === path) ??
  inputs().find((input) => pathOf(input)?.startsWith(`${path}.`) === true);

/** All that was typed, sound or not, by the id of where it stands. */
export const typed = (): Answers =>
  new Map(
    [...document.querySelectorAll<Answer>('[data-path],[data-name]')]
      .filter(({ value }) => value !== '')
      .map(({ id, value }) => [id, value]),
  );

/** Puts back what was typed, in place of all that stood there. */
export function fillTyped(given: Answers): readonly string[] {
  for (const input of document.querySelectorAll<Answer>('[data-path],[data-name]')) input.value = '';
  return [...given].flatMap(([id, text]) => {
    const input = document.getElementById(id);
    const isAnswer = input instanceof HTMLInputElement || input instanceof HTMLSelectElement;
    if (!isAnswer || (input.dataset.path ?? input.dataset.name) === undefined) return [id];
    input.value = text;
    return input.value === text ? [] : [id];
  });
}

/** Puts answers into the form, in place of all that stood there. What it has no row for is given back. */
export function fill(given: Answers): readonly string[] {
  for (const input of document.querySelectorAll<Answer>('[data-path],[data-name]')) input.value = '';
  const left: string[] = [];
  for (const [path, text] of given) {
    const input = inputAt(path) ?? ownRow(path);
    if (input === undefined || pathOf(input) !== path) left.push(path);
    else input.value = text;
  }
  return left;
}

/** A free row of the service’s own, named after the path. */
function ownRow(path: string): Answer | undefined {
  for (const [place, name] of names()) {
    const [field = ''] = place.split('..');
    if (name.value !== '' || !path.startsWith(`${field}.`)) continue;
    const [own = '', code] = path.slice(field.length + 1).split('.');
    const input = inputs().find(
      ({ dataset }) => dataset.path === (code === undefined ? place : `${place}.${code}`),
    );
    if (input === undefined) continue;
    name.value = own;
    return input;
  }
  return undefined;
}
