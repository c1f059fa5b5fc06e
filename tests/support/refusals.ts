import { ORPCError } from '@orpc/client';
import { expect } from 'vitest';
import type { ErrorCode, ErrorParams } from '#shared/kernel/errors.ts';

/** The refusal that a call ended with: its code and parameters. Fails when the call was answered. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: ErrorCode; params: ErrorParams }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ORPCError && error.code === 'REFUSED') return error.data;
    throw error;
  }
  throw new Error('The call was answered, not refused');
}

/** Expects a call to be refused with a code. */
export async function expectRefusal(call: Promise<unknown>, code: ErrorCode): Promise<void> {
  expect((await refusalOf(call)).code).toBe(code);
}

/**
 * Listens to a feed until it ends; rejects with what ended it. Whatever it tells before is passed over: who is at which PC
 * is told a moment after the act.
 */
export async function heardToTheEnd(heard: AsyncIterator<unknown>): Promise<void> {
  while ((await heard.next()).done !== true);
}
