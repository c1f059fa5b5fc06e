import { describe, expect, it } from 'vitest';
import { filesToReview, type SigningBuyer, signersRefusal } from '#shared/domain/subscriptions/signers.ts';
import { localDate } from '#shared/kernel/local-date.ts';

const today = localDate('2026-11-23');
const person: SigningBuyer = {
  name: '周琳',
  company: false,
  represented: false,
  agent: null,
  agentNo: null,
  proxyCovers: false,
  proxyUntil: null,
};
const company: SigningBuyer = { ...person, name: '样本科技有限公司', company: true };
const absent: SigningBuyer = { ...person, agent: 'entrusted', agentNo: 1, proxyCovers: true };
const child: SigningBuyer = { ...person, name: '周小琳', agent: 'statutory', agentNo: 2 };

describe('Who signs for the buyers', () => {
  it.each([
    ['people who sign themselves', [person], 0, undefined],
    ['a company without its representative', [person, company], 0, 'BUYER_REPRESENTATIVE_MISSING'],
    ['a company with its representative', [{ ...company, represented: true }], 0, undefined],
    ['an agent whose power is in the file', [absent], 1, undefined],
    ['an agent without his power', [absent], 0, 'PROXY_SCAN_MISSING'],
    ['an agent whose power does not cover the purchase', [{ ...absent, proxyCovers: false }], 1, 'PROXY_TOO_NARROW'],
    ['a power that runs out today', [{ ...absent, proxyUntil: today }], 1, undefined],
    ['a power that ran out yesterday', [{ ...absent, proxyUntil: localDate('2026-11-22') }], 1, 'PROXY_EXPIRED'],
    ['one agent of a couple with one power for both', [absent, { ...absent, name: '郑浩' }], 1, undefined],
    ['two agents with one power', [absent, { ...absent, name: '郑浩', agentNo: 2 }], 1, 'PROXY_SCAN_MISSING'],
    ['a guardian, who needs no power', [child], 0, undefined],
  ] as const)('%s: the review is told so', (_who, buyers, proxies, code) => {
    expect(signersRefusal(buyers, { proxies, today })?.code).toBe(code);
  });

  it('is shown to the review by files: one for each person, company, agent and guardian', () => {
    expect(filesToReview([person, { ...company, represented: true }, absent, child], { proxy: 1 })).toEqual([
      { kind: 'identity', asked: 3, given: 0 },
      { kind: 'businessLicence', asked: 1, given: 0 },
      { kind: 'proxy', asked: 1, given: 1 },
      { kind: 'guardianship', asked: 1, given: 0 },
    ]);
  });
});
