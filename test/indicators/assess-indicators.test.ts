import fc from 'fast-check';
import {
  assessIndicators,
  fieldOf,
  fields,
  fromReturns,
  indicators,
  indicatorStanding,
  measure,
  measures,
  regroup,
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
      value: { low: 19, high: 19, coverage: { returned: 3, expected: 6 } },
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
      coverage: { returned: 4, expected: 6 },
    });
    expect(measureIn(found, 'training-attendances').figures[0]?.value.high).toBeUndefined();
    expect(measureIn(found, 'awareness-attendances').figures[0]?.value).toMatchObject({
      low: 1772,
      high: 1772,
    });
    expect(indicatorIn(found, 'O5').gaps).toContain(
      '“Ratings of skill before and after”: no number from any of 8 services.',
    );
  });

  test('O6: nothing is due from Services 6 and 7 yet, and they are not missing', () => {
    const { notApplicable, missing } = measureIn(found, 'directly-supported');
    expect([notApplicable, missing]).toEqual([['6', '7'], []]);
    expect(indicatorIn(found, 'O6').because.join(' ')).toContain('what was done, not what came of it');
  });

  test('a service that said “not known” is told from one that returned nothing', () => {
    expect(indicatorIn(found, 'O5').gaps).toContain(
      '“Attendances at training sessions”: no number from 2 of 6 services: 1, 3; 1, 3 returned that it is not known; not asked of 6, 7, or not yet.',
    );
    expect(measureIn(found, 'months-secured').notKnown).toEqual([]);
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
    const rose = found.figures.filter(({ category }) => category === 'rose');
    expect(
      rose.map(({ part, value, of, share, interval }) => [part, value.low, of?.low, share?.low, interval]),
    ).toEqual([
      ['confidence', 36, 40, 90, { low: 76.3, high: 97.3 }],
      ['quiz', 2, 5, 40, { low: 5.2, high: 85.4 }],
    ]);
    expect(rose.map(({ value }) => value.coverage)).toEqual([
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
    const closing = (
      id: string,
      casesClosed: number,
      atClose: NonNullable<CoreReturn['outcomes']>['atClose'],
    ): CoreReturn => ({
      edition: 'year-two',
      service: id,
      period,
      outcomes: { casesClosed, ...(atClose && { atClose }) },
    });
    const standing = (atClose: NonNullable<CoreReturn['outcomes']>['atClose'], casesClosed = 10) =>
      measureIn(assess({ summary: summarise([closing('1', casesClosed, atClose)]) }), 'outcomes-at-close');
    const clear = standing({ wellbeing: { improved: 30, unchanged: 4, worse: 4, 'not-recorded': 2 } }, 40);
    expect(clear.points).toBe('for');
    expect(clear.figures.find(({ category }) => category === 'improved')).toMatchObject({
      part: 'wellbeing',
      value: { low: 30 },
      of: { low: 40 },
      share: { low: 75 },
    });
    expect(standing({ wellbeing: { improved: 4, unchanged: 1, worse: 1, 'not-recorded': 4 } }).points).toBe(
      'neither',
    );
    expect(standing({ wellbeing: { improved: 1, worse: 9 } }).points).toBe('against');
    expect(standing({ wellbeing: { improved: 9, worse: 1 } }).points).toBe('for');
    expect(standing({ wellbeing: { improved: 8, worse: 1 } }).points).toBe('neither');
    expect(standing({ wellbeing: { improved: 6, worse: 3, unchanged: 291 } }, 300).points).toBe('neither');
    expect(standing({ wellbeing: { improved: 9, worse: 1 }, risk: { improved: 1, worse: 9 } }).points).toBe(
      'both',
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
      because: 'The periods are not of the same length.',
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
      { index: 3, because: 'it has entries that observations do not have' },
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
    const found = assessIndicators({ asOf, register: registerOf(service('1')) }, { measures: [own] });
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

describe('what an earlier reading of it got wrong', () => {
  const quarters = { q1: { from: '2015-01-01', to: '2015-03-31' }, q2: earlierPeriod, q3: period } as const;
  const returned = (id: string, days: keyof typeof quarters, more: Partial<CoreReturn>): CoreReturn => ({
    edition: 'year-two',
    service: id,
    period: quarters[days],
    ...more,
  });
  const sessions = (trainingSessions: number) => ({ withProfessionals: { trainingSessions } });
  const valueOf = (values: readonly CoreReturn[], id: string) =>
    measureIn(assess({ summary: summarise(values) }), id).figures[0]?.value;

  test('a single and a combined return of one service are not added up blindly', () => {
    const alone = returned('4', 'q3', { ...sessions(10), youngPeople: { direct: 20 } });
    const together = returned('4, 5', 'q3', {
      combined: { services: ['4', '5'], returns: 2 },
      ...sessions(17),
      youngPeople: { direct: 50 },
    });
    expect(valueOf([alone, together], 'training-sessions')).toMatchObject({
      low: 17,
      high: 27,
      coverage: { returned: 2, expected: 2 },
    });
    expect(valueOf([alone, together], 'training-sessions')?.caveats).toContain('overlapping-periods');
    expect(valueOf([alone, together], 'directly-supported')).toMatchObject({ low: 50, high: 70 });
  });

  test('a quarter in which the cell is missing is not 0', () => {
    const value = valueOf([returned('1', 'q2', sessions(6)), returned('1', 'q3', {})], 'training-sessions');
    expect([value?.low, value?.high, value?.caveats]).toEqual([6, undefined, ['not-all-returned']]);
  });

  test('a part and its whole from different quarters make no share', () => {
    const routes = (reported: number | undefined, multi: number | undefined): Partial<CoreReturn> => ({
      referrals: {
        ...(reported !== undefined && { reported }),
        ...(multi !== undefined && { route: { 'multi-agency': multi } }),
      },
    });
    const found = (...parts: readonly Partial<CoreReturn>[]) =>
      measureIn(
        assess({
          summary: summarise(parts.map((part, index) => returned('1', index === 0 ? 'q2' : 'q3', part))),
        }),
        'multi-agency-referrals',
      );
    expect(found(routes(20, 11), routes(30, undefined)).points).toBe('neither');
    expect(found(routes(20, 9), routes(undefined, 12)).points).toBe('neither');
    const wrong = found(routes(2, 9));
    expect([wrong.points, wrong.figures[0]?.share]).toEqual(['neither', undefined]);
    expect(wrong.figures[0]?.value.caveats).toContain('part-exceeds-whole');
  });

  test('one service that points is not eight', () => {
    const eight = registerOf(...['1', '2', '3', '4', '5', '6', '7', '8'].map((id) => service(id)));
    const rated = (id: string, rose: number, fell: number) =>
      observe(id, { ratings: [{ instrument: `own ${id}`, rose, same: 1, fell }] });
    const observations = [
      rated('1', 20, 0),
      ...['2', '3', '4', '5', '6', '7', '8'].map((id) => rated(id, 2, 1)),
    ];
    const o5 = indicatorIn(assess({ register: eight, observations }), 'O5');
    expect(o5.standing).toBe('partial');
    expect(o5.because[0]).toBe(
      '“Ratings of skill before and after” points to the outcome: 1 of 8 services leans that way, not more than half.',
    );
  });

  test('people who stay the same are no evidence against', () => {
    const found = assess({
      observations: [observe('1', { ratings: [{ instrument: 'quiz', rose: 30, same: 70, fell: 0 }] })],
    });
    expect(measureIn(found, 'paired-ratings').points).toBe('for');
    const same = assess({
      observations: [observe('1', { ratings: [{ instrument: 'quiz', rose: 3, same: 97, fell: 2 }] })],
    });
    expect(measureIn(same, 'paired-ratings').points).toBe('neither');
  });

  test('parts that point different ways keep an outcome from being called consistent', () => {
    const ratings = [
      { instrument: 'a', rose: 20, same: 0, fell: 0 },
      { instrument: 'b', rose: 0, same: 0, fell: 20 },
    ];
    const referralsAroundTraining = [
      { agencies: 'x', before: { count: 1, days: 90 }, after: { count: 30, days: 90 } },
    ];
    const found = assess({
      register: registerOf(service('1')),
      observations: [observe('1', { ratings, referralsAroundTraining })],
    });
    expect(measureIn(found, 'paired-ratings').points).toBe('both');
    expect(indicatorIn(found, 'O5').standing).toBe('partial');
  });

  describe('funding after CSEFA', () => {
    const ended = { funding: { until: '2014-09-30' } } as const;
    const csefa = { id: 'c', headcount: 3, funder: 'csefa', fundedUntil: '2014-09-30', base: 'hub' } as const;
    const other = { id: 'o', headcount: 2, funder: 'police', base: 'hub' } as const;
    const postsBeyond = (
      ...posts: readonly (typeof csefa | (Partial<Service['spokes'][number]> & { id: string }))[]
    ) =>
      measureIn(
        assess({
          register: registerOf(
            service('1', {
              ...ended,
              spokes: posts.map((post) => ({ ...other, ...post })),
            }),
          ),
        }),
        'posts-beyond-csefa',
      ).figures[0];
    test('a service that secured nothing counts with nothing', () => {
      expect(postsBeyond(csefa)).toMatchObject({ value: { low: 0, high: 0 }, of: { low: 3 } });
    });
    test('funding that has run out again does not count', () => {
      expect(postsBeyond(csefa, { id: 'a', fundedUntil: '2014-10-31' })).toMatchObject({
        value: { low: 0, high: 0 },
      });
    });
    test('nor does a vacancy, nor what is given in kind', () => {
      expect(
        postsBeyond(
          csefa,
          { id: 'a', filled: 'vacant', fundedUntil: '2018-01-01' },
          { id: 'b', funder: 'in-kind', fundedUntil: '2018-01-01' },
        ),
      ).toMatchObject({ value: { low: 0, high: 0 } });
    });
    test('a funder whom nobody named may be CSEFA', () => {
      expect(
        postsBeyond(
          csefa,
          { id: 'a', funder: 'not-stated', fundedUntil: '2018-01-01' },
          { id: 'b', fundedUntil: '2018-01-01' },
        )?.value,
      ).toMatchObject({ low: 2, high: 4 });
    });
    test('two grants one after the other are one post', () => {
      expect(
        postsBeyond(
          csefa,
          { id: 'a', fundedUntil: '2015-12-31' },
          { id: 'b', fundedFrom: '2016-01-01', fundedUntil: '2016-12-31' },
        )?.value,
      ).toMatchObject({ low: 0, high: 2 });
    });
    test('without posts of CSEFA there is nothing to outlive', () => {
      expect(postsBeyond({ id: 'a', fundedUntil: '2018-01-01' })).toBeUndefined();
    });
  });

  test('services outside the register are named, and do not count', () => {
    const found = assess({
      register: registerOf(service('1'), service('2', { status: 'planned' })),
      observations: [observe('9', { hostMeetings: { held: 1, attended: 1 } }), observe('2', {})],
    });
    expect(found.outside).toEqual(['2', '9']);
    expect(found.services).toEqual(['1']);
  });

  test('without a register nobody knows how many services there are, and evidence is partial at most', () => {
    const o2 = indicatorIn(
      assess({ observations: [observe('1', { hostMeetings: { held: 1, attended: 1 } })] }),
      'O2',
    );
    expect([o2.standing, o2.because.at(-1)]).toEqual([
      'partial',
      'No register says how many services there are.',
    ]);
  });

  test('young people of two services may be the same', () => {
    const value = valueOf(
      [
        returned('1', 'q3', { youngPeople: { direct: 5 } }),
        returned('2', 'q3', { youngPeople: { direct: 7 } }),
      ],
      'directly-supported',
    );
    expect(value?.caveats).toContain('people-may-be-known-to-several-services');
  });

  test('a day that is none is a mistake of the caller; days to come are refused', () => {
    expect(() => assessIndicators({ asOf: 'rubbish' })).toThrow(RangeError);
    const future = { ...observe('1', {}), period: { from: '2030-01-01', to: '2030-03-31' } };
    expect(assess({ observations: [future] }).refused).toEqual([
      { index: 0, because: 'it describes days that are still to come' },
    ]);
  });

  test('observations with code of their own are refused', () => {
    const throws = (): never => {
      throw new Error('no');
    };
    const hostile = [
      new Proxy({}, { get: throws, ownKeys: throws }),
      {
        get service() {
          return throws();
        },
      },
    ] as unknown as readonly ServiceObservation[];
    expect(assess({ observations: hostile }).refused.map(({ because }) => because)).toEqual([
      'it is no plain data',
      'it is no plain data',
    ]);
  });

  test('a share that moved within a rounded per cent is not level', () => {
    const meetings = (attended: number, days: typeof period) => [
      { ...observe('1', { hostMeetings: { held: 1000, attended } }), period: days },
    ];
    const found = assess({
      observations: meetings(504, period),
      earlier: { asOf: '2015-06-30', observations: meetings(495, earlierPeriod) },
    });
    expect(measureIn(found, 'host-meetings').figures[0]?.trend?.direction).toBe('rising');
  });

  test('many services in two periods are read in one pass', () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      observe(String(index), { hostMeetings: { held: 4, attended: 2 } }),
    );
    const found = assess({
      observations: many,
      earlier: { asOf: '2015-06-30', observations: many.map((each) => ({ ...each, period: earlierPeriod })) },
    });
    expect(measureIn(found, 'host-meetings').figures[0]?.trend?.services).toHaveLength(5000);
  });
});

describe('what a newcomer found misleading', () => {
  const six = ['A', 'B', 'C', 'D', 'E', 'F'];
  const all = registerOf(...six.map((id) => service(id)));
  const returned = (id: string, more: Partial<CoreReturn>): CoreReturn => ({
    edition: 'year-two',
    service: id,
    period,
    ...more,
  });

  test('one large service does not outvote five small ones', () => {
    const routes = (id: string, multi: number, reported: number) =>
      returned(id, { referrals: { reported, route: { 'multi-agency': multi } } });
    const o2 = indicatorIn(
      assess({
        register: all,
        summary: summarise([routes('A', 100, 100), ...six.slice(1).map((id) => routes(id, 0, 3))]),
      }),
      'O2',
    );
    expect(o2.standing).toBe('partial');
    expect(o2.because[0]).toContain('1 of 6 services leans that way, not more than half');
    const ratings = (id: string, rose: number, fell: number) =>
      observe(id, { ratings: [{ instrument: 'quiz', rose, same: 0, fell }] });
    const o5 = indicatorIn(
      assess({
        register: all,
        observations: [ratings('A', 60, 0), ...six.slice(1).map((id) => ratings(id, 0, 3))],
      }),
      'O5',
    );
    expect(o5.standing).toBe('partial');
  });

  test('funding for a day sustains nothing', () => {
    const posts = six.map((id) =>
      service(id, {
        funding: { until: '2016-09-30' },
        spokes: [
          { id: 'a', headcount: 2, funder: 'csefa', base: 'hub' },
          { id: 'b', headcount: 2, funder: 'charity', fundedUntil: '2016-10-01', base: 'hub' },
        ],
      }),
    );
    const o1 = indicatorIn(assess({ register: registerOf(...posts) }), 'O1');
    expect(o1.standing).toBe('partial');
    expect(o1.measures[0]?.figures[0]?.value.low).toBe(0);
  });

  test('what is secured is known by funder and term', () => {
    const posts = service('A', {
      funding: { until: '2015-06-30' },
      spokes: [
        { id: 'a', headcount: 2, funder: 'csefa', fundedUntil: '2015-06-30', base: 'hub' },
        { id: 'b', headcount: 2, funder: 'police', fundedUntil: '2017-12-31', base: 'hub' },
      ],
    });
    const { figures } = measureIn(assess({ register: registerOf(posts) }), 'secured-by-funder');
    expect(figures.map(({ category, value }) => [category, value.low])).toEqual([
      ['Police, a year or more left', 2],
    ]);
  });

  test('a category that disappeared shows as falling to none', () => {
    const funded = (id: string, funder: string) =>
      service(id, {
        spokes: [
          { id: 'a', headcount: 1, funder: 'csefa', base: 'hub' },
          { id: 'b', headcount: 1, funder, base: 'hub' },
        ],
      });
    const before = registerOf(...six.map((id) => funded(id, 'local-authority')));
    const after = registerOf(
      funded('A', 'local-authority'),
      ...six.slice(1).map((id) => funded(id, 'police')),
    );
    const trend = (now: Register) => {
      const found = assess({ register: now, earlier: { asOf: '2014-09-30', register: before } });
      return measureIn(found, 'posts-by-funder').figures.find(({ category = '' }) =>
        category.startsWith('Local'),
      )?.trend;
    };
    expect(trend(after)).toMatchObject({ earlier: { low: 50 }, now: { low: 8 }, direction: 'falling' });
    expect(trend(registerOf(...six.map((id) => funded(id, 'police'))))).toMatchObject({
      now: { low: 0, high: 0 },
      direction: 'falling',
    });
  });

  test('a minority that gains an area is no evidence against reach', () => {
    const areas = (before: number) => ({
      areas: [{ area: 'x', authority: 'y', reach: 'new-authority', before, now: 1 }] as const,
    });
    const found = assess({
      register: registerOf(service('1'), service('2'), service('3')),
      observations: [observe('1', areas(0)), observe('2', areas(1)), observe('3', areas(1))],
    });
    expect(measureIn(found, 'services-that-gained-an-area').points).toBe('neither');
    expect(measureIn(found, 'authorities-with-a-spoke')).toMatchObject({
      points: 'for',
      figures: [
        { category: 'before', value: { low: 2 } },
        { category: 'now', value: { low: 3 } },
      ],
    });
  });

  test('groups of different tiers stand apart', () => {
    const found = assess({
      observations: [
        observe('1', {
          groups: [
            { group: 'mash', place: 'member' },
            { group: 'vemt', place: 'none' },
          ],
        }),
      ],
    });
    expect(measureIn(found, 'group-places').figures.map(({ part, value }) => [part, value.low])).toEqual([
      ['gateway', 1],
      ['strategic', 0],
    ]);
  });

  test('refused observations are a gap that is said, with the place', () => {
    const found = assess({
      register: all,
      observations: [observe('A', { embeddedness: { 'integrated-team-member': 1 } as never })],
    });
    expect(indicatorIn(found, 'O2').gaps.at(-1)).toBe(
      '1 observation could not be used: see what was refused.',
    );
    expect(found.refused[0]?.because).toBe('embeddedness has entries that observations do not have');
  });

  test('the earlier period is earlier, and a field is one of the form', () => {
    expect(() => assess({ earlier: { asOf: '2016-01-01' } })).toThrow(RangeError);
    expect(() => fromReturns('youngPeople.wating')).toThrow(RangeError);
  });
});

describe('what a second reading found', () => {
  const closed = (id: string, services: readonly string[], improved: number, worse: number): CoreReturn => ({
    edition: 'year-two',
    service: id,
    period,
    ...(services.length > 1 && { combined: { services, returns: services.length } }),
    outcomes: {
      casesClosed: improved + worse,
      atClose: { wellbeing: { improved, worse, unchanged: 0, 'not-recorded': 0 } },
    },
  });

  test('of services that returned together only the sum leans: they are one', () => {
    const four = registerOf(...['1', '2', '3', '4'].map((id) => service(id)));
    const summary = summarise([closed('1, 2, 3', ['1', '2', '3'], 90, 0), closed('4', ['4'], 1, 3)]);
    const o6 = indicatorIn(assess({ register: four, summary }), 'O6');
    expect([o6.standing, o6.because[0]]).toEqual([
      'partial',
      '“Outcomes at close of case” points to the outcome: 1 of 4 services leans that way, not more than half.',
    ]);
  });

  test('figures returned together with services outside the register are not used', () => {
    const found = assess({
      register: registerOf(service('1')),
      summary: summarise([closed('1, 8, 9', ['1', '8', '9'], 90, 0)]),
    });
    expect(indicatorIn(found, 'O6').standing).toBe('no-evidence');
    expect(found.outside).toEqual(['8', '9']);
  });

  test('a year of funding to the day is a year', () => {
    const posts = service('A', {
      funding: { until: '2016-03-31' },
      spokes: [
        { id: 'a', headcount: 1, funder: 'csefa', base: 'hub' },
        {
          id: 'b',
          headcount: 1,
          funder: 'local-authority',
          fundedFrom: '2016-04-01',
          fundedUntil: '2017-03-31',
          base: 'hub',
        },
      ],
    });
    const found = assessIndicators({ asOf: '2016-01-01', register: registerOf(posts) });
    expect(measureIn(found, 'posts-beyond-csefa').figures[0]?.value.low).toBe(1);
    expect(measureIn(found, 'secured-by-funder').figures[0]?.category).toBe(
      'Local authority, a year or more left',
    );
  });

  test('a service that brings nothing now does not show that a category is gone', () => {
    const funded = (id: string, funder: string) =>
      service(id, { spokes: [{ id: 'a', headcount: 1, funder, base: 'hub' }] });
    const found = assess({
      register: registerOf(funded('1', 'police'), service('2')),
      earlier: { asOf: '2014-09-30', register: registerOf(funded('1', 'police'), funded('2', 'lottery')) },
    });
    expect(measureIn(found, 'posts-by-funder').figures.map(({ category }) => category)).toEqual([
      'Police, no end recorded',
    ]);
  });

  test('regrouping a summary forgets nothing that may be missing again', () => {
    const together = closed('1', ['1', '2'], 9, 1);
    const summary = summarise([together], {
      expected: [{ service: '2', period, phase: 'two', frequency: 'quarter' } as never],
    });
    expect(regroup(summary, {}).contributions).toEqual(summary.contributions);
  });
});

describe('what a third reading found', () => {
  const quarters = [
    { from: '2014-10-01', to: '2014-12-31' },
    { from: '2015-01-01', to: '2015-03-31' },
    { from: '2015-04-01', to: '2015-06-30' },
    { from: '2015-07-01', to: '2015-09-30' },
  ] as const;
  const sent = (index: number, parts: Partial<CoreReturn>): CoreReturn => ({
    edition: 'year-two',
    service: '1',
    period: quarters[index] ?? quarters[0],
    ...parts,
  });
  const counting = (path: string) =>
    measure({
      id: 'counting',
      indicator: 'O6',
      title: 'Counting',
      numerator: 'What is counted',
      unit: 'each',
      direction: 'more',
      bearing: 'activity',
      cannotShow: 'Anything else.',
      reads: [path],
      kind: 'count',
      read: fromReturns(path),
    });
  const figureOf = (path: string, now: readonly CoreReturn[], then: readonly CoreReturn[] = []) =>
    measureIn(
      assessIndicators(
        {
          asOf: '2015-09-30',
          summary: summarise(now),
          ...(then.length > 0 && { earlier: { asOf: '2015-03-31', summary: summarise(then) } }),
        },
        { measures: [counting(path)] },
      ),
      'counting',
    ).figures[0];

  test.each<readonly [path: string, parts: (count: number) => Partial<CoreReturn>]>([
    ['youngPeople.waiting', (waiting) => ({ youngPeople: { waiting } })],
    ['youngPeople.openAtStart', (openAtStart) => ({ youngPeople: { openAtStart } })],
    ['spokes.headcount', (headcount) => ({ spokes: { headcount } })],
  ])('%s may be none where one of two returns does not say it', (path, parts) => {
    expect(figureOf(path, [sent(2, parts(7)), sent(3, parts(5))])?.value).not.toMatchObject({ low: 0 });
    const value = figureOf(path, [sent(2, parts(7)), sent(3, {})])?.value;
    expect(value).toMatchObject({ low: 0 });
    expect(value).not.toHaveProperty('high');
  });

  test('sessions are at least those returned where one of two returns does not say them', () => {
    const held = sent(2, { withProfessionals: { trainingSessions: 7 } });
    const found = figureOf('withProfessionals.trainingSessions', [held, sent(3, {})])?.value;
    expect(found).toMatchObject({ low: 7 });
    expect(found).not.toHaveProperty('high');
  });

  test('what was not asked yet is no time in which there was less', () => {
    const attending = (index: number) =>
      sent(index, {
        withYoungPeople: { awarenessSessions: 5, ...(index > 0 && { awarenessAttending: 100 }) },
      });
    const path = 'withYoungPeople.awarenessAttending';
    const found = figureOf(path, [attending(2), attending(3)], [attending(0), attending(1)]);
    expect(found?.trend).toMatchObject({ direction: 'not-known' });
  });

  test('services that do not say how many got worse lean nowhere', () => {
    const closing = (id: string, casesClosed: number, safety: object): CoreReturn => ({
      ...sent(3, { outcomes: { casesClosed, atClose: { safety } } }), // some categories are not known
      service: id,
    });
    const o6 = (worse: unknown) =>
      indicatorIn(
        assess({
          register: registerOf(service('1'), service('2'), service('3')),
          summary: summarise([
            closing('1', 200, { improved: 150, unchanged: 50, worse: 0, 'not-recorded': 0 }),
            ...['2', '3'].map((id) =>
              closing(id, 10, { improved: 1, unchanged: 0, worse, 'not-recorded': { unknown: 'not-known' } }),
            ),
          ]),
        }),
        'O6',
      ).standing;
    expect(o6({ unknown: 'not-known' })).toBe('partial');
    expect(o6({ atLeast: 1 })).toBe('partial');
    expect(o6(0)).toBe('consistent-with');
  });
});
