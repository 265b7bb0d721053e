import { quarterPeriod, type CoreReturn, type Quarter } from 'hub-and-spoke';

/** A return of a service for a quarter. */
export const returnFor = (
  service: string,
  quarter: Quarter,
  parts: Partial<CoreReturn> = {},
): CoreReturn => ({
  edition: 'year-two',
  service,
  period: quarterPeriod(quarter),
  ...parts,
});

/** A return that only counts the directly supported. */
export const direct = (service: string, quarter: Quarter, count: number, newInPeriod?: number): CoreReturn =>
  returnFor(service, quarter, {
    youngPeople: { direct: count, ...(newInPeriod !== undefined && { newInPeriod }) },
  });

/** A return that several services sent together. */
export const together = (
  services: readonly string[],
  quarter: Quarter,
  parts: Partial<CoreReturn>,
): CoreReturn => ({
  ...returnFor(services.join(' and '), quarter, parts),
  combined: { services, returns: services.length },
});
