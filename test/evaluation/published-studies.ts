import type { QcaQuestion } from 'hub-and-spoke';

type Row = readonly [name: string, ...values: readonly (0 | 1)[]];

function study(names: readonly string[], rows: readonly Row[]): QcaQuestion {
  return {
    cases: rows.map(([name, ...values]) => ({
      name,
      values: Object.fromEntries(names.map((each, index) => [each, values[index] === 1])),
    })),
    conditions: names.slice(0, -1),
    outcome: names.at(-1) ?? '',
  };
}

/**
 * The breakdown or survival of democracy in eighteen countries between the wars: Lipset’s conditions as crisp
 * sets. B. Rihoux and G. De Meur, “Crisp-Set Qualitative Comparative Analysis (csQCA)”, in B. Rihoux and
 * C. Ragin (eds), Configurational Comparative Methods, Sage 2009, chapter 3; data set LC of the R package QCA.
 */
export const lipset = study(
  ['DEV', 'URB', 'LIT', 'IND', 'STB', 'SURV'],
  [
    ['AU', 1, 0, 1, 1, 0, 0],
    ['BE', 1, 1, 1, 1, 1, 1],
    ['CZ', 1, 1, 1, 1, 1, 1],
    ['EE', 0, 0, 1, 0, 1, 0],
    ['FI', 1, 0, 1, 0, 1, 1],
    ['FR', 1, 0, 1, 1, 1, 1],
    ['DE', 1, 1, 1, 1, 0, 0],
    ['GR', 0, 0, 0, 0, 0, 0],
    ['HU', 0, 0, 1, 0, 0, 0],
    ['IE', 1, 0, 1, 0, 1, 1],
    ['IT', 0, 0, 0, 0, 1, 0],
    ['NL', 1, 1, 1, 1, 1, 1],
    ['PL', 0, 0, 1, 0, 0, 0],
    ['PT', 0, 0, 0, 0, 0, 0],
    ['RO', 0, 0, 0, 0, 1, 0],
    ['ES', 0, 0, 0, 0, 0, 0],
    ['SE', 1, 0, 1, 1, 1, 1],
    ['UK', 1, 1, 1, 1, 1, 1],
  ],
);

/**
 * Women’s representation in twenty-two parliaments. M. L. Krook, “Women’s Representation in Parliament: A
 * Qualitative Comparative Analysis”, Political Studies 58(5), 2010, 886-908, as analysed in A. Thiem and A. Duşa,
 * “QCA: A Package for Qualitative Comparative Analysis”, The R Journal 5(1), 2013, 87-97.
 */
export const krook = study(
  ['ES', 'QU', 'WS', 'WM', 'LP', 'WNP'],
  [
    ['SE', 1, 1, 1, 0, 0, 1],
    ['FI', 1, 0, 1, 0, 0, 1],
    ['NO', 1, 1, 1, 1, 1, 1],
    ['DK', 1, 0, 1, 1, 1, 1],
    ['NL', 1, 1, 0, 1, 1, 1],
    ['ES', 1, 1, 0, 1, 0, 1],
    ['BE', 1, 1, 0, 1, 1, 1],
    ['AT', 1, 1, 0, 0, 1, 1],
    ['DE', 0, 1, 0, 1, 1, 1],
    ['IS', 1, 1, 1, 1, 1, 1],
    ['NZ', 0, 0, 0, 1, 1, 1],
    ['LU', 1, 0, 0, 0, 1, 0],
    ['CH', 1, 1, 0, 0, 0, 0],
    ['AU', 0, 1, 0, 1, 0, 0],
    ['PT', 1, 1, 0, 0, 0, 0],
    ['CA', 0, 0, 0, 1, 0, 0],
    ['US', 0, 0, 0, 1, 0, 0],
    ['GB', 0, 1, 0, 1, 0, 0],
    ['FR', 0, 1, 0, 1, 0, 0],
    ['GR', 1, 1, 0, 0, 0, 0],
    ['IE', 0, 1, 0, 1, 0, 0],
    ['IT', 0, 1, 0, 0, 0, 0],
  ],
);

/**
 * Lipset’s data with four conditions and development cut elsewhere, which leaves contradictory rows. The rows and
 * which of them contradict each other stand in published output of the R package QCA; the solutions here were
 * computed apart, by brute force.
 */
export const contradictory = study(
  ['DEV', 'URB', 'LIT', 'IND', 'SURV'],
  [
    ['AU', 1, 0, 1, 1, 0],
    ['BE', 1, 1, 1, 1, 1],
    ['CZ', 0, 1, 1, 1, 1],
    ['EE', 0, 0, 1, 0, 0],
    ['FI', 0, 0, 1, 0, 1],
    ['FR', 1, 0, 1, 1, 1],
    ['DE', 1, 1, 1, 1, 0],
    ['GR', 0, 0, 0, 0, 0],
    ['HU', 0, 0, 1, 0, 0],
    ['IE', 1, 0, 1, 0, 1],
    ['IT', 0, 0, 0, 0, 0],
    ['NL', 1, 1, 1, 1, 1],
    ['PL', 0, 0, 1, 0, 0],
    ['PT', 0, 0, 0, 0, 0],
    ['RO', 0, 0, 0, 0, 0],
    ['ES', 0, 0, 0, 0, 0],
    ['SE', 1, 0, 1, 1, 1],
    ['UK', 1, 1, 1, 1, 1],
  ],
);
