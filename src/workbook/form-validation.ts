import type { DataValidation } from 'hucre/xlsx';
import type { FormRow } from '../files/index.ts';
import { countFormula } from './form-formulas.ts';
import { declaredName, listName } from './list-sheet.ts';

/** What may be typed into an answer, and what is said when something else is. */
export function validationOf(row: FormRow, range: string): readonly DataValidation[] {
  const { answer, codelist, guidance } = row;
  const told = { showErrorMessage: true, errorTitle: 'Please check', range, allowBlank: true } as const;
  const hint = guidance === '' ? {} : { showInputMessage: true, inputMessage: guidance.slice(0, 250) };
  if (answer === 'count' || answer === 'decimal') {
    const number = answer === 'decimal' ? 'a number' : 'a whole number';
    const errorMessage = `Enter ${number} from 0, “not known”, “unable to provide”, “n/a”, or 113+ for an incomplete count.`;
    return [
      { type: 'custom', formula1: countFormula(range, answer === 'decimal'), errorMessage, ...told, ...hint },
    ];
  }
  if (answer === 'code' || answer === 'declared') {
    const formula1 = codelist === undefined ? declaredName : listName(codelist);
    return [{ type: 'list', formula1, errorMessage: 'Choose one of the list.', ...told, ...hint }];
  }
  if (answer !== 'day') return [];
  const errorMessage = 'Enter a day of the calendar, such as 2015-03-31.';
  return [
    {
      type: 'date',
      operator: 'greaterThan',
      formula1: '1',
      errorMessage,
      errorStyle: 'warning',
      ...told,
      ...hint,
    },
  ];
}
