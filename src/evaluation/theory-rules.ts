import { contentRules } from './rules/content.ts';
import { referenceRules } from './rules/references.ts';
import { testingRules } from './rules/testing.ts';
import type { TheoryRule } from './theory-rule.ts';

/**
 * Every rule over theories: T1 what names what, T2 what each configuration says, T3 whether it can be tested.
 *
 * @example
 * theoryRules.find(({ code }) => code === 'T104')?.statement; // => 'Rivals name each other.'
 */
export const theoryRules: readonly TheoryRule[] = [...referenceRules, ...contentRules, ...testingRules];
