import type { z } from 'zod';
import { byImportance, plainCopy, shown, type Finding, type NotRun } from '../checks/index.ts';
import type { Json } from '../form/index.ts';
import { measures as everyMeasure, type Measure } from '../indicators/index.ts';
import { cmoConfiguration, evidenceSource, programmeTheory } from './cmo-schema.ts';
import { historyRules } from './history-rules.ts';
import { idsOf, listed, runTheoryRules } from './run-theory-rules.ts';
import { notPlain, shapeFindings, theoryFinding } from './theory-finding.ts';
import { theoryLimits, type Theories } from './theories.ts';
import { theoryRules } from './theory-rules.ts';
import { theoriesAt } from './theory-state.ts';
import { versionSchema, type TheoryHistory } from './theory-version.ts';

/** What a check of theories may know besides. */
export interface TheoryContext {
  /** The measures in which outcomes can show; those of this library unless said. */
  readonly measures?: readonly Measure[];
}

/** What a check says of theories. */
export interface CheckedTheories {
  /** Whether nothing is left to correct or to explain. */
  readonly accepted: boolean;
  /** The theories, when their shape is sound throughout; of a history, as they stand after it. */
  readonly value?: Theories;
  readonly findings: readonly Finding[];
  readonly notRun: readonly NotRun[];
}

/**
 * Checks anything as theories, or as a history of them: the shape of each configuration, the ids it names, what
 * it says, whether it can be tested. It never throws, and what is unsound in one configuration does not keep the
 * others from being checked. In a history, paths lead into the theories as they stand after it, save those of
 * its versions.
 *
 * @example
 * checkTheories({ configurations: [] }).findings.length; // => 6
 * checkTheories({ configurations: [{ id: 'A' }] }).findings[0]?.message; // => 'configurations.0.contexts: nothing is not what belongs here.'
 */
export function checkTheories(
  input: unknown,
  { measures = everyMeasure }: TheoryContext = {},
): CheckedTheories {
  const { copy, problems } = plainCopy(input, theoryLimits);
  const refused = problems.map(({ path, found }) => notPlain(path, found));
  if (!isObject(copy)) {
    const findings = refused.length > 0 ? refused : [notPlain('', 'no theories')];
    return { accepted: false, findings, notRun: notRunAtAll() };
  }
  return Object.hasOwn(copy, 'versions')
    ? checkedHistory(copy, refused, measures)
    : checkedTheories(copy, refused, measures);
}

type JsonObject = Readonly<Record<string, Json>>;
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const notRunAtAll = (): readonly NotRun[] =>
  theoryRules.map(({ code }) => ({ rule: code, reason: 'There are no theories to check.' }));

/** The sound items of a list, each with its place in it, and what is wrong with the others. */
interface ReadList<Item> {
  readonly sound: readonly { readonly index: number; readonly value: Item }[];
  readonly findings: readonly Finding[];
  /** The ids of all items, sound or not. */
  readonly ids: readonly string[];
}

function readList<Item>(data: JsonObject, list: string, schema: z.ZodType<Item>): ReadList<Item> {
  const items = Object.hasOwn(data, list) ? data[list] : undefined;
  if (items === undefined) return { sound: [], findings: [], ids: [] };
  if (!Array.isArray(items)) return { sound: [], findings: [notPlain(list, 'no list')], ids: [] };
  const read = (items as readonly Json[]).map((item, index) => ({
    index,
    item,
    parsed: schema.safeParse(item),
  }));
  return {
    sound: read.flatMap(({ index, parsed }) => (parsed.success ? [{ index, value: parsed.data }] : [])),
    findings: read.flatMap(({ index, parsed }) =>
      parsed.success ? [] : shapeFindings(parsed.error.issues, `${list}.${index}`, data),
    ),
    ids: read.flatMap(({ item }) => (isObject(item) && typeof item.id === 'string' ? [item.id] : [])),
  };
}

