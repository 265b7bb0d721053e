import { fields, isUnknown, parseCell, type Breakdown, type Field, type FieldId } from '../../form/index.ts';
import { findCode } from '../../vocabulary/index.ts';
import { shown } from '../finding.ts';
import { returnRule, type Break } from '../rule.ts';

type OpenField = Extract<Field, { kind: 'breakdown' }>;
const open = fields
  .filter((field): field is OpenField => field.kind === 'breakdown' && field.codelist.open)
  .map((field) => ({ field, codes: new Set(field.codelist.entries.map(({ code }) => code)) }));

/** R501: a category of an open list that has not been seen before is meant. */
export const categoriesAreMeant = returnRule({
  code: 'R501',
  severity: 'query',
  source: 'library',
  statement: 'A category is one of its list, or is a new one on purpose.',
  remedy: 'Use the code of the list that is meant; if none fits, say what the category covers.',
  fields: open.map(({ field }) => field.id as FieldId), // the catalogue’s ids
  examples: {
    holds: [{ value: { 'youngPeople.ethnicity': { 'white-uk': 5 } } }],
    breaks: [
      { value: { 'youngPeople.ethnicity': { 'White British': 5 } } },
      { value: { 'youngPeople.gender': { 'non-binary': 1 } } },
      { value: { 'referrals.route': { police: 6, NK: 4 } } },
    ],
  },
  check: (view) => {
    const breaks: Break[] = [];
    for (const { field, codes } of open) {
      const counts = view[field.id as FieldId] as Breakdown<string> | undefined; // a breakdown field
      if (counts === undefined) continue;
      for (const code in counts) if (!codes.has(code)) breaks.push(unseenCode(field, code));
    }
    return breaks;
  },
});

function unseenCode({ id, label, codelist }: OpenField, code: string): Break {
  const expected = codelist.entries.map((entry) => entry.code).join(', ');
  return {
    paths: [`${id}.${code}`],
    message: `${label}: the list has no ${shown(code)}. ${questionOf(code, findCode(codelist, code))}`,
    expected,
  };
}

/** What to ask of a category: whether another is meant, or none at all, or it is one of its own. */
function questionOf(code: string, meant: string | undefined): string {
  if (meant !== undefined) return `Is "${meant}" meant?`;
  const typed = parseCell(code);
  return 'cell' in typed && isUnknown(typed.cell)
    ? 'If it means that nothing was recorded, leave it out: these are in no category.'
    : 'Is it a category of its own?';
}
