import { z } from 'zod';
import { isIsoDate, labelOf } from '../vocabulary/index.ts';
import { codes, decimalCell, largestCount, wholeCell } from './cell-schema.ts';
import type { CoreReturn } from './core-return.ts';
import { formEdition } from './edition.ts';
import type { BreakdownField, FieldDefinition, MatrixField } from './field.ts';
import { sections } from './fields.ts';

/** What a period that is no quarter may be declared to be. */
export const declarations = ['year', 'other'] as const;
/** More often than anybody sends a return again. */
export const largestRevision = 100_000;

const name = z.string().min(1).max(100);
const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => isIsoDate(text));

/** A dot in the name of a category or measure would make its path ambiguous. */
const categoryName = /^[^.\p{Cc}]{1,100}$/u;
/** A measure is the service’s own name, so it can do without the stroke that marks derived figures. */
const measureName = /^[^./\p{Cc}]{1,100}$/u;
/** Whether a service may call a category of its own so. */
export const isCategoryName = (text: string): boolean => categoryName.test(text);
/** Whether a service may call a measure of its own so. */
export const isMeasureName = (text: string): boolean => text.length <= 100 && measureName.test(text);

/** Titles go on last: zod loses them when anything follows. */
const titled = (schema: z.ZodType, title: string, description: string) =>
  schema.optional().meta({ title, description });

function breakdownSchema({ codelist }: BreakdownField | MatrixField): z.ZodType {
  const cells = codelist.entries.map(({ code }) => [
    code,
    titled(wholeCell, labelOf(codelist, code), meaningOf(codelist, code)),
  ]);
  const shape = z.strictObject(Object.fromEntries(cells) as Record<string, z.ZodType>); // pairs of code and schema
  return codelist.open ? shape.catchall(wholeCell).refine(hasPlainKeys, { error: 'key' }) : shape;
}

const hasPlainKeys = (cells: object): boolean => Object.keys(cells).every(isCategoryName);

function meaningOf(list: BreakdownField['codelist'], code: string): string {
  return list.entries.find((entry) => entry.code === code)?.meaning ?? '';
}

function valueSchema(field: FieldDefinition): z.ZodType {
  switch (field.kind) {
    case 'count':
      return field.decimal ? decimalCell : wholeCell;
    case 'breakdown':
      return breakdownSchema(field);
    case 'matrix':
      return z.record(name.regex(measureName), breakdownSchema(field));
    case 'code':
      return codes(field.codelist);
  }
}

const sectionSchemas = Object.fromEntries(
  Object.entries(sections).map(([section, definitions]) => [
    section,
    z
      .strictObject(
        Object.fromEntries(
          Object.entries(definitions as Record<string, FieldDefinition>).map(([key, field]) => [
            key,
            titled(valueSchema(field), field.label, field.guidance),
          ]),
        ),
      )
      .optional(),
  ]),
);

/** What stands around the sections of a return besides its heading. */
export const otherParts = {
  combined: z.strictObject({
    services: z
      .array(name)
      .min(2)
      .max(1000)
      .refine((names) => new Set(names).size === names.length),
    returns: z.int().min(1).max(100_000),
  }),
  printed: z.strictObject({
    period: z.string().max(200).optional(),
    percentages: z.record(z.string(), z.number().min(0).max(largestCount)).optional(),
    totals: z.record(z.string(), z.number().min(0).max(largestCount)).optional(),
  }),
  explanations: z
    .array(
      z.strictObject({
        rule: name,
        because: z.string().min(1).max(2000),
        finding: z.string().max(5000).optional(),
        about: z.record(z.string(), z.json()),
      }),
    )
    .max(1000),
};

/**
 * The schema of a return, made from the field catalogue. A Standard Schema, so form libraries take it;
 * `z.toJSONSchema(coreReturn)` carries every label and guidance. It checks the shape only: the rules are
 * in {@link checkReturn}.
 *
 * @example
 * coreReturn.safeParse({ edition: 'year-two', service: '2', period: { from: '2015-01-01', to: '2015-03-31' } }).success; // => true
 */
// The fields of each section come from the catalogue, from which CoreReturn is derived too.
export const coreReturn = z
  .strictObject({
    edition: codes(formEdition),
    service: name.meta({ title: 'Service', description: 'The service’s number or other pseudonym.' }),
    period: z
      .strictObject({ from: isoDate, to: isoDate })
      .meta({ title: 'Reporting period', description: 'Both days included.' }),
    declared: z.enum(declarations).optional(),
    combined: otherParts.combined.optional(),
    revision: z.int().min(1).max(largestRevision).optional(),
    ...sectionSchemas,
    printed: otherParts.printed.optional(),
    explanations: otherParts.explanations.optional(),
  })
  .meta({ title: 'Core data collection form' }) as unknown as z.ZodType<CoreReturn>;
