import { compileReturn, identifying } from 'hub-and-spoke';
import { expect, test } from 'vitest';

const many = <Made>(length: number, make: (index: number) => Made): readonly Made[] =>
  Array.from({ length }, (_, index) => make(index));

test('very many records, findings, categories and people under one id are no difficulty', async () => {
  const opened = { kind: 'case', support: 'direct', opened: '2015-02-02' };
  const contacts = many(120_000, (index) => ({
    kind: 'contact',
    id: `t${index}`,
    youngPerson: `u${index}`,
    date: '2015-02-02',
  }));
  const oneId = many(20_000, (index) => ({ ...opened, id: `m${index}`, youngPerson: 'unknown' }));
  const texts = many(5_000, (index) => ({
    ...opened,
    id: `e${index}`,
    youngPerson: `e${index}`,
    ethnicity: `of ${index}`,
  }));
  const { value, findings } = await compileReturn([...contacts, ...oneId, ...texts], {
    service: '2',
    quarter: '2015-Q1',
  });
  expect(value.youngPeople?.direct).toBe(5_001);
  expect(Object.keys(value.youngPeople?.ethnicity ?? {}).length).toBeLessThan(300);
  expect(findings.length).toBeGreaterThan(100_000);
});

test.each([' ', '0', '-', 'a.', '.a', '0 ', '+4'])(
  'a text of a hundred thousand "%s" gives an answer',
  (text) => {
    expect(() => identifying(text.repeat(100_000), { isId: true })).not.toThrow();
  },
);
