// A theory refined twice, with its history printed: what was added when, why, and how each configuration stands.
import {
  checkTheories,
  emptyHistory,
  refineTheory,
  standing,
  standingInWords,
  theoriesAt,
} from 'hub-and-spoke';

/** @type {import('hub-and-spoke').Refinement[]} */
const refinements = [
  {
    on: '2014-10-31',
    reason: 'First visits: hosts say that training brings referrals.',
    evidence: [{ kind: 'interview-theme', informant: 'evaluators', section: '3.3', strength: 'many' }],
    configurations: [
      {
        id: 'T1',
        contexts: [{ layer: 'practice', statement: 'Spokes train professionals with real cases' }],
        mechanism: { statement: 'Practitioners recognise risk' },
        outcome: {
          statement: 'More young people are referred',
          valence: 'desired',
          indicators: ['O5'],
          measure: 'referrals-after-training',
        },
        status: 'candidate',
        evidenceFor: [{ kind: 'interview-theme', informant: 'evaluators', section: '3.3', strength: 'many' }],
      },
    ],
  },
  {
    on: '2015-09-30',
    reason: 'The returns of a quarter show it, at services that keep waiting lists too.',
    evidence: [{ kind: 'return', reference: 'Returns of 2015 Q2', services: ['S1', 'S2'] }],
    statuses: [{ id: 'T1', status: 'supported' }],
    evidenceFor: [
      { id: 'T1', evidence: [{ kind: 'return', reference: 'Returns of 2015 Q2', services: ['S1', 'S2'] }] },
    ],
  },
  {
    on: '2016-03-31',
    reason: 'Follow-up visits: where caseloads are full, the same referrals wait.',
    evidence: [
      { kind: 'interview-theme', informant: 'spoke-worker', reference: 'Second visits, spring 2016' },
    ],
    configurations: [
      {
        id: 'T2',
        contexts: [
          { layer: 'practice', statement: 'Spokes train professionals with real cases' },
          { layer: 'practice', statement: 'Caseloads are full already' },
        ],
        mechanism: { statement: 'Practitioners recognise risk, and the Spoke cannot say no' },
        outcome: {
          statement: 'Referrals rise, and young people wait',
          valence: 'mixed',
          indicators: ['O5', 'O6'],
          measure: 'youngPeople.waiting',
        },
        status: 'candidate',
        supersedes: ['T1'],
        evidenceFor: [
          { kind: 'interview-theme', informant: 'spoke-worker', reference: 'Second visits, spring 2016' },
        ],
      },
    ],
  },
];

let history = emptyHistory;
for (const refinement of refinements) {
  const refined = refineTheory(history, refinement);
  for (const { rule, message } of refined.findings) console.log(`  ${rule}: ${message}`);
  history = refined.history;
}

console.log('The history');
for (const { on, reason, configurations = [], statuses = [], evidenceFor = [] } of history.versions) {
  console.log(`  ${on}: ${reason}`);
  for (const { id } of configurations) console.log(`    brings ${id}`);
  for (const { id, evidence } of evidenceFor) console.log(`    adds ${evidence.length} for ${id}`);
  for (const { id, status } of statuses) console.log(`    calls ${id} ${status}`);
}

console.log('\nAs it stands');
for (const configuration of theoriesAt(history).configurations) {
  console.log(`  ${configuration.status}. ${standingInWords(standing(configuration))}`);
}

const { accepted, findings } = checkTheories(history);
console.log(`\nChecked: ${accepted ? 'accepted' : 'to correct or explain'}`);
for (const { rule, message } of findings) console.log(`  ${rule}: ${message}`);
