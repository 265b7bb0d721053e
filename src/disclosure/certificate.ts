import type { Alternative } from './alternatives.ts';
import { at, type LinearSystem } from './linear-system.ts';

/** Two sets of counts that fit everything published, as what they differ by from the true ones, by cell id. */
export interface Witness {
  /** The cell that nobody can tell between the two. */
  readonly cell: string;
  readonly one: Readonly<Record<string, number>>;
  readonly other: Readonly<Record<string, number>>;
}

/**
 * The proof that a release is protected. Nothing can be read off it, and it becomes nothing but a word as JSON:
 * what it stands for would give the true counts away.
 */
export interface Certificate {
  readonly kind: 'certificate';
  readonly witnesses: number;
  /** A sentence in place of it: a certificate holds the counts behind what is hidden, and never becomes text. */
  readonly toJSON: () => string;
}

const opened = new WeakMap<Certificate, readonly Witness[]>();

/** Closes witnesses into a certificate. */
export function certificateOf(witnesses: readonly Witness[]): Certificate {
  const certificate: Certificate = Object.freeze({
    kind: 'certificate',
    witnesses: witnesses.length,
    toJSON: () => 'a certificate is never written out',
  });
  opened.set(certificate, witnesses);
  return certificate;
}

/**
 * What a certificate stands for, for an audit inside the programme. Confidential: together with a publication it
 * tells hidden counts.
 *
 * @throws TypeError when it is no certificate of {@link protect}: a mistake of the caller
 */
export function openCertificate(certificate: Certificate): readonly Witness[] {
  const witnesses = opened.get(certificate);
  if (witnesses === undefined)
    throw new TypeError('openCertificate: this is no certificate that protect made');
  return witnesses;
}

const byId = (
  { cells }: LinearSystem,
  alternative: Alternative | undefined,
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...(alternative?.differences ?? [])].map(([cell, amount]) => [at(cells, cell).id, amount]),
  );

/** A witness from two alternatives; none stands for the true counts. */
export const witnessOf = (
  system: LinearSystem,
  cell: number,
  one: Alternative | undefined,
  other: Alternative | undefined,
): Witness => ({ cell: at(system.cells, cell).id, one: byId(system, one), other: byId(system, other) });
