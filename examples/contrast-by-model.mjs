// A contrast by model on the Year Two data: services of model 1 beside the others, and how little that says.
import { contrast, measureFigureInWords, summarise } from 'hub-and-spoke';
import { configurations, register, returns } from 'hub-and-spoke/year-two';

const summary = summarise(returns);

/** @param {import('hub-and-spoke').CmoConfiguration} configuration */
function show(configuration) {
  const found = contrast(configuration, { register, summary, asOf: '2015-09-30' });
  console.log(`\n${configuration.id}: ${configuration.outcome.statement}`);
  for (const [side, { services, n, figures }] of Object.entries({
    'where it holds': found.holds,
    'where it does not': found.doesNot,
  })) {
    console.log(`  ${side}: services ${services.join(', ') || 'none'}; n ${n}`);
    for (const figure of figures) console.log(`    ${measureFigureInWords(figure)}`);
  }
  for (const sentence of found.says) console.log(`  ${sentence}`);
}

show({
  id: 'By model',
  contexts: [
    {
      layer: 'practice',
      statement: 'Spokes sit in statutory teams',
      fact: { fact: 'model', is: '1' },
    },
  ],
  mechanism: { statement: 'Colleagues ask them to their meetings' },
  outcome: {
    statement: 'More sessions for professionals',
    valence: 'desired',
    indicators: ['O5'],
    measure: 'withProfessionals.awarenessSessions',
  },
  status: 'candidate',
});

// Of the report’s own candidates, those of which the register knows the context and a measure is named.
for (const configuration of configurations) {
  const isLinked = configuration.contexts.some(({ fact }) => fact !== undefined);
  if (isLinked && configuration.outcome.measure !== undefined) show(configuration);
}
