import { test } from 'vitest';
import { defineRelease, protect } from 'hub-and-spoke/disclosure';
test('x', async () => {
  const contents = {
    tables: [
      {
        id: 'table',
        cells: [
          { id: 'age0 0', count: 0 },
          { id: 'age0 1', count: 0 },
          { id: 'age0 both', count: 0 },
          { id: 'age1 0', count: 2 },
          { id: 'age1 1', count: 3 },
          { id: 'age1 both', count: 5 },
          { id: 'age2 0', count: 2 },
          { id: 'age2 1', count: 0 },
          { id: 'age2 both', count: 2 },
          { id: 'girls 0', count: 0 },
          { id: 'girls 1', count: 0 },
          { id: 'girls both', count: 0 },
          { id: 'boys 0', count: 4 },
          { id: 'boys 1', count: 3 },
          { id: 'boys both', count: 7 },
          { id: 'base 0', count: 4 },
          { id: 'base 1', count: 3 },
          { id: 'base both', count: 7 },
        ],
        lines: [
          { total: 'base 0', parts: ['age0 0', 'age1 0', 'age2 0'] },
          { total: 'base 0', parts: ['girls 0', 'boys 0'] },
          { total: 'base 1', parts: ['age0 1', 'age1 1', 'age2 1'] },
          { total: 'base 1', parts: ['girls 1', 'boys 1'] },
          { total: 'base both', parts: ['age0 both', 'age1 both', 'age2 both'] },
          { total: 'base both', parts: ['girls both', 'boys both'] },
          { total: 'age0 both', parts: ['age0 0', 'age0 1'], of: 'members' },
          { total: 'age1 both', parts: ['age1 0', 'age1 1'], of: 'members' },
          { total: 'age2 both', parts: ['age2 0', 'age2 1'], of: 'members' },
          { total: 'girls both', parts: ['girls 0', 'girls 1'], of: 'members' },
          { total: 'boys both', parts: ['boys 0', 'boys 1'], of: 'members' },
          { total: 'base both', parts: ['base 0', 'base 1'], of: 'members' },
        ],
      },
    ],
  } as const;
  const { release } = defineRelease(contents as never);
  console.log(
    JSON.stringify((await protect(release!, { hide: [1, 2], rounding: 5 })).refused?.map((r) => r.code)),
  );
});
