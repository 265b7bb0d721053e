import type { Measure } from './measure.ts';
import { identityMeasures } from './measures/distinctive-identity.ts';
import { embeddednessMeasures } from './measures/embedded-spokes.ts';
import { reachMeasures } from './measures/geographical-reach.ts';
import { partnerSkillMeasures } from './measures/partner-skills.ts';
import { fundingMeasures } from './measures/sustainable-funding.ts';
import { youngPeopleMeasures } from './measures/young-people.ts';

/**
 * Every measure of this library, in the order of the indicators. To use others, hand {@link assessIndicators}
 * a list of your own: this one with some replaced, left out or added.
 *
 * @example
 * measures.filter(({ indicator }) => indicator === 'O6').map(({ id }) => id); // => ['outcomes-at-close', 'directly-supported', 'cases-closed']
 */
export const measures: readonly Measure[] = [
  ...fundingMeasures,
  ...embeddednessMeasures,
  ...identityMeasures,
  ...reachMeasures,
  ...partnerSkillMeasures,
  ...youngPeopleMeasures,
];
