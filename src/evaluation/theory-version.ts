import { v5 } from 'uuid';
import { z } from 'zod';
import { isIsoDate, type IsoDate } from '../vocabulary/index.ts';
import { canonical } from './canonical.ts';
import {
  cmoStatuses,
  type CmoConfiguration,
  type CmoStatus,
  type ProgrammeTheory,
} from './cmo-configuration.ts';
import { cmoConfiguration, evidenceSchema, evidenceSource, programmeTheory } from './cmo-schema.ts';
import type { Evidence, EvidenceSource } from './evidence.ts';

/** Evidence that is added to a configuration. */
export interface AddedEvidence {
  readonly id: string;
  readonly evidence: readonly Evidence[];
}

/** What a version changes. Nothing can be taken out: the form has no place for it. */
export interface TheoryChanges {
  /** New configurations. One that refines another supersedes it, under an id of its own. */
  readonly configurations?: readonly CmoConfiguration[];
  readonly statuses?: readonly { readonly id: string; readonly status: CmoStatus }[];
  readonly evidenceFor?: readonly AddedEvidence[];
  readonly evidenceAgainst?: readonly AddedEvidence[];
  /** Theories that are new, or grouped anew. */
  readonly theories?: readonly ProgrammeTheory[];
  readonly sources?: readonly EvidenceSource[];
}

/** A refinement, with why. */
export interface Refinement extends TheoryChanges {
  readonly on: IsoDate;
  readonly reason: string;
  /** What led to it. */
  readonly evidence?: readonly Evidence[];
}

/** A version of theories: what was changed, when and why, and which versions it builds on. */
export interface TheoryVersion extends Refinement {
  /** Made from everything else in it: a version that was altered no longer fits its id. */
  readonly id: string;
  /** The versions it builds on: none for a first one, several where it brings histories together. */
  readonly after: readonly string[];
}

/** A history of theories, to which versions are added and from which none is taken. Plain JSON. */
export interface TheoryHistory {
  readonly versions: readonly TheoryVersion[];
}

/** A name space of our own, so that nobody else’s ids can be ours. */
const namespace = v5('https://www.npmjs.com/package/hub-and-spoke#theory-version', v5.URL);

/** The id that fits what a version says: whatever id stands in it is left out. */
export const versionId = (version: Omit<TheoryVersion, 'id'>): string =>
  v5(canonical({ ...version, id: undefined }), namespace);

const id = z.string().min(1).max(80);
/** Within one version each id is spoken of once: twice might contradict. */
const once = <Item extends { readonly id: string }>(item: z.ZodType<Item>, most: number) =>
  z
    .array(item)
    .max(most)
    .refine((items) => new Set(items.map((each) => each.id)).size === items.length, 'each id once')
    .optional();
const added = once(z.strictObject({ id, evidence: z.array(evidenceSchema).max(1000) }), 10_000);
const reason = z
  .string()
  .max(2000)
  .refine((text) => text.trim() !== '', 'why it is changed');

const refinementEntries = {
  on: z.string().refine((text) => isIsoDate(text), 'a day such as 2015-03-31'),
  reason,
  evidence: z.array(evidenceSchema).max(1000).optional(),
  configurations: once(cmoConfiguration, 100_000),
  statuses: once(z.strictObject({ id, status: z.enum(cmoStatuses) }), 100_000),
  evidenceFor: added,
  evidenceAgainst: added,
  theories: once(programmeTheory, 10_000),
  sources: once(evidenceSource, 10_000),
};

/** The schema of a refinement. */
export const refinementSchema = z.strictObject(refinementEntries) as unknown as z.ZodType<Refinement>; // exact optional keys are TypeScript’s own

/** The schema of a version. */
export const versionSchema = z.strictObject({
  id: z.string().max(80),
  after: z.array(z.string().max(80)).max(10_000),
  ...refinementEntries,
}) as unknown as z.ZodType<TheoryVersion>;
