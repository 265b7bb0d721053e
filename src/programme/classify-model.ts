import { hostType, sectorOf, type HostSector, type HostType } from './host-type.ts';
import type { ModelNumber } from './models.ts';
import { postsAsSent, type ClassifiedSpokes } from './posts-as-sent.ts';
import type { Host } from './register.ts';
import { isCode, labelOf } from '../vocabulary/index.ts';

/** What the posts of a service say of its model. */
export interface Classification {
  readonly model: ModelNumber | 'undetermined';
  /** The models that remain possible, with posts whose place is not known put anywhere. */
  readonly candidates: readonly ModelNumber[];
  /** Why, in sentences that name the posts that decided. */
  readonly reasons: readonly string[];
}

interface Decision {
  readonly model: ModelNumber | 'undetermined';
  readonly reason: string;
}

const isFilled = ({ filled }: ClassifiedSpokes): boolean => filled === undefined || filled === 'in-post';
const isPlaced = (post: ClassifiedSpokes): boolean =>
  isFilled(post) && post.base !== 'unplaced' && post.base !== 'not-known';
const byId = (one: ClassifiedSpokes, other: ClassifiedSpokes): number => (one.id < other.id ? -1 : 1);
const named = (posts: readonly ClassifiedSpokes[]): string =>
  [...posts]
    .sort(byId)
    .map(({ id }) => id)
    .join(', ');

/** Who leads a host: what the register says, else what its kind implies, else not known. */
export function sectorOfHost({ type, sector }: Host): HostSector {
  return sector ?? (isCode(hostType, type) ? sectorOf[type] : 'multi-agency');
}

/**
 * Finds a service’s model from its posts, by the report’s definitions taken in order: a team together in
 * one host; all in the Hub; some in the Hub; any in a statutory team; any in a community setting. Belonging
 * to a team decides, not the place. Planned, vacant and unplaced posts decide nothing, nor does what is no post.
 *
 * @example
 * classifyModel([{ id: 'a', headcount: 4, base: 'host', hosts: [{ type: 'police-team', team: 'one' }] }]).model; // => 5
 * classifyModel([{ id: 'a', headcount: 1, base: 'hub' }]).model; // => 3
 * classifyModel([]).model; // => 'undetermined'
 */
export function classifyModel(posts: readonly ClassifiedSpokes[]): Classification {
  const spokes = postsAsSent(posts);
  const placed = spokes.filter(isPlaced);
  const elsewhere = spokes.filter((post) => isFilled(post) && !isPlaced(post));
  const { model, reason } = decide(placed);
  const reasons =
    elsewhere.length === 0 ? [reason] : [reason, `Where these posts are is not known: ${named(elsewhere)}.`];
  return { model, candidates: candidatesFor(placed, elsewhere.length > 0), reasons };
}

function decide(placed: readonly ClassifiedSpokes[]): Decision {
  const inHub = placed.filter(({ base }) => base === 'hub');
  const out = placed.filter(({ base }) => base !== 'hub');
  if (placed.length === 0) return { model: 'undetermined', reason: 'No Spoke is placed.' };
  const team = teamOf(placed);
  if (team !== undefined)
    return { model: 5, reason: `All placed Spokes (${named(placed)}) sit together as one team, ${team}.` };
  if (out.length === 0)
    return { model: 3, reason: `All placed Spokes (${named(inHub)}) are based in the Hub.` };
  if (inHub.length > 0) {
    return {
      model: 4,
      reason: `Some Spokes (${named(inHub)}) are based in the Hub, others (${named(out)}) elsewhere.`,
    };
  }
  return decideBySector(out);
}

/** The one team to which all posts, two people or more, belong. */
function teamOf(placed: readonly ClassifiedSpokes[]): string | undefined {
  const people = placed.reduce((sum, { headcount }) => sum + headcount, 0);
  const [first] = placed.map(soleTeam);
  return people > 1 && first !== undefined && placed.every((post) => isSameTeam(soleTeam(post), first))
    ? first.team
    : undefined;
}

/** The host of posts that sit in one host as a team. */
const soleTeam = ({ base, hosts = [] }: ClassifiedSpokes): Host | undefined =>
  base === 'host' && hosts.length === 1 && hosts[0]?.team !== undefined ? hosts[0] : undefined;
const isSameTeam = (one: Host | undefined, other: Host): boolean =>
  one?.type === other.type && one.team === other.team;

