// Medians of several pieces of work in one process, taken in turns: on a machine whose clock changes under load, only
// what ran at the same time can be compared.

/**
 * @template {string} Name
 * @param {Record<Name, () => unknown>} work
 * @param {{ rounds?: number, warmUp?: number }} [options]
 * @returns {Promise<Record<Name, number>>} milliseconds, the median of each
 */
export async function medians(work, { rounds = 40, warmUp = Math.ceil(rounds / 3) } = {}) {
  const names = /** @type {Name[]} */ (Object.keys(work));
  /** @type {Map<Name, number[]>} */
  const times = new Map(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const name of names) {
      const start = performance.now();
      await work[name]();
      if (round >= 0) times.get(name)?.push(performance.now() - start);
    }
  }
  const middle = names.map((name) => {
    const sorted = [...(times.get(name) ?? [])].sort((one, other) => one - other);
    return [name, sorted[sorted.length >> 1] ?? NaN];
  });
  return Object.fromEntries(middle);
}

/**
 * One line of what is reported.
 *
 * @param {string} work
 * @param {string} against
 * @param {number} ratio
 * @param {number} [target]
 */
export const row = (work, against, ratio, target) => ({
  work,
  against,
  ratio: Math.round(ratio * 100) / 100,
  ...(target !== undefined && { target, reached: ratio <= target }),
});
