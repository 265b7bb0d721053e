import { z } from 'zod';
import { evaluationQuestion, indicators } from '../indicators/index.ts';
import { reportPlaces, standards, type Codelist } from '../vocabulary/index.ts';
import { cmoStatuses, type CmoConfiguration, type ProgrammeTheory } from './cmo-configuration.ts';
import { contextLayer, contextualFactor } from './context-layer.ts';
import { type Evidence, type EvidenceSource } from './evidence.ts';
import { evidenceKind, evidenceStrength } from './evidence-words.ts';
import { isFactCondition } from './register-fact.ts';

const codes = (list: Codelist) => z.enum(list.entries.map(({ code }) => code) as [string, ...string[]]); // no list is empty

/** One line of text: no characters that break a line, hide, or end a document. */
const line = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine(
      (text) => text.trim() === text && !/[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/u.test(text),
      'one line of text, without spaces around it',
    );
const id = line(80);
const statement = line(1000);
const isDistinct = (items: readonly string[]): boolean => new Set(items).size === items.length;
const ids = z.array(id).max(10_000).refine(isDistinct, 'each id once');
const source = z.enum([...Object.keys(reportPlaces), ...Object.keys(standards), 'library']);
const leg = z.enum(['context', 'mechanism', 'outcome']);

/** The schema of a piece of evidence. It has no place for what somebody said. */
const evidenceSchema = z.strictObject({
  kind: codes(evidenceKind),
  informant: line(80).optional(),
  section: source.optional(),
  reference: line(200).optional(),
  strength: codes(evidenceStrength).optional(),
  services: ids.optional(),
  legs: z.array(leg).min(1).max(3).optional(),
  source: id.optional(),
}) as unknown as z.ZodType<Evidence>; // the codes come from the lists from which the type is derived too
export { evidenceSchema };

const context = z.strictObject({
  layer: codes(contextLayer),
  also: codes(contextLayer).optional(),
  statement,
  factor: codes(contextualFactor).optional(),
  fact: z
    .strictObject({
      fact: z.string().max(80),
      is: z.union([z.string().max(80), z.array(z.string().max(80)).min(1).max(10)], {
        error: 'a value of the fact, or a list of them',
      }),
    })
    .refine(isFactCondition, 'a fact of the register and one of its values')
    .optional(),
});

const outcome = z.strictObject({
  statement,
  valence: z.enum(['desired', 'not-desired', 'mixed']),
  indicators: z
    .array(z.enum(indicators.map((indicator) => indicator.id)))
    .max(6)
    .optional(),
  measure: line(120).optional(),
});

/**
 * The schema of a Context-Mechanism-Outcome configuration. It checks the shape; whether configurations agree
 * with each other is for {@link checkTheories}.
 *
 * @example
 * const parsed = cmoConfiguration.safeParse({
 *   id: 'T1',
 *   contexts: [{ layer: 'practice', statement: 'The Hub has a manager for the Spokes alone' }],
 *   mechanism: { statement: 'Spokes have somebody to turn to' },
 *   outcome: { statement: 'Spokes stay', valence: 'desired', indicators: ['O3'] },
 *   status: 'candidate',
 * });
 * parsed.success; // => true
 */
export const cmoConfiguration = z
  .strictObject({
    id,
    contexts: z.array(context).max(20),
    mechanism: z
      .strictObject({ statement, resource: statement.optional(), reasoning: statement.optional() })
      .optional(),
    outcome,
    status: z.enum(cmoStatuses),
    evidenceFor: z.array(evidenceSchema).max(100_000).optional(),
    evidenceAgainst: z.array(evidenceSchema).max(100_000).optional(),
    rivals: ids.optional(),
    supersedes: ids.optional(),
    inferred: z.array(leg).max(3).optional(),
    source: source.optional(),
  })
  .meta({ title: 'Context-Mechanism-Outcome configuration' }) as unknown as z.ZodType<CmoConfiguration>;

/**
 * The schema of a programme theory.
 *
 * @example
 * programmeTheory.safeParse({ id: 'P1', title: 'What keeps Spokes', configurations: ['T1'], answers: ['EQ4'] }).success; // => true
 */
export const programmeTheory = z
  .strictObject({
    id,
    title: line(300),
    configurations: z.array(id).max(10_000).refine(isDistinct, 'each id once'),
    answers: z.array(codes(evaluationQuestion)).max(5).optional(),
  })
  .meta({ title: 'Programme theory' }) as unknown as z.ZodType<ProgrammeTheory>;

/**
 * The schema of a source of evidence.
 *
 * @example
 * evidenceSource.safeParse({ id: 'visits', kind: 'visit', title: 'Follow-up visits', count: 3, source: 'Appendix Three' }).success; // => true
 */
export const evidenceSource = z
  .strictObject({
    id,
    kind: codes(evidenceKind),
    title: line(300),
    informant: line(80).optional(),
    count: z.int().min(0).max(1_000_000).optional(),
    source,
  })
  .meta({ title: 'Source of evidence' }) as unknown as z.ZodType<EvidenceSource>;
