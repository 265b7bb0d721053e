import {
  hostType,
  isFilled,
  postsOn,
  sectorOfHost,
  type Service,
  type SpokePost,
} from '../programme/index.ts';
import { isCode, type IsoDate } from '../vocabulary/index.ts';

/** What a register says of one fact of a service. */
export interface FactReading {
  /** Every value that certainly holds: hosts may be of two sectors. */
  readonly values: readonly string[];
  /** Whether no other value can hold. */
  readonly complete: boolean;
}

export const notKnown: FactReading = { values: [], complete: false };

export const only = (value: string | undefined): FactReading =>
  value === undefined ? notKnown : { values: [value], complete: true };

export const said = (holds: boolean | undefined): FactReading =>
  only(holds === undefined ? undefined : holds ? 'yes' : 'no');

/** The posts that are filled, on a day where one is given. */
export const inPost = (service: Service, asOf: IsoDate | undefined): readonly SpokePost[] =>
  asOf === undefined ? service.spokes.filter(isFilled) : postsOn(service, asOf);

/** Whether something holds of any post: yes for one that certainly has it, no when none may have it. */
export function ofAny(
  posts: readonly SpokePost[],
  holds: (post: SpokePost) => boolean | undefined,
): FactReading {
  const each = posts.map(holds);
  if (each.includes(true)) return said(true);
  return said(each.length === 0 || each.includes(undefined) ? undefined : false);
}

/** The values over the posts that are placed; complete when every one of them says its own. */
export function overPlaced(
  service: Service,
  asOf: IsoDate | undefined,
  valuesOf: (post: SpokePost) => readonly (string | undefined)[],
): FactReading {
  const placed = inPost(service, asOf).filter(({ base }) => base !== 'unplaced');
  const known = placed.flatMap(valuesOf);
  return {
    values: [...new Set(known.filter((value) => value !== undefined))],
    complete: placed.length > 0 && !known.includes(undefined),
  };
}

/** The sectors of a post’s hosts; nothing for one that nobody knows, or whose lead nobody knows. */
export function sectorsOfPost({ base, hosts = [] }: SpokePost): readonly (string | undefined)[] {
  if (hosts.length === 0) return base === 'hub' || base === 'home' ? [] : [undefined];
  return hosts.flatMap((host) => {
    if (host.sector === undefined && !isCode(hostType, host.type)) return [undefined];
    const sector = sectorOfHost(host);
    // Whoever leads a multi-agency team may be statutory.
    return sector === 'multi-agency' ? [sector, undefined] : [sector];
  });
}
