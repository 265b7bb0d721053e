import { labelOf } from '../../vocabulary/index.ts';
import type { CmoConfiguration } from '../cmo-configuration.ts';
import { contextLayer } from '../context-layer.ts';
import type { Theories } from '../theories.ts';

/** What a diagram shows: a box for each leg, arrows from context to mechanism to outcome, and links between configurations. */
interface Diagram {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

interface Box {
  readonly name: string;
  readonly kind: 'context' | 'mechanism' | 'outcome';
  readonly lines: readonly string[];
}

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly kind: 'leads' | 'rivals' | 'supersedes';
}

const outcomeName = {
  desired: 'Outcome, desired',
  'not-desired': 'Outcome, not desired',
  mixed: 'Outcome, mixed',
} as const;

function diagramOf({ configurations }: Theories): Diagram {
  const numbers = new Map(configurations.map(({ id }, index) => [id, index]));
  const legs = configurations.map((configuration, index) => legsOf(configuration, index));
  const links = configurations.flatMap(({ rivals = [], supersedes = [] }, index): readonly Arrow[] => [
    ...rivals.flatMap((id) => linkTo(numbers.get(id), index, 'rivals')),
    ...supersedes.flatMap((id) => linkTo(numbers.get(id), index, 'supersedes')),
  ]);
  return {
    boxes: legs.flatMap(({ boxes }) => boxes),
    arrows: [...legs.flatMap(({ arrows }) => arrows), ...links],
  };
}

/** Rivals name each other and are drawn once. */
function linkTo(other: number | undefined, index: number, kind: 'rivals' | 'supersedes'): readonly Arrow[] {
  if (other === undefined || (kind === 'rivals' && other <= index)) return [];
  return [{ from: `o${index}`, to: `o${other}`, kind }];
}

function legsOf({ id, contexts, mechanism, outcome }: CmoConfiguration, index: number): Diagram {
  const middle = mechanism === undefined ? [] : [`m${index}`];
  const boxes: readonly Box[] = [
    ...contexts.map(({ layer, statement }, number): Box => ({
      name: `c${index}_${number}`,
      kind: 'context',
      lines: [`${id}: ${labelOf(contextLayer, layer)}`, statement],
    })),
    ...(mechanism === undefined
      ? []
      : [{ name: `m${index}`, kind: 'mechanism' as const, lines: ['Mechanism', mechanism.statement] }]),
    {
      name: `o${index}`,
      kind: 'outcome',
      lines: [`${outcomeName[outcome.valence]}${listed(outcome.indicators)}`, outcome.statement],
    },
  ];
  const leads = (from: string, to: string): Arrow => ({ from, to, kind: 'leads' });
  return {
    boxes,
    arrows: [
      ...contexts.map((_, number) => leads(`c${index}_${number}`, middle[0] ?? `o${index}`)),
      ...middle.map((from) => leads(from, `o${index}`)),
    ],
  };
}

const listed = (indicators: readonly string[] | undefined): string =>
  indicators === undefined || indicators.length === 0 ? '' : ` (${indicators.join(', ')})`;

/** Breaks a statement into lines that a box can hold. */
function wrapped(text: string, width = 36): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

const mermaidShape: Readonly<Record<Box['kind'], readonly [string, string]>> = {
  context: ['["', '"]'],
  mechanism: ['(["', '"])'],
  outcome: ['[["', '"]]'],
};
const mermaidArrow: Readonly<Record<Arrow['kind'], string>> = {
  leads: '-->',
  rivals: '<-. rivals .->',
  supersedes: '-. supersedes .->',
};

/** Mermaid takes entities for every character that means something to it. */
const forMermaid = (text: string): string =>
  text.replace(/[^\p{L}\p{N} .,!?()’“”–-]/gu, (sign) => `#${sign.codePointAt(0) ?? 32};`);

/**
 * Theories as the text of a Mermaid flow chart: contexts lead to a mechanism, which leads to an outcome; rivals
 * and successors are dotted.
 *
 * @example
 * toMermaid({ configurations: [{ id: 'A', contexts: [{ layer: 'practice', statement: 'A manager' }], outcome: { statement: 'Spokes stay', valence: 'desired' }, status: 'candidate' }] }).split('\n')[1]; // => '  c0_0["A#58; Practice context<br>A manager"]'
 */
export function toMermaid(theories: Theories): string {
  const { boxes, arrows } = diagramOf(theories);
  const lines = [
    ...boxes.map(
      ({ name, kind, lines: said }) =>
        `  ${name}${mermaidShape[kind].join(said.map(forMermaid).join('<br>'))}`,
    ),
    ...arrows.map(({ from, to, kind }) => `  ${from} ${mermaidArrow[kind]} ${to}`),
  ];
  return ['flowchart LR', ...lines, ''].join('\n');
}

const dotShape: Readonly<Record<Box['kind'], string>> = {
  context: 'shape=box',
  mechanism: 'shape=box, style=rounded',
  outcome: 'shape=box, peripheries=2',
};
const dotArrow: Readonly<Record<Arrow['kind'], string>> = {
  leads: '',
  rivals: ' [style=dashed, dir=both, label="rivals", constraint=false]',
  supersedes: ' [style=dashed, label="supersedes", constraint=false]',
};

/** Labels decode entities, and break at quotation marks, backslashes and control characters. */
const forDot = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
    .replaceAll('&', '&amp;')
    .replace(/["\\]/g, String.raw`\$&`);

/**
 * Theories as the text of a Graphviz graph: the same boxes and arrows as {@link toMermaid}.
 *
 * @example
 * toDot({ configurations: [] }); // => 'digraph theories {\n  rankdir=LR;\n  node [fontname="Helvetica,Arial,sans-serif", fontsize=11, margin="0.35,0.1"];\n}\n'
 */
export function toDot(theories: Theories): string {
  const { boxes, arrows } = diagramOf(theories);
  const label = (lines: readonly string[]): string =>
    lines
      .flatMap((line) => wrapped(line))
      .map(forDot)
      .join(String.raw`\n`);
  return [
    'digraph theories {',
    '  rankdir=LR;',
    // Wide enough for the widest of the usual typefaces, whichever the reader has.
    '  node [fontname="Helvetica,Arial,sans-serif", fontsize=11, margin="0.35,0.1"];',
    ...boxes.map(({ name, kind, lines }) => `  ${name} [${dotShape[kind]}, label="${label(lines)}"];`),
    ...arrows.map(({ from, to, kind }) => `  ${from} -> ${to}${dotArrow[kind]};`),
    '}',
    '',
  ].join('\n');
}