function checkedTheories(
  data: JsonObject,
  refused: readonly Finding[],
  measures: readonly Measure[],
): CheckedTheories {
  const configurations = readList(data, 'configurations', cmoConfiguration);
  const theories = readList(data, 'theories', programmeTheory);
  const sources = readList(data, 'sources', evidenceSource);
  const strange = strangeEntries(data, ['configurations', 'theories', 'sources', 'conflicts']);
  const missing = Object.hasOwn(data, 'configurations')
    ? []
    : [notPlain('configurations', 'no configurations')];
  const shape = [
    ...refused,
    ...missing,
    ...strange,
    ...configurations.findings,
    ...theories.findings,
    ...sources.findings,
  ];
  const value: Theories = {
    configurations: configurations.sound.map((each) => each.value),
    ...(data.theories !== undefined && { theories: theories.sound.map((each) => each.value) }),
    ...(data.sources !== undefined && { sources: sources.sound.map((each) => each.value) }),
  };
  const places = { configurations: configurations.sound, theories: theories.sound, sources: sources.sound };
  const breaks = runTheoryRules(
    value,
    { configurations: configurations.ids, sources: sources.ids },
    measures,
  ).map(({ rule, found }) =>
    theoryFinding(rule, { ...found, paths: found.paths.map((path) => originalPath(path, places)) }, data),
  );
  const unread = configurations.findings.length > 0 ? unreadIn(configurations.sound.length, data) : [];
  return checked([...shape, ...breaks], shape.length === 0 ? value : undefined, unread);
}

function unreadIn(sound: number, data: JsonObject): readonly NotRun[] {
  const { configurations: sent } = data;
  const reason = Array.isArray(sent)
    ? `Not checked for ${sent.length - sound} of ${sent.length} configurations, which could not be read.`
    : 'The configurations are no list, and were not read.';
  return theoryRules.map(({ code }) => ({ rule: code, reason }));
}

function checked(
  findings: readonly Finding[],
  value: Theories | undefined,
  notRun: readonly NotRun[],
): CheckedTheories {
  const accepted = value !== undefined && findings.every(({ severity }) => severity === 'advice');
  return { accepted, ...(value && { value }), findings: [...listed(findings)].sort(byImportance), notRun };
}

/** Leads a path among the sound items back to the place that they had among all. */
function originalPath(
  path: string,
  places: Readonly<Record<string, readonly { readonly index: number }[]>>,
): string {
  const [list = '', index = '', ...rest] = path.split('.');
  const place = places[list]?.[Number(index)]?.index;
  return index === '' || place === undefined ? path : [list, place, ...rest].join('.');
}

function checkedHistory(
  data: JsonObject,
  refused: readonly Finding[],
  measures: readonly Measure[],
): CheckedTheories {
  const versions = readList(data, 'versions', versionSchema);
  const shape = [...refused, ...strangeEntries(data, ['versions']), ...versions.findings];
  const history: TheoryHistory = { versions: versions.sound.map(({ value }) => value) };
  const places = { versions: versions.sound };
  const broken = historyRules.flatMap((rule) =>
    rule.check(history).map((found) => {
      const paths = found.paths.map((path) => originalPath(path, places));
      return theoryFinding(rule, { ...found, paths }, data);
    }),
  );
  const { conflicts, ...theories } = theoriesAt(history);
  const breaks = runTheoryRules(theories, idsOf(theories, conflicts), measures);
  const findings = [
    ...shape,
    ...broken,
    ...breaks.map(({ rule, found }) => theoryFinding(rule, found, theories)),
  ];
  const reason = 'Not checked for versions that could not be read.';
  const notRun = versions.findings.length > 0 ? historyRules.map(({ code }) => ({ rule: code, reason })) : [];
  return checked(findings, shape.length === 0 ? theories : undefined, notRun);
}

/** Entries at the top that have no place there; their names are shown as far as they are short. */
const strangeEntries = (data: JsonObject, known: readonly string[]): readonly Finding[] =>
  Object.keys(data)
    .filter((key) => !known.includes(key))
    .slice(0, 20)
    .map((key) =>
      notPlain(/^\w{1,60}$/u.test(key) ? key : '', `${shown(key)}, which is no entry of theories`),
    );
