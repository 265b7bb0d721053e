// @ts-nocheck BullMQ is installed beside this example alone
// One of several workers. The one that is told to dies in the middle of a job, as a machine does.
import { Worker } from 'bullmq';
import { batches, checkAndSummarise, connection } from './queue.mjs';

const diesAt = Number(process.env.DIES_AT ?? Infinity);
let jobs = 0;
const work = (job) => {
  jobs += 1;
  const half = Math.ceil(job.data.returns.length / 2);
  if (jobs === diesAt) {
    checkAndSummarise(job.data.returns.slice(0, half));
    process.kill(process.pid, 'SIGKILL');
  }
  return Promise.resolve(checkAndSummarise(job.data.returns));
};
// A job whose worker is gone for two seconds is given to another.
new Worker(batches, work, { connection, lockDuration: 2000, stalledInterval: 1000, maxStalledCount: 3 });
