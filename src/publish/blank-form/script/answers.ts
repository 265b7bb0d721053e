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

/** An answer that no file could hold, and what to do. */
export interface Unread {
  readonly input: Answer;
  readonly message: string;
}

/** Answers of rows of a service’s own that could not be read again: they have no name, or one that cannot be. */
export function unreadAnswers(): readonly Unread[] {
  const seen = new Set<string>();
  return inputs().flatMap((input) => {
    if (input.value.trim() === '') return [];
    const path = pathOf(input);
    const message = path === undefined ? 'Write what is counted here.' : unreadName(input, path, seen);
    if (path !== undefined) seen.add(path);
    return message === undefined ? [] : [{ input, message }];
  });
}

function unreadName(input: Answer, path: string, seen: ReadonlySet<string>): string | undefined {
  if (seen.has(path)) return 'Another row has the same name: add the two up, or change one.';
  // What is in the name only: the path of the form has full stops of its own.
  const dots = (text: string): number => text.split('.').length;
  const place = (input.dataset.path ?? '').replace('..', '.');
  return dots(path) === dots(place) ? undefined : 'Write the name of this row without full stops.';
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
