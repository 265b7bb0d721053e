import type { Register } from '../programme/index.ts';
import type { PopulationBase, Quarter } from '../vocabulary/index.ts';
import type { RecordKind } from './service-record.ts';

/** What is to be made of records, and how they are counted. */
export interface CompileOptions {
  readonly service: string;
  readonly quarter: Quarter;
  /** The posts of the service, and its duties: what its Spokes do not do is left out of the return. */
  readonly register?: Register;
  /** Whom the characteristics describe; the directly supported unless it says otherwise. */
  readonly base?: PopulationBase;
  /** The day on which ages are taken: the last of the quarter unless it says otherwise. */
  readonly ageOn?: 'first-day' | 'last-day';
  /**
   * Who receives direct support in a quarter: whoever has a direct case open on a day of it, or whoever had a
   * contact in it.
   */
  readonly direct?: 'open-case' | 'contact';
  /** Whether every case that the service ever had is among the records. If not, nobody can be called new. */
  readonly history?: 'whole' | 'partial';
  /** What the service keeps records of, besides what is among the records: there, none means 0. */
  readonly keeps?: readonly RecordKind[];
}
