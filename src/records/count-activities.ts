import {
  countedSessions,
  groupWorkIn,
  sessionFindings,
  sessionsByActivity,
  type SessionsByActivity,
} from './activities.ts';
import { putTally } from './count-cases.ts';
import {
  addFindings,
  has,
  put,
  putCell,
  shownLineage,
  trustedCells,
  type CountedReturn,
} from './counted-return.ts';
import type { Flow } from './direct-support.ts';
import type { DistinctRecords } from './distinct-records.ts';
import { keepsConsultancies } from './kept-kinds.ts';
import { isMeasure, mostMeasures, outcomesAtClose } from './outcomes.ts';
import type { People } from './people.ts';
import { recordFinding } from './record-rule.ts';
import type { SessionRecord } from './service-record.ts';
import { cellOf, lineageOf, tallyOf } from './tally.ts';

/** Counts the young people discussed in consultancies, and the consultancies. */
export function countConsultancies(
  counted: CountedReturn,
  people: People,
  { consultancies }: DistinctRecords,
): void {
  if (!keepsConsultancies(counted.kept)) return;
  const { indirect, someoneUnnamed } = people;
  // Without what says who is directly supported nobody knows who is not, unless the Spokes do no casework.
  const isNoCasework = counted.service?.duties?.includes('casework') === false;
  const isKnown = isNoCasework || has(counted, 'youngPeople.direct');
  const tally = isKnown ? indirect : tallyOf([], [...indirect.certain, ...indirect.possible]);
  putCell(counted, 'youngPeople.indirect', {
    cell: cellOf(tally.certain.size, tally.possible.size > 0 || someoneUnnamed),
    lineage: lineageOf('young people', tally),
  });
  // Cases tell whom consultancies were about, and not how many there were.
  if (!counted.kept.has('consultancy')) return;
  const dated = consultancies.filter(({ date }) => typeof date === 'string').map(({ id }) => id);
  const all = consultancies.map(({ id }) => id);
  putTally(counted, 'withProfessionals.consultancySessions', 'consultancies', tallyOf(dated, all));
}

/** Counts sessions and those attending. */
export function countSessions(counted: CountedReturn, { sessions }: DistinctRecords): void {
  const { kept } = counted;
  addFindings(counted, sessionFindings(sessions));
  const byActivity = sessionsByActivity(sessions);
  if (kept.has('awareness-with-young-people')) {
    putSessions(counted, 'withYoungPeople.awareness', byActivity, 'awareness-with-young-people');
  }
  if (kept.has('group-work')) {
    const { one, more } = groupWorkIn(byActivity.get('group-work') ?? []);
    putCell(counted, 'withYoungPeople.oneGroupSession', one);
    putCell(counted, 'withYoungPeople.moreGroupSessions', more);
  }
  // Their length sorts sessions with professionals: whoever keeps the one kind keeps both.
  if (!kept.has('awareness-with-professionals') && !kept.has('training')) return;
  putSessions(counted, 'withProfessionals.awareness', byActivity, 'awareness-with-professionals');
  putSessions(counted, 'withProfessionals.training', byActivity, 'training');
}

type Counted = 'withYoungPeople.awareness' | 'withProfessionals.awareness' | 'withProfessionals.training';

function putSessions(
  counted: CountedReturn,
  what: Counted,
  byActivity: SessionsByActivity,
  activity: SessionRecord['activity'],
): void {
  const { held, attending } = countedSessions(byActivity.get(activity) ?? []);
  putCell(counted, `${what}Sessions`, held);
  putCell(counted, `${what}Attending`, attending);
}

/** Counts how cases stood as they were closed. */
export function countOutcomes(counted: CountedReturn, { outcomes }: DistinctRecords, flow: Flow): void {
  const unfit = new Set(outcomes.filter(({ measure }) => !isMeasure(measure)).map(({ measure }) => measure));
  if (unfit.size > 0) {
    const message = `${unfit.size} measures have names that cannot stand in a return: their outcomes were not counted.`;
    addFindings(counted, [
      recordFinding('K104', message, 'names without full stops, strokes or personal data'),
    ]);
  }
  const named = new Set(outcomes.map(({ measure }) => measure)).size - unfit.size;
  if (named > mostMeasures) {
    const message = `There are ${named} measures; at most ${mostMeasures} were counted.`;
    addFindings(counted, [recordFinding('K104', message, `at most ${mostMeasures} measures`)]);
  }
  const { cells, lineage } = outcomesAtClose(flow, outcomes);
  if (lineage.size === 0) return;
  const measures = Object.entries(cells).map(
    ([measure, counts]) => [measure, trustedCells(counted, 'outcomes.atClose', counts)] as const,
  );
  put(counted, 'outcomes.atClose', Object.fromEntries(measures));
  for (const [code, each] of lineage) counted.lineage[`outcomes.atClose.${code}`] = shownLineage(each);
}
