import { describe, expect, it } from 'vitest';
import { agentRefusal, handRefusal } from '#shared/domain/contracts/powers.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { contractBuyer } from '#tests/support/contract-builders.ts';

const day = localDate('2026-11-24');
const power = { coversSigning: true, validUntil: localDate('2026-11-24') };
const agent = {
  kind: 'entrusted' as const,
  name: '样本丙',
  identityKind: 'passport' as const,
  identityNumber: 'E12345678',
  address: '',
  phone: '',
  relation: '',
  power,
};
const buyer = contractBuyer({ birthOn: localDate('1990-01-01') });

describe('Whose hand binds a buyer', () => {
  it('is the agent’s with a power that covers the signing and still runs', () => {
    expect(agentRefusal(agent, day)).toBeUndefined();
    expect(handRefusal({ ...buyer, agent: null }, true, day)?.code).toBe('AGENT_NOT_NAMED');
    expect(agentRefusal({ ...agent, power: { ...power, coversSigning: false } }, day)?.code).toBe(
      'AGENT_WITHOUT_POWER',
    );
    expect(agentRefusal(agent, localDate('2026-11-25'))).toEqual({
      code: 'AGENT_POWER_OVER',
      params: { expiredOn: '2026-11-24' },
    });
  });

  it('is that of a statutory agent without any power, and a minor’s own binds nobody', () => {
    const child = { ...buyer, birthOn: localDate('2010-01-01') };
    const parent = { ...agent, kind: 'statutory' as const, power: { ...power, coversSigning: false } };
    expect(handRefusal(child, false, day)?.code).toBe('GUARDIAN_SIGNS');
    expect(handRefusal({ ...child, agent: parent }, true, day)).toBeUndefined();
    expect(handRefusal(child, false, localDate('2028-01-01'))).toBeUndefined();
    expect(handRefusal(buyer, false, day)).toBeUndefined();
  });
});
