import { fields, isAskedIn, labelAt, sectionTitles, type CoreReturn, type Field } from '../form/index.ts';
import { entriesIn, isIsoDate, quarterOfDate, type Codelist, type Quarter } from '../vocabulary/index.ts';
import { entriesOf, headerEntries, plainText, type Entry } from './entries.ts';
import { openPrompt } from './open-rows.ts';

/** What may be typed into the answer of a row. */
export type AnswerKind = 'count' | 'decimal' | 'text' | 'day' | 'code' | 'declared' | 'fixed';

/** One row of the form as a table: for a person to fill in, and for a program to read back. */
export interface FormRow {
  readonly role: 'section' | 'heading' | 'answer' | 'open' | 'total';
  /** The path that the answer is of, a name for an open row, or `total` with the breakdown it adds up. */
  readonly id: string;
  readonly label: string;
  readonly guidance: string;
  readonly answer?: AnswerKind;
  readonly text?: string;
  /** For a code: the list it is of. */
  readonly codelist?: Codelist;
  /** For a total: the field that says how many its counts add up to. */
  readonly base?: string;
}

const openRows = { categories: 2, measures: 2 } as const;

/** What is left of a return when a row has taken its entry. */
type Texts = Map<string, string>;

/** The rows of the form for a return: all questions that are asked in its period, with the answers it has. */
export function formRows(value: CoreReturn): readonly FormRow[] {
  const texts: Texts = new Map(entriesOf(value).map(({ path, text }) => [path, text]));
  const quarter = isIsoDate(value.period.to) ? quarterOfDate(value.period.to) : undefined;
  const header = headerRows(texts);
  const questions = fields.flatMap((field, index) => {
    const isFirst = sectionOf(fields[index - 1]) !== sectionOf(field);
    const rows = fieldRows(field, texts, quarter);
    return isFirst ? [sectionRow(sectionOf(field)), ...rows] : rows;
  });
  return [...header, ...questions, ...recordRows(texts)];
}

const sectionOf = (field: Field | undefined): string => field?.id.split('.')[0] ?? '';
const sectionRow = (section: string): FormRow => ({
  role: 'section',
  id: '',
  label: (sectionTitles as Readonly<Record<string, string>>)[section] ?? section,
  guidance: '',
});

/** Takes the text of an entry, so that no row is made of it again. */
function taken(texts: Texts, path: string): { text?: string } {
  const text = texts.get(path);
  texts.delete(path);
  return text === undefined ? {} : { text };
}

const headerKinds: Readonly<Record<string, AnswerKind>> = {
  edition: 'fixed',
  service: 'text',
  'period.from': 'day',
  'period.to': 'day',
  declared: 'declared',
  revision: 'count',
};
const headerGuidance: Readonly<Record<string, string>> = {
  edition: 'Leave as it is.',
  service: 'The number or other pseudonym of the service.',
  'period.from': 'Usually the first day of a calendar quarter.',
  'period.to': 'Usually the last day of the same quarter.',
  declared: 'Leave empty for a quarter; year or other if the period is another one on purpose.',
  revision: '1 or empty the first time; 2, 3, … each time the return is sent again.',
};

function headerRows(texts: Texts): readonly FormRow[] {
  return headerEntries
    .filter(({ path }) => headerKinds[path] !== undefined || texts.has(path))
    .map(({ path, label }) => ({
      role: 'answer',
      id: path,
      label,
      guidance: headerGuidance[path] ?? '',
      answer: headerKinds[path] ?? 'fixed',
      ...taken(texts, path),
    }));
}

function fieldRows(field: Field, texts: Texts, quarter: Quarter | undefined): readonly FormRow[] {
  const isAsked = quarter === undefined || isAskedIn(field, quarter);
  const isAnswered = [...texts.keys()].some((path) => path === field.id || path.startsWith(`${field.id}.`));
  if (!isAsked && !isAnswered) return [];
  const guidance = field.asked === 'optional' ? `Optional. ${field.guidance}` : field.guidance;
  const row = { role: 'answer', id: field.id, label: field.label, guidance } as const;
  switch (field.kind) {
    case 'count':
      return [{ ...row, answer: field.decimal ? 'decimal' : 'count', ...taken(texts, field.id) }];
    case 'code':
      return [{ ...row, answer: 'code', codelist: field.codelist, ...taken(texts, field.id) }];
    case 'breakdown':
      return [
        headingRow(field.id, field.label, guidance, texts),
        ...categoryRows(field, texts, quarter),
        totalRow(field, field.id),
      ];
    case 'matrix':
      return [headingRow(field.id, field.label, guidance, texts), ...measureRows(field, texts)];
  }
}

