import { generatedReader } from './generated-reader.ts';
import { isPlain, type NamedParts, type Parts, type Read } from './named-parts.ts';

/** A reader of an object with parts: generated where that is allowed, which is faster, else a loop over what it holds. */
export const namedReader = (named: NamedParts): Read => {
  const inLoop = loopReader(named);
  return generatedReader(named, inLoop) ?? inLoop;
};

/** More names of a service’s own than a return has. */
const mostNames = 100;

/** Reads an object name by name: those it may have in their order, then those of a service’s own. */
export function loopReader({ names, own }: NamedParts): Read {
  const known = [...names].map(([name, part]) => ({ name, ...part }));
  return (given, parts) => {
    if (!isPlain(given)) return undefined;
    const copy: Record<string, unknown> = {};
    let left = countOf(given);
    for (const { name, read, part } of known) {
      const stands = given[name];
      if (stands === undefined) continue;
      left -= 1;
      const value = read(stands, parts);
      if (value === undefined) return undefined;
      copy[name] = value;
      if (part !== undefined) parts[part] = value;
    }
    if (left === 0) return copy;
    const mayBeOwn = own !== undefined && left > 0 && left <= mostNames;
    return mayBeOwn && readOwn({ names, own }, given, copy, parts) ? copy : undefined;
  };
}

/** How many names something stands under, or that have a meaning of their own. */
function countOf(given: Readonly<Record<string, unknown>>): number {
  let count = 0;
  for (const name in given) if (given[name] !== undefined || name === '__proto__') count += 1;
  return count;
}

/** Reads what stands under names of a service’s own into a copy. Whether all of it is sound. */
function readOwn(
  { names, own }: Required<NamedParts>,
  given: Readonly<Record<string, unknown>>,
  copy: Record<string, unknown>,
  parts: Parts,
): boolean {
  for (const name in given) {
    const stands = given[name];
    if (name === '__proto__') return false;
    if (stands === undefined || names.has(name)) continue;
    const value = own.isName(name) ? own.read(stands, parts) : undefined;
    if (value === undefined) return false;
    copy[name] = value;
  }
  return true;
}
