/**
 * Typed returns, checks and honest totals for specialist services on the Hub and Spoke model.
 *
 * @packageDocumentation
 */
export * from './vocabulary/index.ts';
export * from './figures/index.ts';
export * from './programme/index.ts';
export * from './form/index.ts';
export * from './checks/index.ts';
export * from './summary/index.ts';
export * from './files/index.ts';
