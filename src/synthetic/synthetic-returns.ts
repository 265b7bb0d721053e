import type { CoreReturn } from '../form/index.ts';
import type { Register } from '../programme/index.ts';
import { compileReturn } from '../records/index.ts';
import { addQuarters, type Quarter } from '../vocabulary/index.ts';
import { faultsOf, type SyntheticFault } from './faults.ts';
import { chance } from './random.ts';
import { syntheticRecords } from './synthetic-records.ts';
import { syntheticRegister } from './synthetic-register.ts';

/** Which returns are made. */
export interface SyntheticReturnsOptions {
  /** The same seed gives the same returns; 1 unless said. */
  readonly seed?: number;
  /** How many services; 16 unless said. */
  readonly services?: number;
  /** The first quarter; 2015-Q1 unless said. */
  readonly from?: Quarter;
  /** How many quarters; 4 unless said. */
  readonly quarters?: number;
  /** How many of a hundred returns get a fault; none unless said. */
  readonly faults?: number;
}

/** Returns that nobody sent, with the register of their services and the faults that were put in. */
export interface SyntheticReturns {
  readonly register: Register;
  readonly returns: readonly CoreReturn[];
  readonly faults: readonly SyntheticFault[];
}

/**
 * A programme that never was: a register, and returns made from synthetic records by the library’s own counting, with
 * faults on request. For demonstrations and tests.
 *
 * @throws RangeError when a fault is asked for more often than a hundred times in a hundred
 * @example
 * const { returns, faults } = await syntheticReturns({ services: 2, quarters: 2 });
 * [returns.length, faults.length]; // => [4, 0]
 */
export async function syntheticReturns(options: SyntheticReturnsOptions = {}): Promise<SyntheticReturns> {
  const { seed = 1, services = 16, from = '2015-Q1', quarters = 4, faults = 0 } = options;
  if (!(faults >= 0 && faults <= 100)) throw new RangeError('syntheticReturns: faults are from 0 to 100');
  const register = syntheticRegister({ seed, services });
  const luck = chance(seed);
  const returns: CoreReturn[] = [];
  for (const { id } of register.services) {
    const records = syntheticRecords({
      seed: luck.between(1, 1_000_000),
      from: addQuarters(from, -2),
      quarters: quarters + 2,
      cases: luck.between(8, 26),
    });
    for (let index = 0; index < quarters; index += 1) {
      const { value } = await compileReturn(records, {
        service: id,
        quarter: addQuarters(from, index),
        register,
      });
      returns.push(value);
    }
  }
  return { register, ...faultsOf(returns, faults, luck) };
}
