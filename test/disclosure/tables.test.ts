import { describe, expect, test } from 'vitest';
import { returns } from 'hub-and-spoke/year-two';
import { summarise } from 'hub-and-spoke';
import { defineRelease, protect } from 'hub-and-spoke/disclosure';

describe('tables', () => {
  test('years', async () => {
    for (const each of returns) {
      const { release, refused } = defineRelease({ summaries: [summarise([each])] });
      expect(refused).toBeUndefined();
      const t = performance.now();
      const protection = await protect(release!, {}, { exact: false });
      console.log(each.service, performance.now() - t, protection.report, protection.refused);
      for (const f of protection.published!.summaries[0]!.figures.filter((f) => f.mark !== 'open'))
        console.log(f.path, f.base, f.mark, f.low, f.high);
    }
  });
});
