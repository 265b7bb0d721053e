import { codelist, type CodeOf } from '../vocabulary/index.ts';

/** The phases in which services were funded. */
export const phase = codelist({
  name: 'phase',
  title: 'Phase',
  source: '1.1',
  entries: [
    { code: 'one', label: 'Phase One', meaning: 'Funded in 2013-14.', since: '2013-Q4' },
    { code: 'two', label: 'Phase Two', meaning: 'Funded in 2014-15.', since: '2014-Q3' },
    { code: 'three', label: 'Phase Three', meaning: 'Planned for 2015-16.', since: '2015-Q4' },
  ],
});

/** A code of {@link phase}. */
export type Phase = CodeOf<typeof phase>;

/** How many services each phase was to have. Together sixteen. */
export const plannedServices: Readonly<Record<Phase, number>> = { one: 3, two: 5, three: 8 };
