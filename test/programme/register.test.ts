import {
  formalAgreement,
  assessChecklist,
  hostSector,
  hubAndSpokeModel,
  isCode,
  modelFigures,
  operationalGroup,
  plannedServices,
  provenanceOf,
  registerSchema,
  sectorOf,
} from 'hub-and-spoke';
import { register, table1 } from 'hub-and-spoke/year-two';
import { describe, expect, test } from 'vitest';

/** The paths of every single fact below a value. */
const leaves = (value: unknown, path = ''): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
    : [path];

describe('the register of the report', () => {
  test('fits the schema', () => {
    expect(registerSchema.safeParse(register).error).toBeUndefined();
  });

  test('says of every fact where it comes from and how certain it is', () => {
    for (const { provenance = {}, ...service } of register.services) {
      for (const path of leaves(service))
        expect(provenanceOf(provenance, path), `${service.id} ${path}`).toBeDefined();
      for (const path of Object.keys(provenance)) {
        const known =
          path === '' || leaves(service).some((leaf) => leaf === path || leaf.startsWith(`${path}.`));
        expect(known, `${service.id} ${path}`).toBe(true);
      }
    }
  });

  test('has 23 full-time equivalents of CSEFA in Table 1, nine of them in Phase One', () => {
    const fte = (services: readonly string[]): number =>
      table1
        .filter(({ service }) => services.includes(service))
        .reduce((sum, { csefaFunded }) => sum + Number(/(\d+) FTE/.exec(csefaFunded.printed)?.[1]), 0);
    expect([fte(['1', '2', '3']), fte(['4', '5', '6', '7', '8'])]).toEqual([9, 14]);
  });

  test('agrees with Table 1 on models, managers and charities', () => {
    for (const { service, model, dedicatedManager, largeVoluntary } of table1) {
      const facts = register.services.find(({ id }) => id === service);
      expect(String(facts?.declaredModel)).toBe(model.printed);
      expect(facts?.support?.dedicatedManager).toBe(dedicatedManager.printed === 'Yes');
      expect(facts?.hub.charity === 'large-national').toBe(largeVoluntary.printed === 'Yes');
    }
  });
});

test('sixteen services are planned', () => {
  expect(Object.values(plannedServices).reduce((sum, each) => sum + each, 0)).toBe(16);
});

test('Figure 1 draws every model, and every kind of host has a sector', () => {
  expect(modelFigures.map(({ model }) => String(model))).toEqual(
    hubAndSpokeModel.entries.map(({ code }) => code),
  );
  for (const sector of Object.values(sectorOf)) expect(isCode(hostSector, sector)).toBe(true);
});

test('the formal agreement has ten items, and what nobody has said is not known', () => {
  expect(formalAgreement.items).toHaveLength(10);
  const result = assessChecklist(operationalGroup, { police: 'met', health: 'not-met' });
  expect([result.met, result.notMet, result.notKnown.length]).toEqual([['police'], ['health'], 12]);
});
