import type { DeviceHandlers } from '#electron/transports/device-router.ts';
import type { pcApi } from '#shared/api/pc.ts';
import { DomainError } from '#shared/kernel/errors.ts';

/** What nobody does from a rehearsal: it ends in the world outside, or at the office itself. */
function refuse(): never {
  throw new DomainError('REHEARSAL_ONLY');
}

type Pc = DeviceHandlers<typeof pcApi>;

/**
 * The answers of this PC to the windows of a rehearsal: they see how things stand, and nothing leaves. No printer is
 * offered and no file saved, no terminal is let in, and keys, backups and place of the office are out of reach.
 */
export function rehearsalPc(pc: Pc, openWindow: (route: string | undefined) => void): Pc {
  return {
    gate: {
      state: pc.gate.state,
      ...{ found: refuse, openFolder: refuse, tryDemo: refuse, unlock: refuse, offerRecoveryCode: refuse },
      ...{ confirmRecoveryCode: refuse, setPassphrase: refuse, reopen: refuse, settleArrival: refuse },
    },
    relocation: { state: pc.relocation.state, begin: refuse, stop: refuse },
    restore: {
      state: pc.restore.state,
      ...{ offer: refuse, begin: refuse, choose: refuse, check: refuse, back: refuse, swap: refuse, cancel: refuse },
    },
    keys: { state: pc.keys.state, offer: refuse, begin: refuse, settle: refuse },
    backups: { choosePlace: refuse },
    settings: { get: pc.settings.get, change: refuse },
    windows: {
      open: (_context, { route }) => {
        openWindow(route);
        return {};
      },
      kiosk: pc.windows.kiosk,
      rehearse: refuse,
    },
    terminal: {
      ...{ state: pc.terminal.state, link: pc.terminal.link, leftOver: pc.terminal.leftOver },
      ...{ find: refuse, join: refuse, moveTo: refuse, leave: refuse, settle: refuse },
    },
    host: {
      state: async (context, input) => ({ ...(await pc.host.state(context, input)), able: false, running: false }),
      ...{ addresses: () => [], start: refuse, stop: refuse },
    },
    printers: {
      list: () => [],
      choices: () => ({}),
      choose: refuse,
      print: refuse,
      withdraw: refuse,
      unfinished: () => [],
    },
    files: { openSpreadsheet: refuse, save: refuse },
  };
}
