import type { Finding } from '../checks/index.ts';
import { postsOn, type Service } from '../programme/index.ts';
import type { Period } from '../vocabulary/index.ts';
import { shownId } from './distinct-records.ts';
import { putCell, type CountedReturn } from './counted-return.ts';
import type { CompileOptions } from './compile-options.ts';
import { recordFinding } from './record-rule.ts';
import type { CaseRecord } from './service-record.ts';

/** Counts the Spoke workers of the register: those in post and funded on the last day. */
export function countPosts(
  counted: CountedReturn,
  { register, service }: CompileOptions,
  { to }: Period,
): void {
  if (register === undefined) return;
  if (counted.service === undefined) {
    counted.findings.push(recordFinding('K302', `The register has no service ${shownId(service)}.`));
    return;
  }
  const posts = postsOn(counted.service, to);
  const lineage = { of: 'posts', ids: posts.map(({ id }) => id) } as const;
  const headcount = posts.reduce((sum, post) => sum + post.headcount, 0);
  putCell(counted, 'spokes.headcount', { cell: headcount, lineage });
  if (posts.length === 0 || posts.some(({ fte }) => fte === undefined)) return;
  const fte = posts.reduce((sum, post) => sum + (post.fte ?? 0), 0);
  // Shares of a week add up to whole hundredths; what floating point adds behind them is nobody’s.
  putCell(counted, 'spokes.fte', { cell: Number(fte.toFixed(6)), lineage });
}

/** Says which posts hold cases and are not in the register. */
export function postFindings(cases: readonly CaseRecord[], service: Service | undefined): readonly Finding[] {
  if (service === undefined) return [];
  const known = new Set(service.spokes.map(({ id }) => id));
  const named = new Set(
    cases.flatMap(({ post }) => (typeof post === 'string' && !known.has(post) ? [post] : [])),
  );
  return [...named]
    .sort()
    .map((post) => recordFinding('K302', `The register has no post ${shownId(post)}, which holds cases.`));
}
