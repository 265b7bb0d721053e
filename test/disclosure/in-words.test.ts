import fc from 'fast-check';
import { cellsOf, summarise } from 'hub-and-spoke';
import {
  cellInPrint,
  countsYoungPeople,
  defineRelease,
  figureInPrint,
  hiddenMark,
  numberInPrint,
  openCertificate,
  protect,
  redesign,
  shareInPrint,
  type Certificate,
} from 'hub-and-spoke/disclosure';
import { expect, test } from 'vitest';
import { coreReturnValue } from '../arbitraries.ts';
import { anyRelease, oneWay } from './release-arbitraries.ts';
import { quarter, releaseOf } from './releases.ts';

const hide = [1, 2] as const;
const spoilt = /undefined|NaN|\[object|Infinity/;

test('every number in print is what its cell lets be printed, and what was not released has none', async () => {
  await fc.assert(
    fc.asyncProperty(anyRelease, async (contents) => {
      const { release } = defineRelease(contents);
      const published = release && (await protect(release, { hide })).published;
      if (published === undefined) return;
      for (const cell of published.cells) {
        const words = numberInPrint(published, cell.id);
        expect(words).toBe(cellInPrint(cell));
        expect(words).not.toMatch(spoilt);
        if (cell.mark === 'hidden') expect(words).toBe(hiddenMark);
        else expect(words).not.toContain(hiddenMark);
      }
      expect(() => numberInPrint(published, 'nothing of that name')).toThrow(RangeError);
    }),
    { numRuns: 60 },
  );
});

test('figures of a protected summary print no number that is hidden', async () => {
  const few = fc.record({ girls: fc.nat(4), boys: fc.nat(9), older: fc.nat(30) });
  await fc.assert(
    fc.asyncProperty(few, async ({ girls, boys, older }) => {
      const direct = girls + boys;
      const summary = summarise([
        quarter('1', 1, {
          youngPeople: { direct, base: 'direct', gender: { Female: girls, Male: boys } },
          referrals: { received: older },
        }),
      ]);
      const { published } = await protect(releaseOf({ summaries: [summary] }), { hide });
      for (const figure of (published?.summaries ?? []).flatMap((each) => each.figures)) {
        const [words, share] = [figureInPrint(figure), shareInPrint(figure)];
        expect(`${words} ${share}`).not.toMatch(spoilt);
        if (figure.mark === 'hidden') expect(words).toBe(hiddenMark);
        if (figure.isShareHidden === true) expect(share).toBe(hiddenMark);
        // A number that may be small stands nowhere.
        if (/gender|direct$/.test(figure.path)) expect(words).not.toMatch(/^[12](?:,|$)/);
      }
    }),
    { numRuns: 40 },
  );
});

test('a certificate opens for whoever has it, and only one that was given', async () => {
  await fc.assert(
    fc.asyncProperty(oneWay, fc.anything(), async (contents, anything) => {
      const { release } = defineRelease(contents);
      const certificate = release && (await protect(release, { hide })).certificate;
      if (certificate !== undefined) {
        const cells = new Map(release?.cells.map((cell) => [cell.id, cell]));
        const witnesses = openCertificate(certificate);
        expect(witnesses).toHaveLength(certificate.witnesses);
        // Both of two alternatives are counts, and of what is small, and not printed at any price, they say two things.
        for (const { cell, one, other } of witnesses) {
          const { count = 0, printed } = cells.get(cell) ?? {};
          if (hide.some((small) => small === count) && printed !== 'always')
            expect(one[cell] ?? 0).not.toBe(other[cell] ?? 0);
          for (const [id, amount] of [...Object.entries(one), ...Object.entries(other)])
            expect((cells.get(id)?.count ?? 0) + amount).toBeGreaterThanOrEqual(0);
        }
      }
      expect(() => openCertificate(anything as Certificate)).toThrow(TypeError);
    }),
    { numRuns: 60 },
  );
});

test('what is proposed instead of a release hides less than the release', async () => {
  await fc.assert(
    fc.asyncProperty(oneWay, async (contents) => {
      const { asIs, proposals } = await redesign(contents, { hide }, { share: 0 });
      expect(asIs.share).toBeGreaterThanOrEqual(0);
      for (const proposal of proposals) {
        expect(proposal.share).toBeLessThan(asIs.share);
        expect(proposal.merges.length).toBeGreaterThan(0);
        // It is ready to be protected, and comes to what is said of it.
        const { release } = defineRelease(proposal.contents);
        expect(release && (await protect(release, { hide })).published?.cells).toHaveLength(proposal.cells);
      }
    }),
    { numRuns: 25 },
  );
});

test('a figure counts young people wherever its field does', () => {
  fc.assert(
    fc.property(coreReturnValue, (value) => {
      for (const { path, field } of cellsOf(value))
        expect([path, countsYoungPeople(path)]).toEqual([
          path,
          field.kind !== 'code' && field.describesYoungPeople,
        ]);
    }),
  );
});

test('what is no field may be somebody: it is taken for a count of young people', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(countsYoungPeople(`someone.${name}`)).toBe(true);
    }),
  );
});
