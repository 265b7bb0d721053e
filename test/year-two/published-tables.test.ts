import { readdirSync, readFileSync } from 'node:fs';
import {
  checkCollection,
  checkReturn,
  collectionRules,
  coreReturn,
  figureAt,
  figureInWords,
  percentageInWords,
  rules,
  shareOf,
  summarise,
  type CheckedReturn,
} from 'hub-and-spoke';
import { faults, register, returns } from 'hub-and-spoke/year-two';
import { describe, expect, test } from 'vitest';

const checked = new Map<string, CheckedReturn>(returns.map((value) => [value.service, checkReturn(value)]));
const rulesFor = (service: string): readonly string[] =>
  checked.get(service)?.findings.map(({ rule }) => rule) ?? [];
const messages = (service: string): string =>
  checked
    .get(service)
    ?.findings.map(({ message }) => message)
    .join('\n') ?? '';

describe('the faults of the published tables', () => {
  test.each(
    faults
      .filter((fault) => fault.found !== undefined)
      .map((fault) => [fault.id, fault.fault, fault] as const),
  )('%s is found: %s', (_, __, { found }) => {
    expect(rulesFor(found?.service ?? '')).toContain(found?.rule);
  });

  test('A1 to A8, P1 and C12 are among those found', () => {
    const found = faults.filter((fault) => fault.found !== undefined).map(({ id }) => id);
    expect(found).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'P1', 'C12']);
  });

  test('P2, P3, C3, C6 and C14 come out when the returns are checked together, with the register', () => {
    const { findings } = checkCollection(returns, { register, asOf: '2015-09-30' });
    const found = new Set(findings.map(({ rule }) => rule));
    const together = faults.filter(({ foundTogether }) => foundTogether !== undefined);
    expect(together.map(({ id }) => id)).toEqual(['P2', 'P3', 'C3', 'C6', 'C14']);
    for (const { foundTogether } of together) expect(found).toContain(foundTogether);
    expect(findings.filter(({ rule }) => rule === 'C202').map(({ message }) => message)).toEqual([
      'Service 1, 2013-10-01/2014-09-30: 5 Spoke workers; the register has 3 in that period, of whom CSEFA funds 3.',
      'Service 4, 5 and 8, 2015-01-01/2015-06-30: 6 Spoke workers; the register has 11 in that period, of whom CSEFA funds 8.',
    ]);
  });

  test('every fault says by which rule it is found, or why by none', () => {
    const known = new Set([...rules, ...collectionRules].map(({ code }) => code));
    for (const { id, found, foundTogether, why } of faults) {
      expect(
        [found, foundTogether, why].filter((each) => each !== undefined),
        id,
      ).toHaveLength(1);
      const rule = found?.rule ?? foundTogether;
      if (rule !== undefined) expect(known.has(rule), id).toBe(true);
    }
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
  });

  test('each comes with the numbers in it', () => {
    expect(messages('1')).toContain('the report prints 22%; 28 of 124 is 23%');
    expect(messages('1')).toContain('Male: the report prints 18%; 23 of 124 is 19%');
    expect(messages('1')).toContain(
      'White other: the report prints 29%; 35 of 124 is 28%. 29% would fit a base of 119 to 122.',
    );
    expect(messages('1')).toContain('the counts add up to 120 of 124 young people; 4 are not accounted for');
    expect(messages('4, 5 and 8')).toContain('add up to 109');
    expect(messages('4, 5 and 8')).toContain('2015-01-01 to 2015-06-01 (152 days)');
  });

  test('nothing arithmetical is wrong with Tables 3 and 4, whose 99% is rounding', () => {
    for (const service of ['2', '3'])
      expect(rulesFor(service).filter((rule) => /^R[123]/.test(rule))).toEqual([]);
  });

  test('a referral list of 38 with 12 not reported is accepted', () => {
    expect(rulesFor('4, 5 and 8').filter((rule) => /^R20[78]/.test(rule))).toEqual([]);
  });

  test('15 people at six training sessions are asked about, with the exact chance', () => {
    const rates = [
      {
        of: 'withProfessionals.trainingAttending',
        per: 'withProfessionals.trainingSessions',
        count: 113,
        exposure: 17,
        from: 'Table 5',
      },
    ] as const;
    const finding = checkReturn(returns[1], { rates }).findings.find(({ rule }) => rule === 'R451');
    expect(finding?.message).toContain('2.5 a session (15 over 6)');
    expect(finding?.message).toContain('about once in 18,812 returns');
  });
});

