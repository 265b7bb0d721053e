import { inputAt, pathOf, type Answer, type Answers } from './answers.ts';
import { ownRow, rowsUntil } from './own-rows.ts';

function clear(): void {
  for (const input of document.querySelectorAll<Answer>('[data-path],[data-name]')) input.value = '';
}

/** Puts back what was typed, in place of all that stood there. What has no place is given back. */
export function fillTyped(given: Answers): readonly string[] {
  clear();
  return [...given].flatMap(([id, text]) => {
    rowsUntil(id);
    const input = document.getElementById(id);
    const isAnswer = input instanceof HTMLInputElement || input instanceof HTMLSelectElement;
    if (!isAnswer || (input.dataset.path ?? input.dataset.name) === undefined) return [id];
    input.value = text;
    return input.value === text ? [] : [id];
  });
}

/** Puts answers into the form, in place of all that stood there. What it has no row for is given back. */
export function fill(given: Answers): readonly string[] {
  clear();
  const left: string[] = [];
  for (const [path, text] of given) {
    const input = inputAt(path) ?? ownRow(path);
    if (input === undefined || pathOf(input) !== path) left.push(path);
    else input.value = text;
  }
  return left;
}
