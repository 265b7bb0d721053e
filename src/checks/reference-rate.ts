import type { FieldId } from '../form/index.ts';

/**
 * How often something happens elsewhere in the programme, to compare a return with: so many of a count
 * over so much exposure. The exposure is another count of the form (attendances per session), or months
 * of Spoke workers’ time.
 */
export interface ReferenceRate {
  readonly of: FieldId;
  readonly per: FieldId | 'spoke-worker-month';
  readonly count: number;
  readonly exposure: number;
  /** Where the numbers are from, for the message: `services 4, 5 and 8`. */
  readonly from: string;
}
