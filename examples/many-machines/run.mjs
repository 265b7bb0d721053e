// @ts-nocheck BullMQ is installed beside this example alone
// Fans returns out to several processes over BullMQ on Redis, and adds up what they found. One worker is killed in the
// middle of a job, some jobs are delivered twice, and the answer is the same as in one process.
//
//   node run.mjs [returns] [workers]
import { FlowProducer, QueueEvents, Worker } from 'bullmq';
import { mergeSummaries } from 'hub-and-spoke';
import { syntheticReturns } from 'hub-and-spoke/synthetic';
import assert from 'node:assert/strict';
import { fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const [count = 10_000, workers = 3] = process.argv.slice(2).map(Number);
const batchSize = 100;

/** Redis in a folder of its own, reached by a file: no port is opened, and nothing is kept. */
async function startRedis() {
  if (spawnSync('redis-server', ['--version']).error) {
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'redis-server'], {
      stdio: 'ignore',
    });
  }
  const folder = mkdtempSync(join(tmpdir(), 'hub-and-spoke-'));
  const socket = join(folder, 'redis.sock');
  const server = spawn(
    'redis-server',
    ['--port', '0', '--unixsocket', socket, '--save', '', '--appendonly', 'no', '--dir', folder],
    { stdio: 'ignore' },
  );
  server.once('error', () => {
    console.error('Redis could not be started: install redis-server, then run this again.');
    process.exit(1);
  });
  for (let tries = 0; tries < 100 && !existsSync(socket); tries += 1) await wait(50);
  const stop = async () => {
    server.kill();
    await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
  return { socket, stop };
}

/** A large programme from a small one: each service stands for several, and every seventh return is revised later. */
async function manyReturns() {
  const { returns } = await syntheticReturns({ services: 20, quarters: 8, faults: 5 });
  const copies = Array.from({ length: count }, (_, index) => {
    const value = returns[index % returns.length];
    return { ...value, service: `${value.service}-${Math.floor(index / returns.length)}` };
  });
  const revised = copies
    .filter((_, index) => index % 7 === 0)
    .map((value) => ({ ...value, revision: 2, youngPeople: { ...value.youngPeople, waiting: 1 } }));
  return [...copies, ...revised];
}

const { socket, stop } = await startRedis();
process.env.REDIS_SOCKET = socket;
const { batches, checkAndSummarise, connection, onceEach, totals } = await import('./queue.mjs');

const returns = await manyReturns();
const jobs = [];
for (let from = 0; from < returns.length; from += batchSize) {
  jobs.push({ name: 'batch', queueName: batches, data: { returns: returns.slice(from, from + batchSize) } });
}
const twice = jobs.filter((_, index) => index % 10 === 0);

const started = performance.now();
const running = Array.from({ length: workers }, (_, index) =>
  fork(new URL('worker.mjs', import.meta.url), {
    env: { ...process.env, ...(index === 0 && { DIES_AT: '3' }) },
  }),
);
const killed = running.map((child) => once(child, 'exit').then(([, signal]) => signal));
const events = new QueueEvents(batches, { connection });
const stalled = new Set();
events.on('stalled', ({ jobId }) => stalled.add(jobId));
await events.waitUntilReady();

// The reducer waits for its children, whoever did them and however often.
const reduce = async (job) => {
  const parts = Object.values(await job.getChildrenValues());
  return {
    parts: parts.length,
    summary: mergeSummaries(...parts.map(({ summary }) => summary)),
    refused: onceEach(parts.flatMap(({ refused }) => refused)),
  };
};
const reducer = new Worker(totals, reduce, { connection, lockDuration: 120_000 });
const reduced = new Promise((resolve, reject) => {
  reducer.on('completed', (_, result) => resolve(result));
  reducer.on('failed', (_, error) => reject(error));
});
const flow = new FlowProducer({ connection });
await flow.add({ name: 'total', queueName: totals, children: [...jobs, ...twice] });
const { parts, summary, refused } = await reduced;
const elapsed = performance.now() - started;

const alone = checkAndSummarise(returns);
assert.deepEqual(JSON.parse(JSON.stringify(summary)), JSON.parse(JSON.stringify(alone.summary)));
assert.deepEqual(refused, onceEach(alone.refused));

for (const child of running.slice(1)) child.kill();
const signals = await Promise.all(killed);
assert.equal(signals[0], 'SIGKILL');
assert.ok(stalled.size >= 1);
await Promise.all([reducer.close(), events.close(), flow.close()]);
await stop();

console.log(
  `${returns.length} returns in ${jobs.length} batches, ${twice.length} of them delivered twice: ${parts} jobs`,
);
console.log(`${workers} workers; one was killed in the middle of a job, which another took over`);
console.log(`${refused.length} returns were refused, ${summary.contributions.length} counted, each once`);
console.log(`The same as in one process: yes (${(elapsed / 1000).toFixed(1)} s)`);
