import { v5 } from 'uuid';
import { contextLayer, type ContextLayer } from '../context-layer.ts';
import type { OutcomeValence } from '../cmo-configuration.ts';

/** A code of a codebook: something that passages of interviews are coded with, or a category of such codes. */
export interface CodebookCode {
  readonly guid: string;
  readonly name: string;
  /** Whether passages can be coded with it; a category cannot. */
  readonly isCodable: boolean;
  readonly color?: string;
  readonly description?: string;
  readonly codes: readonly CodebookCode[];
}

/** A set of codes. */
export interface CodebookSet {
  readonly guid: string;
  readonly name: string;
  readonly description?: string;
  /** The GUIDs of its codes, in order. */
  readonly members: readonly string[];
}

/** A codebook, as qualitative analysis programs exchange it. */
export interface Codebook {
  /** The program that wrote it. */
  readonly origin?: string;
  readonly codes: readonly CodebookCode[];
  readonly sets: readonly CodebookSet[];
}

/** Beyond these nothing is written or read. */
export const codebookLimits = { characters: 20_000_000, depth: 100, elements: 1_000_000 } as const;

/** The name space of the exchange format. */
export const codebookNamespace = 'urn:QDA-XML:codebook:1.0';

const ours = v5('https://www.npmjs.com/package/hub-and-spoke#codebook', v5.URL);

/** The same GUID for the same thing, always, so that a codebook that is exported again merges with the first. */
export const guidOf = (...place: readonly string[]): string => v5(JSON.stringify(place), ours);

/** What a code is in a theory. */
export type Role = 'context' | 'mechanism' | 'outcome' | 'source';

/** A category of codes: what the codes below it are. */
export interface CodeCategory {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly role: Role;
  readonly layer?: ContextLayer;
  readonly valence?: OutcomeValence;
  readonly categories: readonly CodeCategory[];
}

const valences: readonly (readonly [OutcomeValence, string])[] = [
  ['desired', 'Desired'],
  ['not-desired', 'Not desired'],
  ['mixed', 'Mixed'],
];

const category = (
  role: Role,
  name: string,
  description: string,
  more: Partial<Pick<CodeCategory, 'layer' | 'valence' | 'categories'>> = {},
): CodeCategory => ({
  guid: guidOf('category', role, name),
  name,
  description,
  role,
  categories: [],
  ...more,
});

/** The categories under which the codes of a theory stand. */
export const categories: readonly CodeCategory[] = [
  category('context', 'Contexts', 'Conditions in which a mechanism fires, by layer from the outermost in.', {
    categories: contextLayer.entries.map(({ code, label, meaning }) =>
      category('context', label, meaning, { layer: code }),
    ),
  }),
  category('mechanism', 'Mechanisms', 'What changes in how people respond: the trigger of change.'),
  category('outcome', 'Outcomes', 'What comes about, wanted or not.', {
    categories: valences.map(([valence, name]) =>
      category('outcome', name, `Outcomes that are ${name.toLowerCase()}.`, { valence }),
    ),
  }),
  category('source', 'Sources of evidence', 'Where evidence was gathered. Nothing is coded with these.'),
];
