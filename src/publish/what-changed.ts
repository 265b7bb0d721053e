import type { Catalogue } from './catalogue.ts';
import { documentOf, heading, paragraph, table, type Block, type Document } from './document.ts';

interface Entry {
  readonly id: string;
  readonly name: string;
  /** What is compared, with the words for it. */
  readonly said: Readonly<Record<string, string>>;
}

/**
 * What is new, gone and worded otherwise between two editions of the form, for those who fill it in.
 *
 * @param from a catalogue that was kept, or the edition of an earlier quarter
 * @example
 * const { children } = whatChanged(editionIn(catalogue(), '2014-Q4'), editionIn(catalogue(), '2015-Q1'));
 * children.length > 2; // => true
 */
export function whatChanged(from: Catalogue, to: Catalogue): Document {
  const parts = [
    ['Questions', fieldsOf(from), fieldsOf(to)],
    ['Answers', codesOf(from), codesOf(to)],
    ['Rules', rulesOf(from), rulesOf(to)],
  ] as const;
  const blocks = parts.flatMap(([title, before, after]) => changes(title, before, after));
  return documentOf(
    heading(1, 'What changed on the form'),
    ...(blocks.length === 0
      ? [paragraph('Nothing that is asked, answered or checked has changed.')]
      : blocks),
  );
}

const fieldsOf = ({ fields }: Catalogue): readonly Entry[] =>
  fields.map(({ id, label, guidance, counts = '', asked }) => ({
    id,
    name: label,
    said: { Label: label, Guidance: guidance, Counts: counts, Asked: asked },
  }));

const codesOf = ({ codelists }: Catalogue): readonly Entry[] =>
  codelists.flatMap(({ name, title, entries }) =>
    entries.map(({ code, label, meaning }) => ({
      id: `${name}: ${code}`,
      name: `${title}: ${label}`,
      said: { Label: label, Meaning: meaning },
    })),
  );

const rulesOf = ({ rules }: Catalogue): readonly Entry[] =>
  rules.map(({ code, statement, severity, remedy }) => ({
    id: code,
    name: `${code}: ${statement}`,
    said: { Rule: statement, 'If it is not': severity, 'What to do': remedy },
  }));

function changes(title: string, before: readonly Entry[], after: readonly Entry[]): readonly Block[] {
  const [old, now] = [before, after].map((list) => new Map(list.map((entry) => [entry.id, entry])));
  const added = after.filter(({ id }) => !old?.has(id));
  const gone = before.filter(({ id }) => !now?.has(id));
  const changed = after.flatMap((entry) => {
    const earlier = old?.get(entry.id);
    return earlier === undefined ? [] : rewordings(earlier, entry);
  });
  const rows = [
    ...added.map(({ name }) => ['New', name, '', '']),
    ...gone.map(({ name }) => ['No longer', name, '', '']),
    ...changed,
  ];
  return rows.length === 0
    ? []
    : [heading(2, title), table(['Change', 'What', 'Before', 'Now'], rows, `${title} that changed`)];
}

const rewordings = (before: Entry, after: Entry): readonly (readonly string[])[] =>
  Object.entries(after.said).flatMap(([part, words]) =>
    before.said[part] === words ? [] : [[part, after.name, before.said[part] ?? '', words]],
  );
