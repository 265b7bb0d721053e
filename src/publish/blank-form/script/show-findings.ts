import { explain, isSettled, type Finding } from '../../../checks/index.ts';
import type { Explanation } from '../../../form/index.ts';
import { asked } from '../../what-is-asked.ts';
import { inputAt, type Answer } from './answers.ts';

/** What happens when somebody explains a query. */
export type OnExplain = (explanation: Explanation) => void;

/** Shows what is to be done: in the list, and at each answer it is about. */
export function showFindings(findings: readonly Finding[], isEmpty: boolean, onExplain: OnExplain): void {
  const open = findings.filter((finding) => !isSettled(finding));
  const list = byId('findings-list');
  const texts = new Map([...list.querySelectorAll('textarea')].map(({ id, value }) => [id, value]));
  const focused = list.contains(document.activeElement) ? document.activeElement?.id : undefined;
  list.replaceChildren(...findings.map((finding) => item(finding, onExplain)));
  for (const area of list.querySelectorAll('textarea')) area.value = texts.get(area.id) ?? '';
  if (focused !== undefined && focused !== '') document.getElementById(focused)?.focus();
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

function item(finding: Finding, onExplain: OnExplain): HTMLLIElement {
  const { rule, severity, message, remedy, settledBy } = finding;
  const line = document.createElement('li');
  const said = document.createElement('p');
  const what = document.createElement('strong');
  what.textContent = settledBy === undefined ? `${asked[severity]} (${rule}). ` : `Explained (${rule}). `;
  said.append(what, message);
  const todo = document.createElement('p');
  todo.textContent = settledBy ?? `What to do: ${remedy}`;
  line.append(said, todo, ...goTo(finding));
  if (severity === 'query' && settledBy === undefined) line.append(...explaining(finding, onExplain));
  return line;
}

/** A button that goes to the answer. */
function goTo(finding: Finding): readonly HTMLElement[] {
  const input = finding.paths.map(inputAt).find((each) => each !== undefined);
  if (input === undefined) return [];
  const button = document.createElement('button');
  button.type = 'button';
  button.id = `go-${nameOf(finding)}`;
  button.textContent = 'Go to the answer';
  button.addEventListener('click', () => {
    input.focus();
  });
  return [button];
}

/** A name for what belongs to a finding, as long as it is found. */
const nameOf = ({ rule, paths }: Finding): string =>
  `${rule}-${paths.map((path) => path.replaceAll(/[^\w-]/g, (sign) => `_${sign.codePointAt(0) ?? 0}`)).join('-')}`;

function explaining(finding: Finding, onExplain: OnExplain): readonly HTMLElement[] {
  const id = `explain-${nameOf(finding)}`;
  const label = document.createElement('label');
  label.htmlFor = id;
  label.textContent = 'Or explain why it is right. Write no names.';
  const area = document.createElement('textarea');
  area.id = id;
  area.maxLength = 1000;
  const button = document.createElement('button');
  button.type = 'button';
  button.id = `${id}-button`;
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
