import type { CheckContext, RuleExample } from '../checks/index.ts';
import { cellsOf, fields, formatCell, labelAt, type CoreReturn } from '../form/index.ts';
import { duty, labelOf } from '../vocabulary/index.ts';

/**
 * An example of a rule as people read it: each cell by its printed label.
 *
 * @example
 * exampleInWords({ value: { 'youngPeople.direct': 50, period: { from: '2015-01-01', to: '2015-03-31' } } }); // => 'Young people receiving direct support from Spokes: 50; period: 2015-01-01 to 2015-03-31'
 */
export function exampleInWords({ value, context }: RuleExample): string {
  const parts = Object.entries(value).flatMap(([path, part]) => partInWords(path, part));
  return [...parts, ...(context === undefined ? [] : contextInWords(context))].join('; ');
}

/** A whole return as people read it, without what every return has. */
const returnInWords = (value: CoreReturn): string =>
  cellsOf(value)
    .map(({ path, cell }) => `${labelAt(path)}: ${formatCell(cell)}`)
    .join(', ');

function partInWords(path: string, part: unknown): readonly string[] {
  const field = fields.find(({ id }) => id === path);
  if (field === undefined) return [`${path}: ${plainly(part)}`];
  if (field.kind === 'code')
    return [`${field.label}: ${labelOf(field.codelist, String(part)).toLowerCase()}`];
  return cellsOf(nested(path, part)).map(({ path: at, cell }) => `${labelAt(at)}: ${formatCell(cell)}`);
}

const nested = (path: string, part: unknown): object =>
  path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), part) as object; // a path is not empty

/** What is no cell: periods as they are said, texts as they are, the rest as data. */
function plainly(part: unknown): string {
  if (typeof part === 'string') return part;
  const { from, to } = Object(part) as { readonly from?: unknown; readonly to?: unknown };
  if (typeof from === 'string' && typeof to === 'string') return `${from} to ${to}`;
  return part === undefined ? 'nothing' : JSON.stringify(part);
}

const contextInWords = ({ asOf, duties, earlier, rates }: CheckContext): readonly string[] => [
  ...(asOf === undefined ? [] : [`today: ${asOf}`]),
  ...(duties === undefined
    ? []
    : [`duties: ${duties.map((code) => labelOf(duty, code).toLowerCase()).join(', ')}`]),
  ...(earlier === undefined ? [] : [`the return before: ${returnInWords(earlier)}`]),
  ...(rates ?? []).map(({ of, per }) => `compared with the programme’s ${labelAt(of)} per ${labelAt(per)}`),
];

/** A whole return that says what an example says, and nothing else. */
export function exampleReturn({ value }: RuleExample): unknown {
  const whole: Record<string, unknown> = {
    edition: 'year-two',
    service: '2',
    period: { from: '2015-07-01', to: '2015-09-30' },
  };
  for (const [path, part] of Object.entries(value)) {
    const [section = '', field] = path.split('.');
    if (field === undefined) whole[section] = part;
    else whole[section] = { ...(whole[section] as object | undefined), [field]: part };
  }
  return whole;
}
