import { randomBytes } from 'node:crypto';
import { hostProof, isSameProof, pairingKey, terminalProof } from '#electron/lan/pairing-proof.ts';
import { tokenHash } from '#electron/lan/token-hash.ts';
import type { Admitted } from '#electron/server/terminals/presence.ts';
import { protocolVersion } from '#shared/api/lan.ts';
import { parsePairingCode } from '#shared/domain/terminals/pairing.ts';
import type { TestClient, TestOffice } from './office.ts';

/** The code that stands on the host's screen. */
export async function codeShown(manager: TestClient, kind: 'one' | 'all' = 'one'): Promise<string> {
  await manager.terminals.openPairing({ kind });
  return (await manager.terminals.pairing({})).open?.code ?? '';
}

/** A terminal as it pairs: what it types, what it calls itself, the token it had before. */
export type Pairing = { readonly code: string; readonly name?: string; readonly token?: string | null };

/** The first step of pairing and what the second sends, so that a test can send it again or otherwise. */
export async function beginPairing({ office }: TestOffice, { code, name = '前台', token = null }: Pairing) {
  const nonce = randomBytes(32).toString('base64');
  const { nonce: hostNonce, authority } = await office.terminals.beginEnrolment({ nonce });
  const key = await pairingKey(parsePairingCode(code) ?? '', { authority, terminalNonce: nonce, hostNonce });
  const claim = {
    name,
    program: '0.1.0',
    protocol: protocolVersion,
    formerly: token === null ? null : tokenHash(token),
  };
  return { key, asked: { nonce, hostNonce, proof: terminalProof(key, claim), ...claim } };
}

/** Pairs a terminal as its program does; its token and number. Fails when the host cannot prove itself. */
export async function pair(desk: TestOffice, pairing: Pairing): Promise<{ token: string; terminalId: number }> {
  const { key, asked } = await beginPairing(desk, pairing);
  const { token, proof, terminalId } = await desk.office.terminals.finishEnrolment(asked, '192.168.1.20');
  if (!isSameProof(hostProof(key, token), proof)) throw new Error('The host does not know the code');
  return { token, terminalId };
}

/** Opens a window of a terminal. */
export function windowOf(desk: TestOffice, token: string, resume?: string): Admitted & { readonly client: TestClient } {
  const seen = { address: '192.168.1.20', program: '0.1.0' };
  const admitted = desk.office.terminals.admit({ token, resume, seen });
  return { ...admitted, client: desk.at(admitted.connection) };
}
