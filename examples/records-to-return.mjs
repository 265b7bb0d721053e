// From the records of a service to a checked return: nobody types it, and every count can be explained.
import { mkdirSync, writeFileSync } from 'node:fs';
import { checkReturn, compileReturn, explainCell } from 'hub-and-spoke';
import { writeWorkbook } from 'hub-and-spoke/workbook';
import { register } from 'hub-and-spoke/year-two';

/** Plainly synthetic records, one after the other, as a case system would hand them over. */
async function* records() {
  await Promise.resolve(); // as one waits for a database
  const genders = ['Female', 'Female', 'Male', null];
  const routes = ['MASH', 'Police', 'Social care', 'Youth club', null];
  for (let number = 1; number <= 24; number += 1) {
    const month = 1 + (number % 6);
    const opened = `2014-${String(month + 6).padStart(2, '0')}-1${number % 10}`;
    yield {
      kind: 'case',
      id: `case-${number}`,
      youngPerson: `yp-${1 + (number % 20)}`, // four of them came back
      support: number % 8 === 0 ? 'consultancy' : 'direct',
      referred: opened,
      route: routes[number % routes.length],
      opened,
      closed: number % 3 === 0 ? `2015-0${1 + (number % 4)}-05` : null,
      dateOfBirth: `${1997 + (number % 6)}-05-17`,
      gender: genders[number % genders.length],
      ethnicity: number % 5 === 0 ? null : 'White UK',
      living: 'Living at home',
      post: 'Service 2 CSEFA Spokes',
    };
    if (number % 6 === 0)
      yield {
        kind: 'outcome',
        case: `case-${number}`,
        measure: 'safety',
        first: 2,
        last: number % 4,
        better: 'higher',
      };
  }
  yield { kind: 'session', id: 's-1', activity: 'training', date: '2015-02-03', days: 0.5, attending: 14 };
  yield { kind: 'session', id: 's-2', activity: 'training', date: '2015-03-31', days: 1, attending: null };
  yield {
    kind: 'session',
    id: 's-3',
    activity: 'group-work',
    date: '2015-01-20',
    attended: ['yp-1', 'yp-2', 'yp-3'],
  };
  yield {
    kind: 'session',
    id: 's-4',
    activity: 'group-work',
    date: '2015-01-27',
    attended: ['yp-2', 'yp-3'],
  };
  yield {
    kind: 'session',
    id: 's-5',
    activity: 'awareness-with-young-people',
    date: '2015-03-01',
    attending: 31,
  };
  yield { kind: 'consultancy', id: 'k-1', date: '2015-02-11', youngPerson: 'yp-30' };
  yield { kind: 'contact', id: 'anna@example.org', date: '2015-02-12', youngPerson: 'yp-1' }; // an id that must not leave
}

const { value, lineage, findings } = await compileReturn(records(), {
  service: '2',
  quarter: '2015-Q1',
  register,
});
const { findings: wrong } = checkReturn(value, { asOf: '2015-04-20' });

console.log(JSON.stringify(value, undefined, 2));
console.log('\nWhat the records show');
for (const { rule, message, remedy } of findings) console.log(`  ${rule}: ${message}\n       -> ${remedy}`);
console.log('\nWhat checking the return shows');
for (const { rule, message, remedy } of wrong) console.log(`  ${rule}: ${message}\n       -> ${remedy}`);

for (const path of ['youngPeople.direct', 'youngPeople.age.15-17', 'withYoungPeople.moreGroupSessions']) {
  const why = explainCell(lineage, path);
  console.log(`\n${path}: why ${why?.ids.length}? ${why?.rule}\n  ${why?.ids.join(', ')}`);
}

const output = new URL('../output/', import.meta.url);
mkdirSync(output, { recursive: true });
writeFileSync(new URL('service-2-2015-Q1.xlsx', output), await writeWorkbook([value]));
console.log('\nThe return as the form: output/service-2-2015-Q1.xlsx');
