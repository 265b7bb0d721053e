import type { Json } from '../form/index.ts';

/** Something in the input that is not plain data. */
export interface PlainProblem {
  readonly path: string;
  readonly found: string;
}

/** A copy of an input that holds plain data only, and what had to be left out. */
export interface PlainCopy {
  readonly copy: Json | undefined;
  readonly problems: readonly PlainProblem[];
}

/** More values than any return has, and more nesting: beyond these an input is refused, unread. */
const mostInReturn = { depth: 12, values: 50_000 } as const;
const mostProblems = 100;

/** How much of an input is read. */
export interface CopyLimits {
  readonly depth: number;
  readonly values: number;
}

interface Reading {
  values: number;
  readonly limits: CopyLimits;
  readonly problems: PlainProblem[];
  /** The objects that are being read just now: to meet one again is a cycle. */
  readonly open: Set<object>;
}

/**
 * Copies anything into plain data, reading each property once, so that nothing later can change, throw
 * or run. Cycles, accessors that throw, functions, dates and other objects with a life of their own are
 * left out and named.
 */
export function plainCopy(input: unknown, limits: CopyLimits = mostInReturn): PlainCopy {
  const reading: Reading = { values: 0, limits, problems: [], open: new Set() };
  const copy = copyValue(input, '', reading);
  if (reading.values > limits.values) {
    return { copy: undefined, problems: [{ path: '', found: `more than ${limits.values} values` }] };
  }
  return { copy, problems: reading.problems };
}

function copyValue(value: unknown, path: string, reading: Reading): Json | undefined {
  reading.values += 1;
  if (reading.values > reading.limits.values) return undefined;
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'number':
      return value;
    case 'undefined':
      return undefined;
    case 'object':
      return value === null ? null : copyObject(value, path, reading);
    case 'bigint':
    case 'symbol':
    case 'function':
      return refuse(path, `a ${typeof value}`, reading);
  }
}

function refuse(path: string, found: string, reading: Reading): Json | undefined {
  if (reading.problems.length < mostProblems) reading.problems.push({ path, found });
  return undefined;
}

function copyObject(object: object, path: string, reading: Reading): Json | undefined {
  if (reading.open.has(object)) return refuse(path, 'an object that contains itself', reading);
  if (reading.open.size >= reading.limits.depth)
    return refuse(path, `more than ${reading.limits.depth} levels`, reading);
  reading.open.add(object);
  try {
    return copyEntries(object, path, reading);
  } catch {
    // Only the input’s own code runs in there: a proxy or an accessor that throws.
    return refuse(path, 'an object that cannot be read', reading);
  } finally {
    reading.open.delete(object);
  }
}

function copyEntries(object: object, path: string, reading: Reading): Json | undefined {
  const isArray = Array.isArray(object);
  const prototype: unknown = Object.getPrototypeOf(object);
  if (!isArray && prototype !== Object.prototype && prototype !== null) {
    const isForeign = typeof prototype === 'object' && Object.getPrototypeOf(prototype) === null;
    if (!isForeign) return refuse(path, 'an object of a class', reading);
  }
  return isArray ? copyArray(object, path, reading) : copyRecord(object, path, reading);
}

function copyArray(array: readonly unknown[], path: string, reading: Reading): Json {
  const copy: Json[] = [];
  for (let index = 0; index < array.length && reading.values <= reading.limits.values; index += 1) {
    copy.push(copyValue(array[index], joined(path, String(index)), reading) ?? null);
  }
  return copy;
}

function copyRecord(object: object, path: string, reading: Reading): Json {
  const copy: Record<string, Json> = {};
  for (const key of Object.keys(object)) {
    if (reading.values > reading.limits.values) break;
    if (key === '__proto__') {
      refuse(joined(path, key), 'a key with a meaning of its own', reading);
      continue;
    }
    const value = copyValue((object as Record<string, unknown>)[key], joined(path, key), reading); // own keys only
    if (value !== undefined) copy[key] = value;
  }
  return copy;
}

const joined = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** Where a minus zero stands: it passes for a whole number, and says that something went wrong before it came here. */
export function negativeZeroPaths(value: Json, path = ''): readonly string[] {
  if (Object.is(value, -0)) return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Readonly<Record<string, Json>>).flatMap(([key, inner]) =>
    negativeZeroPaths(inner, joined(path, key)),
  );
}
