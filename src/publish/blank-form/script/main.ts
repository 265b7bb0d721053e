import { z } from 'zod';
import type { CoreReturn, Explanation } from '../../../form/index.ts';
import { duty, isCode } from '../../../vocabulary/index.ts';
import { answers, typed, unreadAnswers } from './answers.ts';
import { showAsked } from './asked.ts';
import { checkAnswers } from './check-answers.ts';
import { draftText, exported, handOver, readFile, type Opened } from './draft-files.ts';
import { fill, fillTyped } from './filling.ts';
import { addRow } from './own-rows.ts';
import { mark, showFindings } from './show-findings.ts';
import { showTotals } from './totals.ts';

// The page forbids code made of texts: so the schema is not to try it.
z.config({ jitless: true });

let explanations: readonly Explanation[] = [];
let value: CoreReturn | undefined;
let isWhole = true;
/** Whether something was typed that no file has. */
let isUnsaved = false;

const context = (): Parameters<typeof checkAnswers>[2] => {
  const said = document.getElementById('main')?.dataset.duties;
  const duties = said?.split(' ').flatMap((code) => (isCode(duty, code) ? [code] : []));
  const now = new Date();
  const asOf = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return { asOf, ...(duties && { duties }) };
};

function check(): void {
  const given = answers();
  const unread = unreadAnswers();
  const isEmpty =
    unread.length === 0 &&
    [...given.keys()].every((path) => path === 'service' || path.startsWith('period.'));
  const checked = checkAnswers(given, explanations, context());
  showAsked(given);
  value = checked.value;
  isWhole = checked.isWhole;
  showTotals(value);
  showFindings(isEmpty ? [] : checked.findings, isEmpty, (explanation) => {
    explanations = [...explanations.filter((each) => !isAbout(each, explanation)), explanation];
    say('Explained.');
    check();
    document.getElementById('findings')?.focus();
  });
  for (const { input, message } of unread) mark(input, message);
}

/** Whether an explanation is of the same query: then the new one takes its place. */
const isAbout = (one: Explanation, other: Explanation): boolean =>
  one.rule === other.rule && Object.keys(one.about).sort().join() === Object.keys(other.about).sort().join();

function say(words: string): void {
  const status = document.getElementById('status');
  if (status !== null) status.textContent = words;
}

const fileName = (ending: string): string => {
  const given = answers();
  const parts = [given.get('service'), given.get('period.from'), given.get('period.to')];
  const name = ['return', ...parts].filter((part) => part !== undefined).join('-');
  return `${name.replaceAll(/[^\w-]+/g, '-')}.${ending}`;
};

function exportAs(format: 'json' | 'csv'): void {
  check();
  const [unread] = unreadAnswers();
  if (value !== undefined && (unread !== undefined || !isWhole)) {
    say('Not exported: an answer could not be read, and would be lost. See what to do.');
    (unread?.input ?? document.getElementById('findings'))?.focus();
    return;
  }
  if (value === undefined) {
    say('There is no return yet: say which service it is of, and which period.');
    document.getElementById('findings')?.focus();
    return;
  }
  isUnsaved = false;
  handOver(fileName(format), format === 'json' ? 'application/json' : 'text/csv', exported(value, format));
  say(`Exported as ${format.toUpperCase()}.`);
}

async function open(file: File): Promise<void> {
  const opened = await readFile(new Uint8Array(await file.arrayBuffer()));
  if (opened === undefined) {
    say('This file is neither a draft nor a return. Nothing was changed.');
    return;
  }
  const wouldLose = 'Opening puts the file in place of what you typed, which no file has yet. Open it?';
  if (isUnsaved && !confirm(wouldLose)) return;
  const left = takeOver(opened);
  check();
  isUnsaved = false;
  say(left.length === 0 ? 'Opened.' : `Opened. Not taken over: ${left.join('; ')}`);
}

/** Puts what was opened into the form; what it has no place for is told. */
function takeOver(opened: Opened): readonly string[] {
  if ('draft' in opened) {
    explanations = opened.draft.explanations;
    return fillTyped(opened.draft.typed);
  }
  explanations = opened.explanations;
  const rows = fill(new Map([...opened.answers].filter(([path]) => path !== 'edition')));
  return [...rows.map((path) => `the form has no row for ${path}`), ...opened.left];
}

const on = (id: string, act: () => void): void => {
  document.getElementById(id)?.addEventListener('click', act);
};

let waiting: ReturnType<typeof setTimeout> | undefined;
document.addEventListener('input', ({ target }) => {
  if (target === chooser) return;
  isUnsaved = true;
  if (target instanceof HTMLTextAreaElement) return;
  clearTimeout(waiting);
  waiting = setTimeout(check, 150);
});
document.querySelector('form')?.addEventListener('submit', (event) => {
  event.preventDefault();
});
const chooser = document.getElementById('open-file') as HTMLInputElement; // the page has it
chooser.addEventListener('change', () => {
  const [file] = chooser.files ?? [];
  if (file !== undefined) void open(file);
  chooser.value = '';
});
// Closing the page loses everything that no file has.
window.addEventListener('beforeunload', (event) => {
  if (isUnsaved) event.preventDefault();
});
on('open', () => {
  chooser.click();
});
on('save', () => {
  handOver(fileName('draft.json'), 'application/json', draftText({ typed: typed(), explanations }));
  isUnsaved = false;
  say('The draft is saved. What is half written in an explanation is not in it.');
});
on('export-json', () => {
  exportAs('json');
});
on('export-csv', () => {
  exportAs('csv');
});
on('print', () => {
  print();
});
for (const more of document.querySelectorAll<HTMLButtonElement>('[data-more]')) {
  more.hidden = false;
  more.addEventListener('click', () => {
    if (!addRow(more.dataset.more ?? '')) say('There is no place for more rows.');
    else more.previousElementSibling?.querySelector('input')?.focus();
  });
}
// What needs the script is there once it runs.
document.getElementById('without-script')?.remove();
for (const id of ['actions', 'findings']) document.getElementById(id)?.removeAttribute('hidden');
check();
