import { isInUse, type Codelist, type Duty, type Quarter, type Source } from '../vocabulary/index.ts';
import type { Cell } from './cell.ts';

/**
 * What a field counts, and so how it adds up.
 *
 * | counts | over services | over periods |
 * |---|---|---|
 * | `events` | sum | sum |
 * | `attendances` | sum | sum, and never called people |
 * | `people` | sum; a person may be known to two services | from the largest period to the sum: the same person may be in both |
 * | `people-at-start` | sum | the first |
 * | `people-at-end` | sum | the latest |
 * | `posts` | sum | the latest, or the average |
 */
export type Counts = 'events' | 'attendances' | 'people' | 'people-at-start' | 'people-at-end' | 'posts';

/** What every field says of itself. */
export interface FieldFacts {
  /** As printed on the form. */
  readonly label: string;
  /** Other labels under which it was printed. */
  readonly aliases?: readonly string[];
  /** What to write, for the person who fills the form in. */
  readonly guidance: string;
  /** A made-up case, and what to write for it. */
  readonly example: string;
  /** `always` unless the field is an optional extension. */
  readonly asked: 'always' | 'optional';
  /** The duties that call for it: a service with none of them leaves it out. Without duties it is for everyone. */
  readonly duties: readonly Duty[];
  /** First quarter in which the form asks it. */
  readonly since: Quarter;
  /** Last quarter in which the form asks it. */
  readonly until?: Quarter;
  readonly source: Source;
}

/** What a field of numbers says besides. */
export interface CountFacts extends FieldFacts {
  readonly counts: Counts;
  /** What one of them is. */
  readonly unit: string;
  /** Whether it may be a fraction. */
  readonly decimal: boolean;
  /** Whether it counts young people, their cases or attendances: then a small count may point to somebody. */
  readonly describesYoungPeople: boolean;
}

/** A field that holds one count. */
export interface CountField extends CountFacts {
  readonly kind: 'count';
}

/** A field that holds a count for each code of a list. */
export interface BreakdownField<List extends Codelist = Codelist> extends CountFacts {
  readonly kind: 'breakdown';
  readonly codelist: List;
  /** The field that says how many its counts add up to. */
  readonly base: string;
}

/** A field that holds, for each measure that a service names, a count for each code of a list. */
export interface MatrixField<List extends Codelist = Codelist> extends CountFacts {
  readonly kind: 'matrix';
  readonly codelist: List;
  readonly base: string;
}

/** A field that holds one code. */
export interface CodeField<List extends Codelist = Codelist> extends FieldFacts {
  readonly kind: 'code';
  readonly codelist: List;
}

/** A field as declared, before its section gives it an id. */
export type FieldDefinition = CountField | BreakdownField | MatrixField | CodeField;

/** A field of the form. */
export type Field = FieldDefinition & { readonly id: string };

/** A count for each code. A code that is absent was not returned. */
export type Breakdown<Code extends string> = { readonly [C in Code]?: Cell };

/** A breakdown over an open list: it may hold codes the list has not seen. */
export type OpenBreakdown<Code extends string> = Breakdown<Code> & Readonly<Record<string, Cell | undefined>>;

/** What stands in a return for a field. */
export type FieldValue<Definition> = Definition extends CountField
  ? Cell
  : Definition extends BreakdownField<Codelist<infer Code, infer Open>>
    ? Open extends true
      ? OpenBreakdown<Code>
      : Breakdown<Code>
    : Definition extends MatrixField<Codelist<infer Code>>
      ? Readonly<Record<string, Breakdown<Code>>>
      : Definition extends CodeField<Codelist<infer Code>>
        ? Code
        : never;

/** What stands in a return for a section of fields. */
export type FieldValues<Definitions> = {
  readonly [Name in keyof Definitions]?: FieldValue<Definitions[Name]>;
};

type Defaulted = 'asked' | 'duties' | 'since' | 'unit' | 'decimal' | 'describesYoungPeople' | 'kind';
type Declared<Definition extends FieldDefinition> = Omit<Definition, Defaulted> &
  Partial<Omit<Definition, 'kind'>>;

/** Whether what is counted is young people, each once in a period. */
export const countsPeople = (counts: Counts): boolean =>
  counts === 'people' || counts === 'people-at-start' || counts === 'people-at-end';

const units: Readonly<Record<Counts, string>> = {
  events: 'sessions',
  attendances: 'attendances',
  people: 'young people',
  'people-at-start': 'young people',
  'people-at-end': 'young people',
  posts: 'Spoke workers',
};
const facts = { asked: 'always', duties: [], since: '2013-Q4' } as const;
const countFacts = (counts: Counts) => ({
  ...facts,
  unit: units[counts],
  decimal: false,
  describesYoungPeople: countsPeople(counts),
});

/** Declares a field that holds one count. */
export const count = (field: Declared<CountField>): CountField => ({
  kind: 'count',
  ...countFacts(field.counts),
  ...field,
});

/** Declares a field that holds a count for each code of a list. */
export const breakdown = <List extends Codelist>(
  field: Declared<BreakdownField<List>>,
): BreakdownField<List> => ({
  kind: 'breakdown',
  ...countFacts(field.counts),
  ...field,
});

/** Declares a field that holds counts by measure and code. */
export const matrix = <List extends Codelist>(field: Declared<MatrixField<List>>): MatrixField<List> => ({
  kind: 'matrix',
  ...countFacts(field.counts),
  ...field,
});

/** Declares a field that holds one code. */
export const code = <List extends Codelist>(field: Declared<CodeField<List>>): CodeField<List> => ({
  kind: 'code',
  ...facts,
  ...field,
});

/** Whether the form asks a field, or has a code, in a quarter. */
export const isAskedIn = (
  asked: { readonly since: Quarter; readonly until?: Quarter | undefined },
  quarter: Quarter,
): boolean => isInUse(asked, quarter);

/** Whether a service with these duties is to fill a field in. */
export const appliesTo = (field: FieldFacts, duties: readonly Duty[]): boolean =>
  field.duties.length === 0 || field.duties.some((called) => duties.includes(called));