function decideBySector(out: readonly ClassifiedSpokes[]): Decision {
  const statutory = ofSector(out, ['statutory', 'statutory-led']);
  if (statutory !== undefined)
    return { model: 1, reason: `No Spoke is in the Hub, and these belong to statutory hosts: ${statutory}.` };
  const community = ofSector(out, ['community']);
  if (community !== undefined) {
    return {
      model: 2,
      reason: `No Spoke is in the Hub or with a statutory host, and these are in voluntary, youth or community settings: ${community}.`,
    };
  }
  return {
    model: 'undetermined',
    reason: `No Spoke is in the Hub, and who leads the hosts of these is not known: ${named(out)}.`,
  };
}

/** The posts with a host of some sectors, and those hosts; `undefined` when there are none. */
function ofSector(out: readonly ClassifiedSpokes[], sectors: readonly HostSector[]): string | undefined {
  const posts = out.filter((post) => hasSector(post, sectors));
  return posts.length === 0 ? undefined : `${named(posts)} (${hostsOf(posts, sectors)})`;
}

const hasSector = ({ hosts = [] }: ClassifiedSpokes, sectors: readonly HostSector[]): boolean =>
  hosts.some((host) => sectors.includes(sectorOfHost(host)));

function hostsOf(posts: readonly ClassifiedSpokes[], sectors: readonly HostSector[]): string {
  const hosts = posts
    .flatMap(({ hosts: each = [] }) => each)
    .filter((host) => sectors.includes(sectorOfHost(host)));
  return [...new Set(hosts.map(({ type }) => labelOf(hostType, type)))].sort().join(', ');
}

/** Places in which a post might turn out to be. */
const places: readonly ClassifiedSpokes[] = [
  { id: 'in the Hub', headcount: 1, base: 'hub' },
  ...(['police-team', 'voluntary-service', 'multi-agency-team'] satisfies HostType[]).map(
    (type): ClassifiedSpokes => ({ id: type, headcount: 1, base: 'host', hosts: [{ type }] }),
  ),
];

function candidatesFor(placed: readonly ClassifiedSpokes[], isOpen: boolean): readonly ModelNumber[] {
  const settled = possible(placed);
  if (!isOpen && placed.length > 0) return settled;
  const team = placed.length > 0 && teamLike(placed) ? [5 as const] : [];
  const found = [...settled, ...places.flatMap((place) => possible([...placed, place])), ...team];
  return placed.length === 0 ? [1, 2, 3, 4, 5] : [...new Set(found)].sort();
}

/** Whether one more post might sit with all the others as a team. */
function teamLike(placed: readonly ClassifiedSpokes[]): boolean {
  const hosts = placed.map(({ base, hosts: each = [] }) =>
    base === 'host' && each.length === 1 ? each[0] : undefined,
  );
  const [first] = hosts;
  return first !== undefined && hosts.every((host) => host?.type === first.type && host.team === first.team);
}

/** The model that posts say, or those it may be when who leads the hosts is not known. */
function possible(placed: readonly ClassifiedSpokes[]): readonly ModelNumber[] {
  const { model } = decide(placed);
  const isLedUnknown = placed.some((post) => hasSector(post, ['multi-agency']));
  if (model === 2 && isLedUnknown) return [1, 2];
  if (model !== 'undetermined') return [model];
  return placed.length === 0 ? [] : [1, 2];
}

/**
 * The facts that would settle a case that is not determined, or that could still change.
 *
 * @example
 * whatWouldDecide([{ id: 'post 1', headcount: 2, base: 'unplaced' }]); // => ['Where post 1 will be based: in the Hub, or with which host and team.']
 */
export function whatWouldDecide(posts: readonly ClassifiedSpokes[]): readonly string[] {
  const spokes = postsAsSent(posts);
  const unplaced = spokes.filter((post) => isFilled(post) && !isPlaced(post));
  const { model } = decide(spokes.filter(isPlaced));
  const out = spokes.filter((post) => isPlaced(post) && post.base !== 'hub');
  // A community setting may turn out to be with a statutory host, when who leads a multi-agency team is known.
  const unled =
    model === 'undetermined'
      ? out
      : model === 2
        ? out.filter((post) => hasSector(post, ['multi-agency']))
        : [];
  return [
    ...unplaced.map(({ id }) => `Where ${id} will be based: in the Hub, or with which host and team.`),
    ...unled.map(
      ({ id }) => `Who leads the host of ${id}: a statutory agency, or a voluntary, youth or community one.`,
    ),
    ...(spokes.length === 0 ? ['Which Spokes the service has, and where they are based.'] : []),
  ];
}
