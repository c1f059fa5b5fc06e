import { hash, verify } from '@node-rs/argon2';
import type { Turns } from '../kernel/turns.ts';

/** OWASP's setting for argon2id (the library's default variant): 19 MiB, two passes, one lane. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of nobody's password: looked at when there is no such account, so that the answer takes as long. */
const nobody = hash('there is no such account', options);

/** The argon2id hash of a password or PIN. Slow by design; never inside a transaction. */
export function hashSecret(secret: string): Promise<string> {
  return hash(secret, options);
}

/** True when the secret is the one hashed; false for no hash at all (somebody who cannot log in), after the same time. */
async function secretMatches(stored: string | null | undefined, secret: string): Promise<boolean> {
  const none = stored === null || stored === undefined || stored === '';
  const matches = await verify(none ? await nobody : stored, secret);
  return matches && !none;
}

/** Hashes and compares secrets when it is the place's turn; each takes a core for a while. */
export type Hasher = {
  hash(place: string, secret: string): Promise<string>;
  /** `unless` is asked once it is the place's turn: true leaves the secret alone, and answers false. */
  matches(place: string, stored: string | null | undefined, secret: string, unless?: () => boolean): Promise<boolean>;
};

/** The hashing of one office. Both reject with TOO_MANY_REQUESTS when too many wait. */
export function createHasher(turns: Turns): Hasher {
  return {
    hash: (place, secret) => turns(place, () => hashSecret(secret)),
    matches: (place, stored, secret, unless = () => false) =>
      turns(place, async () => !unless() && (await secretMatches(stored, secret))),
  };
}
