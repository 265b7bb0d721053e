import { z } from 'zod';
import { missingReason, notApplicableReason, type Codelist } from '../vocabulary/index.ts';
import type { Cell } from './cell.ts';

/** The largest count the form takes: sums of returns stay exact whole numbers. */
export const largestCount = 1_000_000_000;

/** The codes of a list as a zod enumeration. */
export const codes = <Code extends string>(list: Codelist<Code>): z.ZodType<Code> =>
  z.enum(list.entries.map((entry) => entry.code) as [Code, ...Code[]]); // no list is declared empty

function cellSchema(number: z.ZodNumber | z.ZodInt): z.ZodType<Cell> {
  const counted = number.min(0).max(largestCount);
  return z.union([
    counted.meta({ description: 'Exactly so many; 0 is a confirmed zero.' }),
    z.strictObject({ atLeast: counted }).meta({ description: 'At least so many: incomplete.' }),
    z.strictObject({ unknown: codes(missingReason) }).meta({ description: 'Not known, with why.' }),
    z
      .strictObject({ notApplicable: codes(notApplicableReason) })
      .meta({ description: 'Not applicable, with why.' }),
    z
      .strictObject({ withheld: z.tuple([counted, counted]).refine(([low, high]) => low <= high) })
      .meta({ description: 'Withheld by a publisher: from low to high.' }),
  ]);
}

/** The schema of a whole-number cell. */
export const wholeCell = cellSchema(z.int());

/** The schema of a cell that may hold a fraction. */
export const decimalCell = cellSchema(z.number());
