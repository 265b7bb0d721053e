import {
  checkReturn,
  collectionRules,
  registerRules,
  registerShape,
  rules,
  shapeRules,
  wholeRegisterRules,
  type Rule,
  type RuleExample,
  type SaidRule,
} from '../checks/index.ts';
import { codebookRules, historyRules, theoryRules, theoryShapeRules } from '../evaluation/index.ts';
import { fileRules } from '../files/index.ts';
import { labelAt } from '../form/index.ts';
import { recordRules } from '../records/index.ts';
import { describeSource, type Quarter } from '../vocabulary/index.ts';
import { documentOf, heading, list, noted, paragraph, table, type Block, type Document } from './document.ts';
import { exampleInWords, exampleReturn } from './example-in-words.ts';
import { asked } from './what-is-asked.ts';

/** A rule, with the first quarter in which it is checked; where nothing is said, every quarter. */
type DatedWhereSaid = SaidRule & { readonly since?: Quarter };

const sourceOf = ({ source, since }: DatedWhereSaid): string =>
  since === undefined ? describeSource(source) : `${describeSource(source)}; since ${since}`;

const ruleTable = (all: readonly DatedWhereSaid[], title: string, caption: string): Block =>
  table(
    ['Rule', title, 'If it is not', 'What to do', 'Source'],
    all.map((rule) => [rule.code, rule.statement, asked[rule.severity], rule.remedy, sourceOf(rule)]),
    caption,
  );

const glance = (all: readonly DatedWhereSaid[]): Block =>
  table(
    ['Rule', 'What is true of a sound return', 'If it is not'],
    all.map(({ code, statement, severity }) => [code, statement, asked[severity]]),
    'Every rule about returns',
  );

/**
 * Every rule: those about returns at a glance, for two printed pages, then each in full with examples and what it says
 * of the one that breaks it; after them the rules of the register, of files, of records and of theories.
 *
 * @example
 * ruleReference().children[0]?.type; // => 'heading'
 */
export function ruleReference(): Document {
  return documentOf(
    heading(1, 'What a return is checked by'),
    paragraph(
      'Each rule is a truth about a return. Where it does not hold, the service is told so, with the numbers. What has to be corrected cannot stay; what is asked about can stay if the service explains it.',
    ),
    heading(2, 'All rules at a glance'),
    glance([...shapeRules, ...rules, ...collectionRules]),
    heading(2, 'Each rule in full'),
    ...rules.flatMap(ruleBlocks),
    heading(2, 'The shape of a return'),
    ruleTable(shapeRules, 'What is true of sound data', 'Rules about the shape of a return'),
    ...otherRules(),
  );
}

function ruleBlocks(rule: Rule): readonly Block[] {
  const { code, statement, severity, remedy, fields, examples } = rule;
  return [
    heading(3, `${code}: ${statement}`),
    list(
      [
        noted(`${asked[severity]}.`, remedy),
        ...examples.holds.slice(0, 1).map((example) => noted('It holds:', `${exampleInWords(example)}.`)),
        ...examples.breaks.slice(0, 1).flatMap((example) => breakBlocks(rule, example)),
        noted('It reads:', `${fields.map((path) => labelAt(path)).join('; ')}.`),
        noted('From:', `${sourceOf(rule)}.`),
      ].map((block) => [block]),
    ),
  ];
}

/** An example that breaks a rule, with the very words that a service then reads. */
function breakBlocks({ code }: Rule, example: RuleExample): readonly Block[] {
  const { findings } = checkReturn(exampleReturn(example), example.context);
  const messages = findings
    .filter(({ rule }) => rule === code)
    .slice(0, 1)
    .map(({ message }) => message);
  return [
    noted('It does not hold:', `${exampleInWords(example)}.`),
    ...messages.map((message) => noted('The service then reads:', `“${message}”`)),
  ];
}

const otherRules = (): readonly Block[] => [
  heading(2, 'Several returns together'),
  ruleTable(collectionRules, 'What is true of returns together', 'Rules about several returns'),
  heading(2, 'The register of services'),
  ruleTable(
    [registerShape, ...registerRules, ...wholeRegisterRules],
    'What is true of a sound register, and of each service in it',
    'Rules about the register',
  ),
  heading(2, 'Reading files'),
  paragraph(
    'A finding about a file names the sheet and cell, or the line and column. What it is about was not read, or was read as it says.',
  ),
  ruleTable(fileRules, 'What is true of a file that can be read without a question', 'Rules about files'),
  heading(2, 'Making a return from case records'),
  paragraph(
    'A finding about records names them by their pseudonyms, and never shows what looks as if it identified a person.',
  ),
  ruleTable(recordRules, 'What is true of sound records', 'Rules about records'),
  heading(2, 'Theories of how the programme works'),
  paragraph(
    'Configurations of context, mechanism and outcome, their history, and codebooks of other programs.',
  ),
  ruleTable(
    [...theoryShapeRules, ...theoryRules, ...historyRules, ...codebookRules].sort((one, other) =>
      one.code < other.code ? -1 : 1,
    ),
    'What is true of sound theories',
    'Rules about theories',
  ),
];