type Breakdown = Extract<Field, { kind: 'breakdown' | 'matrix' }>;

/** A heading carries the mark of a breakdown that is there and empty. */
const headingRow = (id: string, label: string, guidance: string, texts: Texts): FormRow => ({
  role: 'heading',
  id,
  label,
  guidance,
  ...taken(texts, id),
});

const totalRow = (field: Breakdown, id: string): FormRow => ({
  role: 'total',
  id: `total ${id}`,
  label: 'Total',
  guidance: '',
  base: field.base,
});

function categoryRows(field: Breakdown, texts: Texts, quarter: Quarter | undefined): readonly FormRow[] {
  const listed = (quarter === undefined ? field.codelist.entries : entriesIn(field.codelist, quarter)).map(
    ({ code, label, meaning }) => countRow(`${field.id}.${code}`, label, meaning, texts),
  );
  const others = pathsUnder(field.id, texts).map((path) =>
    countRow(path, path.slice(field.id.length + 1), '', texts),
  );
  const open = field.codelist.open ? openRows.categories : 0;
  const blanks = Array.from({ length: open }, (_, index): FormRow => ({
    role: 'open',
    id: `${field.id}..${index + 1}`,
    label: openPrompt,
    guidance: 'Another category: type its name after the colon.',
    answer: 'count',
  }));
  // The one for those not known comes last, as on the printed form.
  const isLast = ({ id }: FormRow): boolean => id.endsWith('.not-known');
  return [...listed.filter((row) => !isLast(row)), ...others, ...blanks, ...listed.filter(isLast)];
}

const pathsUnder = (id: string, texts: Texts): readonly string[] =>
  [...texts.keys()].filter((path) => path.startsWith(`${id}.`));

const countRow = (path: string, label: string, guidance: string, texts: Texts): FormRow => ({
  role: 'answer',
  id: plainText(path),
  label,
  guidance,
  answer: 'count',
  ...taken(texts, path),
});

function measureRows(field: Breakdown, texts: Texts): readonly FormRow[] {
  const measures = [
    ...new Set(
      pathsUnder(field.id, texts).map((path) => path.slice(field.id.length + 1).split('.')[0] ?? ''),
    ),
  ];
  const known = measures.flatMap((measure) => {
    const id = `${field.id}.${measure}`;
    return [
      headingRow(plainText(id), `Measure: ${measure}`, '', renamed(texts, id)),
      ...outcomeRows(field, id, texts),
      totalRow(field, id),
    ];
  });
  const open = Array.from({ length: openRows.measures }, (_, index) => {
    const id = `${field.id}..${index + 1}`;
    const name: FormRow = {
      role: 'open',
      id,
      label: `Measure ${index + 1}`,
      guidance: 'What is measured, in the service’s own words: type its name as the answer.',
      answer: 'text',
    };
    return [name, ...outcomeRows(field, id, new Map()), totalRow(field, id)];
  });
  return [...known, ...open.flat()];
}

/** The heading of a measure stands under the text of its id, which may need quotation marks. */
function renamed(texts: Texts, id: string): Texts {
  const { text } = taken(texts, id);
  return new Map(text === undefined ? [] : [[plainText(id), text]]);
}

const outcomeRows = (field: Breakdown, id: string, texts: Texts): readonly FormRow[] =>
  field.codelist.entries.map(({ code, label, meaning }) => countRow(`${id}.${code}`, label, meaning, texts));

/** What a return carries besides: printed figures and explanations, for the record. */
function recordRows(texts: Texts): readonly FormRow[] {
  const rest: readonly Entry[] = [...texts].map(([path, text]) => ({ path, text }));
  if (rest.length === 0) return [];
  const rows = rest.map(({ path, text }): FormRow => {
    const role = /^[[{]\s*[\]}]$/u.test(text) ? 'heading' : 'answer';
    return { role, id: plainText(path), label: labelAt(path), guidance: '', answer: 'fixed', text };
  });
  return [{ role: 'section', id: '', label: 'For the record', guidance: '' }, ...rows];
}
