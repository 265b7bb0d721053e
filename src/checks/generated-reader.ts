import { generated, inCode, mayGenerate } from './generated-code.ts';
import { isPlain, type NamedPart, type NamedParts, type Read } from './named-parts.ts';

/**
 * A reader with lines for each name, which engines make faster than a loop over names; an object with all of them is
 * made at once. Objects that hold anything else are left to another reader. Nothing where code may not be generated, or
 * there is no name to generate it for.
 */
export function generatedReader({ names }: NamedParts, otherwise: Read): Read | undefined {
  // A literal would take the name of a prototype for the prototype.
  if (names.size === 0 || names.has('__proto__') || !mayGenerate()) return undefined;
  const entries = [...names.entries()];
  const values = Object.fromEntries(
    entries.flatMap(([, { read, isDone }], index) => [
      [`read${index}`, read],
      [`isDone${index}`, isDone],
    ]),
  );
  const body = `return (given, parts) => {
    if (!isPlain(given)) return undefined;
    let left = 0;
    for (const name in given) left += 1;
    const all = left;${entries.map(readingLines).join('')}
    if (left !== 0) return otherwise(given, parts);
    if (all === ${entries.length}) return { ${entries.map(([name], index) => `${inCode(name)}: value${index}`).join(', ')} };
    const copy = {};${entries.map(([name], index) => `\n    if (value${index} !== undefined) copy[${inCode(name)}] = value${index};`).join('')}
    return copy;
  };`;
  return generated({ ...values, isPlain, otherwise }, body) as Read; // as the body says
}

const readingLines = ([name, { part, isDone }]: readonly [string, NamedPart], index: number): string => `
    let value${index} = given[${inCode(name)}];
    if (value${index} !== undefined) {
      left -= 1;
      ${isDone === undefined ? '' : `if (!isDone${index}(value${index}))`} value${index} = read${index}(value${index}, parts);
      if (value${index} === undefined) return undefined;
      ${part === undefined ? '' : `parts[${inCode(part)}] = value${index};`}
    }`;
