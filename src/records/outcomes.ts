import { isMeasureName, type Cell } from '../form/index.ts';
import { closeOutcome, groupedBy, type CloseOutcome } from '../vocabulary/index.ts';
import { daysOf, type Flow, type Spell } from './direct-support.ts';
import type { CellLineage } from './lineage.ts';
import { identifying } from './personal-data.ts';
import type { CaseRecord, OutcomeRecord } from './service-record.ts';
import { cellOf } from './tally.ts';
import { textOrder } from './text-order.ts';

/** Outcomes at close by measure, with what stands behind each. */
export interface CountedOutcomes {
  readonly cells: Readonly<Record<string, Readonly<Record<string, Cell>>>>;
  readonly lineage: ReadonlyMap<string, CellLineage>;
}

/** More measures than any service uses. */
export const mostMeasures = 100;

/** What a measure shows: not recorded where one of its readings is missing. */
function outcomeOf(record: OutcomeRecord | undefined): CloseOutcome {
  if (typeof record?.first !== 'number' || typeof record.last !== 'number') return 'not-recorded';
  if (record.last === record.first) return 'unchanged';
  return record.last > record.first === (record.better === 'higher') ? 'improved' : 'worse';
}

/** A measure that can stand in a return: a name without a full stop, a stroke or anything that cannot be seen. */
export const isMeasure = (measure: string): boolean =>
  isMeasureName(measure) && measure !== '__proto__' && identifying(measure) === undefined;

/**
 * Counts, for each measure that was taken of any of them, how the spells that were closed stood: by the last of their
 * cases that has a reading. Of doubtful cases nobody knows whether they were: of each measure there may be more.
 */
export function outcomesAtClose(
  { closed: ended, doubtful: uncertain, before }: Pick<Flow, 'closed' | 'doubtful' | 'before'>,
  outcomes: readonly OutcomeRecord[],
): CountedOutcomes {
  // The reading of a spell may be that of a case of which nobody knows whether it belongs to it.
  const closed = ended.filter(({ mayContinue }) => mayContinue.length === 0);
  const open = ended.filter(({ mayContinue }) => mayContinue.length > 0);
  const doubtful = [
    ...uncertain,
    ...before,
    ...open.flatMap(({ cases, mayContinue }) => [...cases, ...mayContinue]),
  ];
  const byCase = groupedBy(
    outcomes.filter(({ measure }) => isMeasure(measure)),
    (record) => record.case,
  );
  const ofSpell = (spell: Spell): readonly OutcomeRecord[] =>
    byEnd(spell).flatMap(({ id }) => byCase.get(id) ?? []);
  const certain = new Set(closed.flatMap(ofSpell).map(({ measure }) => measure));
  const possible = doubtful.flatMap(({ id }) => byCase.get(id) ?? []).map(({ measure }) => measure);
  const measures = [...new Set([...certain, ...possible])].sort().slice(0, mostMeasures);
  const lineage = new Map<string, CellLineage>();
  const cells = measures.map((measure) => {
    const byOutcome = groupedBy(closed, (spell) => outcomeOf(latest(ofSpell(spell), measure)));
    const counts = closeOutcome.entries.map(({ code }) => {
      const ids = (byOutcome.get(code) ?? []).flatMap(lastCase);
      lineage.set(`${measure}.${code}`, { of: 'cases', ids });
      // Whether a measure that only doubtful cases have is asked of anybody is not known either.
      return [
        code,
        certain.has(measure) ? cellOf(ids.length, doubtful.length > 0) : cellOf(0, true),
      ] as const;
    });
    return [measure, Object.fromEntries(counts)] as const;
  });
  return { cells: Object.fromEntries(cells), lineage };
}

/** The last of some records that has both its readings; the cases of a spell stand in the order of their ends. */
const latest = (records: readonly OutcomeRecord[], measure: string): OutcomeRecord | undefined => {
  const own = records.filter((record) => record.measure === measure);
  return own.findLast((record) => outcomeOf(record) !== 'not-recorded') ?? own.at(-1);
};

/** The cases of a spell in the order in which they ended. */
const byEnd = ({ cases }: Spell): readonly CaseRecord[] =>
  [...cases].sort(
    (one, other) => textOrder(daysOf(one).endedBy, daysOf(other).endedBy) || textOrder(one.id, other.id),
  );

/** The case with which a spell ended: its id stands for the spell. */
export const lastCase = (spell: Spell): readonly string[] => {
  const last = byEnd(spell).at(-1);
  return last === undefined ? [] : [last.id];
};
