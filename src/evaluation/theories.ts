import { z } from 'zod';
import type { CmoConfiguration, ProgrammeTheory } from './cmo-configuration.ts';
import { cmoConfiguration, evidenceSource, programmeTheory } from './cmo-schema.ts';
import type { EvidenceSource } from './evidence.ts';

/** Configurations, the theories that group them, and where their evidence was gathered. */
export interface Theories {
  readonly configurations: readonly CmoConfiguration[];
  readonly theories?: readonly ProgrammeTheory[];
  readonly sources?: readonly EvidenceSource[];
}

/** The schema of theories: at most a hundred thousand configurations. */
export const theoriesSchema: z.ZodType<Theories> = z.strictObject({
  configurations: z.array(cmoConfiguration).max(100_000),
  theories: z.array(programmeTheory).max(10_000).optional(),
  sources: z.array(evidenceSource).max(10_000).optional(),
}) as unknown as z.ZodType<Theories>; // exact optional keys are TypeScript’s own

/** How much is read as theories: ten thousand configurations with all they can say, and more. */
export const theoryLimits = { depth: 14, values: 2_000_000 } as const;
