import { v7 } from 'uuid';
import { z } from 'zod';

declare const requestIdBrand: unique symbol;

/** Identity of one command as sent, a UUID v7: a repeated command carries the same one and is done once. */
export type RequestId = string & { readonly [requestIdBrand]: true };

/** Where ids take their time (UTC ms) and their random bytes from; injected, so that tests repeat. */
export type IdSource = { readonly now: () => number; readonly random: (bytes: number) => Uint8Array };

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function isRequestId(text: string): text is RequestId {
  return uuidV7.test(text);
}

/** A request id at a border of the program: a UUID v7 in lower case. */
export const requestIdSchema = z.string().refine(isRequestId, 'not a UUID v7').pipe(z.custom<RequestId>());

/** A new request id; ids of later milliseconds sort later. */
export function newRequestId(source: IdSource): RequestId {
  const id = v7({ msecs: source.now(), random: source.random(16) });
  if (!isRequestId(id)) throw new RangeError(`Not a UUID v7: ${id}`);
  return id;
}
