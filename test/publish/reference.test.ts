import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import * as everything from 'hub-and-spoke';
import { fields, rules, type Codelist } from 'hub-and-spoke';
import {
  catalogue,
  codelistPages,
  editionIn,
  modelGuide,
  returnJsonSchema,
  theoryGuide,
  toMarkdown,
  whatChanged,
} from 'hub-and-spoke/publish';
import { returns, theories } from 'hub-and-spoke/year-two';
import { describe, expect, test } from 'vitest';

const plain = (markdown: string): string => markdown.replace(/\\([^\w\s])/g, '$1').replaceAll('&#x20;', ' ');
const isCodelist = (value: unknown): value is Codelist =>
  typeof value === 'object' && value !== null && 'entries' in value && 'open' in value && 'title' in value;

describe('the catalogue as data', () => {
  test('has every field, codelist and rule of the library, and is plain JSON', () => {
    const whole = catalogue();
    expect(whole.fields.map(({ id }) => id)).toEqual(fields.map(({ id }) => id));
    const lists = (Object.values(everything) as readonly unknown[]).filter(isCodelist);
    expect(lists.length).toBeGreaterThan(20);
    expect(whole.codelists.map(({ name }) => name).sort()).toEqual(lists.map(({ name }) => name).sort());
    for (const { code } of rules) expect(whole.rules.map((rule) => rule.code)).toContain(code);
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
  });

  test('every codelist is used by something', () => {
    for (const { usedBy } of catalogue().codelists) expect(usedBy.length).toBeGreaterThan(0);
    const page = plain(toMarkdown(codelistPages()));
    for (const { title, entries } of catalogue().codelists) {
      expect(page).toContain(title);
      for (const { meaning } of entries) expect(page).toContain(meaning);
    }
  });
});

describe('what changed on the form', () => {
  test('between two quarters: what is new', () => {
    const page = plain(
      toMarkdown(whatChanged(editionIn(catalogue(), '2014-Q4'), editionIn(catalogue(), '2015-Q1'))),
    );
    expect(page).toContain('| New | Current living situation |');
  });

  test('from a catalogue that was kept: what is gone, and what is worded otherwise', () => {
    const now = catalogue();
    const kept = {
      ...now,
      fields: [
        ...now.fields.map((field) =>
          field.id === 'spokes.headcount' ? { ...field, label: 'Spokes' } : field,
        ),
        { ...(now.fields[0] ?? never()), id: 'spokes.gone', label: 'A question of before' },
      ],
    };
    const page = plain(toMarkdown(whatChanged(kept, now)));
    expect(page).toContain('| Label | No. of Spoke workers | Spokes | No. of Spoke workers |');
    expect(page).toContain('| No longer | A question of before |');
    expect(toMarkdown(whatChanged(now, now))).toContain('Nothing that is asked');
  });
});

function never(): never {
  throw new Error('there is a field');
}

describe('JSON Schema', () => {
  test.each([
    ['2020-12', new Ajv2020({ strict: false })],
    ['07', new Ajv({ strict: false })],
  ] as const)('of draft %s takes the published returns, and refuses what is none', (draft, ajv) => {
    const validate = ajv.compile(returnJsonSchema({ draft }));
    for (const value of returns) expect(validate(value)).toBe(true);
    expect(validate({ edition: 'year-two', service: '2' })).toBe(false);
    expect(validate({ ...returns[0], spokes: { headcount: -1 } })).toBe(false);
  });
});

describe('the guides', () => {
  test('the five models are there with who decides', () => {
    const page = plain(toMarkdown(modelGuide()));
    for (const label of ['Statutory', 'Community', 'Outreach', 'Mixed', 'Spoke team'])
      expect(page).toContain(label);
    expect(page).toContain('Belonging decides, not the place');
  });

  test('every configuration is there, with its rivals beside it', () => {
    const page = plain(toMarkdown(theoryGuide(theories)));
    for (const { id, outcome } of theories.configurations)
      expect(page).toContain(`${id}: ${outcome.statement}`);
    expect(page).toMatch(/\| Leg \| CMO\d+ \| CMO\d+ \|/);
  });

  test('a history is told in the order of its days', () => {
    const history = {
      versions: [
        { id: 'b', after: ['a'], on: '2015-06-01', reason: 'Second visit' },
        { id: 'a', after: [], on: '2015-01-01', reason: 'First visit' },
      ],
    };
    expect(plain(toMarkdown(theoryGuide({ configurations: [] }, { history })))).toMatch(
      /First visit[\s\S]*Second visit/,
    );
  });
});
