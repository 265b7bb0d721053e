import {
  checkReturn,
  codebookRules,
  fields,
  glossary,
  historyRules,
  indicators,
  measures,
  rules,
  shapeRules,
  summarise,
  theoryRules,
  theoryShapeRules,
} from 'hub-and-spoke';
import {
  dataDictionary,
  glossaryPage,
  indicatorGuide,
  programmeReport,
  returnPictures,
  returnReport,
  ruleReference,
  toHtml,
  toMarkdown,
} from 'hub-and-spoke/publish';
import { returns } from 'hub-and-spoke/year-two';
import { expect, test } from 'vitest';

const internal = { internal: true } as const;

/** Markdown without its escapes. */
const plain = (markdown: string): string => markdown.replace(/\\([^\w\s])/g, '$1').replaceAll('&#x20;', ' ');

test('the rule reference has every rule, and what it prints is what runs', () => {
  const page = plain(toMarkdown(ruleReference()));
  for (const { code, statement, remedy } of [
    ...shapeRules,
    ...rules,
    ...theoryShapeRules,
    ...theoryRules,
    ...historyRules,
    ...codebookRules,
  ]) {
    expect(page).toContain(code);
    expect(page).toContain(statement);
    expect(page).toContain(remedy);
  }
});

test('the indicator guide has every measure, with what it cannot show', () => {
  const page = plain(toMarkdown(indicatorGuide()));
  for (const { wording } of indicators) expect(page).toContain(wording);
  for (const each of measures)
    for (const text of [each.id, each.title, each.numerator, each.cannotShow, each.pointsWhen])
      expect(page).toContain(text);
});

test('the data dictionary has every field', () => {
  const page = plain(toMarkdown(dataDictionary()));
  for (const { label, guidance, id } of fields)
    for (const text of [label, guidance, id]) expect(page).toContain(text);
});

test('the glossary has every term', () => {
  const page = plain(toMarkdown(glossaryPage()));
  for (const { term, meaning } of glossary) for (const text of [term, meaning]) expect(page).toContain(text);
});

test('reports that show unprotected counts say that they are not for publication', () => {
  for (const document of [
    returnReport(checkReturn(returns[0]), internal),
    programmeReport(summarise(returns), internal),
  ]) {
    expect(toMarkdown(document)).toContain('**Not for publication.**');
  }
});

test('a report on one return has each finding with what to do', () => {
  const checked = checkReturn(returns[0]);
  const page = plain(toMarkdown(returnReport(checked, internal)));
  for (const { message, remedy } of checked.findings) {
    expect(page).toContain(message);
    expect(page).toContain(remedy);
  }
});

test('texts hostile to Markdown come out inert', () => {
  const hostile = '<script>alert(1)</script> | [x](javascript:1) **b**';
  const checked = checkReturn({
    edition: 'year-two',
    service: hostile,
    period: { from: '2015-01-01', to: '2015-03-31' },
  });
  const page = toMarkdown(returnReport(checked, internal));
  expect(page).not.toMatch(/(?<!\\)<script>/);
  expect(page).not.toContain('[x](');
});

test('even what is no return has a report', () => {
  expect(toMarkdown(returnReport(checkReturn(null), internal))).toContain('could not be read');
});

test('a report on one return may show its breakdowns', async () => {
  const value = returns.find(({ service }) => service === '2');
  if (value === undefined) throw new Error('service 2 is there');
  const pictures = await returnPictures(value);
  expect(pictures.map(({ title }) => title)).toEqual(['Age', 'Gender', 'Ethnicity']);
  const html = toHtml(returnReport(checkReturn(value), { internal: true, pictures }));
  expect(html).toContain('Not for publication.');
  expect(html.match(/<svg/g)).toHaveLength(3);
  const divided = await returnPictures({
    ...value,
    referrals: { reported: 38, route: { police: 6, health: { unknown: 'not-known' } } },
  });
  expect(divided.at(-1)?.table.rows).toEqual([['Service 2', '6', 'not known']]);
});
