import { expect, test } from 'vitest';
import { isSound, refusalFor } from '../../src/disclosure/failure.ts';
import { SolverFailure } from '../../src/disclosure/moves.ts';
import { OutOfTime } from '../../src/disclosure/pace.ts';

const withCode = (code: string): Error => Object.assign(new Error('12 young people'), { code });

test.each<[string, unknown, string, boolean]>([
  ['the time is over', new OutOfTime(), 'out-of-time', true],
  [
    'the solver did not keep to what it was asked',
    new SolverFailure('12 young people'),
    'solver-failed',
    true,
  ],
  ['the solver broke off', new Error('12 young people'), 'solver-failed', false],
  ['the solver is not installed', withCode('ERR_MODULE_NOT_FOUND'), 'solver-missing', false],
  ['something else has a code', withCode('ENOENT'), 'solver-failed', false],
  ['something with a code is no error', { code: 'ERR_MODULE_NOT_FOUND' }, 'solver-failed', false],
  ['a text is thrown', 'ERR_MODULE_NOT_FOUND', 'solver-failed', false],
  ['nothing is thrown', undefined, 'solver-failed', false],
])('where %s, it is said by kind alone', (_, error, code, sound) => {
  const refused = refusalFor(error);
  expect(refused.code).toBe(code);
  expect(JSON.stringify(refused)).not.toContain('12');
  expect(isSound(error)).toBe(sound);
});
