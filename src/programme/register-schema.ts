import { z } from 'zod';
import { duty, isIsoDate, type Codelist } from '../vocabulary/index.ts';
import { hostSector } from './host-type.ts';
import { phase } from './phase.ts';
import { certainty } from './provenance.ts';
import type { Register } from './register.ts';

const codes = (list: Codelist) => z.enum(list.entries.map(({ code }) => code) as [string, ...string[]]); // no list is empty
const name = z.string().min(1).max(100);
const isoDate = z.string().refine((text) => isIsoDate(text));
const quarter = z.string().regex(/^\d{4}-Q[1-4]$/);
const period = z.strictObject({ from: isoDate, to: isoDate });

const spokes = z.strictObject({
  id: name,
  headcount: z.int().min(1).max(1000),
  fte: z.number().positive().max(1000).optional(),
  filled: z.enum(['in-post', 'planned', 'vacant']).optional(),
  funder: name,
  fundedFrom: isoDate.optional(),
  fundedUntil: isoDate.optional(),
  base: z.enum(['hub', 'host', 'other-premises', 'home', 'unplaced', 'not-known']),
  hosts: z
    .array(z.strictObject({ type: name, sector: codes(hostSector).optional(), team: name.optional() }))
    .max(20)
    .optional(),
  premises: name.optional(),
  duties: z.array(codes(duty)).max(20).optional(),
  area: name.optional(),
  reach: z.enum(['own-authority', 'new-authority']).optional(),
});

const support = z.strictObject({
  dedicatedManager: z.boolean().optional(),
  lineManagementWeeks: z.number().positive().max(520).optional(),
  clinicalSupervision: z.boolean().optional(),
  caseload: z.tuple([z.number().min(0).max(1000), z.number().min(0).max(1000)]).optional(),
  demands: z
    .array(z.enum(['high-risk', 'wide-area', 'other-duties']))
    .max(3)
    .optional(),
  hostOnRecruitmentPanel: z.boolean().optional(),
  formalAgreement: z.record(name, z.enum(['met', 'not-met', 'not-known'])).optional(),
});

const service = z.strictObject({
  id: name,
  phase: codes(phase),
  status: z.enum(['operational', 'partly-placed', 'not-placed', 'ended', 'planned']),
  hub: z.strictObject({
    charity: z.enum(['large-national', 'independent']).optional(),
    yearsInOperation: z.number().min(0).max(500).optional(),
    localAuthorityContracts: z.boolean().optional(),
  }),
  spokes: z.array(spokes).max(500),
  duties: z.array(codes(duty)).max(20).optional(),
  support: support.optional(),
  funding: z
    .strictObject({
      from: isoDate.optional(),
      until: isoDate.optional(),
      years: z.number().positive().max(50).optional(),
    })
    .optional(),
  declaredModel: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]).optional(),
  returns: z
    .strictObject({
      from: z.union([quarter, z.literal('not-yet')]).optional(),
      until: quarter.optional(),
      years: z.array(period).max(20).optional(),
      exempt: z.string().min(1).max(500).optional(),
    })
    .optional(),
  provenance: z
    .record(
      z.string(),
      z.strictObject({ source: name, certainty: codes(certainty), note: z.string().max(500).optional() }),
    )
    .optional(),
});

/**
 * The schema of a register of services. It checks the shape; whether its facts agree with each other is for
 * {@link checkRegister}.
 *
 * @example
 * registerSchema.safeParse({ phases: [], services: [] }).success; // => true
 */
// The codes come from the lists from which the types are derived too; exact optional keys are TypeScript's own.
export const registerSchema = z
  .strictObject({
    phases: z
      .array(
        z.strictObject({ phase: codes(phase), fundingYear: period, retrospectiveYear: period.optional() }),
      )
      .max(50),
    services: z.array(service).max(10_000),
  })
  .meta({ title: 'Register of services' }) as unknown as z.ZodType<Register>;
