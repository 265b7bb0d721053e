import type { Source } from '../vocabulary/index.ts';

/** A fault of the published report. */
export interface Fault {
  readonly id: string;
  /** What kind of fault: in arithmetic, in dates, in counts of services and staff, in cross-references, in terms, or in the structure. */
  readonly kind: 'arithmetic' | 'period' | 'count' | 'reference' | 'term' | 'structure';
  readonly source: Source;
  readonly fault: string;
  /** The rule of this library that finds it, with the return in which it does. */
  readonly found?: { readonly rule: string; readonly service: string };
  /** The rule that finds it when returns are checked together, with the register. */
  readonly foundTogether?: string;
  /** Why no check of a return finds it, where none does. */
  readonly why?: string;
}

type Row = readonly [
  id: string,
  source: Source,
  fault: string,
  foundOrWhy: Pick<Fault, 'found' | 'foundTogether' | 'why'>,
];

const by = (rule: string, service: string): Pick<Fault, 'found'> => ({ found: { rule, service } });
const together = (rule: string): Pick<Fault, 'foundTogether'> => ({ foundTogether: rule });
const because = (why: string): Pick<Fault, 'why'> => ({ why });
const inText = because('It stands in the text of the report, not in a return.');
const inRegister = because('It is a matter of the register, which keeps what each place of the report says.');
const benign = because('It is no fault: rounding explains it.');

function faultsOf(kind: Fault['kind'], rows: readonly Row[]): readonly Fault[] {
  return rows.map(([id, source, fault, outcome]) => ({ id, kind, source, fault, ...outcome }));
}

/**
 * Every fault found in the report, with the rule that finds it or why none does.
 *
 * @example
 * faults.find((fault) => fault.id === 'A6')?.found; // => { rule: 'R301', service: '4, 5 and 8' }
 */
