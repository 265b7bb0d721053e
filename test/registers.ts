import type { Register } from 'hub-and-spoke';

/** A register of some services, each with no more said of it than a test is about. */
export const registerOf = (...services: readonly object[]): Register =>
  ({
    phases: [],
    services: services.map((service) => ({
      phase: 'one',
      status: 'operational',
      hub: {},
      spokes: [],
      ...service,
    })),
  }) as unknown as Register; // posts may have less than a register takes
