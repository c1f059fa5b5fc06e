import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHostAddress, shownHostAddress } from '#shared/domain/terminals/host-address.ts';

const typed = (text: string) => parseHostAddress(text, 8443);

describe('The address of a host as it is typed', () => {
  it('is an address or a name, with the usual port unless one is given', () => {
    expect(typed('192.168.1.20')).toEqual({ address: '192.168.1.20', port: 8443 });
    expect(typed('192.168.1.20:9000')).toEqual({ address: '192.168.1.20', port: 9000 });
    expect(typed('FRONT-DESK')).toEqual({ address: 'FRONT-DESK', port: 8443 });
    expect(typed('前台.local')).toBeUndefined();
    expect(typed('office_pc.lan:8444')).toEqual({ address: 'office_pc.lan', port: 8444 });
    expect(typed('[fd00::7]:9000')).toEqual({ address: 'fd00::7', port: 9000 });
    expect(typed('fd00::7')).toEqual({ address: 'fd00::7', port: 8443 });
  });

  it('may come with full-width signs, blanks and what a browser would put before it', () => {
    expect(typed(' １９２.１６８.１.２０：９０００ ')).toEqual({ address: '192.168.1.20', port: 9000 });
    expect(typed('192。168。1。20')).toEqual({ address: '192.168.1.20', port: 8443 });
    expect(typed('https://192.168.1.20:9000/')).toEqual({ address: '192.168.1.20', port: 9000 });
  });

  it('is refused when it can be none', () => {
    for (const text of ['', ' ', '192.168.1', '192.168.1.300', 'a:b', 'host:0', 'host:70000', 'a/b', 'a b:1:2', '-x'])
      expect(typed(text)).toBeUndefined();
  });

  it('is shown as it can be typed again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.domain()), fc.integer({ min: 1, max: 65_535 }), (address, port) => {
        expect(typed(shownHostAddress({ address, port }))).toEqual({ address, port });
      }),
    );
  });
});
