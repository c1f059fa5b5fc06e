import { createHash, createHmac, scrypt, timingSafeEqual, X509Certificate } from 'node:crypto';

/** What both sides must have seen alike: the authority that was presented, and the chance of either side. */
export type PairingSeen = {
  /** Certificate of the office's own authority, PEM. */
  readonly authority: string;
  readonly terminalNonce: string;
  readonly hostNonce: string;
};

/** What a terminal says of itself, and the proof covers. */
export type TerminalClaim = {
  readonly name: string;
  readonly program: string;
  readonly protocol: number;
  /** The hash of the token of an earlier pairing. */
  readonly formerly: string | null;
};

/** 32 MiB and some 80 ms for each guess: a code of 40 bits outlives its ten minutes by far. */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/**
 * The key that both sides draw from the pairing code. It is salted with the authority's fingerprint and both nonces: a man
 * in the middle presents another authority, so that his key is another one and neither side believes the other.
 */
export function pairingKey(code: string, seen: PairingSeen): Promise<Buffer> {
  const salt = createHash('sha256')
    .update(fingerprintOf(seen.authority), 'utf8')
    .update(decoded(seen.terminalNonce))
    .update(decoded(seen.hostNonce))
    .digest();
  return new Promise((resolve, reject) => {
    scrypt(code, salt, 32, cost, (error, key) => (error === null ? resolve(key) : reject(error)));
  });
}

/** The fingerprint by which an authority is known: SHA-256 of its certificate, `AB:CD:…`. Throws for what is none. */
export function fingerprintOf(authority: string): string {
  return new X509Certificate(authority).fingerprint256;
}

/** The terminal's proof that it knows the code, base64; it covers what the terminal says of itself. */
export function terminalProof(key: Uint8Array, { name, program, protocol, formerly }: TerminalClaim): string {
  return proof(key, ['terminal', name, program, protocol, formerly]);
}

/** The host's proof that it knows the code, base64; it covers the token that it gives. */
export function hostProof(key: Uint8Array, token: string): string {
  return proof(key, ['host', token]);
}

/** Compares two proofs in a time that tells nothing about where they differ. */
export function isSameProof(one: string, other: string): boolean {
  const [a, b] = [decoded(one), decoded(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function proof(key: Uint8Array, parts: readonly (string | number | null)[]): string {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64');
}

function decoded(base64: string): Buffer {
  return Buffer.from(base64, 'base64');
}
