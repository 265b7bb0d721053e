import { boundsInWords, type Bounds } from '../figures/index.ts';
import type { Measure } from '../indicators/index.ts';
import type { CmoConfiguration } from './cmo-configuration.ts';
import type { Contrast, ContrastFigure, ContrastSide } from './contrast-result.ts';
import { factInWords } from './register-fact.ts';

export function sentences(
  found: Omit<Contrast, 'says'>,
  { contexts }: CmoConfiguration,
  chosen: Measure | undefined,
  fewest: number,
): readonly string[] {
  if (found.conditions.length === 0)
    return ['No context of it points at a fact of the register: nothing can be set beside anything.'];
  if (chosen === undefined)
    return ['Its outcome names no measure and no count of the form: nothing can be compared.'];
  const { holds, doesNot, notKnown, inseparable: apart } = found;
  const isFew = holds.n < fewest || doesNot.n < fewest;
  const others = contexts.length - found.conditions.length;
  const missing = [...holds.missing, ...doesNot.missing].filter((service) => !apart.includes(service));
  return [
    `Context: ${found.conditions.map(factInWords).join('; ')}.`,
    ...(others === 0
      ? []
      : [`${others} of ${contexts.length} contexts point at no fact, and were not looked at.`]),
    ...(notKnown.length === 0 ? [] : [`The register does not say whether it holds of ${listOf(notKnown)}.`]),
    ...(apart.length === 0
      ? []
      : [
          `${capital(listOf(apart))} returned together and are not all on one side: they cannot be separated.`,
        ]),
    ...(missing.length === 0 ? [] : [`There is no figure from ${listOf(missing.sort())}.`]),
    ...(isFew
      ? [
          `Nothing can be said: n is ${holds.n} where it holds and ${doesNot.n} where it does not; ${fewest} on each side are needed.`,
        ]
      : found.figures.map((figure) => inWords(figure, chosen, found))),
    ...(isFew || found.figures.length === 0
      ? []
      : ['Services differ in more than this: a difference is no effect.']),
  ];
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

const listOf = (ids: readonly string[]): string =>
  `${ids.length === 1 ? 'service' : 'services'} ${ids.join(', ')}`;

const reading: Readonly<Record<ContrastFigure['reads'], string>> = {
  higher: 'higher where it holds',
  lower: 'lower where it holds',
  same: 'the same',
  overlap: 'no clear difference',
  'too-few': 'too few to say',
  'not-comparable': 'not to be compared, for the returns cover periods of different length',
};

function inWords(
  { part, category, unit, where, whereNot, reads }: ContrastFigure,
  chosen: Measure,
  { holds, doesNot }: Pick<Contrast, 'holds' | 'doesNot'>,
): string {
  const which = [part, category].filter((each) => each !== undefined).join(', ');
  const name = `${chosen.title}${which === '' ? '' : ` (${which})`}`;
  const side = (bounds: Bounds, { n }: ContrastSide): string => `${boundsInWords(bounds)} (n ${n})`;
  return `${name}: ${side(where, holds)} where it holds, ${side(whereNot, doesNot)} where it does not (${unit}): ${reading[reads]}.`;
}
