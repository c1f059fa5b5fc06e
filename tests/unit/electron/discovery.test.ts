import { describe, expect, it } from 'vitest';
import { findHosts, hostsOf } from '#electron/lan/discovery.ts';

const heard = {
  port: 8443,
  addresses: ['fe80::1', '172.17.0.1', '192.168.1.20'],
  referer: { address: '192.168.1.20', family: 'IPv4', port: 5353, size: 90 },
  txt: { office: '江北案场', id: '0190a2f0', pc: 'FRONT-DESK' },
};

describe('Hosts that make themselves known', () => {
  it('are listed by the name of their office, with the address from which they spoke', () => {
    expect(hostsOf([heard])).toEqual([
      { officeId: '0190a2f0', officeName: '江北案场', host: 'FRONT-DESK', address: '192.168.1.20', port: 8443 },
    ]);
  });

  it('are listed once, though they speak over several adapters', () => {
    expect(hostsOf([heard, { ...heard, addresses: [] }, { ...heard, port: 8444 }])).toHaveLength(2);
  });

  it('are left out where nothing could be connected to', () => {
    const strange = [undefined, 7, {}, { ...heard, port: 0 }, { ...heard, port: '8443' }];
    const farAway = { ...heard, referer: { address: 'fe80::2' }, addresses: ['fe80::1'] };
    expect(hostsOf([...strange, farAway])).toEqual([]);
    expect(hostsOf([{ ...farAway, addresses: ['2001:db8::7'] }])).toMatchObject([{ address: '2001:db8::7' }]);
  });

  it('are looked for no longer than asked, whether the network carries such words or not', async () => {
    const said: string[] = [];
    expect(Array.isArray(await findHosts((line) => said.push(line), 20))).toBe(true);
  });
});
