import { compileReturn, type CompileOptions, type ServiceRecord } from 'hub-and-spoke';

type Facts<Kind extends ServiceRecord['kind']> = Partial<Extract<ServiceRecord, { kind: Kind }>>;

let number = 0;
const nextId = (letter: string): string => `${letter}${(number += 1)}`;

/** A direct case that opened in the quarter. */
export const aCase = (facts: Facts<'case'> = {}): ServiceRecord => ({
  kind: 'case',
  id: nextId('c'),
  youngPerson: 'yp1',
  support: 'direct',
  opened: '2015-02-02',
  ...facts,
});

/** A session in the quarter. */
export const aSession = (facts: Facts<'session'> = {}): ServiceRecord => ({
  kind: 'session',
  id: nextId('s'),
  activity: 'training',
  date: '2015-02-02',
  ...facts,
});

/** A consultancy in the quarter. */
export const aConsultancy = (facts: Facts<'consultancy'> = {}): ServiceRecord => ({
  kind: 'consultancy',
  id: nextId('k'),
  date: '2015-02-02',
  ...facts,
});

/** A contact in the quarter. */
export const aContact = (facts: Facts<'contact'> = {}): ServiceRecord => ({
  kind: 'contact',
  id: nextId('t'),
  youngPerson: 'yp1',
  date: '2015-02-02',
  ...facts,
});

/** The return of a service for the first quarter of 2015. */
export const compiled = (records: readonly unknown[], options: Partial<CompileOptions> = {}) =>
  compileReturn(records, { service: '2', quarter: '2015-Q1', ...options });

/** What was found in records, as rule and message. */
export const found = async (records: readonly unknown[], options: Partial<CompileOptions> = {}) =>
  (await compiled(records, options)).findings.map(({ rule, message }) => `${rule} ${message}`);
