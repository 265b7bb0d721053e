import fc from 'fast-check';
import {
  assessIndicators,
  fieldOf,
  fields,
  indicators,
  indicatorStanding,
  measure,
  measures,
  serviceObservation,
  summarise,
  type AssessedIndicators,
  type CoreReturn,
  type IndicatorEvidence,
  type Register,
  type Service,
  type ServiceObservation,
} from 'hub-and-spoke';
import { register, returns } from 'hub-and-spoke/year-two';
import { describe, expect, test } from 'vitest';
import { coreReturnValue } from '../arbitraries.ts';

const asOf = '2015-09-30';
const period = { from: '2015-07-01', to: '2015-09-30' };
const earlierPeriod = { from: '2015-04-01', to: '2015-06-30' };
const service = (id: string, more: Partial<Service> = {}): Service => ({
  id,
  phase: 'two',
  status: 'operational',
  hub: {},
  spokes: [],
  ...more,
});
const registerOf = (...services: readonly Service[]): Register => ({ phases: [], services });
const observe = (id: string, more: Partial<ServiceObservation>): ServiceObservation => ({
  service: id,
  period,
  ...more,
});

const indicatorIn = (found: AssessedIndicators, id: string) =>
  found.indicators.find((each) => each.id === id)!;
const measureIn = (found: AssessedIndicators, id: string) =>
  found.indicators.flatMap((each) => each.measures).find((each) => each.id === id)!;
const assess = (evidence: Partial<IndicatorEvidence>) => assessIndicators({ asOf, ...evidence });

