import Papa from 'papaparse';
import { describeSource, labelOf } from '../../vocabulary/index.ts';
import type { CmoConfiguration } from '../cmo-configuration.ts';
import { contextLayer } from '../context-layer.ts';
import { type Evidence } from '../evidence.ts';
import { evidenceKind, informant } from '../evidence-words.ts';
import type { Theories } from '../theories.ts';

const columns: readonly (readonly [header: string, cell: (configuration: CmoConfiguration) => string])[] = [
  ['Id', ({ id }) => id],
  [
    'Layers',
    ({ contexts }) =>
      [...new Set(contexts.flatMap(({ layer, also }) => [layer, ...(also === undefined ? [] : [also])]))]
        .map((code) => labelOf(contextLayer, code))
        .join('; '),
  ],
  ['Context', ({ contexts }) => contexts.map(({ statement }) => statement).join('; ')],
  ['Mechanism', ({ mechanism }) => mechanism?.statement ?? ''],
  ['Outcome', ({ outcome }) => outcome.statement],
  ['Valence', ({ outcome }) => outcome.valence],
  ['Indicators', ({ outcome }) => (outcome.indicators ?? []).join(', ')],
  ['Measure', ({ outcome }) => outcome.measure ?? ''],
  ['Status', ({ status }) => status],
  ['Evidence for', ({ evidenceFor = [] }) => evidenceFor.map(inWords).join('; ')],
  ['Evidence against', ({ evidenceAgainst = [] }) => evidenceAgainst.map(inWords).join('; ')],
  ['Rivals', ({ rivals = [] }) => rivals.join(', ')],
  ['Supersedes', ({ supersedes = [] }) => supersedes.join(', ')],
  ['Inferred', ({ inferred = [] }) => inferred.join(', ')],
  ['Source', ({ source }) => (source === undefined ? '' : describeSource(source))],
];

/** What spreadsheets would take for a formula, in any width of its first sign. */
const formulaLike = /^[\s']*[=+\-@＝＋－＠]/u;

const inWords = ({ kind, informant: who, section, reference }: Evidence): string =>
  [
    labelOf(evidenceKind, kind),
    who === undefined ? undefined : labelOf(informant, who),
    section === undefined ? undefined : describeSource(section),
    reference,
  ]
    .filter((part) => part !== undefined)
    .join(', ');

/**
 * Configurations as a CSV table, a row each, for reading in a spreadsheet. It is for people; {@link writeCodebook}
 * is what comes back the same.
 *
 * @example
 * configurationTable({ configurations: [] }).split(',').slice(0, 3); // => ['Id', 'Layers', 'Context']
 */
export const configurationTable = ({ configurations }: Theories): string =>
  `${Papa.unparse(
    {
      fields: columns.map(([header]) => header),
      data: configurations.map((configuration) => columns.map(([, cell]) => cell(configuration))),
    },
    { escapeFormulae: formulaLike, newline: '\r\n' },
  )}\r\n`;
