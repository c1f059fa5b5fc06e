import { expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { flushing } from '#electron/transports/lan-socket.ts';

/** A socket whose bytes leave when the test says so, or do not. */
function socketOf() {
  let written: (error?: Error | null) => void = () => undefined;
  let ended = 0;
  const socket = {
    OPEN: 1,
    readyState: 1,
    addEventListener: () => undefined,
    send: (_message: string, callback: typeof written) => {
      written = callback;
    },
    terminate: () => {
      ended += 1;
    },
  };
  return {
    sending: flushing(socket as unknown as WebSocket).send as unknown as (message: string) => Promise<void>,
    leave: (error?: Error) => written(error),
    ended: () => ended,
  };
}

it('A message to a terminal is sent when its bytes have left, not before', async () => {
  const { sending, leave } = socketOf();
  let sent = false;
  const message = sending('change').then(() => {
    sent = true;
  });
  await Promise.resolve();
  expect(sent).toBe(false);
  leave();
  await message;
  expect(sent).toBe(true);
});

it('A line that was reset under a message is ended, and is no fault of the host though it looked open still', async () => {
  const { sending, leave, ended } = socketOf();
  const message = sending('change');
  leave(new Error('write ECONNRESET'));
  await message;
  expect(ended()).toBe(1);
});
