import { generated, inCode, mayGenerate } from './generated-code.ts';
import { isPlain, type NamedParts, type Read } from './named-parts.ts';

/**
 * A reader with lines for each name, which engines make faster than a loop over names. Objects that hold anything else
 * are left to another reader. Nothing where code may not be generated, or there is no name to generate it for.
 */
export function generatedReader({ names }: NamedParts, otherwise: Read): Read | undefined {
  if (names.size === 0 || !mayGenerate()) return undefined;
  const entries = [...names.entries()];
  const values = Object.fromEntries(
    entries.flatMap(([, { read, isDone }], index) => [
      [`read${index}`, read],
      [`isDone${index}`, isDone],
    ]),
  );
  const lines = entries.map(
    ([name, { part, isDone }], index) => `
    value = given[${inCode(name)}];
    if (value !== undefined) {
      left -= 1;
      ${isDone === undefined ? '' : `if (!isDone${index}(value))`} value = read${index}(value, parts);
      if (value === undefined) return undefined;
      copy[${inCode(name)}] = value;
      ${part === undefined ? '' : `parts[${inCode(part)}] = value;`}
    }`,
  );
  const body = `return (given, parts) => {
    if (!isPlain(given)) return undefined;
    let left = 0;
    for (const name in given) if (given[name] !== undefined || name === '__proto__') left += 1;
    const copy = {};
    let value;${lines.join('')}
    return left === 0 ? copy : otherwise(given, parts);
  };`;
  return generated({ ...values, isPlain, otherwise }, body) as Read; // as the body says
}
