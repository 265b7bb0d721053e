import { registerSchema } from '../programme/index.ts';

/** What lies beside returns without being any, by a property that no return has. */
const kinds = {
  '@context': 'a description of a table',
  $schema: 'a schema',
  fields: 'a description of fields',
  contributions: 'a summary',
  cells: 'published numbers',
} as const;

/** What a JSON file of a folder is, where it is sure to hold no return: one of a known other kind. */
export function otherKind(bytes: Uint8Array): string | undefined {
  const value = jsonIn(bytes);
  if (registerSchema.safeParse(value).success) return 'a register of services';
  const [first] = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  if (typeof first !== 'object' || first === null) return undefined;
  return Object.entries(kinds).find(([property]) => property in first)?.[1];
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // What cannot be read may be a return that was damaged: it is not for us to pass it over.
    return undefined;
  }
}
