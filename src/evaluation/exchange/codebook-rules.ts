import { saidRule, type SaidRule } from '../../checks/index.ts';

/** A rule about a codebook, checked as it is read. */
export type CodebookRule = SaidRule;

/**
 * The rules about codebooks, T5.
 *
 * @example
 * codebookRules.map(({ code }) => code)[0]; // => 'T501'
 */
export const codebookRules: readonly CodebookRule[] = [
  saidRule(
    'T501',
    'error',
    'A codebook is well-formed XML.',
    'Export it again from the program it comes from.',
  ),
  saidRule(
    'T502',
    'error',
    'A codebook declares no document type and no entities of its own.',
    'Export it without; nothing was expanded or fetched.',
  ),
  saidRule(
    'T503',
    'error',
    'A codebook keeps within the limits: 20 million characters, 100 levels, a million elements.',
    'Export only the codes of the theory.',
  ),
  saidRule(
    'T504',
    'error',
    'A codebook has CodeBook as its root, and codes in it.',
    'Export a codebook (.qdc), not a project (.qdpx).',
  ),
  saidRule(
    'T505',
    'error',
    'Every code and set has a GUID of its own, and a name.',
    'Export it again; a program that leaves these out cannot be read from.',
  ),
  saidRule(
    'T506',
    'query',
    'Every member of a set is a code of the codebook.',
    'Export the codes together with the set.',
  ),
  saidRule(
    'T507',
    'query',
    'A set is a configuration or a theory: its codes stand under Contexts, Mechanisms and Outcomes.',
    'File the codes below these categories; a set that is no configuration needs no change.',
  ),
  saidRule(
    'T508',
    'query',
    'The sets of configurations come with their codes.',
    'Export the sets too. Status, evidence and rivals stand in them and were not read.',
  ),
  saidRule(
    'T509',
    'query',
    'Lines of a description that this library wrote can be read again.',
    'Put the line back as it was exported, or change it with the library.',
  ),
  saidRule(
    'T510',
    'advice',
    'A codebook holds what codebooks hold, and nothing else.',
    'Nothing, if nothing is missing.',
  ),
  saidRule(
    'T511',
    'advice',
    'Every code under Contexts, Mechanisms and Outcomes is in a configuration.',
    'Make a set for the configuration that it belongs to, if there is one.',
  ),
];
