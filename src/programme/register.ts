import type { Duty, IsoDate, Period, Quarter } from '../vocabulary/index.ts';
import type { Checklist, Answers } from './checklist.ts';
import type { Funder } from './funder.ts';
import type { HostSector, HostType } from './host-type.ts';
import { type ModelNumber } from './models.ts';
import type { Phase } from './phase.ts';
import type { ProvenanceByPath } from './provenance.ts';

/** A host, or a kind of host, in which Spokes are placed. */
export interface Host {
  readonly type: HostType | (string & {});
  /** Who leads it, where that is known and its kind does not say. */
  readonly sector?: HostSector;
  /** The team the Spokes belong to: posts with the same team are one team. */
  readonly team?: string;
}

/** Where a Spoke works from. */
export type SpokeBase = 'hub' | 'host' | 'other-premises' | 'home' | 'unplaced' | 'not-known';

/** One Spoke post, or several that are alike in all that is said of them. */
export interface SpokePost {
  /** What the posts are called in messages: never a person’s name. */
  readonly id: string;
  /** People, whole. */
  readonly headcount: number;
  /** Full-time equivalents, never more than the people. */
  readonly fte?: number;
  /** Filled unless it says otherwise. */
  readonly filled?: 'in-post' | 'planned' | 'vacant';
  readonly funder: Funder | (string & {});
  readonly fundedFrom?: IsoDate;
  readonly fundedUntil?: IsoDate;
  readonly base: SpokeBase;
  /** The teams or agencies they belong to. Several mean that each of these kinds occurs among the posts. */
  readonly hosts?: readonly Host[];
  /** The place they sit in, where it is not the host’s: belonging decides the model, not the place. */
  readonly premises?: HostType | (string & {});
  readonly duties?: readonly Duty[];
  readonly area?: string;
  readonly reach?: 'own-authority' | 'new-authority';
}

/** A Hub: the established service that employs and manages the Spokes. */
export interface Hub {
  readonly charity?: 'large-national' | 'independent';
  readonly yearsInOperation?: number;
  readonly localAuthorityContracts?: boolean;
}

/** Something for which a caseload is adjusted. */
export type CaseloadDemand = 'high-risk' | 'wide-area' | 'other-duties';

/** How Spokes are managed and supported. */
export interface Support {
  readonly dedicatedManager?: boolean;
  readonly lineManagementWeeks?: number;
  readonly clinicalSupervision?: boolean;
  /** Young people for each Spoke, from and to. */
  readonly caseload?: readonly [low: number, high: number];
  /** What makes a full caseload too much: many at high risk, a wide area to travel, other duties. */
  readonly demands?: readonly CaseloadDemand[];
  readonly hostOnRecruitmentPanel?: boolean;
  /** The answers to {@link formalAgreement}, item by item. */
  readonly formalAgreement?: Answers<Checklist>;
}

/** What a service is asked to return, where it differs from its phase. */
export interface ReturnsAsked {
  /** First quarter for which a return is expected; `not-yet` while the service does not deliver. */
  readonly from?: Quarter | 'not-yet';
  /** Last quarter for which one is expected. */
  readonly until?: Quarter;
  /** Years returned once, in retrospect. */
  readonly years?: readonly Period[];
  /** Why it is left out of the quarterly returns. */
  readonly exempt?: string;
}

/** One Hub and Spoke service. */
export interface Service {
  readonly id: string;
  readonly phase: Phase;
  readonly status: 'operational' | 'partly-placed' | 'not-placed' | 'ended' | 'planned';
  readonly hub: Hub;
  readonly spokes: readonly SpokePost[];
  readonly duties?: readonly Duty[];
  readonly support?: Support;
  /** CSEFA funding, by its first and last day where they are known. */
  readonly funding?: { readonly from?: IsoDate; readonly until?: IsoDate; readonly years?: number };
  /** The model that the service, or the report, gives it. It may disagree with what its posts say. */
  readonly declaredModel?: ModelNumber;
  readonly returns?: ReturnsAsked;
  readonly provenance?: ProvenanceByPath;
}

/** What a phase has in common. */
export interface PhaseFacts {
  readonly phase: Phase;
  readonly fundingYear: Period;
  /** The year for which its services were asked to return figures in retrospect. */
  readonly retrospectiveYear?: Period;
}

/** The services of a programme: any number of them. */
export interface Register {
  readonly phases: readonly PhaseFacts[];
  readonly services: readonly Service[];
}
