/**
 * Data of nobody, from a seed: records, registers and returns that look like a programme's.
 *
 * @packageDocumentation
 */
export type { FaultName, SyntheticFault } from './faults.ts';
export { syntheticRecords, type SyntheticRecordsOptions } from './synthetic-records.ts';
export { syntheticRegister, type SyntheticRegisterOptions } from './synthetic-register.ts';
export {
  syntheticReturns,
  type SyntheticReturns,
  type SyntheticReturnsOptions,
} from './synthetic-returns.ts';
