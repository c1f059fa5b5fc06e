import { expect, it } from 'vitest';
import { protocolRefusal } from '#shared/domain/terminals/protocol.ts';

it.each([
  [3, 3, null],
  [4, 3, { code: 'PROTOCOL_HOST_OLDER', params: { host: 3, terminal: 4 } }],
  [2, 3, { code: 'PROTOCOL_TERMINAL_OLDER', params: { host: 3, terminal: 2 } }],
  [Number.NaN, 3, { code: 'PROTOCOL_TERMINAL_OLDER', params: { host: 3, terminal: 0 } }],
])(
  'A terminal that speaks version %d with a host of version %d is told which side to update',
  (terminal, host, said) => {
    expect(protocolRefusal(terminal, host)).toEqual(said);
  },
);
