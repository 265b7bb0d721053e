import { datedRule, shown, type DatedRule, type Finding } from '../checks/index.ts';

/** A rule about records, checked as a return is made of them. */
export type RecordRule = DatedRule;

/**
 * The rules about records: K1 each by itself, K2 what they say together, K3 what is kept at all.
 *
 * @example
 * recordRules.find(({ code }) => code === 'K202')?.statement; // => 'Sessions of at most half a day are awareness raising, longer ones training.'
 */
export const recordRules: readonly RecordRule[] = [
  datedRule(
    'K101',
    'error',
    'A record has the shape of one of the kinds of record.',
    'Correct the record. It was not counted.',
  ),
  datedRule(
    'K102',
    'error',
    'Ids and texts are pseudonymous: nothing in them looks as if it identified a person.',
    'Replace it by a pseudonym before records leave the case system. The record was counted.',
  ),
  datedRule(
    'K103',
    'error',
    'Records with the same id say the same.',
    'Find out which of them is right. None of them was counted.',
  ),
  datedRule(
    'K104',
    'query',
    'A text that becomes a category can be one.',
    'Use a code of the list. It was counted as not known.',
  ),
  datedRule(
    'K201',
    'error',
    'A case does not close before it opens.',
    'Correct the dates. They were counted as not known.',
  ),
  datedRule(
    'K202',
    'advice',
    'Sessions of at most half a day are awareness raising, longer ones training.',
    'Nothing, if the length is right: the session was counted by its length.',
  ),
  datedRule(
    'K203',
    'query',
    'No more people are named than attended.',
    'Correct the number attending, or the names.',
  ),
  datedRule(
    'K204',
    'query',
    'A contact falls within an open case.',
    'Correct the date of the contact or of the case.',
  ),
  datedRule(
    'K205',
    'query',
    'What is recorded of a young person on one day does not contradict itself.',
    'Correct the records. It was counted as not known.',
  ),
  datedRule(
    'K206',
    'error',
    'A young person is born before being counted.',
    'Correct the date of birth. The age was counted as not known.',
  ),
  datedRule(
    'K207',
    'query',
    'A category that is not of its list is one on purpose.',
    'Look at the new categories: nothing that says who somebody is may be among them. Use a code of the list where one fits.',
  ),
  datedRule(
    'K301',
    'advice',
    'The service keeps records of everything that the form asks.',
    'If there were none, name the kind in `keeps`, and they are counted as 0.',
  ),
  datedRule(
    'K302',
    'query',
    'The service and its posts are those of the register.',
    'Correct the register or the records.',
  ),
];

/** A finding against a rule about records. It names records by their ids, and never what looks identifying. */
export function recordFinding(code: string, message: string, expected?: string): Finding {
  const known = recordRules.find((each) => each.code === code);
  if (known === undefined) throw new RangeError(`recordFinding: there is no rule ${shown(code)}`);
  const { severity, statement, remedy } = known;
  return { rule: code, severity, paths: [], message, found: {}, expected: expected ?? statement, remedy };
}
