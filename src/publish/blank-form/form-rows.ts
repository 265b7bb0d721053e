import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import { appliesTo, fields, isAskedIn, sectionTitles, type Field } from '../../form/index.ts';
import type { CodeEntry, Duty, Quarter } from '../../vocabulary/index.ts';

/** How many empty rows a list gets in which a service may add what it does not have. */
const openRows = 3;

/** The name of an input in the page, by the path of its answer. */
const inputId = (path: string): string => `a-${path.replaceAll(/[^\w-]/g, '-')}`;

/** What a form is for. */
export interface Asked {
  readonly quarter: Quarter;
  readonly duties: readonly Duty[] | undefined;
}

/** Every question of the form, section by section. What is not asked is hidden, until it is answered. */
export const formSections = (asked: Asked): readonly Element[] =>
  Object.entries(sectionTitles).map(([section, title]) =>
    h('section', { id: `section-${section}` }, [
      h('h2', title),
      ...fields
        .filter((field) => field.id.startsWith(`${section}.`))
        .map((field) => h('div.question', whenAsked(field, asked), question(field, asked))),
    ]),
  );

/** When a question is asked, for the script, and whether it is now. */
function whenAsked(field: Field, { quarter, duties }: Asked): Properties {
  const isApart = duties !== undefined && !appliesTo(field, duties);
  return {
    dataSince: field.since,
    dataUntil: field.until,
    dataApart: isApart ? '' : undefined,
    hidden: isApart || !isAskedIn(field, quarter),
  };
}

function question(field: Field, { quarter }: Asked): ElementContent[] {
  switch (field.kind) {
    case 'count':
      return [
        h('label', { htmlFor: inputId(field.id) }, field.label),
        hint(field),
        countInput(field.id, hintId(field.id)),
        problem(field.id),
      ];
    case 'code':
      return choice(field);
    case 'breakdown':
      return [
        h('fieldset', [
          h('legend', field.label),
          hint(field),
          ...categories(field, field.id, quarter),
          ...(field.codelist.open ? [...openCategories(field), moreButton(field, 'Another category')] : []),
          totalOf(field.id, field.base),
          problem(field.id),
        ]),
      ];
    case 'matrix':
      return [
        h('fieldset', [
          h('legend', field.label),
          hint(field),
          ...Array.from({ length: openRows }, (_, index) => measure(field, index + 1, quarter)),
          moreButton(field, 'Another measure'),
          problem(field.id),
        ]),
      ];
  }
}

/** Adds a row; on paper there is none. */
const moreButton = (field: Divided, words: string): Element =>
  h(
    'button.more',
    { type: 'button', dataMore: field.id, hidden: true, ariaLabel: `${words}: ${field.label}` },
    words,
  );

/** A question with one answer of a list; on paper, its answers to tick. */
function choice(field: Extract<Field, { kind: 'code' }>): ElementContent[] {
  return [
    h('label', { htmlFor: inputId(field.id) }, field.label),
    hint(field),
    h('select', { id: inputId(field.id), dataPath: field.id, ariaDescribedBy: hintId(field.id) }, [
      h('option', { value: '' }, 'Choose'),
      ...field.codelist.entries.map(({ code, label }) => h('option', { value: code }, label)),
    ]),
    h(
      'ul.paper',
      field.codelist.entries.map(({ label }) => h('li', label)),
    ),
    problem(field.id),
  ];
}

type Divided = Extract<Field, { kind: 'breakdown' | 'matrix' }>;

const hintId = (path: string): string => `${inputId(path)}-hint`;

const hint = (field: Field): ElementContent =>
  h('p.hint', { id: hintId(field.id) }, [
    `${field.asked === 'optional' ? 'Optional. ' : ''}${field.guidance} `,
    h('span.example', `For example: ${field.example}`),
  ]);

const countInput = (path: string, described: string): Element =>
  h('input', {
    id: inputId(path),
    type: 'text',
    inputMode: 'text',
    autoComplete: 'off',
    list: 'answers',
    maxLength: 200,
    ariaDescribedBy: `${described} ${inputId(path)}-problem`,
    dataPath: path,
  });

const problem = (path: string): Element => h('p.problem', { id: `${inputId(path)}-problem`, hidden: true });

const countRow = (path: string, entry: CodeEntry, described: string, quarter: Quarter): Element =>
  h('div.row', { dataSince: entry.since, dataUntil: entry.until, hidden: !isAskedIn(entry, quarter) }, [
    h('label', { htmlFor: inputId(path) }, entry.label),
    countInput(path, described),
    problem(path),
  ]);

const categories = (field: Divided, path: string, quarter: Quarter): readonly Element[] =>
  field.codelist.entries.map((entry) => countRow(`${path}.${entry.code}`, entry, hintId(field.id), quarter));

/** Rows for what a list does not have: a name, and how many. */
const openCategories = (field: Divided): readonly Element[] =>
  Array.from({ length: openRows }, (_, index) => {
    const id = `${field.id}..${index + 1}`;
    return h('div.row', { dataOwn: field.id }, [
      h('input.name', {
        id: `${inputId(id)}-name`,
        type: 'text',
        placeholder: 'Another category',
        ariaLabel: `${field.label}: name of another category, ${index + 1}`,
        maxLength: 100,
        autoComplete: 'off',
        dataName: id,
      }),
      h(
        'label.visually-hidden',
        { htmlFor: inputId(id) },
        `${field.label}: how many in the other category, ${index + 1}`,
      ),
      countInput(id, hintId(field.id)),
      problem(id),
    ]);
  });

/** A measure of the service’s own: its name, and how many cases stand how. */
function measure(field: Divided, index: number, quarter: Quarter): Element {
  const id = `${field.id}..${index}`;
  return h('fieldset.measure', { dataOwn: field.id }, [
    h('legend', `Measure ${index}`),
    h('div.row', [
      h('label', { htmlFor: `${inputId(id)}-name` }, 'What is measured'),
      h('input.name', {
        id: `${inputId(id)}-name`,
        type: 'text',
        maxLength: 100,
        autoComplete: 'off',
        dataName: id,
      }),
    ]),
    ...categories(field, id, quarter),
    totalOf(id, field.base),
  ]);
}

const totalOf = (path: string, base: string): Element =>
  h('p.total', [
    'Total: ',
    h('output', { id: `${inputId(path)}-total`, dataTotal: path, dataBase: base }, '0'),
  ]);
