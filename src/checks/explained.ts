import type { Explanation } from '../form/index.ts';
import type { Finding } from './finding.ts';
import { foundAt } from './found-at.ts';

/** Findings with the explanations that settle them, or that did before a value changed. */
export function explained(
  findings: readonly Finding[],
  explanations: readonly Explanation[],
  data: unknown,
): readonly Finding[] {
  if (findings.length === 0 || explanations.length === 0) return findings;
  const byPlace = new Map<string, Standing[]>();
  for (const explanation of explanations) {
    const standing = { explanation, holds: isStill(explanation, data) };
    for (const path of Object.keys(explanation.about)) {
      const key = `${explanation.rule} ${path}`;
      const there = byPlace.get(key);
      if (there === undefined) byPlace.set(key, [standing]);
      else there.push(standing);
    }
  }
  return findings.map((finding) => settle(finding, byPlace));
}

/** An explanation, and whether every value it is about still stands as it did. */
interface Standing {
  readonly explanation: Explanation;
  readonly holds: boolean;
}

const isStill = ({ about }: Explanation, data: unknown): boolean =>
  Object.entries(about).every(([path, value]) => isEqual(value, foundAt(data, path) ?? null));
const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function settle(finding: Finding, byPlace: ReadonlyMap<string, readonly Standing[]>): Finding {
  if (finding.severity !== 'query') return finding;
  const about = (path: string): readonly Standing[] => byPlace.get(`${finding.rule} ${path}`) ?? [];
  const coversAll = ({ explanation }: Standing): boolean =>
    finding.paths.every((path) => Object.hasOwn(explanation.about, path));
  const holding = about(finding.paths[0] ?? '').find((each) => each.holds && coversAll(each));
  if (holding !== undefined) return { ...finding, settledBy: holding.explanation.because };
  const lapsed = finding.paths.map((path) => about(path)[0]).find((each) => each !== undefined);
  return lapsed === undefined ? finding : { ...finding, lapsed: lapsed.explanation.because };
}
