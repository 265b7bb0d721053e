import { describe, expect, test } from 'vitest';
import { registerOf } from '../registers.ts';
import { aCase, compiled, found } from './compiled.ts';

describe('posts', () => {
  const register = (spokes: readonly object[]) => registerOf({ id: '2', spokes });
  const counted = async (...spokes: readonly object[]) => {
    const { value, lineage } = await compiled([], { register: register(spokes) });
    return [value.spokes?.headcount, value.spokes?.fte, lineage['spokes.headcount']?.ids];
  };

  test('are those filled and funded on the last day', async () => {
    const post = { headcount: 1, fte: 0.5 };
    expect(
      await counted(
        { id: 'b', ...post, fundedFrom: '2015-03-31' },
        { id: 'a', ...post, fundedUntil: '2015-03-31', filled: 'in-post' },
        { id: 'c', ...post, fundedFrom: '2015-04-01' },
        { id: 'd', ...post, fundedUntil: '2015-03-30' },
        { id: 'e', ...post, filled: 'vacant' },
      ),
    ).toEqual([2, 1, ['a', 'b']]);
  });

  test('have a full-time equivalent only where each has one, without the dust of floating point', async () => {
    expect(await counted({ id: 'a', headcount: 2, fte: 0.1 }, { id: 'b', headcount: 1, fte: 0.2 })).toEqual([
      3,
      0.3,
      ['a', 'b'],
    ]);
    expect(await counted({ id: 'a', headcount: 1 }, { id: 'b', headcount: 1, fte: 0.2 })).toEqual([
      2,
      undefined,
      ['a', 'b'],
    ]);
    expect(await counted()).toEqual([0, undefined, []]);
  });

  test('and services that the register does not have are found', async () => {
    expect(await found([], { register: register([]), service: '9' })).toContain(
      'K302 The register has no service 9.',
    );
    const cases = ['north', 'south', 'south', 'east'].map((post) => aCase({ post }));
    const known = register([{ id: 'north', headcount: 1 }]);
    expect((await found(cases, { register: known })).filter((each) => each.startsWith('K302'))).toEqual([
      'K302 The register has no post east, which holds cases.',
      'K302 The register has no post south, which holds cases.',
    ]);
    expect((await found(cases)).filter((each) => each.startsWith('K302'))).toEqual([]);
  });
});
