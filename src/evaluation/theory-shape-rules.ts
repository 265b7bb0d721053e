import { type SaidRule } from '../checks/index.ts';

/** A rule about theories that is checked as they are read. */
export type TheoryShapeRule = SaidRule;

/** T001: what is sent has the shape of theories. */
export const soundShape: TheoryShapeRule = {
  code: 'T001',
  severity: 'error',
  statement: 'Theories are plain data with the entries that are described, and no others.',
  remedy: 'Correct the entry.',
  source: 'library',
};

/** T407: a configuration is never rewritten. */
export const neverRewritten: TheoryShapeRule = {
  code: 'T407',
  severity: 'error',
  statement: 'What a configuration says never changes under its id.',
  remedy: 'Give the refined configuration an id of its own, and say that it supersedes this one.',
  source: 'library',
};

/** The rules that are checked as theories are read or refined. */
export const theoryShapeRules: readonly TheoryShapeRule[] = [soundShape, neverRewritten];
