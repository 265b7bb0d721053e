import fc from 'fast-check';
import {
  assessChecklist,
  byImportance,
  compareEmbeddedness,
  embeddedness,
  formalAgreement,
  hostSector,
  hostType,
  isCode,
  operationalGroup,
  provenanceOf,
  sectorOfHost,
  type Finding,
  type Provenance,
  type Severity,
} from 'hub-and-spoke';
import { expect, test } from 'vitest';

test('every item of a checklist is met, not met or not known, whatever was answered', () => {
  const list = fc.constantFrom(formalAgreement, operationalGroup);
  const answered = list.chain((each) =>
    fc
      .dictionary(
        fc.constantFrom(...each.items.map(({ id }) => id), '__proto__', 'other'),
        fc.constantFrom('met', 'not-met', 'not-known', 'yes'),
      )
      .map((answers) => ({ each, answers: answers as Parameters<typeof assessChecklist>[1] })),
  );
  fc.assert(
    fc.property(answered, ({ each, answers }) => {
      const { met, notMet, notKnown } = assessChecklist(each, answers);
      expect([...met, ...notMet, ...notKnown].sort()).toEqual(each.items.map(({ id }) => id).sort());
    }),
  );
});

test('how deeply a Spoke is embedded is one order', () => {
  const depth = fc.constantFrom(...embeddedness);
  fc.assert(
    fc.property(depth, depth, depth, (one, other, third) => {
      expect(Math.sign(compareEmbeddedness(one, other)) + Math.sign(compareEmbeddedness(other, one))).toBe(0);
      if (compareEmbeddedness(one, other) <= 0 && compareEmbeddedness(other, third) <= 0)
        expect(compareEmbeddedness(one, third)).toBeLessThanOrEqual(0);
    }),
  );
});

test('every host has a sector, its own where it has one', () => {
  const type = fc.oneof(fc.constantFrom(...hostType.entries.map(({ code }) => code)), fc.string());
  const sector = fc.option(fc.constantFrom(...hostSector.entries.map(({ code }) => code)), {
    nil: undefined,
  });
  fc.assert(
    fc.property(type, sector, (of, own) => {
      const found = sectorOfHost({ type: of, ...(own !== undefined && { sector: own }) });
      expect(isCode(hostSector, found)).toBe(true);
      if (own !== undefined) expect(found).toBe(own);
    }),
  );
});

test('findings have one order, whatever the order in which they were found', () => {
  const finding = fc
    .record({
      rule: fc.constantFrom('R101', 'R102', 'C101', 'P001'),
      severity: fc.constantFrom<Severity>('error', 'query', 'advice'),
      path: fc.option(fc.constantFrom('a', 'b', 'c')),
    })
    .map(({ rule, severity, path }): Finding => ({
      rule,
      severity,
      paths: path === null ? [] : [path],
      message: '',
      found: {},
      expected: '',
      remedy: '',
    }));
  fc.assert(
    fc.property(fc.array(finding), (findings) => {
      expect([...findings].reverse().sort(byImportance)).toEqual([...findings].sort(byImportance));
    }),
  );
});

test('where a fact comes from is said by its path, or by the nearest path above it', () => {
  const path = fc
    .array(fc.constantFrom('spokes', 'hub', '0', 'fte', '__proto__'), { maxLength: 4 })
    .map((parts) => parts.join('.'));
  const said = fc.uniqueArray(path, { maxLength: 5 }).map((paths) =>
    // A note tells which path a provenance was said of.
    Object.fromEntries(
      paths.map((note): [string, Provenance] => [note, { source: '2.1', certainty: 'certain', note }]),
    ),
  );
  fc.assert(
    fc.property(said, path, (known, asked) => {
      const above = Object.keys(known).filter((each) => each === '' || `${asked}.`.startsWith(`${each}.`));
      const nearest = above.sort((one, other) => other.length - one.length)[0];
      expect(provenanceOf(known, asked)?.note).toBe(nearest);
    }),
  );
});