describe('the catalogue', () => {
  test('has the six outcomes of the Summary, each with measures', () => {
    expect(indicators.map(({ id }) => id)).toEqual(['O1', 'O2', 'O3', 'O4', 'O5', 'O6']);
    for (const { id, source } of indicators) {
      expect(source).toBe('Summary');
      expect(measures.filter(({ indicator }) => indicator === id).length).toBeGreaterThan(1);
      expect(measures.some(({ indicator, bearing }) => indicator === id && bearing === 'outcome')).toBe(true);
    }
  });

  test.each(measures.map((each) => [each.id, each] as const))(
    '%s says what it is and what it is not',
    (_, each) => {
      expect(each.source).toBe('library');
      expect(each.version).toBeGreaterThan(0);
      for (const text of [each.title, each.numerator, each.unit, each.cannotShow, each.pointsWhen]) {
        expect(text.length).toBeGreaterThan(3);
      }
      if (each.kind === 'share' || each.kind === 'ratio') expect(each.denominator).toBeDefined();
      if (each.bearing !== 'activity') return;
      expect(each.points([])).toBe('neither');
    },
  );

  test('reads only what there is: fields of the form, entries of the register and of observations', () => {
    for (const path of measures.flatMap(({ reads }) => reads)) {
      if (/^(?:register|observation): /.test(path)) continue;
      expect(
        fields.some(({ id }) => path === id || path.startsWith(`${id}.`)),
        path,
      ).toBe(true);
    }
  });

  test('has ids of its own, which are no fields', () => {
    const ids = [...measures.map(({ id }) => id), ...fields.map(({ id }) => id)];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the Year Two data', () => {
  const found = assess({ register, summary: summarise(returns) });

  test('say little, and the standings say so', () => {
    expect(found.indicators.map(({ id, standing }) => `${id} ${standing}`)).toEqual([
      'O1 partial',
      'O2 partial',
      'O3 no-evidence',
      'O4 partial',
      'O5 no-evidence',
      'O6 no-evidence',
    ]);
    expect(found.refused).toEqual([]);
  });

  test('O1: the five Spokes of Service 1 outlived CSEFA, and of the other seven nobody wrote the term', () => {
    const { figures, missing } = measureIn(found, 'posts-beyond-csefa');
    expect(figures[0]).toMatchObject({
      value: { low: 5, high: 5, coverage: { returned: 1, expected: 8 } },
      of: { low: 3, high: 3 },
    });
    expect(missing).toEqual(['2', '3', '4', '5', '6', '7', '8']);
  });

  test('O2: 19 of the 38 reported routes were multi-agency, from three services together', () => {
    const [figure] = measureIn(found, 'multi-agency-referrals').figures;
    expect(figure).toMatchObject({
      value: { low: 19, high: 19, coverage: { returned: 3, expected: 7 } },
      of: { low: 38 },
      share: { low: 50, high: 50 },
    });
    expect(figure?.value.caveats).toContain('combined');
    expect(figure?.value.from).toEqual(['4, 5 and 8, 2015-01-01/2015-06-30']);
  });

  test('O3: five of eight have a dedicated manager, which is a condition and no evidence', () => {
    expect(measureIn(found, 'dedicated-manager').figures[0]).toMatchObject({
      value: { low: 5, high: 5 },
      of: { low: 8, high: 8 },
    });
    expect(indicatorIn(found, 'O3').because.join(' ')).toContain('not the outcome');
  });

  test('O5: attendance at training is incomplete, and sessions are no skill', () => {
    expect(measureIn(found, 'training-attendances').figures[0]?.value).toMatchObject({
      low: 128,
      coverage: { returned: 4, expected: 8 },
    });
    expect(measureIn(found, 'training-attendances').figures[0]?.value.high).toBeUndefined();
    expect(measureIn(found, 'awareness-attendances').figures[0]?.value).toMatchObject({
      low: 1772,
      high: 1772,
    });
    expect(indicatorIn(found, 'O5').gaps).toContain(
      '“Ratings of skill that rose” was not returned by any of 8 services.',
    );
  });

  test('O6: Service 7 does no casework, and is not missing', () => {
    const { notApplicable, missing } = measureIn(found, 'directly-supported');
    expect([notApplicable, missing]).toEqual([['7'], ['6']]);
    expect(indicatorIn(found, 'O6').because.join(' ')).toContain('what was done, not what came of it');
  });

  test('are plain data', () => {
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });
});

describe('the standing follows its rule', () => {
  const four = registerOf(service('1'), service('2'), service('3'), service('4'));
  const meetings = (attended: number) => ({ hostMeetings: { held: 10, attended } });
  const standingOf = (...observations: readonly ServiceObservation[]) =>
    indicatorIn(assess({ register: four, observations }), 'O2').standing;

  test('no evidence without a number', () => {
    expect(standingOf()).toBe('no-evidence');
  });
  test('partial from half of the services, consistent from more', () => {
    const [one, two, three] = ['1', '2', '3'].map((id) => observe(id, meetings(9)));
    expect(standingOf(one!, two!)).toBe('partial');
    expect(standingOf(one!, two!, three!)).toBe('consistent-with');
  });
  test('against where it points away, and partial where measures disagree', () => {
    const low = ['1', '2', '3'].map((id) => observe(id, meetings(1)));
    expect(standingOf(...low)).toBe('against');
    const groups = [{ group: 'mash', place: 'member' }] as const;
    expect(standingOf(...low.map((each) => ({ ...each, groups })))).toBe('partial');
  });
  test('a single measure pointing away keeps an outcome from being called consistent, however few returned it', () => {
    const high = ['1', '2', '3'].map((id) => observe(id, meetings(9)));
    const groups = [{ group: 'mash', place: 'none' }] as const;
    expect(standingOf(...high, observe('4', { groups }))).toBe('partial');
  });
  test('the codes are a closed list', () => {
    expect(indicatorStanding.open).toBe(false);
    expect(indicatorStanding.entries.map(({ code }) => code)).toEqual([
      'no-evidence',
      'partial',
      'consistent-with',
      'against',
    ]);
  });
});

describe('each measure', () => {
  test('funding: what is secured counts, what is open is open', () => {
    const funded = service('1', {
      funding: { until: '2015-06-30' },
      spokes: [
        { id: 'a', headcount: 3, fte: 2.5, funder: 'csefa', fundedUntil: '2015-06-30', base: 'hub' },
        { id: 'b', headcount: 2, fte: 2, funder: 'police', fundedUntil: '2016-09-30', base: 'hub' },
        { id: 'c', headcount: 1, funder: 'charity', base: 'hub' },
      ],
    });
    const found = assess({ register: registerOf(funded) });
    expect(measureIn(found, 'posts-beyond-csefa').figures[0]).toMatchObject({
      value: { low: 2, high: 3 },
      of: { low: 3, high: 3 },
    });
    expect(measureIn(found, 'fte-beyond-csefa').figures[0]).toMatchObject({
      value: { low: 2, high: 3 },
      of: { low: 2.5, high: 2.5 },
    });
    expect(measureIn(found, 'months-secured').figures[0]).toMatchObject({
      value: { low: 24 },
      of: { low: 3, high: 3 },
    });
    expect(measureIn(found, 'months-secured').figures[0]?.value.high).toBeUndefined();
    expect(
      measureIn(found, 'posts-by-funder').figures.map(({ category, value }) => [category, value.low]),
    ).toEqual([
      ['Police, a year or more left', 2],
      ['Charity’s own funds, no end recorded', 1],
    ]);
  });

  test('funding: before the end of CSEFA more may still be secured', () => {
    const funded = service('1', {
      funding: { until: '2016-09-30' },
      spokes: [
        { id: 'a', headcount: 3, funder: 'csefa', base: 'hub' },
        { id: 'b', headcount: 1, funder: 'police', fundedUntil: '2018-09-30', base: 'hub' },
      ],
    });
    const [figure] = measureIn(assess({ register: registerOf(funded) }), 'posts-beyond-csefa').figures;
    expect([figure?.value.low, figure?.value.high]).toEqual([1, undefined]);
  });

  test('embeddedness: items of an agreement not known widen the share', () => {
    const answered = service('1', { support: { formalAgreement: { role: 'met', consent: 'not-met' } } });
    const [figure] = measureIn(assess({ register: registerOf(answered) }), 'agreement-items').figures;
    expect(figure).toMatchObject({
      value: { low: 1, high: 9 },
      of: { low: 10 },
      share: { low: 10, high: 90 },
    });
  });

  test('embeddedness: posts at each step, of all that were observed', () => {
    const found = assess({
      observations: [observe('1', { embeddedness: { 'hot-desk': 1, 'formal-agreement': 3 } })],
    });
    expect(measureIn(found, 'embeddedness-steps')).toMatchObject({
      points: 'for',
      figures: [
        { category: 'hot-desk', share: { low: 25 } },
        { category: 'formal-agreement', share: { low: 75 } },
      ],
    });
  });

  test('reach: areas before and now, posts and young people for each', () => {
    const areas = [
      { area: 'a', reach: 'own-authority', before: 1, now: 1, youngPeople: 10 },
      { area: 'b', reach: 'new-authority', before: 0, now: 2 },
      { area: 'c', reach: 'new-authority', before: 0, now: 0 },
    ] as const;
    const found = assess({ observations: [observe('1', { areas })] });
    expect(measureIn(found, 'services-that-gained-an-area').figures[0]).toMatchObject({
      value: { low: 1, high: 1 },
    });
    expect(
      measureIn(found, 'areas-with-a-spoke').figures.map(({ category, value }) => `${category} ${value.low}`),
    ).toEqual([
      'own authority, before 1',
      'own authority, now 1',
      'new authorities, before 0',
      'new authorities, now 1',
    ]);
    expect(measureIn(found, 'posts-per-area').figures[0]?.ratio).toEqual({ low: 1.5, high: 1.5 });
    expect(measureIn(found, 'young-people-per-area').figures[0]?.ratio).toEqual({ low: 5 });
  });

  test('skills: paired ratings have n and an exact interval, and instruments stay apart', () => {
    const ratings = [
      { instrument: 'confidence', rose: 18, same: 1, fell: 1, unpaired: 9 },
      { instrument: 'quiz', rose: 2, same: 2, fell: 1 },
    ];
    const found = measureIn(
      assess({ observations: [observe('1', { ratings }), observe('2', { ratings: [ratings[0]!] })] }),
      'paired-ratings',
    );
    expect(
      found.figures.map(({ part, value, of, share, interval }) => [
        part,
        value.low,
        of?.low,
        share?.low,
        interval,
      ]),
    ).toEqual([
      ['confidence', 36, 40, 90, { low: 76.3, high: 97.3 }],
      ['quiz', 2, 5, 40, { low: 5.2, high: 85.4 }],
    ]);
    expect(found.figures.map(({ value }) => value.coverage)).toEqual([
      { returned: 2, expected: 2, notApplicable: 0 },
      { returned: 1, expected: 2, notApplicable: 0 },
    ]);
    expect(found.points).toBe('for');
  });

  test('skills: referrals after training against before, exactly, and never added up over services', () => {
    const around = (before: number, after: number) => ({
      referralsAroundTraining: [
        { agencies: 'schools', before: { count: before, days: 90 }, after: { count: after, days: 90 } },
      ],
    });
    const one = measureIn(
      assess({ observations: [observe('1', around(4, 20))] }),
      'referrals-after-training',
    );
    expect(one.figures[0]).toMatchObject({
      part: 'schools',
      value: { low: 20 },
      of: { low: 4 },
      comparison: { ratio: 5, n: 24 },
    });
    expect(one.points).toBe('for');
    const both = measureIn(
      assess({ observations: [observe('1', around(4, 20)), observe('2', around(4, 20))] }),
      'referrals-after-training',
    );
    expect(both.figures[0]?.comparison).toBeUndefined();
  });

  test('young people: each measure by itself, and not recorded can turn the balance', () => {
    const closing = (id: string, atClose: NonNullable<CoreReturn['outcomes']>['atClose']): CoreReturn => ({
      edition: 'year-two',
      service: id,
      period,
      outcomes: { casesClosed: 10, ...(atClose && { atClose }) },
    });
    const standing = (atClose: NonNullable<CoreReturn['outcomes']>['atClose']) =>
      measureIn(assess({ summary: summarise([closing('1', atClose)]) }), 'outcomes-at-close');
    const clear = standing({ wellbeing: { improved: 7, unchanged: 1, worse: 1, 'not-recorded': 1 } });
    expect(clear.points).toBe('for');
    expect(clear.figures.find(({ category }) => category === 'improved')).toMatchObject({
      part: 'wellbeing',
      value: { low: 7 },
      of: { low: 10 },
      share: { low: 70 },
    });
    expect(standing({ wellbeing: { improved: 4, unchanged: 1, worse: 1, 'not-recorded': 4 } }).points).toBe(
      'neither',
    );
    expect(standing({ wellbeing: { improved: 1, worse: 9 } }).points).toBe('against');
    expect(standing({ wellbeing: { improved: 9, worse: 1 }, risk: { improved: 1, worse: 9 } }).points).toBe(
      'neither',
    );
  });
});

describe('change since the earlier period', () => {
  const meetings = (id: string, attended: number, days = period) => ({
    ...observe(id, { hostMeetings: { held: 10, attended } }),
    period: days,
  });
  const trendOf = (now: readonly ServiceObservation[], before: readonly ServiceObservation[]) =>
    measureIn(
      assess({ observations: now, earlier: { asOf: '2015-06-30', observations: before } }),
      'host-meetings',
    ).figures[0]?.trend;

  test('is taken over the services that have both', () => {
    const trend = trendOf([meetings('1', 8), meetings('2', 1)], [meetings('1', 5, earlierPeriod)]);
    expect(trend).toEqual({
      earlier: { low: 50, high: 50 },
      now: { low: 80, high: 80 },
      unit: 'per cent',
      direction: 'rising',
      services: ['1'],
    });
  });
  test('is not there without a service that has both', () => {
    expect(trendOf([meetings('1', 8)], [meetings('2', 5, earlierPeriod)])).toBeUndefined();
  });
  test('is not known where counts come from periods of different length', () => {
    const sessions = (from: string, to: string): CoreReturn => ({
      edition: 'year-two',
      service: '1',
      declared: 'other',
      period: { from, to },
      withProfessionals: { trainingSessions: 4 },
    });
    const found = assess({
      summary: summarise([sessions('2015-01-01', '2015-06-30')]),
      earlier: { asOf: '2014-12-31', summary: summarise([sessions('2014-01-01', '2014-12-31')]) },
    });
    expect(measureIn(found, 'training-sessions').figures[0]?.trend).toMatchObject({
      direction: 'not-known',
      because: 'The periods are not of the same length: 365 and 181 days of returns.',
    });
  });
});

describe('what is handed in', () => {
  test('observations that do not fit are left out and named, never used in part', () => {
    const bad = [
      { service: '1', period, hostMeetings: { held: 3, attended: 4 } },
      observe('2', { hostMeetings: { held: 3, attended: 3 } }),
      observe('2', { hostMeetings: { held: 3, attended: 0 } }),
      { service: '3', period, quote: 'somebody said so' } as ServiceObservation,
    ];
    const found = assess({ observations: bad });
    expect(found.refused).toEqual([
      { index: 0, because: 'hostMeetings: no more meetings attended than held' },
      { index: 1, because: 'service 2 is observed more than once' },
      { index: 2, because: 'service 2 is observed more than once' },
      { index: 3, because: expect.stringContaining('quote') as string },
    ]);
    expect(found.services).toEqual([]);
  });

  test('a measure can be replaced by the caller’s own', () => {
    const own = measure({
      id: 'own',
      indicator: 'O5',
      title: 'Our own measure',
      numerator: 'Sessions',
      unit: 'sessions',
      direction: 'more',
      bearing: 'outcome',
      cannotShow: 'Much',
      reads: [],
      kind: 'count',
      read: () => [{ numerator: { low: 1, high: 1 }, from: ['ours'] }],
      points: () => 'for',
    });
    const found = assessIndicators({ asOf, observations: [observe('1', {})] }, { measures: [own] });
    expect(indicatorIn(found, 'O5')).toMatchObject({
      standing: 'consistent-with',
      measures: [{ id: 'own', returned: 1, expected: 1 }],
    });
    expect(indicatorIn(found, 'O6')).toMatchObject({ standing: 'no-evidence', measures: [] });
  });

  test('any returns give figures whose bounds hold and whose coverage is never more than expected', () => {
    fc.assert(
      fc.property(fc.array(coreReturnValue, { maxLength: 6 }), (values) => {
        const found = assess({ summary: summarise(values) });
        for (const { figures, returned, expected } of found.indicators.flatMap((each) => each.measures)) {
          expect(returned).toBeLessThanOrEqual(expected);
          for (const { value, share } of figures) {
            expect(value.low).toBeLessThanOrEqual(value.high ?? Infinity);
            expect(value.coverage.returned).toBeLessThanOrEqual(value.coverage.expected);
            if (share !== undefined) expect(share.high ?? 101).toBeLessThanOrEqual(100);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('the schema of an observation takes what the type takes', () => {
    expect(
      serviceObservation.safeParse(
        observe('1', { identity: { voluntary: 'met' }, employment: { hub: 3, others: 0 } }),
      ).success,
    ).toBe(true);
    expect(
      serviceObservation.safeParse({ service: '1', period: { from: '2015-09-30', to: '2015-07-01' } })
        .success,
    ).toBe(false);
    expect(fieldOf('referrals.received').id).toBe('referrals.received');
  });
});
