import { z } from 'zod';
import type { Ledger } from './ledger.ts';
import { refusal, refusedIf, type Refusal } from './refusal.ts';
import type { ReleaseContents } from './release-contents.ts';

const names = z.array(z.string());
const count = z.int().min(0);
const yes = z.literal(true).optional();
const kinds = z.enum(['categories', 'members', 'implied']);

/** Tables as they are given; whether their counts are counts is said by another refusal. */
const contentsShape = z.object({
  tables: z
    .array(
      z.object({
        id: z.string(),
        title: z.string().optional(),
        cells: z.array(
          z.object({
            id: z.string(),
            label: z.string().optional(),
            printed: z.enum(['if-safe', 'always', 'never']).optional(),
          }),
        ),
        lines: z
          .array(
            z.object({
              total: z.string(),
              parts: names,
              incomplete: z.boolean().optional(),
              of: kinds.optional(),
            }),
          )
          .optional(),
      }),
    )
    .optional(),
  summaries: z
    .array(
      z.object({ by: names, figures: z.array(z.looseObject({})), contributions: z.array(z.looseObject({})) }),
    )
    .optional(),
  statements: z
    .array(
      z
        .object({
          id: z.string(),
          of: names.optional(),
          part: z.string().optional(),
          whole: z.string().optional(),
        })
        .refine(({ of, part, whole }) => of === undefined || (part === undefined && whole === undefined)),
    )
    .optional(),
  alreadyPublic: names.optional(),
  corrects: z.boolean().optional(),
});

const ledgerShape = z.array(
  z.strictObject({
    release: z.string(),
    corrects: z.boolean(),
    cells: z.array(
      z
        .strictObject({
          id: z.string(),
          count,
          told: z.tuple([count, count]).optional(),
          atLeast: count.optional(),
          isSeen: yes,
          isSmall: yes,
        })
        // What was told held the count, or the ledger is not what was recorded.
        .refine(
          ({ count: of, told: [low, high] = [of, of], atLeast = 0 }) =>
            low <= of && of <= high && atLeast <= of,
        ),
    ),
    lines: z.array(z.strictObject({ total: z.string(), parts: names, of: kinds })),
    sums: z.array(z.strictObject({ id: z.string(), atoms: names })),
    combined: z.record(z.string(), names).optional(),
    withheld: z
      .array(z.strictObject({ id: z.string(), within: z.union([z.tuple([count]), z.tuple([count, count])]) }))
      .optional(),
  }),
);

/** What is not of the shape that the types say: of callers without types, or a ledger that was stored. By paths, never by values. */
export function malformed(contents: ReleaseContents): readonly Refusal[] {
  const found = contentsShape.safeParse(contents);
  if (typeof (contents as unknown) !== 'object' || (contents as unknown) === null)
    return [refusal('malformed', ['contents'])];
  const stored = ledgerShape.safeParse(contents.earlier ?? []);
  const paths = [
    ...(found.error?.issues ?? []).map(({ path }) => path),
    ...(stored.error?.issues ?? []).map(({ path }) => ['earlier', ...path]),
  ].map((path) => path.join('.') || 'contents');
  if (paths.length > 0) return [refusal('malformed', [...new Set(paths)])];
  return refusedIf('unknown-cell', strangersIn(contents.earlier ?? []));
}

/** What lines and sums of a ledger name, and no release in it has. */
function strangersIn(ledger: Ledger): readonly string[] {
  const known = new Set(ledger.flatMap(({ cells }) => cells.map(({ id }) => id)));
  const named = ledger.flatMap(({ lines, sums }) => [
    ...lines.flatMap(({ total, parts }) => [total, ...parts]),
    ...sums.flatMap(({ id, atoms }) => [id, ...atoms]),
  ]);
  return named.filter((id) => !known.has(id));
}
