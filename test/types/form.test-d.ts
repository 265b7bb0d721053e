import type { AgeBand, Cell, CoreReturn, FieldId, MissingReason } from 'hub-and-spoke';
import { checkReturn, returnRule } from 'hub-and-spoke';
import { expectTypeOf, test } from 'vitest';

test('codes are unions', () => {
  expectTypeOf<AgeBand>().toEqualTypeOf<'under-12' | '12-14' | '15-17' | '18-plus' | 'not-known'>();
  expectTypeOf<'deferred'>().toExtend<MissingReason>();
  expectTypeOf<string>().not.toExtend<MissingReason>();
});

test('a return is made of named types', () => {
  expectTypeOf<NonNullable<CoreReturn['youngPeople']>['direct']>().toEqualTypeOf<Cell | undefined>();
  expectTypeOf<'youngPeople.age'>().toExtend<FieldId>();
  expectTypeOf<'youngPeople.height'>().not.toExtend<FieldId>();
});

test('a closed list takes no other code, an open one does', () => {
  const period = { from: '2015-01-01', to: '2015-03-31' };
  const open: CoreReturn = {
    edition: 'year-two',
    service: '2',
    period,
    youngPeople: { ethnicity: { polish: 3 } },
  };
  expectTypeOf(open).toExtend<CoreReturn>();
  // @ts-expect-error the age bands are a closed list
  const closed: CoreReturn['youngPeople'] = { age: { '13-15': 3 } };
  expectTypeOf(closed).toExtend<CoreReturn['youngPeople']>();
});

test('a rule cannot read a part that it does not declare', () => {
  returnRule({
    code: 'R999',
    severity: 'advice',
    source: 'library',
    statement: '',
    remedy: '',
    fields: ['youngPeople.direct', 'youngPeople.indirect'],
    needs: ['youngPeople.direct'],
    examples: { holds: [], breaks: [] },
    check: (view) => {
      expectTypeOf(view['youngPeople.direct']).toEqualTypeOf<Cell>();
      expectTypeOf(view['youngPeople.indirect']).toEqualTypeOf<Cell | undefined>();
      // @ts-expect-error not among the fields that the rule declares
      expectTypeOf(view['youngPeople.total']).toBeAny();
      return [];
    },
  });
});

test('anything can be checked, and the value may be missing', () => {
  expectTypeOf(checkReturn).parameter(0).toBeUnknown();
  expectTypeOf(checkReturn(null).value).toEqualTypeOf<CoreReturn | undefined>();
});
