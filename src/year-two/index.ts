/**
 * The published tables of the Year Two report as data, the register of its faults, and its candidate
 * configurations.
 *
 * @packageDocumentation
 */
export { configurations, programmeTheories, theories } from './configurations.ts';
export { evidenceSources } from './evidence-sources.ts';
export { faults, type Fault } from './faults.ts';
export { returns, service1, service2, service3, services4And5And8 } from './returns.ts';
export { register } from './register.ts';
export { table1, type PrintedCell, type Table1Row } from './table-1.ts';
