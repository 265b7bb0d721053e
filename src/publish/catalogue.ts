import {
  collectionRules,
  registerRules,
  registerShape,
  rules,
  shapeRules,
  wholeRegisterRules,
  type Severity,
} from '../checks/index.ts';
import { fields, type Counts } from '../form/index.ts';
import { indicators, measures } from '../indicators/index.ts';
import { isInUse, type CodeEntry, type Duty, type Quarter, type Source } from '../vocabulary/index.ts';
import { usedCodelists } from './codelists.ts';
import { ruleVersion } from './version.ts';

/** A field of the form, as data. */
export interface CatalogueField {
  readonly id: string;
  readonly kind: 'count' | 'breakdown' | 'matrix' | 'code';
  readonly label: string;
  readonly guidance: string;
  readonly example: string;
  readonly asked: 'always' | 'optional';
  readonly duties: readonly Duty[];
  readonly counts?: Counts;
  readonly unit?: string;
  readonly base?: string;
  readonly codelist?: string;
  readonly since: Quarter;
  readonly until?: Quarter;
  readonly source: Source;
}

/** A codelist, as data. */
export interface CatalogueCodelist {
  readonly name: string;
  readonly title: string;
  readonly open: boolean;
  readonly source: Source;
  readonly usedBy: readonly string[];
  readonly entries: readonly CodeEntry[];
}

/** A rule, as data: without the function that checks it. */
export interface CatalogueRule {
  readonly code: string;
  readonly severity: Severity;
  readonly statement: string;
  readonly remedy: string;
  readonly fields?: readonly string[];
  readonly since?: Quarter;
  readonly until?: Quarter;
  readonly source: Source;
}

/** All that the form and its checks are made of, as plain JSON, with the version and the commit of the rules. */
export interface Catalogue {
  readonly version: string;
  readonly commit: string;
  readonly fields: readonly CatalogueField[];
  readonly codelists: readonly CatalogueCodelist[];
  readonly rules: readonly CatalogueRule[];
  readonly indicators: readonly { readonly id: string; readonly wording: string }[];
  readonly measures: readonly {
    readonly id: string;
    readonly version: number;
    readonly indicator: string;
    readonly title: string;
    readonly numerator: string;
    readonly denominator?: string;
    readonly unit: string;
  }[];
}

/**
 * The catalogues as plain JSON, for programs that are not written in TypeScript, and to be kept: what changed since is
 * told by {@link whatChanged}.
 *
 * @example
 * catalogue().fields[0]?.id; // => 'spokes.headcount'
 */
export const catalogue = (): Catalogue => ({
  ...ruleVersion,
  fields: fields.map(
    ({ id, kind, label, guidance, example, asked, duties, since, until, source, ...more }) => ({
      id,
      kind,
      label,
      guidance,
      example,
      asked,
      duties,
      ...('counts' in more && { counts: more.counts, unit: more.unit }),
      ...('base' in more && { base: more.base }),
      ...('codelist' in more && { codelist: more.codelist.name }),
      since,
      ...(until !== undefined && { until }),
      source,
    }),
  ),
  codelists: usedCodelists.map(({ list: { name, title, open, source, entries }, usedBy }) => ({
    name,
    title,
    open,
    source,
    usedBy,
    entries,
  })),
  rules: allRules.map(ruleAsData),
  indicators: indicators.map(({ id, wording }) => ({ id, wording })),
  measures: measures.map(({ id, version, indicator, title, numerator, denominator, unit }) => ({
    id,
    version,
    indicator,
    title,
    numerator,
    ...(denominator !== undefined && { denominator }),
    unit,
  })),
});

/** Every rule about returns, and about the register of services. */
const allRules: readonly CatalogueRule[] = [
  ...shapeRules,
  ...rules,
  ...collectionRules,
  registerShape,
  ...registerRules,
  ...wholeRegisterRules,
];

const ruleAsData = ({
  code,
  severity,
  statement,
  remedy,
  source,
  fields: read,
  since,
  until,
}: CatalogueRule): CatalogueRule => ({
  code,
  severity,
  statement,
  remedy,
  ...(read && { fields: read }),
  ...(since !== undefined && { since }),
  ...(until !== undefined && { until }),
  source,
});

/**
 * The part of a catalogue that the form asks and checks in a quarter: its edition of that time.
 *
 * @example
 * editionIn(catalogue(), '2014-Q1').fields.some(({ id }) => id === 'youngPeople.living'); // => false
 */
export function editionIn(whole: Catalogue, quarter: Quarter): Catalogue {
  const isIn = ({ since = quarter, until }: { readonly since?: Quarter; readonly until?: Quarter }) =>
    isInUse({ since, until }, quarter);
  return {
    ...whole,
    fields: whole.fields.filter(isIn),
    codelists: whole.codelists.map((list) => ({ ...list, entries: list.entries.filter(isIn) })),
    rules: whole.rules.filter(isIn),
  };
}
