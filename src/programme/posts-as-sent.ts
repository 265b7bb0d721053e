import type { Host, SpokeBase, SpokePost } from './register.ts';

/** What a post must say to be classified. */
export type ClassifiedSpokes = Pick<SpokePost, 'id' | 'headcount' | 'base' | 'hosts' | 'filled'>;

type Sent = Readonly<Record<string, unknown>>;

const partsOf = (value: unknown): Sent =>
  typeof value === 'object' && value !== null ? (value as Sent) : {};
const textOr = <Other>(value: unknown, other: Other): string | Other =>
  typeof value === 'string' ? value : other;

const decides: readonly unknown[] = [
  'hub',
  'host',
  'other-premises',
  'home',
  'unplaced',
] satisfies SpokeBase[];

/**
 * Posts of whatever was sent, so that a register which nobody has checked is classified too: what is no post, or says
 * something else than the form of a post, is a post of which that is not known.
 */
export const postsAsSent = (sent: unknown): readonly ClassifiedSpokes[] =>
  Array.isArray(sent) ? Array.from(sent, postOf) : [];

function postOf(value: unknown, index: number): ClassifiedSpokes {
  const { id, headcount, base, hosts, filled } = partsOf(value);
  const isOpen = filled === 'planned' || filled === 'vacant';
  const isClear = isOpen || filled === undefined || filled === 'in-post';
  return {
    id: textOr(id, `post ${index + 1}`),
    headcount: typeof headcount === 'number' ? headcount : 0,
    base: isClear && decides.includes(base) ? (base as SpokeBase) : 'not-known',
    // A list may say of itself how lists are made of it: a copy does not.
    hosts: Array.isArray(hosts) ? Array.from(hosts).flatMap(hostOf) : [],
    filled: isOpen ? filled : 'in-post',
  };
}

function hostOf(value: unknown): readonly Host[] {
  const { type, sector, team } = partsOf(value);
  if (typeof type !== 'string') return [];
  // A sector that is none is that of no list, and decides nothing.
  const led = typeof sector === 'string' ? { sector: sector as NonNullable<Host['sector']> } : {};
  return [{ type, ...led, ...(typeof team === 'string' && { team }) }];
}
