import type { Refusal } from '#shared/kernel/errors.ts';
import { ageOn, checkDocumentNumber } from '#shared/kernel/identity-number.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ContractBuyer, PartyAgent } from './parties.ts';

const ADULT = 18;

/** Below eighteen on a day, by the birthday in the file or in the number. */
export function isMinor(
  buyer: Pick<ContractBuyer, 'kind' | 'birthOn' | 'identityKind' | 'identityNumber'>,
  day: LocalDate,
): boolean {
  const birthOn = buyer.birthOn ?? checkDocumentNumber(buyer.identityKind, buyer.identityNumber).birthOn;
  return buyer.kind === 'person' && birthOn !== undefined && ageOn(birthOn, day) < ADULT;
}

/**
 * What a written power lacks on a day; nothing for a statutory agent, who acts by the law. That its scan is in the file is
 * asked by the list of required files.
 */
export function powerGaps({ kind, power }: PartyAgent, day: LocalDate): ('narrow' | 'expired')[] {
  if (kind !== 'entrusted') return [];
  return [
    ...(power.coversSigning ? [] : (['narrow'] as const)),
    ...(power.validUntil !== null && power.validUntil < day ? (['expired'] as const) : []),
  ];
}

/**
 * Why somebody else may not act for a buyer on a day: the contract names no agent, or his power does not cover it or has
 * run out (P27; Civil Code 165, 171).
 */
export function agentRefusal(agent: PartyAgent | null, day: LocalDate): Refusal | undefined {
  if (agent === null) return { code: 'AGENT_NOT_NAMED' };
  const [gap] = powerGaps(agent, day);
  if (gap === undefined) return undefined;
  return gap === 'narrow'
    ? { code: 'AGENT_WITHOUT_POWER' }
    : { code: 'AGENT_POWER_OVER', params: { expiredOn: agent.power.validUntil } };
}

/**
 * Why the hand at the table does not bind a buyer: an agent without a valid power, or a minor who signs alone and not by
 * a statutory agent (Civil Code 19, 23).
 */
export function handRefusal(
  buyer: Pick<ContractBuyer, 'kind' | 'birthOn' | 'identityKind' | 'identityNumber' | 'agent'>,
  byProxy: boolean,
  day: LocalDate,
): Refusal | undefined {
  if (byProxy) return agentRefusal(buyer.agent, day);
  return isMinor(buyer, day) ? { code: 'GUARDIAN_SIGNS' } : undefined;
}
