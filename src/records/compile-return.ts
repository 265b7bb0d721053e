import { byImportance, checkReturn, type Finding } from '../checks/index.ts';
import type { CoreReturn } from '../form/index.ts';
import { quarterPeriod, type Period } from '../vocabulary/index.ts';
import { countConsultancies, countOutcomes, countSessions } from './count-activities.ts';
import { countCases } from './count-cases.ts';
import { addFindings, type CountedReturn } from './counted-return.ts';
import { distinctRecords } from './distinct-records.ts';
import { keptKinds, notKept } from './kept-kinds.ts';
import type { Lineage } from './lineage.ts';
import type { CompileOptions } from './compile-options.ts';
import { partialReturn, type PartialReturn } from './partial-return.ts';
import { peopleIn } from './people.ts';
import { countPosts, postFindings } from './posts.ts';

/** A return made of records. */
export interface CompiledReturn {
  /** The return. It names nobody: only counts are in it. */
  readonly value: CoreReturn;
  /** The ids behind each of its cells. It stays with the service. */
  readonly lineage: Lineage;
  /** What was found in the records. */
  readonly findings: readonly Finding[];
}

/**
 * Makes the return of a quarter from the records of a service: cases, contacts, sessions, consultancies and outcomes,
 * in any order, in one pass. Whatever the records leave open is counted as not known or as incomplete, by the rules
 * in {@link countingRules}; what is wrong with them is a finding that names no one. The return has no arithmetic left
 * to correct.
 *
 * @throws RangeError when the quarter is none: a mistake of the caller
 * @example
 * const { value, lineage } = await compileReturn(
 *   [
 *     { kind: 'case', id: 'c1', youngPerson: 'yp1', support: 'direct', opened: '2014-11-03', dateOfBirth: '2000-02-29', gender: 'Female' },
 *     { kind: 'case', id: 'c2', youngPerson: 'yp1', support: 'direct', opened: '2015-02-02', dateOfBirth: '2000-02-29' },
 *     { kind: 'session', id: 's1', activity: 'training', date: '2015-03-31', days: 0.5, attending: 12 },
 *   ],
 *   { service: '2', quarter: '2015-Q1' },
 * );
 * value.youngPeople?.direct; // => 1
 * value.youngPeople?.age?.['15-17']; // => 1
 * value.withProfessionals?.awarenessSessions; // => 1
 * lineage['youngPeople.direct']?.ids; // => ['yp1']
 */
export async function compileReturn(
  records: AsyncIterable<unknown> | Iterable<unknown>,
  options: CompileOptions,
): Promise<CompiledReturn> {
  return finishReturn(await partialReturn(records, options), options);
}

/**
 * Makes the return of what was read of the records, in one place or in several.
 *
 * @throws RangeError when the part is of another return: a mistake of the caller
 * @example
 * const part = await partialReturn([{ kind: 'consultancy', id: 'k1', date: '2015-02-02', youngPerson: 'yp9' }], { service: '2', quarter: '2015-Q1' });
 * finishReturn(part, { service: '2', quarter: '2015-Q1', keeps: ['case'] }).value.youngPeople?.indirect; // => 1
 */
export function finishReturn(part: PartialReturn, options: CompileOptions): CompiledReturn {
  if (part.service !== options.service || part.quarter !== options.quarter)
    throw new RangeError('finishReturn: the part is of another service or quarter');
  const period = quarterPeriod(options.quarter);
  const records = distinctRecords(part.records);
  const counted: CountedReturn = {
    sections: {},
    lineage: {},
    findings: [...part.findings, ...records.findings],
    quarter: options.quarter,
    service: options.register?.services.find(({ id }) => id === options.service),
    kept: keptKinds(part, records.torn, options),
  };
  const { kept, service } = counted;
  countPosts(counted, options, period);
  addFindings(counted, [...postFindings(records.cases, service), ...notKept(kept, service, options)]);
  const people = peopleIn(records, period, options);
  addFindings(counted, people.findings);
  if (kept.has('case') && (options.direct !== 'contact' || kept.has('contact'))) {
    const flow = countCases(counted, records, people, period, options);
    if (kept.has('outcome')) countOutcomes(counted, records, flow);
  }
  countConsultancies(counted, people, records);
  countSessions(counted, records);
  return finished(counted, options, period);
}

function finished(
  { sections, lineage, findings }: CountedReturn,
  options: CompileOptions,
  period: Period,
): CompiledReturn {
  const candidate = { edition: 'year-two', service: options.service, period, ...sections };
  const { value, findings: wrong } = checkReturn(candidate);
  // A return made here has the shape of one, whatever the records are: if not, the mistake is ours or the service’s name.
  if (value === undefined) throw new RangeError(`compileReturn: ${wrong[0]?.message ?? 'no return'}`);
  const once = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  const inOrder = [...once].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, finding]) => finding);
  // Records come in any order; what is found in them is listed in one.
  return { value, lineage, findings: inOrder.sort(byImportance) };
}
