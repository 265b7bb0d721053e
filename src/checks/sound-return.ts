import {
  declarations,
  fields,
  formEdition,
  isCategoryName,
  isMeasureName,
  largestCount,
  largestRevision,
  otherParts,
  sections,
  valueAt,
  type Cell,
  type CoreReturn,
  type Field,
} from '../form/index.ts';
import {
  isCode,
  isIsoDate,
  missingReason,
  notApplicableReason,
  type Codelist,
  type Period,
} from '../vocabulary/index.ts';
import { isPlain, type NamedPart, type NamedParts, type Parts, type Read } from './named-parts.ts';
import { namedReader } from './named-reader.ts';
import { negativeZeroPaths, plainCopy } from './plain-copy.ts';

/** A return whose shape is sound throughout. */
export interface SoundReturn {
  readonly value: CoreReturn;
  readonly parts: Readonly<Parts>;
}

/**
 * Reads a return that is sound at first sight, in one pass that is made from the field catalogue: a copy, for which
 * each property is read once. Nothing where anything is unusual: then the schema says what it is, and whether it
 * matters.
 */
export function readSound(input: unknown): SoundReturn | undefined {
  try {
    return readReturn(input);
  } catch {
    // Only the input’s own code runs in there: a proxy or an accessor that throws.
    return undefined;
  }
}

/** Whether a number may stand for a count, or for an amount. -0 says that something went wrong before it came here. */
const isAmount = (given: unknown): given is number =>
  typeof given === 'number' && given >= 0 && given <= largestCount && !Object.is(given, -0);
const isCount = (given: unknown): given is number => isAmount(given) && Number.isInteger(given);
type IsNumber = typeof isCount;

function readCell(given: unknown, isNumber: IsNumber): Cell | undefined {
  if (isNumber(given)) return given;
  return isPlain(given) ? readState(given, isNumber) : undefined;
}

/** A cell that says why there is no exact count. */
function readState(given: Readonly<Record<string, unknown>>, isNumber: IsNumber): Cell | undefined {
  const [state, second] = Object.keys(given);
  if (state === undefined || second !== undefined) return undefined;
  const says = given[state];
  if (state === 'atLeast') return isNumber(says) ? { atLeast: says } : undefined;
  if (state === 'withheld') return readWithheld(says, isNumber);
  if (typeof says !== 'string') return undefined;
  if (state === 'unknown') return isCode(missingReason, says) ? { unknown: says } : undefined;
  return state === 'notApplicable' && isCode(notApplicableReason, says) ? { notApplicable: says } : undefined;
}

function readWithheld(says: unknown, isNumber: IsNumber): Cell | undefined {
  if (!Array.isArray(says) || says.length !== 2) return undefined;
  const [low, high] = says as readonly unknown[];
  return isNumber(low) && isNumber(high) && low <= high ? { withheld: [low, high] } : undefined;
}

const readCount: Read = (given) => readCell(given, isCount);
const readAmount: Read = (given) => readCell(given, isAmount);

const countsOf = (list: Codelist): NamedParts => ({
  names: new Map(list.entries.map(({ code }) => [code, { read: readCount, isDone: isCount }])),
  ...(list.open && { own: { isName: isCategoryName, read: readCount } }),
});

function fieldReader(field: Field): Read {
  switch (field.kind) {
    case 'count':
      return field.decimal ? readAmount : readCount;
    case 'breakdown':
      return namedReader(countsOf(field.codelist));
    case 'matrix':
      return namedReader({
        names: new Map(),
        own: { isName: isMeasureName, read: namedReader(countsOf(field.codelist)) },
      });
    case 'code':
      return (given) => (isText(given) && isCode(field.codelist, given) ? given : undefined);
  }
}

function sectionReader(section: string): Read {
  const own = fields.filter(({ id }) => id.startsWith(`${section}.`));
  return namedReader({
    names: new Map(own.map((field) => [field.id.slice(section.length + 1), partOf(field)])),
  });
}

