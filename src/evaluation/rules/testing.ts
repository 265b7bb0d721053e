import { indicators } from '../../indicators/index.ts';
import type { Theories } from '../theories.ts';
import { eachConfiguration, sampleConfiguration, sampleTheories, type TheoryRule } from '../theory-rule.ts';

const explainsAll: Theories = sampleTheories({
  outcome: { ...sampleConfiguration.outcome, indicators: indicators.map(({ id }) => id) },
});

const withMeasure = (measure: string): Theories =>
  sampleTheories({ outcome: { ...sampleConfiguration.outcome, measure } });

/** T3: theories can be tested, and explain what is to be explained. */
export const testingRules: readonly TheoryRule[] = [
  {
    code: 'T301',
    severity: 'error',
    source: 'library',
    statement: 'The measure of an outcome is a field of the form or a measure of an indicator.',
    remedy: 'Name one that exists, or leave it out.',
    examples: { holds: [withMeasure('referrals.received')], breaks: [withMeasure('happiness')] },
    check: eachConfiguration(({ id, outcome: { measure } }, path, { recorded }) =>
      measure === undefined || recorded.has(measure)
        ? []
        : [
            {
              paths: [`${path}.outcome.measure`],
              message: `${id} predicts “${measure}”, which no field or measure records.`,
              expected: 'the id of a field or of a measure',
            },
          ],
    ),
  },
  {
    code: 'T302',
    severity: 'advice',
    source: '1.4',
    statement: 'What a configuration predicts is recorded somewhere.',
    remedy: 'Name the field or the measure in which it would show, or collect something that shows it.',
    examples: { holds: [withMeasure('dedicated-manager')], breaks: [sampleTheories({})] },
    check: eachConfiguration(({ id, outcome: { measure } }, path) =>
      measure !== undefined
        ? []
        : [
            {
              paths: [`${path}.outcome`],
              message: `${id} predicts something, and no field or measure is named in which it would show.`,
              expected: 'a field of the form or a measure',
            },
          ],
    ),
  },
  {
    code: 'T303',
    severity: 'advice',
    source: 'Summary',
    statement: 'Every outcome indicator is explained by a configuration.',
    remedy: 'Write a configuration of how this outcome comes about, or say that nobody looks for it.',
    examples: { holds: [explainsAll], breaks: [sampleTheories({})] },
    check: ({ theories, indicators: sought }) => {
      const explained = new Set(
        theories.configurations.flatMap(({ outcome, status }) =>
          status === 'set-aside' ? [] : (outcome.indicators ?? []),
        ),
      );
      return sought
        .filter((id) => !explained.has(id))
        .map((id) => ({
          paths: ['configurations'],
          message: `No configuration explains ${id}, ${indicators.find((each) => each.id === id)?.name.toLowerCase() ?? ''}.`,
          expected: `a configuration whose outcome names ${id}`,
        }));
    },
  },
];
