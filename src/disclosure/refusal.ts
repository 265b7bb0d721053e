/** Why nothing leaves, and what to do. */
export const refusals = {
  'not-a-count': {
    message: 'A count has to be a whole number from 0.',
    remedy: 'Correct the number, or leave the cell out.',
  },
  malformed: {
    message: 'Something is not of the shape that is asked for.',
    remedy: 'Look at what stands at the paths named here; a ledger has to be stored and read whole.',
  },
  'same-cell-twice': {
    message: 'One cell has two different counts.',
    remedy: 'Give every quantity its own id, and one count.',
  },
  'unknown-cell': {
    message: 'Something names a cell that is not there.',
    remedy: 'Add the cell, or take its name out of the line, the percentage, the knowledge or the list.',
  },
  'parts-disagree': {
    message: 'A total is not the sum of its parts.',
    remedy: 'Correct the counts, or say that the parts are incomplete where somebody may be in none of them.',
  },
  unplaced: {
    message:
      'A number stands in no relation to the other figures, so that nobody can say what it gives away.',
    remedy: 'Say of which cells it is the sum, or leave it out.',
  },
  'statement-disagrees': {
    message: 'A number in a statement is not what the cells come to.',
    remedy: 'Correct the number or the cells that it is said to be of.',
  },
  empty: { message: 'There is nothing to publish.', remedy: 'Add a table or a summary with figures.' },
  'return-contradicts-itself': {
    message: 'The parts of a return exceed their whole.',
    remedy: 'Have the return corrected before anything is published from it.',
  },
  'return-twice': {
    message: 'One return is there in two versions.',
    remedy: 'Make all summaries from the same returns, with the latest revision of each.',
  },
  contradiction: {
    message: 'A figure differs from what an earlier release had, and neither is said to correct the other.',
    remedy:
      'If it is the same quantity, say that the release corrects earlier ones, or mend the figure; if it is another, give it an id of its own.',
  },
  'exposed-earlier': {
    message: 'Earlier releases alone give a small count away.',
    remedy:
      'It cannot be hidden any more. Say so by naming it as already public, and consider withdrawing the release.',
  },
  'exposes-earlier': {
    message: 'Publishing what has to be shown would give away a count that an earlier release hid.',
    remedy: 'Let the figures concerned be hidden, or leave them out.',
  },
  'cannot-protect': {
    message: 'A small count can be worked out whatever else is hidden.',
    remedy: 'Allow totals or other figures to be hidden, or publish a coarser table.',
  },
  'solver-missing': {
    message: 'The solver is not installed.',
    remedy: 'Install the optional package "highs" beside this one, or give another solver.',
  },
  'solver-failed': {
    message: 'The solver failed, or what it returned did not stand the check by whole numbers.',
    remedy: 'Try again with another seed. If it stays, report it, without the figures.',
  },
  'out-of-time': {
    message: 'The time allowed was over before every small count was protected.',
    remedy: 'Allow more time, or publish a coarser table.',
  },
} as const satisfies Readonly<Record<string, { readonly message: string; readonly remedy: string }>>;

/** A code of {@link refusals}. */
export type RefusalCode = keyof typeof refusals;

/** Why nothing leaves. It names cells and never holds a count. */
export interface Refusal {
  readonly code: RefusalCode;
  /** The cells concerned, by id; lines and statements by theirs, and what is malformed by its path. */
  readonly cells: readonly string[];
  readonly message: string;
  readonly remedy: string;
}

/** A refusal with its words. */
export const refusal = (code: RefusalCode, cells: readonly string[] = []): Refusal => ({
  code,
  cells,
  ...refusals[code],
});

/** A refusal because of some cells, each named once; none where there are none. */
export const refusedIf = (code: RefusalCode, cells: readonly string[]): readonly Refusal[] =>
  cells.length === 0 ? [] : [refusal(code, [...new Set(cells)])];
