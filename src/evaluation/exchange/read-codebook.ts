import type { z } from 'zod';
import { byImportance, type Finding } from '../../checks/index.ts';
import { cmoConfiguration, evidenceSource, programmeTheory } from '../cmo-schema.ts';
import { shapeFindings } from '../theory-finding.ts';
import type { Theories } from '../theories.ts';
import type { Codebook } from './codebook.ts';
import { parseCodebook } from './parse-codebook.ts';
import { theoriesOf } from './theories-of-codebook.ts';

/** What a codebook says. */
export interface ReadCodebook {
  /** Its codes and sets as they stand in it, those of no theory too. */
  readonly codebook?: Codebook;
  /** The theories that could be read from it, to be checked with {@link checkTheories}. */
  readonly theories: Theories;
  readonly findings: readonly Finding[];
}

/**
 * Reads theories from a REFI-QDA codebook (`.qdc`): one that {@link writeCodebook} wrote, came back from another
 * program, or was made there under the categories Contexts, Mechanisms and Outcomes. A set of codes becomes a
 * configuration; one that says nothing more is a candidate. Nothing in the XML is expanded or fetched; it never
 * throws, whatever the text.
 *
 * @param text the XML, as text
 * @example
 * readCodebook('<CodeBook/>').findings[0]?.message; // => 'There are no codes in it.'
 * readCodebook(writeCodebook({ configurations: [] })).theories; // => { configurations: [] }
 */
export function readCodebook(text: string): ReadCodebook {
  const { codebook, findings } = parseCodebook(text);
  if (codebook === undefined) return { theories: { configurations: [] }, findings };
  const raw = theoriesOf(codebook);
  const configurations = soundOnes(
    cmoConfiguration,
    raw.configurations.map(({ entries }) => entries),
    'configurations',
  );
  const theories = soundOnes(programmeTheory, raw.theories, 'theories');
  const sources = soundOnes(evidenceSource, raw.sources, 'sources');
  return {
    codebook,
    theories: {
      configurations: configurations.sound,
      ...(theories.sound.length > 0 && { theories: theories.sound }),
      ...(sources.sound.length > 0 && { sources: sources.sound }),
    },
    findings: [
      ...findings,
      ...raw.findings,
      ...configurations.findings,
      ...theories.findings,
      ...sources.findings,
    ].sort(byImportance),
  };
}

function soundOnes<Item>(
  schema: z.ZodType<Item>,
  items: readonly object[],
  list: string,
): { readonly sound: readonly Item[]; readonly findings: readonly Finding[] } {
  const read = items.map((item, index) => ({ index, parsed: schema.safeParse(item) }));
  return {
    sound: read.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : [])),
    findings: read.flatMap(({ index, parsed }) =>
      parsed.success ? [] : shapeFindings(parsed.error.issues, `${list}.${index}`, { [list]: items }),
    ),
  };
}
