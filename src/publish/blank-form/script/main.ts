import { z } from 'zod';
import type { CoreReturn, Explanation } from '../../../form/index.ts';
import { duty, isCode } from '../../../vocabulary/index.ts';
import { answers, doubled, fill, nameless } from './answers.ts';
import { checkAnswers } from './check-answers.ts';
import { draftText, exported, handOver, readDraft } from './draft-files.ts';
import { mark, showFindings } from './show-findings.ts';
import { showTotals } from './totals.ts';

// The page forbids code made of texts: so the schema is not to try it.
z.config({ jitless: true });

let explanations: readonly Explanation[] = [];
let value: CoreReturn | undefined;

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
  const isEmpty = [...given.keys()].every((path) => path === 'service' || path.startsWith('period.'));
  const checked = checkAnswers(given, explanations, context());
  value = checked.value;
  showTotals(value);
  showFindings(isEmpty ? [] : checked.findings, isEmpty, (explanation) => {
    explanations = [...explanations.filter((each) => !isAbout(each, explanation)), explanation];
    say('Explained.');
    check();
    document.getElementById('findings')?.focus();
  });
  for (const input of nameless()) mark(input, 'Write what is counted here.');
  for (const input of doubled()) mark(input, 'Another row has the same name: add the two up, or change one.');
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
  const [unread] = [...nameless(), ...doubled()];
  if (unread !== undefined) {
    say('One answer has no name, or that of another row. It would be lost: name it first.');
    unread.focus();
    return;
  }
  if (value === undefined) {
    say('There is no return yet: say which service it is of, and which period.');
    document.getElementById('findings')?.focus();
    return;
  }
  handOver(fileName(format), format === 'json' ? 'application/json' : 'text/csv', exported(value, format));
  say(`Exported as ${format.toUpperCase()}.`);
}

async function open(file: File): Promise<void> {
  const draft = await readDraft(await file.text());
  if (draft === undefined) {
    say('This file is neither a draft nor a return.');
    return;
  }
  explanations = draft.explanations;
  const left = fill(new Map([...draft.answers].filter(([path]) => path !== 'edition')));
  check();
  say(left.length === 0 ? 'Opened.' : `Opened. The form has no row for: ${left.join(', ')}.`);
}

const on = (id: string, act: () => void): void => {
  document.getElementById(id)?.addEventListener('click', act);
};

let waiting: ReturnType<typeof setTimeout> | undefined;
document.addEventListener('input', ({ target }) => {
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
on('open', () => {
  chooser.click();
});
on('save', () => {
  handOver(fileName('draft.json'), 'application/json', draftText({ answers: answers(), explanations }));
  say('The draft is saved.');
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
// What needs the script is there once it runs.
document.getElementById('without-script')?.remove();
for (const id of ['actions', 'findings']) document.getElementById(id)?.removeAttribute('hidden');
check();
