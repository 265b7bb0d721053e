import { explain, type Finding } from '../../../checks/index.ts';
import type { Explanation } from '../../../form/index.ts';
import { inputAt, type Answer } from './answers.ts';

const asks = { error: 'Correct', query: 'Correct or explain', advice: 'For the hub' } as const;

/** What happens when somebody explains a query. */
export type OnExplain = (explanation: Explanation) => void;

/** Shows what is to be done: in the list, and at each answer it is about. */
export function showFindings(findings: readonly Finding[], isEmpty: boolean, onExplain: OnExplain): void {
  const open = findings.filter(({ severity, settledBy }) => severity !== 'advice' && settledBy === undefined);
  const list = byId('findings-list');
  const focused = document.activeElement;
  const typing = focused instanceof HTMLTextAreaElement && list.contains(focused) ? focused : undefined;
  const kept = typing && { rule: typing.dataset.rule, text: typing.value };
  list.replaceChildren(...findings.map((finding) => item(finding, onExplain)));
  if (kept !== undefined) keepTyping(list, kept);
  const summary = byId('findings-summary');
  const words = isEmpty
    ? 'Nothing is filled in yet.'
    : open.length === 0
      ? 'Nothing is left to correct or to explain.'
      : `${open.length} to correct or to explain.`;
  // Said only when it changes: a voice that repeats itself is switched off.
  if (summary.textContent !== words) summary.textContent = words;
  markInputs(open);
}

const byId = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the form has no element "${id}"`);
  return element;
};

function keepTyping(list: HTMLElement, { rule, text }: { rule: string | undefined; text: string }): void {
  const area = [...list.querySelectorAll('textarea')].find(({ dataset }) => dataset.rule === rule);
  if (area === undefined) return;
  area.value = text;
  area.focus();
}

function item(finding: Finding, onExplain: OnExplain): HTMLLIElement {
  const { rule, severity, message, remedy, settledBy, paths } = finding;
  const line = document.createElement('li');
  const said = document.createElement('p');
  const what = document.createElement('strong');
  what.textContent = settledBy === undefined ? `${asks[severity]} (${rule}). ` : `Explained (${rule}). `;
  said.append(what, message);
  const todo = document.createElement('p');
  todo.textContent = settledBy ?? `What to do: ${remedy}`;
  line.append(said, todo, ...goTo(paths));
  if (severity === 'query' && settledBy === undefined) line.append(...explaining(finding, onExplain));
  return line;
}

/** A button that goes to the answer. */
function goTo(paths: readonly string[]): readonly HTMLElement[] {
  const input = paths.map(inputAt).find((each) => each !== undefined);
  if (input === undefined) return [];
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Go to the answer';
  button.addEventListener('click', () => {
    input.focus();
  });
  return [button];
}

function explaining(finding: Finding, onExplain: OnExplain): readonly HTMLElement[] {
  const id = `explain-${finding.rule}-${finding.paths.join('-').replaceAll(/[^\w-]/g, '-')}`;
  const label = document.createElement('label');
  label.htmlFor = id;
  label.textContent = 'Or explain why it is right. Write no names.';
  const area = document.createElement('textarea');
  area.id = id;
  area.dataset.rule = finding.rule;
  area.maxLength = 1000;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Explain';
  button.addEventListener('click', () => {
    if (area.value.trim() !== '') onExplain(explain(finding, area.value.trim()));
  });
  return [label, area, button];
}

/** Says at each answer what is wrong with it: the first thing, since one mistake is mended at a time. */
function markInputs(open: readonly Finding[]): void {
  for (const problem of document.querySelectorAll<HTMLElement>('.problem')) {
    problem.hidden = true;
    problem.textContent = '';
  }
  for (const input of document.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
  for (const { paths, message } of open) {
    const [input] = paths.flatMap((path) => inputAt(path) ?? []);
    if (input !== undefined) mark(input, message);
  }
}

export function mark(input: Answer, message: string): void {
  const problem = document.getElementById(`${input.id}-problem`);
  input.setAttribute('aria-invalid', 'true');
  if (problem?.hidden !== true) return;
  problem.hidden = false;
  problem.textContent = message;
}
