import type { PartyAgent } from '#shared/domain/contracts/parties.ts';
import { maskIdentityNumber } from '#shared/kernel/identity-number.ts';
import { maskPhone } from '#shared/kernel/phone.ts';

/** An agent as those see him who have not asked for his number and phone. */
export function maskedAgent(agent: PartyAgent): PartyAgent {
  return {
    ...agent,
    identityNumber: agent.identityNumber === '' ? '' : maskIdentityNumber(agent.identityNumber),
    phone: agent.phone === '' ? '' : maskPhone(agent.phone),
  };
}

/** An agent as he was sent; number and phone that come back masked, as they are shown, are those on record. */
export function asKept(agent: PartyAgent, kept: PartyAgent | null): PartyAgent {
  if (kept === null) return agent;
  return {
    ...agent,
    identityNumber:
      agent.identityNumber === maskIdentityNumber(kept.identityNumber) ? kept.identityNumber : agent.identityNumber,
    phone: agent.phone === maskPhone(kept.phone) ? kept.phone : agent.phone,
  };
}
