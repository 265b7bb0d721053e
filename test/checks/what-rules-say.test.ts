import {
  checkRegister,
  checkReturn,
  collectionRules,
  registerRules,
  rules,
  type Finding,
} from 'hub-and-spoke';
import { expect, test } from 'vitest';
import { wholeReturn } from './whole-return.ts';

// Every word of every rule, as it is said of its own examples: a changed word is a changed line, to be read in a diff.
const file = (name: string): string => `what-rules-say/${name}.txt`;
const said = (checked: { readonly findings: readonly Finding[] }, code: string): readonly string[] =>
  checked.findings
    .filter(({ rule }) => rule === code)
    .map(({ paths, message, expected }) => `${code} ${paths.join(', ')}\n  ${message}\n  ${expected}`);

test('of returns', async () => {
  const lines = rules.flatMap(({ code, examples }) =>
    examples.breaks.flatMap(({ value, context = {} }) =>
      said(checkReturn(wholeReturn(value), context), code),
    ),
  );
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(file('returns'));
});

test('of returns together', async () => {
  const lines = collectionRules.flatMap(({ code, examples, check }) =>
    examples.breaks.flatMap((collection) =>
      check(collection).map(
        ({ places, message, expected }) => `${code} ${JSON.stringify(places)}\n  ${message}\n  ${expected}`,
      ),
    ),
  );
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(file('collections'));
});

test('of services', async () => {
  const phases = [{ phase: 'two', fundingYear: { from: '2014-10-01', to: '2015-09-30' } }];
  const lines = registerRules.flatMap(({ code, examples }) =>
    examples.breaks.flatMap((service) => said(checkRegister({ phases, services: [service] }), code)),
  );
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(file('services'));
});
