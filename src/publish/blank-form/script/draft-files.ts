import { entriesOf, readReturns, writeReturns } from '../../../files/index.ts';
import type { CoreReturn, Explanation } from '../../../form/index.ts';
import type { Answers } from './answers.ts';

/** What a draft holds: all that was typed, sound or not, by the id of where it stands. */
export interface Draft {
  readonly typed: Answers;
  readonly explanations: readonly Explanation[];
}

/** What a file holds: a draft, or the first return in it with what could not be read. */
export type Opened =
  | { readonly draft: Draft }
  | {
      readonly answers: Answers;
      readonly explanations: readonly Explanation[];
      /** What was not taken over, in words. */
      readonly left: readonly string[];
    };

const kind = 'hub-and-spoke form draft';

/** A draft as the text of a file. */
export const draftText = ({ typed, explanations }: Draft): string =>
  `${JSON.stringify({ kind, typed: [...typed], explanations }, undefined, 2)}\n`;

/** Reads a draft, or a return in any form that the library reads. Nothing, where it is neither. */
export async function readFile(bytes: Uint8Array): Promise<Opened | undefined> {
  const draft = asDraft(new TextDecoder().decode(bytes));
  if (draft !== undefined) return { draft };
  const { returns, refused, findings } = await readReturns(bytes);
  const [value] = returns;
  if (value === undefined) return undefined;
  const { explanations = [], ...rest } = value;
  const others = returns.length + refused.length - 1;
  return {
    answers: new Map(entriesOf(rest).map(({ path, text: said }) => [path, said])),
    explanations,
    left: [
      ...(others > 0 ? [`${others} more in the file`] : []),
      ...findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    ],
  };
}

function asDraft(text: string): Draft | undefined {
  try {
    const value = Object(JSON.parse(text)) as { kind?: unknown; typed?: unknown; explanations?: unknown };
    if (value.kind !== kind || !Array.isArray(value.typed)) return undefined;
    return {
      typed: new Map(value.typed.filter(isAnswer)),
      explanations: Array.isArray(value.explanations) ? value.explanations.filter(isExplanation) : [],
    };
  } catch {
    return undefined; // no JSON, so no draft
  }
}

/** What is no explanation is left out: whatever it was to explain is asked again. */
function isExplanation(value: unknown): value is Explanation {
  const { rule, because, about } = Object(value) as Partial<Record<keyof Explanation, unknown>>;
  const isText = [rule, because].every((text) => typeof text === 'string' && text !== '');
  return isText && typeof about === 'object' && about !== null && !Array.isArray(about);
}

const isAnswer = (pair: unknown): pair is readonly [string, string] =>
  Array.isArray(pair) && pair.length === 2 && pair.every((each) => typeof each === 'string');

/** A return as the text of a file. */
export const exported = (value: CoreReturn, format: 'json' | 'csv'): string =>
  format === 'json'
    ? writeReturns([value], { format })
    : writeReturns([value], { layout: 'long', byteOrderMark: true });

/** Hands a file to the person: the browser asks where to keep it, or keeps it where it always does. */
export function handOver(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
