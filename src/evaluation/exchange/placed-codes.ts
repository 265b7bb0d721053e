import { findCode } from '../../vocabulary/index.ts';
import type { OutcomeValence } from '../cmo-configuration.ts';
import { contextLayer, type ContextLayer } from '../context-layer.ts';
import { categories, type CodebookCode, type Role } from './codebook.ts';

/** A code with what its place says of it. */
export interface PlacedCode {
  readonly code: CodebookCode;
  readonly role?: Role;
  readonly layer?: ContextLayer;
  readonly valence?: OutcomeValence;
}

const allCategories = categories.flatMap((each) => [each, ...each.categories]);

/** The codes of a codebook that are no categories of ours, each with the categories above it. */
export function placedCodes(
  codes: readonly CodebookCode[],
  above: Omit<PlacedCode, 'code'> = {},
): readonly PlacedCode[] {
  return codes.flatMap((code) => {
    const category =
      allCategories.find(({ guid }) => guid === code.guid) ??
      (code.codes.length > 0 || !code.isCodable ? categoryCalled(code.name, above) : undefined);
    if (category !== undefined) {
      const { role, layer, valence } = category;
      return placedCodes(code.codes, {
        ...above,
        role,
        ...(layer && { layer }),
        ...(valence && { valence }),
      });
    }
    return [{ ...above, code }, ...placedCodes(code.codes, above)];
  });
}

/** A category by its name: at the top, or below the category that it belongs to. */
function categoryCalled(
  name: string,
  above: Omit<PlacedCode, 'code'>,
): (typeof allCategories)[number] | undefined {
  const called = (each: (typeof allCategories)[number]): boolean =>
    each.name.toLowerCase() === name.trim().toLowerCase();
  if (above.role === undefined) return categories.find(called);
  const layer = above.role === 'context' ? findCode(contextLayer, name) : undefined;
  return allCategories.find(
    (each) =>
      each.role === above.role &&
      (layer !== undefined ? each.layer === layer : each.valence !== undefined && called(each)),
  );
}
