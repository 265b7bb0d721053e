import { codelist, type CodeOf } from '../vocabulary/index.ts';

const since = '2013-Q4';

/** The three areas in which the evaluation looks for an impact. */
export const impactArea = codelist({
  name: 'impact-area',
  title: 'Impact area',
  source: '1.3',
  entries: [
    {
      code: 'a',
      label: 'Safeguarding young people',
      meaning: 'Young people are safeguarded from sexual exploitation through service delivery.',
      since,
    },
    {
      code: 'b',
      label: 'Supporting Spoke workers',
      meaning: 'Spoke workers are supported and equipped to work effectively in host agencies.',
      since,
    },
    {
      code: 'c',
      label: 'Stable policy frameworks',
      meaning:
        'New areas raise awareness, develop procedures, and their policy makers respond and support. The Summary and section 1.3 word this differently.',
      since,
    },
  ],
});

/** A code of {@link impactArea}. */
export type ImpactArea = CodeOf<typeof impactArea>;

/** The five questions that the evaluation asks. */
export const evaluationQuestion = codelist({
  name: 'evaluation-question',
  title: 'Evaluation question',
  source: '1.3',
  entries: [
    {
      code: 'EQ1',
      label: 'Awareness, identification and response',
      meaning: 'What the model changes in how key agencies notice, identify and respond to exploitation.',
      since,
    },
    {
      code: 'EQ2',
      label: 'Policy frameworks and procedures',
      meaning: 'How well the model promotes policy, procedures and protocols across agencies.',
      since,
    },
    {
      code: 'EQ3',
      label: 'Local conditions',
      meaning: 'Which local conditions and arrangements sustain effective Spoke services.',
      since,
    },
    {
      code: 'EQ4',
      label: 'Support of Spoke staff',
      meaning: 'How well Hubs support Spokes in host agencies and over distance.',
      since,
    },
    {
      code: 'EQ5',
      label: 'Engaging and supporting young people',
      meaning: 'How far services engage and support young people in new areas.',
      since,
    },
  ],
});

/** A code of {@link evaluationQuestion}. */
export type EvaluationQuestion = CodeOf<typeof evaluationQuestion>;
