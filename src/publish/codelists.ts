import {
  contextLayer,
  contextualFactor,
  evidenceKind,
  evidenceStrength,
  informant,
} from '../evaluation/index.ts';
import { fields, formEdition } from '../form/index.ts';
import { evaluationQuestion, impactArea, indicatorStanding } from '../indicators/index.ts';
import { certainty, funder, hostSector, hostType, hubAndSpokeModel, phase } from '../programme/index.ts';
import {
  ageBand,
  closeOutcome,
  disability,
  duty,
  ethnicity,
  gender,
  harmonisedEthnicity,
  livingSituation,
  missingReason,
  notApplicableReason,
  populationBase,
  referralRoute,
  sexuality,
  type Codelist,
} from '../vocabulary/index.ts';

/** A codelist with what it is used by, besides the fields of the form. */
export interface UsedCodelist {
  readonly list: Codelist;
  readonly usedBy: readonly string[];
}

const everyField = 'every count of the form';
const theRegister = 'the register of services';
const configurations = 'configurations of context, mechanism and outcome';
const evidence = 'evidence for and against configurations';

const elsewhere: readonly (readonly [list: Codelist, ...usedBy: readonly string[]])[] = [
  [formEdition, 'every return'],
  [populationBase],
  [ageBand],
  [gender],
  [ethnicity],
  [harmonisedEthnicity, 'comparison of ethnicity with published statistics'],
  [livingSituation],
  [sexuality],
  [disability],
  [referralRoute],
  [closeOutcome],
  [missingReason, everyField],
  [notApplicableReason, everyField],
  [duty, theRegister, 'which fields apply to a service'],
  [phase, theRegister],
  [hubAndSpokeModel, theRegister],
  [hostType, theRegister],
  [hostSector, theRegister],
  [funder, theRegister],
  [certainty, theRegister],
  [impactArea, 'the six outcomes'],
  [evaluationQuestion, 'the six outcomes', 'theories'],
  [indicatorStanding, 'the six outcomes'],
  [contextLayer, configurations],
  [contextualFactor, configurations],
  [evidenceKind, evidence],
  [informant, evidence],
  [evidenceStrength, evidence],
];

/** Every codelist, in the order of the form and then of the other rooms. */
export const usedCodelists: readonly UsedCodelist[] = elsewhere.map(([list, ...others]) => ({
  list,
  usedBy: [
    ...fields.flatMap((field) =>
      field.kind !== 'count' && field.codelist.name === list.name ? [field.label] : [],
    ),
    ...others,
  ],
}));
