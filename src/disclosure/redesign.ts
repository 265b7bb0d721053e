import { defineRelease } from './define-release.ts';
import { mergesFor, type Merge } from './merges.ts';
import type { PolicyOptions } from './policy.ts';
import { protect, type ProtectOptions } from './protect.ts';
import type { Refusal } from './refusal.ts';
import type { DefinedRelease } from './release.ts';
import type { ReleaseContents } from './release-contents.ts';

/** How a coarser table is looked for. */
export interface RedesignOptions extends ProtectOptions {
  /** Up to which share of hidden numbers nothing is proposed, from 0 to 1; a quarter unless said. */
  readonly share?: number;
  /** Coarser contents of the caller’s own, to be compared with those found here. */
  readonly merges?: readonly Merge[];
}

/** How much would be hidden. For the publisher alone. */
export interface Outlook {
  readonly cells: number;
  readonly hidden: number;
  /** Hidden of all, from 0 to 1; 1 where nothing could be published at all. */
  readonly share: number;
  /** Why nothing could be. */
  readonly refused?: readonly Refusal[];
}

/** A coarser release, ready to be defined and protected. */
export interface Proposal extends Outlook {
  /** What is put together. */
  readonly merges: readonly string[];
  readonly contents: ReleaseContents;
}

/** What a release comes to as it is, and what would hide less. */
export interface Redesigned {
  readonly asIs: Outlook;
  /** The least hidden first; of the same share, those that show most. Empty where little enough is hidden as it is. */
  readonly proposals: readonly Proposal[];
}

/**
 * Where too much of a release would be hidden, proposes what to put together: age bands, small groups, quarters to
 * half-years and years, services to models. Each is protected to see what it hides; the best is then tried with one more.
 *
 * @throws RangeError for contradictory options, as {@link protect}
 */
export async function redesign(
  contents: ReleaseContents,
  policy: PolicyOptions = {},
  options: RedesignOptions = {},
): Promise<Redesigned> {
  const { share = 0.25, merges = [], ...how } = options;
  const asIs = await outlook(contents, policy, how);
  if (asIs.share <= share) return { asIs, proposals: [] };
  const candidates = [...mergesFor(contents), ...merges];
  const once = await tried(contents, [], candidates, { policy, how });
  const [best] = ranked(once);
  // What can be put together once more depends on what was.
  const rest = [...mergesFor(best?.contents ?? {}), ...merges].filter(
    ({ name }) => !best?.merges.includes(name),
  );
  const twice = best === undefined ? [] : await tried(best.contents, best.merges, rest, { policy, how });
  const gaining = [
    ...once.filter((each) => each.share < asIs.share),
    ...twice.filter((each) => each.share < (best?.share ?? asIs.share)),
  ];
  return { asIs, proposals: ranked(gaining) };
}

const ranked = (proposals: readonly Proposal[]): readonly Proposal[] =>
  [...proposals].sort(
    (one, other) => one.share - other.share || other.cells - other.hidden - (one.cells - one.hidden),
  );

async function tried(
  contents: ReleaseContents,
  before: readonly string[],
  candidates: readonly Merge[],
  { policy, how }: { readonly policy: PolicyOptions; readonly how: ProtectOptions },
): Promise<readonly Proposal[]> {
  const proposals: Proposal[] = [];
  for (const { name, apply } of candidates) {
    const coarser = apply(contents);
    const found = await outlook(coarser, policy, how);
    proposals.push({ ...found, merges: [...before, name], contents: coarser });
  }
  return proposals;
}

async function outlook(
  contents: ReleaseContents,
  policy: PolicyOptions,
  how: ProtectOptions,
): Promise<Outlook> {
  const { release, refused } = defined(contents);
  if (release === undefined) return { cells: 0, hidden: 0, share: 1, refused };
  const { published, refused: why } = await protect(release, policy, how);
  if (published === undefined) return { cells: 0, hidden: 0, share: 1, refused: why };
  const hidden = published.cells.filter(({ mark }) => mark === 'hidden').length;
  const cells = published.cells.length;
  return { cells, hidden, share: cells === 0 ? 1 : hidden / cells };
}

/** A release from contents that may have lost cells which were called public. */
function defined(contents: ReleaseContents): DefinedRelease {
  const found = defineRelease(contents);
  const isLost = found.refused?.every(({ code }) => code === 'unknown-cell') === true;
  return isLost ? defineRelease({ ...contents, alreadyPublic: [] }) : found;
}
