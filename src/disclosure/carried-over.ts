import { follows } from '../vocabulary/index.ts';
import type { Line, Release } from './release.ts';

/** A count of cases that are open as a period of a service ends or begins. */
const openCases =
  /^(?<service>.*), (?<from>\d{4}-\d{2}-\d{2})\/(?<to>\d{4}-\d{2}-\d{2}): youngPeople\.openAt(?<end>Start|End)(?: \(as in .*)?$/su;

/**
 * A release in which the cases open as a period ends are those open as the next begins: one number, whichever of the
 * two is printed, in this release or an earlier one. Where they differ, they are two.
 */
export function withCarriedOver(release: Release): Release {
  const found = release.cells.flatMap(({ id, count }) => {
    const { service = '', from = '', to = '', end } = openCases.exec(id)?.groups ?? {};
    return end === undefined ? [] : [{ id, count, service, period: { from, to }, isEnd: end === 'End' }];
  });
  const lines = found
    .filter(({ isEnd }) => isEnd)
    .flatMap((end) =>
      found
        .filter((start) => !start.isEnd && start.service === end.service && start.count === end.count)
        .filter((start) => follows(end.period, start.period))
        .map((start): Line => ({ total: end.id, parts: [start.id], of: 'implied' })),
    );
  return { ...release, lines: [...release.lines, ...lines] };
}
