import { codelist, type CodeOf, type Source } from '../vocabulary/index.ts';

const since = '2013-Q4';

/** How certain a fact is. */
export const certainty = codelist({
  name: 'certainty',
  title: 'Certainty of a fact',
  source: 'library',
  entries: [
    { code: 'certain', label: 'Certain', meaning: 'Stated in so many words.', since },
    { code: 'high', label: 'High', meaning: 'Read from a table whose layout leaves little doubt.', since },
    { code: 'medium', label: 'Medium', meaning: 'Read from a table whose layout leaves some doubt.', since },
    {
      code: 'low',
      label: 'Low',
      meaning: 'Inferred, or read from a table whose layout leaves much doubt.',
      since,
    },
  ],
});

/** A code of {@link certainty}. */
export type Certainty = CodeOf<typeof certainty>;

/** Where a fact comes from and how certain it is. */
export interface Provenance {
  readonly source: Source;
  readonly certainty: Certainty;
  readonly note?: string;
}

/** Where facts come from, by path; a path speaks for everything below it, and the empty one for all. */
export type ProvenanceByPath = Readonly<Record<string, Provenance>>;

/**
 * Where a fact comes from: what is said of its path, or of the nearest path above it.
 *
 * @example
 * const said = { '': { source: '2.1', certainty: 'certain' }, spokes: { source: 'Table 1', certainty: 'high' } } as const;
 * provenanceOf(said, 'spokes.0.fte')?.source; // => 'Table 1'
 * provenanceOf(said, 'hub')?.source; // => '2.1'
 */
export function provenanceOf(said: ProvenanceByPath, path: string): Provenance | undefined {
  const here = Object.hasOwn(said, path) ? said[path] : undefined;
  if (here !== undefined || path === '') return here;
  return provenanceOf(said, path.slice(0, Math.max(0, path.lastIndexOf('.'))));
}
