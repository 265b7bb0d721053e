import type { Certainty } from '../programme/index.ts';

/** A cell of Table 1 as printed; empty where nothing is. */
export interface PrintedCell {
  readonly printed: string;
  readonly certainty: Certainty;
}

/** A row of Table 1 as printed. */
export interface Table1Row {
  readonly service: string;
  readonly csefaFunded: PrintedCell;
  readonly otherFunder: PrintedCell;
  readonly model: PrintedCell;
  readonly dedicatedManager: PrintedCell;
  readonly largeVoluntary: PrintedCell;
  readonly singleIndependent: PrintedCell;
}

type Texts = readonly [string, string, string, string, string, string];
type Certainties = readonly [Certainty, Certainty, Certainty, Certainty, Certainty, Certainty];

function row(service: string, texts: Texts, certainties: Certainties): Table1Row {
  const cell = (index: 0 | 1 | 2 | 3 | 4 | 5): PrintedCell => ({
    printed: texts[index],
    certainty: certainties[index],
  });
  return {
    service,
    csefaFunded: cell(0),
    otherFunder: cell(1),
    model: cell(2),
    dedicatedManager: cell(3),
    largeVoluntary: cell(4),
    singleIndependent: cell(5),
  };
}

/**
 * Table 1 cell by cell, put together again from the order of its columns. A dash and a blank both mean that
 * none is recorded; which of the two is printed is not certain for Services 6 to 8.
 *
 * @example
 * table1[5]?.csefaFunded.printed; // => '4 (2 FTE)'
 */
export const table1: readonly Table1Row[] = [
  row(
    '1',
    ['3 FTE', '2 (statutory funding)', '1', 'Yes', 'Yes', ''],
    ['certain', 'high', 'certain', 'certain', 'certain', 'certain'],
  ),
  row(
    '2',
    ['3 FTE', '', '2', 'Yes', 'Yes', ''],
    ['certain', 'medium', 'certain', 'high', 'certain', 'certain'],
  ),
  row(
    '3',
    ['3 FTE', '1 (joint funded by police and charity’s own funds)', '1', 'Yes', 'Yes', ''],
    ['certain', 'high', 'certain', 'high', 'certain', 'certain'],
  ),
  row(
    '4',
    ['2 FTE', '2 (charity’s own funds)', '3', 'No', 'Yes', ''],
    ['certain', 'high', 'certain', 'high', 'certain', 'certain'],
  ),
  row(
    '5',
    ['3 FTE', '-', '1', 'No', 'Yes', ''],
    ['certain', 'medium', 'certain', 'high', 'certain', 'certain'],
  ),
  row(
    '6',
    ['4 (2 FTE)', '', '4', 'Yes', '', 'Yes'],
    ['certain', 'low', 'certain', 'high', 'certain', 'certain'],
  ),
  row('7', ['4 FTE', '', '5', 'No', '', 'Yes'], ['certain', 'low', 'certain', 'high', 'high', 'high']),
  row(
    '8',
    ['3 FTE', '', '1', 'Yes', '', 'Yes'],
    ['certain', 'low', 'certain', 'certain', 'certain', 'certain'],
  ),
];