test('the files of the examples are the published tables', () => {
  const folder = new URL('../../examples/returns/', import.meta.url);
  const files = readdirSync(folder)
    .sort()
    .map((file): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
  expect(files).toEqual(returns);
  for (const file of files) expect(coreReturn.safeParse(file).success).toBe(true);
});

describe('what the tables add up to', () => {
  const apart = summarise(returns);
  const together = summarise(returns, { joinBases: true });

  test.each([
    ['youngPeople.direct', '271'],
    ['youngPeople.indirect', '28, from 1 of 4 returns'],
    ['withYoungPeople.awarenessSessions', 'at least 50, from 3 of 4 returns'],
    ['withProfessionals.awarenessSessions', 'at least 136, from 3 of 4 returns'],
    ['withProfessionals.awarenessAttending', 'at least 1,772, from 2 of 4 returns'],
    ['withProfessionals.trainingSessions', 'at least 35, from 3 of 4 returns'],
    ['withProfessionals.trainingAttending', 'at least 128, from 2 of 4 returns'],
    ['withYoungPeople.oneGroupSession', 'at least 260, from 2 of 4 returns'],
    ['withYoungPeople.moreGroupSessions', 'at least 67, from 2 of 4 returns'],
    ['referrals.reported/not-stated', '12'],
  ])('%s: %s', (path, words) => {
    const figure = figureAt(apart, { path });
    expect(figure && figureInWords(figure)).toBe(words);
  });

  test.each([
    ['', 224, 299],
    ['.under-12', 0, 1],
    ['.12-14', 50, 83],
    ['.15-17', 138, 178],
    ['.18-plus', 36, 37],
  ])('age%s: %i directly supported, %i with both bases', (code, direct, both) => {
    expect(figureAt(apart, { path: `youngPeople.age${code}`, base: 'direct' })).toMatchObject({
      low: direct,
      high: direct,
    });
    const mixed = figureAt(together, { path: `youngPeople.age${code}`, base: 'mixed' });
    expect(mixed).toMatchObject({ low: both, high: both });
    expect(mixed?.caveats).toContain('mixed-base');
  });

  test.each([
    ['gender.female', 179, 247],
    ['gender.male', 45, 52],
    ['ethnicity.white-uk', 154, 224],
    ['ethnicity.white-other', 61, 62],
  ])('%s: %i directly supported, %i with both bases', (code, direct, both) => {
    expect(figureAt(apart, { path: `youngPeople.${code}`, base: 'direct' })?.low).toBe(direct);
    expect(figureAt(together, { path: `youngPeople.${code}`, base: 'mixed' })?.low).toBe(both);
  });

  test('ethnicity is unknown for four and accounted for by no category for four more', () => {
    const missing = ['youngPeople.ethnicity.not-known', 'youngPeople.ethnicity/not-stated'];
    expect(missing.map((path) => figureAt(apart, { path, base: 'direct' })?.low)).toEqual([4, 4]);
  });

  test('totals over different dates say so', () => {
    expect(figureAt(apart, { path: 'youngPeople.direct' })?.caveats).toContain('mixed-period');
  });

  test('living situation is a share of the 50 whom the returns with that table describe, not of all 224', () => {
    const home = figureAt(apart, { path: 'youngPeople.living.home' });
    expect(home && percentageInWords(shareOf(apart, home))).toBe('80%');
  });

  test('known-only shares leave the unknown out of the base', () => {
    const service2 = summarise(returns.slice(1, 2));
    const white = figureAt(service2, { path: 'youngPeople.ethnicity.white-uk' });
    expect(white && [shareOf(service2, white)?.low, shareOf(service2, white, 'known-only')?.low]).toEqual([
      44, 48,
    ]);
  });
});
