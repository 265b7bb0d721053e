import type { FileCell, Finding } from '../checks/index.ts';
import { shown } from '../checks/index.ts';
import { formEdition, type CoreReturn, type Json } from '../form/index.ts';
import type { Answer, Draft } from './draft.ts';
import { fromEntries } from './entries.ts';
import { fileFinding } from './file-rule.ts';
import { boundHidden } from './hidden-answers.ts';
import { nameOf } from './written-paths.ts';
import { readEntry } from './read-entry.ts';

/** What the sender of a file knows of its returns, where the file does not say it. */
export type GivenHeader = Partial<
  Pick<CoreReturn, 'edition' | 'service' | 'period' | 'declared' | 'combined' | 'revision'>
>;

/** A return as read from a table, whether sound or not, and where each part of it stands. */
export interface Assembled {
  readonly value: Json;
  readonly cells: ReadonlyMap<string, FileCell>;
  readonly findings: readonly Finding[];
}

interface Assembling {
  readonly values: Map<string, Json>;
  readonly cells: Map<string, FileCell>;
  readonly findings: Finding[];
  /** Paths with answers that contradict each other. */
  readonly torn: Set<string>;
}

/** Reads the answers of a draft and puts them together. */
export function assemble(draft: Draft, given: GivenHeader): Assembled {
  const assembling: Assembling = { values: new Map(), cells: new Map(), findings: [], torn: new Set() };
  for (const answer of boundHidden(draft.answers)) readAnswer(assembling, answer);
  for (const path of assembling.torn) assembling.values.delete(path);
  addGiven(assembling, given);
  const { values, cells, findings } = assembling;
  if (!values.has('edition')) addEdition(assembling);
  // What has no cell of its own stands with the return as a whole.
  const [first] = draft.answers;
  if (first !== undefined) cells.set('', first.place);
  return { value: fromEntries(values), cells, findings };
}

function readAnswer(assembling: Assembling, answer: Answer): void {
  const { path, text, place, note } = answer;
  const wrong = note === undefined ? undefined : wrongWithCell(answer);
  if (wrong !== undefined) assembling.findings.push(wrong);
  if (note === 'error' || note === 'formula without a value' || (note === 'date' && !isDay(path))) {
    assembling.cells.set(path, place);
    return;
  }
  const read = readEntry(path, text);
  if ('empty' in read) return;
  if ('unsure' in read) {
    assembling.cells.set(path, place);
    assembling.findings.push(doubt(answer, read));
  }
  for (const [at, value] of Object.entries(read.values ?? {})) put(assembling, at, value, place);
}

const isDay = (path: string): boolean => /^period(?:\.|$)/u.test(path);

function put(
  { values, cells, findings, torn }: Assembling,
  path: string,
  value: Json,
  place: FileCell,
): void {
  const known = values.get(path);
  const before = cells.get(path);
  if (known === undefined || before === undefined) {
    values.set(path, value);
    cells.set(path, place);
    return;
  }
  if (JSON.stringify(known) === JSON.stringify(value) || torn.has(path)) return;
  torn.add(path);
  findings.push(
    fileFinding('F204', {
      message: `${nameOf(path)} is given twice: ${shown(known)} and ${shown(value)}. Neither was taken.`,
      expected: 'one answer',
      cells: [before, place],
      paths: [path],
      found: { [path]: known },
    }),
  );
}

function doubt(
  { path, text, place }: Answer,
  read: Extract<ReturnType<typeof readEntry>, { unsure: string }>,
): Finding {
  const { unsure, expected, suggestion } = read;
  const meant =
    suggestion === undefined
      ? undefined
      : `If ${JSON.stringify(suggestion)} is meant, enter ${JSON.stringify(suggestion)}.`;
  return fileFinding(isCount(path) ? 'F301' : 'F303', {
    message: `${nameOf(path)}: ${unsure}. It was not read.`,
    expected,
    cells: [place],
    paths: [path],
    found: { [path]: text.slice(0, 200) },
    ...(meant !== undefined ? { remedy: meant } : isCount(path) ? {} : { remedy: `Enter ${expected}.` }),
  });
}

const isCount = (path: string): boolean => /^(?:spokes|youngPeople|referrals|with|outcomes)/u.test(path);

function wrongWithCell({ path, text, place, note }: Answer): Finding | undefined {
  const where = { cells: [place], paths: [path], found: { [path]: text.slice(0, 200) } };
  switch (note) {
    case 'formula':
      return fileFinding('F302', {
        ...where,
        message: `${nameOf(path)}: the cell holds a formula; its last value, ${shown(text)}, was read.`,
      });
    case 'formula without a value':
      return fileFinding('F301', {
        ...where,
        message: `${nameOf(path)}: the cell holds a formula that was never calculated. It was not read.`,
      });
    case 'error':
      return fileFinding('F303', {
        ...where,
        message: `${nameOf(path)}: the cell shows the error ${shown(text)}.`,
      });
    case 'date':
      return isDay(path)
        ? undefined
        : fileFinding('F303', {
            ...where,
            message: `${nameOf(path)}: the cell holds the date ${text}, not a count. It was not read.`,
            remedy: 'Format the cell as a number and enter the count again.',
          });
    case undefined:
      return undefined;
  }
}

/** Adds what the sender says; where the file says otherwise, it stands, and the two are shown. */
function addGiven({ values, cells, findings }: Assembling, given: GivenHeader): void {
  for (const [path, value] of givenEntries(given)) {
    const known = values.get(path);
    if (known === undefined) values.set(path, value);
    else if (JSON.stringify(known) !== JSON.stringify(value)) {
      const cell = cells.get(path);
      findings.push(
        fileFinding('F402', {
          message: `${nameOf(path)}: the file says ${shown(known)}, its sender ${shown(value)}.`,
          expected: shown(value),
          paths: [path],
          found: { [path]: known },
          ...(cell && { cells: [cell] }),
        }),
      );
    }
  }
}

function givenEntries({
  edition,
  service,
  period,
  declared,
  combined,
  revision,
}: GivenHeader): readonly [string, Json][] {
  const entries: readonly (readonly [string, Json | undefined])[] = [
    ['edition', edition],
    ['service', service],
    ['period.from', period?.from],
    ['period.to', period?.to],
    ['declared', declared],
    ['combined.services', combined?.services],
    ['combined.returns', combined?.returns],
    ['revision', revision],
  ];
  return entries.flatMap(([path, value]) => (value === undefined ? [] : [[path, value]]));
}

/** There is only one edition so far: a file that names none is of that. */
function addEdition({ values, findings }: Assembling): void {
  const [only] = formEdition.entries;
  if (only === undefined || formEdition.entries.length > 1) return;
  values.set('edition', only.code);
  findings.push(
    fileFinding('F401', {
      message: `The file names no edition of the form; it was read as ${only.label}, the only one.`,
      expected: 'the edition of the form',
      paths: ['edition'],
    }),
  );
}
