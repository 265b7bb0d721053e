import { fields, isExactCell, parseCell } from '../form/index.ts';
import { findCode, populationBase } from '../vocabulary/index.ts';
import type { Answer } from './draft.ts';

/** The marks under which publishers hide a count. */
const hidden = /^\[?(?:c|low|k)\]?$/iu;

/**
 * Answers in which a count that a publisher hid says between which numbers it lies: at most what the other categories
 * leave of everybody. Where the table does not say of how many they are, the mark stays, and is asked about.
 */
export function boundHidden(answers: readonly Answer[]): readonly Answer[] {
  if (!answers.some(({ text }) => hidden.test(text.trim()))) return answers;
  return answers.map((answer) => {
    const high = hidden.test(answer.text.trim()) ? leftFor(answer.path, answers) : undefined;
    return high === undefined ? answer : { ...answer, text: `withheld (0 to ${high})` };
  });
}

/** How many of everybody the other categories of a breakdown leave for one. */
function leftFor(path: string, answers: readonly Answer[]): number | undefined {
  const field = fields.find(({ id }) => path.startsWith(`${id}.`));
  if (field?.kind !== 'breakdown') return undefined;
  const whole = wholeOf(field.base, answers);
  const others = answers.filter((each) => each.path.startsWith(`${field.id}.`) && each.path !== path);
  const taken = others.reduce((sum, { text }) => sum + (countIn(text) ?? 0), 0);
  return whole === undefined || taken > whole ? undefined : whole - taken;
}

/** How many a breakdown describes, where the answers say it exactly. */
function wholeOf(base: string, answers: readonly Answer[]): number | undefined {
  const at = (path: string): number | undefined =>
    countIn(answers.find((each) => each.path === path)?.text ?? '');
  if (base !== 'youngPeople.base') return at(base);
  const said = answers.find(({ path }) => path === 'youngPeople.base')?.text ?? '';
  const [direct, indirect, total] = ['direct', 'indirect', 'total'].map((name) => at(`youngPeople.${name}`));
  if (findCode(populationBase, said) === 'direct') return direct;
  // It is not said whom they are: at most everybody.
  return total ?? (direct !== undefined && indirect !== undefined ? direct + indirect : undefined);
}

function countIn(text: string): number | undefined {
  const typed = parseCell(text);
  return 'cell' in typed && isExactCell(typed.cell) ? typed.cell : undefined;
}
