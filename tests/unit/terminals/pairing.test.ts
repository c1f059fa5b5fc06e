import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { generate } from 'selfsigned';
import { beforeAll, describe, expect, it } from 'vitest';
import { hostProof, isSameProof, pairingKey, terminalProof } from '#electron/lan/pairing-proof.ts';
import {
  PAIRING_LENGTH,
  pairingCodeFrom,
  parsePairingCode,
  shownPairingCode,
} from '#shared/domain/terminals/pairing.ts';
import { spokenAlphabet } from '#shared/kernel/spoken-code.ts';

const codes = fc.uint8Array({ minLength: PAIRING_LENGTH, maxLength: PAIRING_LENGTH }).map(pairingCodeFrom);

describe('A pairing code', () => {
  it('has eight signs that nobody takes for one another, each as likely as the next', () => {
    expect(new Set(spokenAlphabet).size).toBe(32);
    expect(spokenAlphabet).not.toMatch(/[ILOU]/);
    const all = Array.from({ length: 256 }, (_, byte) => pairingCodeFrom(new Uint8Array(8).fill(byte)).charAt(0));
    for (const sign of spokenAlphabet) expect(all.filter((one) => one === sign)).toHaveLength(8);
  });

  it('is read as it was meant, however it was typed', () => {
    const cases = ['0', '-', ' ', '—', '\u3000'];
    fc.assert(
      fc.property(codes, fc.constantFrom(...cases.slice(1)), fc.boolean(), (code, between, small) => {
        const typed = [...code].join(between);
        expect(parsePairingCode(small ? typed.toLowerCase() : typed)).toBe(code);
        expect(parsePairingCode(shownPairingCode(code))).toBe(code);
      }),
    );
    expect(parsePairingCode('ｋ７ｑｆ－２ｍ９ｄ')).toBe('K7QF2M9D');
    expect(parsePairingCode('oOiI lLuU')).toBe('001111VV');
    for (const typed of ['', 'K7QF-2M9', 'K7QF-2M9DD', 'K7QF-2M9*', '配对码'])
      expect(parsePairingCode(typed)).toBe(undefined);
  });
});

describe('The proofs of a pairing', () => {
  const nonce = () => randomBytes(32).toString('base64');
  const ca = async () =>
    (await generate([{ name: 'commonName', value: 'x' }], { keyType: 'ec', algorithm: 'sha256' })).cert;
  const [terminalNonce, hostNonce] = [nonce(), nonce()];
  const claim = { name: '前台', program: '0.1.0', protocol: 1, formerly: null };
  let authority = '';
  beforeAll(async () => {
    authority = await ca();
  });

  it('are the same on both sides for the same code, authority and chances, and for no others', async () => {
    const seen = { authority, terminalNonce, hostNonce };
    const key = await pairingKey('K7QF2M9D', seen);
    const proof = terminalProof(key, claim);
    const same = async (code: string, other: Partial<typeof seen>) =>
      isSameProof(terminalProof(await pairingKey(code, { ...seen, ...other }), claim), proof);
    expect(await same('K7QF2M9D', {})).toBe(true);
    expect(await same('K7QF2M9E', {})).toBe(false);
    // A man in the middle has another authority.
    expect(await same('K7QF2M9D', { authority: await ca() })).toBe(false);
    expect(await same('K7QF2M9D', { terminalNonce: nonce() })).toBe(false);
    expect(await same('K7QF2M9D', { hostNonce: nonce() })).toBe(false);
  });

  it('cover what is said, and neither side’s stands for the other’s', async () => {
    const key = randomBytes(32);
    const proofs = [
      terminalProof(key, claim),
      terminalProof(key, { ...claim, name: '前台 2' }),
      terminalProof(key, { ...claim, formerly: 'x' }),
      terminalProof(key, { ...claim, protocol: 2 }),
      hostProof(key, 'x'),
      hostProof(key, 'y'),
    ];
    expect(new Set(proofs).size).toBe(proofs.length);
    expect(isSameProof(proofs[0] ?? '', '')).toBe(false);
  });
});
