// Who owes which return today, what is late and missing, and the due dates as a calendar file.
import { mkdirSync, writeFileSync } from 'node:fs';
import { expectedReturns, percentageInWords, periodName, returnRates, returnStandings } from 'hub-and-spoke';
import { calendarFile } from 'hub-and-spoke/publish';
import { register, returns } from 'hub-and-spoke/year-two';

const asOf = '2016-01-15';
const due = { byQuarter: {}, daysAfterQuarter: 31 }; // the programme's own choice: the report prints one due date only
const { expected, notExpected } = expectedReturns(register, { asOf, due });
const standings = returnStandings(expected, returns, asOf);

console.log(`Returns as of ${asOf}`);
for (const { service, period, standing, due: day } of standings) {
  console.log(
    `  service ${service}, ${periodName(period)}: ${standing}${day === undefined ? '' : `, due ${day}`}`,
  );
}
for (const { group, expected: asked, received, completeness } of returnRates(
  standings,
  ({ phase }) => `Phase ${phase}`,
)) {
  console.log(`${group}: ${received} of ${asked} returned (${percentageInWords(completeness)})`);
}
const reasons = new Map(notExpected.map(({ service, reason }) => [service, reason]));
for (const [service, reason] of reasons)
  console.log(`Service ${service} is not expected to return: ${reason}`);

const output = new URL('../output/', import.meta.url);
mkdirSync(output, { recursive: true });
writeFileSync(new URL('returns-due.ics', output), calendarFile(expected, { stamp: asOf }));
console.log('The due dates are in output/returns-due.ics');
