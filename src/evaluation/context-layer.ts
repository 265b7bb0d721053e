import { codelist, type CodeOf } from '../vocabulary/index.ts';

const since = '2013-Q4';

/** The five layers of context, from the outermost in. */
export const contextLayer = codelist({
  name: 'context-layer',
  title: 'Layer of context',
  source: '3.1',
  entries: [
    {
      code: 'national',
      label: 'National and policy context',
      meaning: 'Public interest, a fast policy agenda, and cuts in local funding and services.',
      aliases: ['NAT', 'National context'],
      since,
    },
    {
      code: 'safeguarding',
      label: 'Local safeguarding context',
      meaning: 'The framework in which structures are developed and strategy is driven.',
      aliases: ['SAF'],
      since,
    },
    {
      code: 'operational',
      label: 'Operational context for services',
      meaning:
        'The local service response, partnership and multi-agency arrangements, pathways of referral, protocols and forums for sharing information.',
      aliases: ['OPS'],
      since,
    },
    {
      code: 'practice',
      label: 'Practice context',
      meaning:
        'Where Spokes are, how they are managed and supported, their identity, caseload and balance of work, and how they engage young people.',
      aliases: ['PRA', 'The practice context'],
      since,
    },
    {
      code: 'young-person',
      label: 'The young person',
      meaning:
        'How young people come, their relationships with staff, how long they stay, what changes, and their part in planning and running services.',
      aliases: ['YP'],
      since,
    },
  ],
});

/** A code of {@link contextLayer}. */
export type ContextLayer = CodeOf<typeof contextLayer>;

/** The eight conditions that the report names as likely to influence how a programme is taken up. */
export const contextualFactor = codelist({
  name: 'contextual-factor',
  title: 'Contextual factor',
  source: '1.4',
  entries: [
    { code: 'policy', label: 'Public policy', meaning: 'The public policy context.', since },
    { code: 'area', label: 'Area', meaning: 'Local geographic or demographic features.', since },
    {
      code: 'history',
      label: 'History of services',
      meaning: 'How services developed and work together.',
      since,
    },
    { code: 'commissioning', label: 'Commissioning', meaning: 'Commissioning practices and funding.', since },
    { code: 'management', label: 'Management', meaning: 'Management structures and resources.', since },
    { code: 'employment', label: 'Employment', meaning: 'Conditions in which staff are employed.', since },
    { code: 'culture', label: 'Working culture', meaning: 'Working practices and culture.', since },
    {
      code: 'engagement',
      label: 'Engagement',
      meaning: 'How services engage and interact with young people.',
      since,
    },
  ],
});

/** A code of {@link contextualFactor}. */
export type ContextualFactor = CodeOf<typeof contextualFactor>;
