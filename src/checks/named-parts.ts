/** The parts of a return by the names that rules use; `undefined` where a part was not returned. */
export type Parts = Record<string, unknown>;

/**
 * A sound copy of what stands somewhere, also put among the parts where it is one; nothing where it is not sure to be
 * sound.
 */
export type Read = (given: unknown, parts: Parts) => unknown;

/** What may stand under a name. */
export interface NamedPart {
  readonly read: Read;
  /** Tells what is taken as it stands, without being read. */
  readonly isDone?: (given: unknown) => boolean;
  /** Its name among the parts, where it is one. */
  readonly part?: string;
}

/** What an object may hold: each by its name, and others under names of a service’s own. */
export interface NamedParts {
  readonly names: ReadonlyMap<string, NamedPart>;
  readonly own?: { readonly isName: (name: string) => boolean; readonly read: Read };
}

/** Whether something is an object as JSON has them. */
export const isPlain = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null && Object.getPrototypeOf(given) === Object.prototype;
