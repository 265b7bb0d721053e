// The six outcomes on the Year Two data as it may leave, with small counts withheld: what was measured, how each stands
// and why, and what nobody returned.
import { assessIndicators, indicatorStanding, labelOf, measureFigureInWords, summarise } from 'hub-and-spoke';
import { defineRelease, protect } from 'hub-and-spoke/disclosure';
import { register, returns } from 'hub-and-spoke/year-two';

const { release } = defineRelease({ summaries: [summarise(returns, { by: ['service'] })] });
const { published } = release === undefined ? {} : await protect(release);
// Returns in which what is hidden is a withheld cell: what is worked out from them gives nothing away.
const protectedReturns = published?.summaries.flatMap((each) => each.returns) ?? [];

const found = assessIndicators({ asOf: '2015-09-30', register, summary: summarise(protectedReturns) });

console.log(`The six outcomes as of ${found.asOf}, over ${found.services.length} services`);
for (const { id, wording, standing, because, measures, gaps } of found.indicators) {
  console.log(`\n${id} ${wording}`);
  console.log(`  ${labelOf(indicatorStanding, standing)}. ${because.join(' ')}`);
  for (const { title, figures } of measures) {
    for (const figure of figures) console.log(`    ${title}: ${measureFigureInWords(figure)}`);
  }
  console.log(`  Not there: ${gaps.length === 0 ? 'nothing' : gaps.join(' ')}`);
}
