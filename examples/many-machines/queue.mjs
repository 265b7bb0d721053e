// @ts-nocheck BullMQ is installed beside this example alone
// What all processes of this example share: where the queue is, and what one job does.
import { checkReturn, summarise } from 'hub-and-spoke';

export const asOf = '2030-12-31';
export const connection = { path: process.env.REDIS_SOCKET, maxRetriesPerRequest: null };
export const batches = 'returns';
export const totals = 'totals';

/** Checks some returns and adds up those that are accepted. What is refused is named, never lost. */
export function checkAndSummarise(returns) {
  const checked = returns.map((value) => checkReturn(value, { asOf }));
  const refused = checked.flatMap(({ accepted, findings }, index) =>
    accepted
      ? []
      : [{ service: returns[index].service, from: returns[index].period.from, rules: codesOf(findings) }],
  );
  const accepted = checked.flatMap(({ accepted: isSound, value }) => (isSound ? [value] : []));
  return { summary: summarise(accepted, { by: ['quarter'] }), refused };
}

const codesOf = (findings) => [...new Set(findings.map(({ rule }) => rule))].sort();

/** Each once: a batch that was delivered twice refuses the same returns twice. */
export const onceEach = (refused) =>
  [...new Map(refused.map((each) => [JSON.stringify(each), each])).entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, each]) => each);