export const faults: readonly Fault[] = [
  ...faultsOf('arithmetic', [
    ['A1', 'Table 2', '28 of 124 aged 18 or over is 23%; printed is 22%.', by('R301', '1')],
    ['A2', 'Table 2', '23 of 124 male is 19%; printed is 18%.', by('R301', '1')],
    ['A3', 'Table 2', 'The ethnicities add up to 120 of 124; four are not accounted for.', by('R213', '1')],
    ['A4', 'Table 2', '35 of 124 White other is 28%; printed is 29%.', by('R301', '1')],
    ['A5', 'Table 2', 'No single base gives both percentages of ethnicity.', by('R303', '1')],
    ['A6', 'Table 5', '2 of 50 White other is 4%; printed is 10%.', by('R301', '4, 5 and 8')],
    ['A7', 'Table 5', '1 of 50 Pakistani is 2%; printed is 5%.', by('R301', '4, 5 and 8')],
    ['A8', 'Table 5', 'The percentages of ethnicity add up to 109.', by('R302', '4, 5 and 8')],
    ['A9', 'Table 4', 'The percentages of age and of ethnicity add up to 99.', benign],
    [
      'A10',
      'Table 5',
      'Rows of 0 have no percentage.',
      because('A percentage that is not printed cannot be wrong.'),
    ],
  ]),
  ...faultsOf('period', [
    [
      'P1',
      'Table 5',
      'The period is printed to 1 June 2015; the text says 30 June.',
      by('R104', '4, 5 and 8'),
    ],
    [
      'P2',
      'Table 5',
      'One of the three services returned April to June only; five of six possible returns.',
      together('C204'),
    ],
    [
      'P3',
      '2.3',
      'The text gives all of Phase One October 2013 to September 2014; Tables 3 and 4 print the calendar year 2014.',
      together('C203'),
    ],
    ['P4', '2.3', 'Phase One was asked for its first year; Service 1 gave its last.', inText],
    ['P5', '2.3', 'Two years of funding to September 2014 would begin before the funder existed.', inText],
    ['P6', '4.2', 'Service 1 is counted in later data collection though its funding had ended.', inRegister],
    ['P7', '4.2', 'Three different bounds are given for Year Three of the evaluation.', inText],
    ['P8', '1.1', 'The End of Phase One report is dated September and October 2014.', inText],
    ['P9', '1.1', 'Three years of Phase Three funding run beyond the programme’s own end.', inText],
    ['P10', '1.4', 'Each site is said to be visited twice; Phase Three gets one full visit.', inText],
    ['P11', 'Appendix Four', 'The schedule and section 4.2 disagree on three items.', inText],
  ]),
  ...faultsOf('count', [
    [
      'C1',
      'Appendix Three',
      'Two annual returns from two Phase One services; the tables have three from three.',
      inText,
    ],
    [
      'C2',
      'Summary',
      '97 people interviewed, and 90 in the appendix: the difference is seven telephone interviews.',
      inText,
    ],
    ['C3', 'Table 5', 'Six Spoke workers; Table 1 gives Services 4, 5 and 8 eight.', together('C202')],
    ['C4', 'Summary', 'Two to five Spoke workers a service; Service 3 has six people.', inRegister],
    ['C5', '3.3', 'CSEFA is said to fund two or three posts; Service 7 has four.', inRegister],
    ['C6', 'Table 2', 'Five Spokes for a period in which CSEFA funded three.', together('C202')],
    ['C7', 'Table 1', 'One other-funded post of Service 3 in the table, three in the text.', inRegister],
    ['C8', 'Table 1', 'Two other-funded posts of Service 4 in the table, three in the text.', inRegister],
    ['C9', '2.3', 'Service 7 is said not to deliver, and to be placed in a police team.', inText],
    ['C10', '3.3', 'All posts are said to be filled; Service 4’s story says how lately.', inText],
    ['C11', '2.3', 'Data are said to relate to eight projects; six have data.', inText],
    [
      'C12',
      'Table 3',
      'Seven awareness-raising sessions without attendance, and 15 people at six training sessions.',
      by('R412', '2'),
    ],
    ['C13', '4.1', 'Gender is said to be lacking; it is complete in all four tables.', inText],
    ['C14', 'Tables 2-5', 'Tables 3 and 5 have the same split of gender, 39 and 11 of 50.', together('C301')],
    [
      'C15',
      'Table 3',
      'White other outnumbers White UK, unlike in every other table.',
      because('One table among four shows no pattern that a rule could hold it to.'),
    ],
    [
      'C16',
      'Table 4',
      '36 awareness-raising sessions for each Spoke worker.',
      because('A rate of the programme has to be given to compare with.'),
    ],
  ]),
  ...faultsOf('reference', [
    ['X1', '3.1', 'The layers of context are said to be in Figure 1; they are in Figure 2.', inText],
    ['X2', '1.2', 'The team is said to be in Appendix One; it is in Appendix Two.', inText],
    ['X3', '4.2', 'The schedule is said to be in Appendix Three; it is in Appendix Four.', inText],
    ['X4', '1.4', 'The literature review is said to be described in 1.1; it is in 1.5.', inText],
    ['X5', '3.2', 'Sections 1.2 and 3.1 are given for what stands in 1.6 and 3.2.', inText],
    ['X6', '3.3', 'Section 3.3 refers to itself as above.', inText],
    ['X7', '3.2', 'Section 3.3 is given for what stands mostly in 3.2.', inText],
    ['X8', '3.3', 'A quotation introduced as a host’s is labelled Hub Manager.', inText],
  ]),
  ...faultsOf('term', [
    ['G1', 'Appendix One', 'SECOS is spelled out in two ways.', inText],
    ['G2', 'Appendix One', 'MEG is spelled out in two ways.', inText],
    ['G3', '3.2', 'Names and capitals vary.', inText],
    [
      'G4',
      'Appendix One',
      'Some entries are not used in the text, and some terms of the text have no entry.',
      inText,
    ],
    ['G5', '1.3', 'The third impact area is worded in two ways.', inText],
  ]),
  ...faultsOf('structure', [
    ['R1', 'Table 1', 'Dashes and blanks cannot be told apart for certain.', inText],
    ['R2', '3.2', 'Of Figures 3 and 4 only the captions survive.', inText],
    ['R3', '2.2', 'The example of Model 4 does not fit its own description.', inRegister],
    ['R4', '2.2', 'The example of Model 3 may become Model 4.', inRegister],
    ['R5', '2.2', 'The sentence on reach leaves out a service.', inRegister],
    ['R6', '2.2', 'Definitions and examples of Models 1 and 2 differ in their hosts.', inRegister],
    ['R7', '3.3', 'Home-based Spokes are mentioned and fit no model.', inRegister],
  ]),
];
