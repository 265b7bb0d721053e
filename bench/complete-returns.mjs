// Realistic returns in which every field of the form is answered: seeded, sound, and about 2 kB each as text.
import { checkReturn, fields } from 'hub-and-spoke';
import { syntheticReturns } from 'hub-and-spoke/synthetic';

/** The parts of a whole, about as their weights say. @param {number} whole @param {readonly number[]} weights */
function divided(whole, weights) {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = weights.map((weight) => Math.floor((whole * weight) / all));
  const [first = 0, ...others] = parts;
  return [first + whole - parts.reduce((sum, part) => sum + part, 0), ...others];
}

const measures = [
  'Safety',
  'Stable accommodation',
  'Knowledge of rights',
  'Trusted adult to talk to',
  'Missing episodes',
  'Education or training',
  'Emotional wellbeing',
  'Use of substances',
];

/** A return with the answers that a synthetic one leaves out. @param {any} value */
function completed(value) {
  const { direct, indirect } = value.youngPeople;
  const [other, notSaid] = divided(direct, [3, 1]);
  const [disabled, able, unknown] = divided(direct, [1, 5, 1]);
  const groups = value.withYoungPeople.awarenessAttending;
  const [once, more] = divided(typeof groups === 'number' ? groups : 12, [3, 1]);
  const measure = value.outcomes.atClose?.Safety ?? Object.values(value.outcomes.atClose ?? {})[0];
  return {
    ...value,
    revision: 1,
    spokes: { headcount: value.spokes.headcount, fte: value.spokes.headcount - 0.5 },
    youngPeople: {
      direct,
      indirect,
      total: direct + indirect,
      ...value.youngPeople,
      sexuality: { heterosexual: other, 'gay-or-lesbian': 0, bisexual: 0, other: 0, 'not-known': notSaid },
      disability: { disabled, 'not-disabled': able, 'not-known': unknown },
      waiting: 3,
    },
    withYoungPeople: {
      ...value.withYoungPeople,
      awarenessAttending: { atLeast: groups },
      oneGroupSession: once,
      moreGroupSessions: more,
    },
    outcomes: {
      ...value.outcomes,
      ...(measure && { atClose: Object.fromEntries(measures.map((name) => [name, measure])) }),
    },
  };
}

/**
 * Complete returns without a finding.
 *
 * @param {{ seed?: number, services?: number, quarters?: number }} [options]
 */
export async function completeReturns({ seed = 1, services = 32, quarters = 8 } = {}) {
  const { returns, register } = await syntheticReturns({ seed, services, quarters });
  const sound = returns.map(completed).filter((value) => checkReturn(value, { asOf: '2030-12-31' }).accepted);
  return { returns: sound, register };
}

/** The fields that a return does not answer. @param {any} value */
export const unanswered = (value) =>
  fields
    .map(({ id }) => id)
    .filter((id) => id.split('.').reduce((at, key) => at?.[key], value) === undefined);

/** What goes wrong most: a sum that does not fit, a text for a count, a code that is none. @type {readonly ((value: any) => void)[]} */
const faults = [
  (value) => (value.youngPeople.gender.female += 7),
  (value) => (value.youngPeople.age['12-14'] = 'about ten'),
  (value) => (value.withProfessionals.trainingAttending = { unknown: 'not-known' }),
  (value) => (value.youngPeople.base = 'everybody'),
  (value) => (value.youngPeople.total += 1),
];

/**
 * Returns of which so many of a hundred have one to three faults.
 *
 * @param {readonly object[]} returns
 * @param {number} percent
 */
export const withFaults = (returns, percent) =>
  returns.map((value, index) => {
    if (index % Math.round(100 / percent) !== 0) return value;
    const copy = structuredClone(value);
    for (let count = 0; count <= index % 3; count += 1) faults[(index + count * 2) % faults.length]?.(copy);
    return copy;
  });
