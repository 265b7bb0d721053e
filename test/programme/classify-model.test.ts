import fc from 'fast-check';
import { classifyModel, hostSector, hostType, whatWouldDecide, type ClassifiedSpokes } from 'hub-and-spoke';
import { register } from 'hub-and-spoke/year-two';
import { describe, expect, test } from 'vitest';

const post: fc.Arbitrary<ClassifiedSpokes> = fc.record(
  {
    id: fc.stringMatching(/^[a-z]{1,4}$/),
    headcount: fc.integer({ min: 1, max: 4 }),
    base: fc.constantFrom('hub', 'host', 'other-premises', 'home', 'unplaced', 'not-known'),
    hosts: fc.array(
      fc.record(
        {
          type: fc.constantFrom(...hostType.entries.map(({ code }) => code)),
          sector: fc.constantFrom(...hostSector.entries.map(({ code }) => code)),
          team: fc.constantFrom('one', 'two'),
        },
        { requiredKeys: ['type'] },
      ),
      { maxLength: 2 },
    ),
    filled: fc.constantFrom('in-post', 'planned', 'vacant'),
  },
  { requiredKeys: ['id', 'headcount', 'base'] },
);
const posts = fc.uniqueArray(post, { maxLength: 5, selector: ({ id }) => id });

describe('the services of the report, by what section 2.1 says of their posts', () => {
  const classified = (id: string) =>
    classifyModel(register.services.find((service) => service.id === id)?.spokes ?? []);

  test.each([
    ['Service 1 has Spokes in children’s social care and in voluntary agencies: statutory', '1', 1],
    ['Service 2 is hosted by multi-agency or voluntary organisations: community', '2', 2],
    ['Service 3 has Spokes in statutory hosts and a police station: statutory', '3', 1],
    ['Service 4 has its placed CSEFA Spoke in the Hub: outreach', '4', 3],
    ['Service 5 has Spokes in multi-agency police teams, not one team: statutory', '5', 1],
    ['Service 7’s Spokes sit together in a police team: spoke team', '7', 5],
    ['Service 8’s Spokes belong to police teams, wherever two of them sit: statutory', '8', 1],
  ])('%s', (_, id, model) => {
    expect(classified(id).model).toBe(model);
    expect(classified(id).candidates).toContain(model);
  });

  test('Service 6 is not placed: undetermined, and model 4 is possible', () => {
    expect(classified('6').model).toBe('undetermined');
    expect(classified('6').candidates).toContain(4);
    expect(classified('6').reasons[0]).toBe('No Spoke is placed.');
  });

  test('Service 4 becomes mixed when its second Spoke goes to a host', () => {
    expect(classified('4').candidates).toContain(4);
    const spokes = register.services.find(({ id }) => id === '4')?.spokes ?? [];
    const placed = spokes.map((each) =>
      each.id === 'the city CSEFA Spoke'
        ? { ...each, base: 'host' as const, hosts: [{ type: 'police-team' }] }
        : each,
    );
    expect(classifyModel(placed).model).toBe(4);
  });

  test('reasons name the posts that decided', () => {
    expect(classified('8').reasons.join(' ')).toContain('the two Spokes in the large authority');
    expect(classified('7').reasons).toEqual([
      'All placed Spokes (the four CSEFA Spokes) sit together as one team, the police team.',
    ]);
  });
});

test('hosts whose leader nobody knows leave models 1 and 2 open, and say what would decide', () => {
  const spokes: readonly ClassifiedSpokes[] = [
    { id: 'a', headcount: 2, base: 'host', hosts: [{ type: 'multi-agency-team' }] },
  ];
  expect(classifyModel(spokes)).toMatchObject({ model: 'undetermined', candidates: [1, 2] });
  expect(whatWouldDecide(spokes)).toEqual([
    'Who leads the host of a: a statutory agency, or a voluntary, youth or community one.',
  ]);
});

test('a team is in one host: not at home, not on other premises, not in two agencies', () => {
  const team = (base: ClassifiedSpokes['base'], type = 'police-team'): ClassifiedSpokes => ({
    id: `${base} ${type}`,
    headcount: 2,
    base,
    hosts: [{ type, team: 'CSE' }],
  });
  expect(classifyModel([team('host')]).model).toBe(5);
  for (const posts of [
    [team('home')],
    [team('other-premises')],
    [team('host'), team('host', 'children-social-care')],
  ]) {
    expect(classifyModel(posts).model).not.toBe(5);
  }
});

test('Service 2 would be statutory if its multi-agency hosts are statutory-led', () => {
  const spokes = register.services.find(({ id }) => id === '2')?.spokes ?? [];
  expect(classifyModel(spokes)).toMatchObject({ model: 2, candidates: [1, 2] });
  expect(whatWouldDecide(spokes)[0]).toContain('Who leads the host');
});

test('home-based Spokes fit no model', () => {
  expect(classifyModel([{ id: 'a', headcount: 2, base: 'home' }]).model).toBe('undetermined');
});

test('the order of posts never matters', () => {
  fc.assert(
    fc.property(posts, (spokes) => {
      expect(classifyModel([...spokes].reverse())).toEqual(classifyModel(spokes));
    }),
  );
});

test('an unplaced post never changes the model, and never takes a candidate away', () => {
  fc.assert(
    fc.property(posts, (spokes) => {
      const before = classifyModel(spokes);
      const after = classifyModel([...spokes, { id: 'unplaced', headcount: 1, base: 'unplaced' }]);
      expect(after.model).toBe(before.model);
      expect(after.candidates).toEqual(expect.arrayContaining([...before.candidates]));
    }),
  );
});

test('the model is among the candidates, and what is undetermined has more than one', () => {
  fc.assert(
    fc.property(posts, (spokes) => {
      const { model, candidates, reasons } = classifyModel(spokes);
      expect(reasons.length).toBeGreaterThan(0);
      if (model === 'undetermined') expect(candidates.length).toBeGreaterThan(1);
      else expect(candidates).toContain(model);
    }),
  );
});

describe('what is no post', () => {
  test.each([
    [null],
    [undefined],
    ['hub'],
    [7],
    [[]],
    [{ id: 3, base: 'attic', hosts: 'police', filled: 1 }],
  ])('%j is a post of which nothing is known', (sent) => {
    const posts = [{ id: 'a', headcount: 1, base: 'hub' }, sent] as readonly ClassifiedSpokes[];
    const { model, candidates, reasons } = classifyModel(posts);
    expect(model).toBe(3);
    expect(candidates).toContain(4);
    expect(reasons[1]).toBe('Where these posts are is not known: post 2.');
  });

  test('no list of posts says nothing', () => {
    for (const sent of [null, {}, 'posts'] as never[])
      expect([classifyModel(sent).model, whatWouldDecide(sent)]).toEqual([
        'undetermined',
        ['Which Spokes the service has, and where they are based.'],
      ]);
  });

  test('any plain data gets an answer', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(post, fc.anything())), (sent) => {
        const posts = sent as readonly ClassifiedSpokes[];
        expect(classifyModel(posts).reasons.join()).not.toMatch(/undefined|object/);
        expect(whatWouldDecide(posts)).toBeInstanceOf(Array);
      }),
    );
  });
});
