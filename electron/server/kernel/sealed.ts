import { deserialize, serialize } from 'node:v8';

declare const sealedBrand: unique symbol;

/**
 * A value packed by one thread for another: the thread between them hands it on without opening it, which for the rows of
 * a large file would take as long as reading them did.
 */
export type Sealed<T> = Uint8Array & { readonly [sealedBrand]: T };

/** Packs a value. */
export function sealed<T>(value: T): Sealed<T> {
  return new Uint8Array(serialize(value)) as Sealed<T>;
}

/** The value inside. */
export function unsealed<T>(packed: Sealed<T>): T {
  return deserialize(packed) as T;
}
