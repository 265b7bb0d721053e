import type { Period } from '../vocabulary/index.ts';
import type { FormEdition } from './edition.ts';
import type { FieldValues } from './field.ts';
import type {
  groupFields,
  outcomeFields,
  professionalFields,
  referralFields,
  spokeFields,
  youngPeopleFields,
} from './fields.ts';

/** Plain JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** How many Spoke workers the figures come from. */
export interface Spokes extends FieldValues<typeof spokeFields> {}
/** Who was supported. */
export interface YoungPeople extends FieldValues<typeof youngPeopleFields> {}
/** How young people came to the service. */
export interface Referrals extends FieldValues<typeof referralFields> {}
/** Work with groups of young people. */
export interface WithYoungPeople extends FieldValues<typeof groupFields> {}
/** Work with other professionals. */
export interface WithProfessionals extends FieldValues<typeof professionalFields> {}
/** What had changed when cases closed. */
export interface Outcomes extends FieldValues<typeof outcomeFields> {}

/** Whose returns a combined return adds up. They cannot be separated again. */
export interface Combined {
  readonly services: readonly string[];
  /** How many returns were added up. */
  readonly returns: number;
}

/** What a published table prints besides the counts, so that it can be checked. Nothing of it is trusted. */
export interface Printed {
  /** The reporting period as printed. */
  readonly period?: string;
  /** Percentages, by the path of the count they belong to: `youngPeople.age.12-14`. */
  readonly percentages?: Readonly<Record<string, number>>;
  /** Totals, by the path of the breakdown they stand under: `youngPeople.age`. */
  readonly totals?: Readonly<Record<string, number>>;
}

/** Why a query is right as it is. It lapses when one of the values it is about changes. */
export interface Explanation {
  /** The rule whose query it answers. */
  readonly rule: string;
  readonly because: string;
  /** For a query over several returns: what was found, word for word. */
  readonly finding?: string;
  /** The values it explains, by path, as they stood; `null` for one that was not there. */
  readonly about: Readonly<Record<string, Json>>;
}

/** One service’s core data collection form for one period, or a declared combination of several. */
export interface CoreReturn {
  readonly edition: FormEdition;
  /** The service’s number or other pseudonym; of a combined return, a name for the combination. */
  readonly service: string;
  /** The days reported on, both ends included. One calendar quarter unless `declared` says otherwise. */
  readonly period: Period;
  /** That the period is a year, or another span, on purpose. */
  readonly declared?: 'year' | 'other';
  readonly combined?: Combined;
  /** 1 for the first submission, and more for each that replaces it. Absent means 1. */
  readonly revision?: number;
  readonly spokes?: Spokes;
  readonly youngPeople?: YoungPeople;
  readonly referrals?: Referrals;
  readonly withYoungPeople?: WithYoungPeople;
  readonly withProfessionals?: WithProfessionals;
  readonly outcomes?: Outcomes;
  readonly printed?: Printed;
  readonly explanations?: readonly Explanation[];
}
