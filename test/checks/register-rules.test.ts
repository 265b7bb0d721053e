import { checkRegister } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';

const post = { id: 'post 1', headcount: 2, funder: 'csefa', base: 'hub' };
const phases = [{ phase: 'two', fundingYear: { from: '2014-10-01', to: '2015-09-30' } }];

/** What a rule finds in a service. */
const found = (rule: string, service: object) =>
  checkRegister({
    phases,
    services: [{ id: '2', phase: 'two', status: 'operational', hub: {}, spokes: [], ...service }],
  }).findings.filter((each) => each.rule === rule);
const said = (rule: string, service: object) => found(rule, service).map(({ message }) => message);
const places = (rule: string, service: object) => found(rule, service).flatMap(({ paths }) => paths);

describe('facts of a service', () => {
  test('a post has no more full-time equivalents than people', () => {
    const fte = (headcount: number, amount: number) =>
      said('P101', { spokes: [{ ...post, headcount, fte: amount }] });
    expect(fte(2, 2)).toEqual([]);
    expect(fte(1, 1.5)).toEqual(['Service 2: post 1: 1.5 full-time equivalents for 1 person.']);
    expect(fte(2, 2.5)).toEqual(['Service 2: post 1: 2.5 full-time equivalents for 2 people.']);
  });

  test('funding may be of one day', () => {
    const funded = (fundedFrom: string, fundedUntil: string) =>
      said('P102', { spokes: [{ ...post, fundedFrom, fundedUntil }] });
    expect(funded('2015-03-31', '2015-03-31')).toEqual([]);
    expect(funded('2015-03-31', '2015-03-30')).toHaveLength(1);
  });

  test('one strange host is enough, and is named', () => {
    const hosts = [{ type: 'police-team' }, { type: 'a-new-kind' }];
    expect(said('P103', { spokes: [{ ...post, base: 'host', hosts }] })).toEqual([
      'Service 2: post 1: the list has no host “a-new-kind”, so who leads it is not known.',
    ]);
    expect(places('P103', { spokes: [post, { ...post, id: 'post 2', base: 'host', hosts }] })).toEqual([
      'services.0.spokes.1.hosts.1.type',
    ]);
  });

  test.each<[string, object, readonly string[]]>([
    ['a caseload of one number', { support: { caseload: [12, 12] } }, []],
    ['a caseload', { support: { caseload: [12, 10] } }, ['services.0.support.caseload']],
    ['funding', { funding: { from: '2014-10-01', until: '2014-09-30' } }, ['services.0.funding']],
    ['funding without an end', { funding: { from: '2014-10-01' } }, []],
    ['funding without a beginning', { funding: { until: '2014-10-01' } }, []],
    ['returns', { returns: { from: '2015-Q2', until: '2015-Q1' } }, ['services.0.returns']],
    ['returns the right way round', { returns: { from: '2015-Q1', until: '2015-Q2' } }, []],
    ['returns without an end', { returns: { from: '2015-Q2' } }, []],
    ['returns that have not begun', { returns: { from: 'not-yet', until: '2015-Q1' } }, []],
    [
      'a year',
      {
        returns: {
          years: [
            { from: '2014-01-01', to: '2014-12-31' },
            { from: '2015-12-31', to: '2015-01-01' },
          ],
        },
      },
      ['services.0.returns.years.1'],
    ],
    ['nothing', {}, []],
  ])('of spans the wrong way round: %s', (_, service, paths) => {
    expect(places('P105', service)).toEqual(paths);
  });

  test('a declared model is compared where there is one, and where the posts show one', () => {
    const hosted = { ...post, base: 'host', hosts: [{ type: 'police-team' }] };
    const [message] = said('P106', { declaredModel: 1, spokes: [post] });
    expect(message).toMatch(/^Service 2: Declared is model 1; the posts show model \d\. .*\.$/);
    expect(message).not.toMatch(/\.\S/);
    expect(said('P106', { spokes: [post, hosted] })).toEqual([]);
    expect(said('P106', { declaredModel: 1 })).toEqual([]);
  });
});

describe('what the report’s services aim for', () => {
  test('a caseload up to 14, and below that with other demands', () => {
    const caseload = (high: number, demands?: readonly string[]) =>
      said('P201', { support: { caseload: [10, high], ...(demands && { demands }) } });
    expect(caseload(14)).toEqual([]);
    expect(caseload(15)).toEqual([expect.stringMatching(/Here it is 10 to 15, above 10 to 14\.$/)]);
    expect(caseload(13, ['high-risk'])).toEqual([]);
    expect(caseload(14, ['high-risk', 'wide-area'])).toEqual([
      expect.stringMatching(
        /Here it is 10 to 14, the full 14 or more with other demands \(high-risk, wide-area\)\.$/,
      ),
    ]);
    expect(said('P201', { support: {} })).toEqual([]);
  });

  test('management every six weeks', () => {
    const weeks = (lineManagementWeeks?: number) => said('P202', { support: { lineManagementWeeks } });
    expect([undefined, 6, 7].map((each) => weeks(each).length)).toEqual([0, 0, 1]);
  });

  test('three years of funding, as said or as the days make them', () => {
    const years = (funding?: object) => said('P205', { ...(funding && { funding }) });
    expect(years({ years: 3 })).toEqual([]);
    expect(years({ years: 2 })).toEqual([expect.stringMatching(/Here it lasts 2\.$/)]);
    // What is said counts, whatever the days make.
    expect(years({ years: 3, from: '2014-10-01', until: '2015-09-30' })).toEqual([]);
    expect(years({ from: '2014-10-01', until: '2015-09-30' })).toEqual([
      expect.stringMatching(/Here it lasts 1\.$/),
    ]);
    expect(years({ from: '2014-10-01', until: '2017-09-30' })).toEqual([]);
    expect(years({ from: '2014-10-01' })).toEqual([]);
    expect(years({ until: '2014-10-01' })).toEqual([]);
    expect(years()).toEqual([]);
  });

  test('one post with independent funding is enough', () => {
    const other = { ...post, id: 'post 2', funder: 'local-authority' };
    expect(said('P206', { spokes: [post, other] })).toEqual([]);
    expect(said('P206', { spokes: [other] })).toHaveLength(1);
    expect(said('P206', { spokes: [] })).toEqual([]);
  });

  test('an agreement that settles every item it names', () => {
    const agreement = (formalAgreement: object) => said('P208', { support: { formalAgreement } });
    expect(agreement({ role: 'met' })).toEqual([]);
    expect(agreement({ role: 'not-met', consent: 'not-met' })).toEqual([
      expect.stringMatching(/Here it does not settle: \w+, \w+\.$/),
    ]);
  });
});

test('what has to be corrected stands before what is asked, and that before advice', () => {
  const { findings } = checkRegister({
    phases,
    services: [
      {
        id: '2',
        phase: 'two',
        status: 'operational',
        hub: {},
        spokes: [
          { ...post, base: 'host', hosts: [{ type: 'a-new-kind' }] },
          { ...post, headcount: 1, fte: 2 },
        ],
        support: { dedicatedManager: false },
      },
    ],
  });
  const weights = { error: 0, query: 1, advice: 2 };
  const order = findings.map(({ severity }) => weights[severity]);
  expect(order).toEqual([...order].sort());
  expect(new Set(order).size).toBe(3);
});