const partOf = (field: Field): NamedPart => ({
  read: fieldReader(field),
  part: field.id,
  ...(field.kind === 'count' && { isDone: field.decimal ? isAmount : isCount }),
});

const isText = (given: unknown): given is string => typeof given === 'string';
const readDay: Read = (given) => (isText(given) && isIsoDate(given) ? given : undefined);
function periodReader(): Read {
  const readDays = namedReader({
    names: new Map([
      ['from', { read: readDay }],
      ['to', { read: readDay }],
    ]),
  });
  return (given, parts) => {
    const period = readDays(given, parts) as Partial<Period> | undefined; // from its two days
    return period?.from === undefined || period.to === undefined ? undefined : period;
  };
}

/** Less than a whole return may hold, so that the parts together hold no more. */
const partLimits = { depth: 11, values: 10_000 } as const;

/** What does not come from the catalogue is read by its schema. */
const otherReader =
  (schema: (typeof otherParts)[keyof typeof otherParts]) =>
  (given: unknown): unknown => {
    const { copy, problems } = plainCopy(given, partLimits);
    if (problems.length > 0 || copy === undefined || negativeZeroPaths(copy).length > 0) return undefined;
    return schema.safeParse(copy).data;
  };

/** A reader of what passes a test. */
const readIf =
  (isSound: (given: unknown) => boolean): Read =>
  (given) =>
    isSound(given) ? given : undefined;

/** What stands around the sections. */
const heading = (): Readonly<Record<string, Read>> => ({
  edition: readIf((given) => isText(given) && isCode(formEdition, given)),
  service: readIf((given) => isText(given) && given.length >= 1 && given.length <= 100),
  period: periodReader(),
  declared: readIf((given) => (declarations as readonly unknown[]).includes(given)),
  revision: readIf((given) => isCount(given) && given >= 1 && given <= largestRevision),
  ...Object.fromEntries(Object.entries(otherParts).map(([part, schema]) => [part, otherReader(schema)])),
});

interface ReturnReader {
  /** The parts of a return by the names that rules use: its heading and its fields. */
  readonly partNames: readonly string[];
  /** Every part, not returned: so that all returns have parts of one shape, which engines like. */
  readonly noParts: Readonly<Parts>;
  readonly read: Read;
}

let made: ReturnReader | undefined;

/** The reader of returns, made when the first one is read. */
function reader(): ReturnReader {
  if (made !== undefined) return made;
  const around = Object.entries(heading());
  const partNames = [...around.map(([part]) => part), ...fields.map(({ id }) => id)];
  const names = new Map([
    ...around.map(([part, read]): [string, NamedPart] => [part, { read, part }]),
    ...Object.keys(sections).map((section): [string, NamedPart] => [
      section,
      { read: sectionReader(section) },
    ]),
  ]);
  const noParts = Object.fromEntries(partNames.map((part) => [part, undefined]));
  made = { partNames, noParts, read: namedReader({ names }) };
  return made;
}

/** Whether somebody gave every object properties of their own, which would pass for what was returned. */
function isPolluted(): boolean {
  let count = 0;
  for (const name in {}) count += name.length + 1;
  return count > 0;
}

function readReturn(input: unknown): SoundReturn | undefined {
  if (isPolluted()) return undefined;
  const { noParts, read } = reader();
  const parts: Parts = { ...noParts };
  const value = read(input, parts) as CoreReturn | undefined; // each key was read by its own reader
  const { edition, service, period } = parts;
  const isWhole = edition !== undefined && service !== undefined && period !== undefined;
  return value !== undefined && isWhole ? { value, parts } : undefined;
}

/** The parts of anything, sound or not. */
export const partsOf = (data: unknown): Parts =>
  Object.fromEntries(reader().partNames.map((part) => [part, valueAt(data, part)]));
