import { modelOf, sectorOfHost, type Register } from '../programme/index.ts';

/** What a register knows of the services behind a return, to group it by. */
export interface ServiceFacts {
  readonly model: string;
  readonly phase: string;
  readonly hostSector: string;
  readonly area: string;
}

/** The one value that all have; `several` when they differ, `not known` when there is none. */
function common(values: readonly (string | undefined)[]): string {
  const known = [...new Set(values.filter((value) => value !== undefined))];
  return known.length === 1 ? (known[0] ?? 'not known') : known.length === 0 ? 'not known' : 'several';
}

/** What a register knows of some services together: of those it does not have, nothing. */
export function serviceFacts(register: Register, ids: readonly string[]): ServiceFacts {
  const services = ids.map((id) => register.services.find((service) => service.id === id));
  const posts = services.flatMap((service) => service?.spokes ?? []);
  return {
    model: common(services.map((service) => service && modelOf(service))),
    phase: common(services.map((service) => service?.phase)),
    hostSector: common(posts.flatMap(({ hosts = [] }) => hosts.map(sectorOfHost))),
    area: common(posts.map(({ area }) => area)),
  };
}
