import { findCode, spelling, type Source } from '../vocabulary/index.ts';
import { informant, type EvidenceKind, type EvidenceStrength, type Informant } from './evidence-words.ts';

/** The three legs of a configuration. */
export type Leg = 'context' | 'mechanism' | 'outcome';

/** A piece of evidence: where it stands, never what it says. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly informant?: Informant | (string & {});
  /** A place in the Year Two report. */
  readonly section?: Source;
  /** Any other place: a document, a page, a paragraph. A reference, never a quotation. */
  readonly reference?: string;
  readonly strength?: EvidenceStrength;
  /** The services it comes from, where that may be said. */
  readonly services?: readonly string[];
  /** The legs it speaks to. Left out: all that were not inferred. */
  readonly legs?: readonly Leg[];
  /** The evidence source it was gathered in, by its id. */
  readonly source?: string;
}

/** A source of evidence: a round of fieldwork, a set of documents. */
export interface EvidenceSource {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly informant?: Informant | (string & {});
  /** How many people, visits, returns or documents, where that is said. */
  readonly count?: number;
  readonly source: Source;
}

/**
 * The same reference, whatever else is said of it: a document and page are the same under any kind and from
 * anybody; without one, the kind, the informant and the section tell references apart.
 */
export const referenceOf = ({
  kind,
  informant: who,
  section,
  reference,
  services,
  source,
}: Evidence): string =>
  reference !== undefined
    ? JSON.stringify(['reference', spelling(reference)])
    : JSON.stringify([
        kind,
        informantOf(who) ?? '',
        section ?? '',
        [...(services ?? [])].sort(),
        source ?? '',
      ]);

/** An informant by its code, whatever alias stands there. */
export const informantOf = (who: string | undefined): string | undefined =>
  who === undefined ? undefined : (findCode(informant, who) ?? who);

/** The legs that a piece of evidence speaks to: those it says, else all that were not inferred. */
export const legsOf = ({ legs }: Evidence, inferred: readonly Leg[] = []): readonly Leg[] =>
  legs ?? (['context', 'mechanism', 'outcome'] as const).filter((leg) => !inferred.includes(leg));
