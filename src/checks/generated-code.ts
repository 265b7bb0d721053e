import { z } from 'zod';

/**
 * Whether functions may be made of texts here: not where a policy forbids it, nor where zod was told not to
 * (`z.config({ jitless: true })`).
 */
export function mayGenerate(): boolean {
  if (z.config().jitless === true) return false;
  try {
    return generated({}, 'return true') === true;
  } catch {
    return false;
  }
}

/**
 * What a text of code makes of some values by their names. The one place where code is made of a text, which holds
 * nothing but names of the catalogue, written by {@link inCode}.
 */
export function generated(values: Readonly<Record<string, unknown>>, body: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- see above
  return new Function(...Object.keys(values), body)(...Object.values(values));
}

/** A name as code. */
export const inCode = (name: string): string => JSON.stringify(name);
