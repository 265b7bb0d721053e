import type { PolicyOptions, Protected, ReleaseContents } from 'hub-and-spoke/disclosure';
import { completePolicy } from '../../src/disclosure/policy.ts';
import { hide } from '../../src/disclosure/published.ts';
import type { Release } from '../../src/disclosure/release.ts';
import { releaseOf } from './releases.ts';

/** What is printed of contents when these cells are hidden, whether or not that protects anybody. */
export function printed(
  contents: ReleaseContents,
  hidden: (id: string) => boolean,
  policy: PolicyOptions = {},
): Protected {
  return printedOf(releaseOf(contents), hidden, policy);
}

/** What is printed of a release when these cells are hidden. */
export function printedOf(
  release: Release,
  hidden: (id: string) => boolean,
  policy: PolicyOptions = {},
): Protected {
  const ids = release.cells.map(({ id }) => id).filter(hidden);
  return hide(release, completePolicy(policy), new Set(ids));
}
