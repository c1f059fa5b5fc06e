import type { AgreementState } from '#shared/domain/agreements/states.ts';
import type { Tone } from './signal.tsx';

/** The states of an agreement about a contract in colours. */
export const agreementTones = {
  draft: 'plain',
  inReview: 'amber',
  approved: 'ink',
  printed: 'amber',
  inForce: 'ok',
  dropped: 'plain',
} as const satisfies Record<AgreementState, Tone>;
