import type { Refusal } from '#shared/kernel/errors.ts';
import { filesRefusal, type NeededFile } from '../contracts/needed-files.ts';
import { lifecycle } from '../lifecycle.ts';
import { type AgreementState, agreementStates } from './states.ts';

/** What may happen to an agreement about a signed contract. */
export const agreementEvents = [
  'edit',
  'submit',
  'withdraw',
  'sendBack',
  'approve',
  'print',
  'correct',
  'sign',
  'drop',
  'refile',
] as const;
/** Event of an agreement. */
export type AgreementEvent = (typeof agreementEvents)[number];

/** What is to be done beside the state: papers and signatures fall away, or the contract follows. */
export type AgreementEffect = 'voidCopies' | 'takeEffect';

/** What the guards of an agreement look at. */
export type AgreementFacts = {
  readonly actorId: number | null;
  /** Who drafted it, who submitted it, who asked for its change: they do not review it. */
  readonly authorIds: readonly number[];
  /** The change that it writes down was agreed to by its ladder and still stands as it was shown. */
  readonly changeAgreed: boolean;
  readonly figuresMoved: boolean;
  /** Words of its own clauses that the law would strike out. */
  readonly voidWords: string;
  /** Copies of it, or of an earlier version, that have not come back. */
  readonly copiesOutstanding: number;
  /** Signatures that are missing after the one that is given now. */
  readonly signaturesLeft: number;
  /** Why what it agrees could not take effect now; null where it could. */
  readonly obstacle: Refusal | null;
  /** The list of required files with what of it is there. */
  readonly files: readonly NeededFile[];
  /** The registry waits to be told of it. */
  readonly refilingOpen: boolean;
};

/** An agreement about which nothing is known: nothing is agreed, nobody may act. */
export function bareAgreementFacts(): AgreementFacts {
  return {
    actorId: null,
    authorIds: [],
    changeAgreed: false,
    figuresMoved: false,
    voidWords: '',
    copiesOutstanding: 0,
    signaturesLeft: 1,
    obstacle: null,
    files: [],
    refilingOpen: false,
  };
}

function changeAgreed({ changeAgreed: agreed, figuresMoved }: AgreementFacts): Refusal | undefined {
  if (!agreed) return { code: 'AGREEMENT_CHANGE_NOT_AGREED' };
  return figuresMoved ? { code: 'CHANGE_FIGURES_MOVED' } : undefined;
}

function clausesHold({ voidWords }: AgreementFacts): Refusal | undefined {
  return voidWords === '' ? undefined : { code: 'AGREEMENT_CLAUSE_VOID', params: { words: voidWords } };
}

function notOwnWork({ actorId, authorIds }: AgreementFacts): Refusal | undefined {
  return actorId === null || authorIds.includes(actorId) ? { code: 'OWN_WORK' } : undefined;
}

function noOldCopies({ copiesOutstanding: count }: AgreementFacts): Refusal | undefined {
  return count > 0 ? { code: 'COPIES_OUTSTANDING', params: { count } } : undefined;
}

function canTakeEffect({ obstacle }: AgreementFacts): Refusal | undefined {
  return obstacle ?? undefined;
}

function registryWaits({ refilingOpen }: AgreementFacts): Refusal | undefined {
  return refilingOpen ? undefined : { code: 'AGREEMENT_NOTHING_TO_REFILE' };
}

function filesForReview({ files }: AgreementFacts): Refusal | undefined {
  return filesRefusal('review', files);
}

function filesForSigning({ files }: AgreementFacts): Refusal | undefined {
  return filesRefusal('signing', files);
}

function filesForFiling({ files }: AgreementFacts): Refusal | undefined {
  return filesRefusal('filing', files);
}

const isLast = ({ signaturesLeft }: AgreementFacts) => signaturesLeft === 0;
const mayBeSigned = [changeAgreed, clausesHold, noOldCopies, filesForSigning, canTakeEffect];

/**
 * An agreement about a signed contract (补充协议、解除协议): drafted from a change that was agreed to, looked through by a
 * second person, printed, signed by all. It holds from the day of the last signature and is never dated back.
 */
export const agreementLifecycle = lifecycle<AgreementState, AgreementEvent, AgreementFacts, AgreementEffect>({
  noun: 'agreement',
  states: agreementStates,
  initial: 'draft',
  final: ['dropped'],
  events: agreementEvents,
  otherwise: ({ from, event }) =>
    from === 'inForce' && event !== 'submit' ? { code: 'AGREEMENT_IN_FORCE' } : undefined,
  transitions: [
    { from: 'draft', event: 'edit', to: 'draft', guards: [] },
    { from: 'draft', event: 'submit', to: 'inReview', guards: [changeAgreed, clausesHold, filesForReview] },
    { from: 'inReview', event: 'withdraw', to: 'draft', guards: [] },
    { from: 'inReview', event: 'sendBack', to: 'draft', guards: [notOwnWork] },
    {
      from: 'inReview',
      event: 'approve',
      to: 'approved',
      guards: [notOwnWork, changeAgreed, clausesHold, filesForReview],
    },
    { from: 'approved', event: 'print', to: 'printed', guards: [changeAgreed, noOldCopies] },
    { from: ['approved', 'printed'], event: 'correct', to: 'draft', guards: [], effects: ['voidCopies'] },
    { from: 'printed', event: 'sign', to: 'inForce', when: isLast, guards: mayBeSigned, effects: ['takeEffect'] },
    { from: 'printed', event: 'sign', to: 'printed', guards: mayBeSigned },
    {
      from: ['draft', 'inReview', 'approved', 'printed'],
      event: 'drop',
      to: 'dropped',
      guards: [],
      effects: ['voidCopies'],
    },
    { from: 'inForce', event: 'refile', to: 'inForce', guards: [registryWaits, filesForFiling] },
  ],
});
