import type { Dialogs } from '#electron/device/dialogs.ts';
import type { OfficeGate } from '#electron/device/office-gate-types.ts';
import type { PcSettingsFile } from '#electron/device/pc-settings.ts';
import type { PrintPort } from '#electron/device/print-port.ts';
import type { DeviceContext, DeviceHandlers } from '#electron/transports/device-router.ts';
import type { pcApi } from '#shared/api/pc.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Hosting } from './hosting.ts';
import type { PcKeyChange } from './key-change.ts';
import { linkReport } from './link-report.ts';
import type { OfficeHost, PcRight } from './office.ts';
import type { PcBackups } from './pc-backups.ts';
import type { PcRelocation } from './relocation.ts';
import type { PcRestore } from './restore.ts';
import type { Terminal } from './terminal.ts';

export type PcPorts = {
  readonly gate: OfficeGate;
  readonly terminal: Terminal;
  readonly hosting: Hosting;
  readonly relocation: PcRelocation;
  readonly restore: PcRestore;
  readonly keys: PcKeyChange;
  /** Who said at a window that the keys are to be changed. */
  readonly keyPermits: () => OfficeHost['keyPermits'];
  readonly backups: PcBackups;
  readonly settings: PcSettingsFile;
  readonly printers: PrintPort;
  readonly dialogs: (windowId: number) => Dialogs;
  /** A new folder that goes when the program ends. */
  readonly newThrowAway: () => string;
  readonly openWindow: (route: string | undefined) => void;
  /** Begins a rehearsal on a copy of the office, or shows the one that runs. */
  readonly rehearse: () => Promise<void>;
  /** Makes a window the customers' screen, or takes that back. */
  readonly setKiosk: (windowId: number, on: boolean) => void;
  /** True when somebody is logged in at this window who has a right: to change the office's settings unless it is named. */
  readonly mayAdminister: (windowId: number, right?: PcRight) => boolean | Promise<boolean>;
};

/** The answers of this PC. The keys of an open office are given out and changed only for an administrator. */
export function pcHandlers(ports: PcPorts): DeviceHandlers<typeof pcApi> {
  const { gate, settings, terminal, hosting, relocation, restore } = ports;
  const administrator = async (context: DeviceContext, right?: PcRight): Promise<void> => {
    if (!(await ports.mayAdminister(context.windowId, right))) throw new DomainError('FORBIDDEN');
  };
  /** A terminal's office is at its host, and so are its keys and its terminals. */
  const noTerminal = (): void => {
    if (terminal.isTerminal()) throw new DomainError('IS_A_TERMINAL');
  };
  return {
    gate: {
      state: () => terminal.gateState(),
      found: async (_context, { passphrase }) => {
        noTerminal();
        await gate.found(passphrase === undefined ? {} : { passphrase });
        // It lies in the usual place; a folder that was remembered and is gone is forgotten.
        if (settings.get().officeFolder !== undefined && settings.get().officeFolder !== gate.folder())
          settings.update({ officeFolder: undefined });
        return gate.state();
      },
      openFolder: async ({ windowId }) => {
        noTerminal();
        const chosen = await ports.dialogs(windowId).chooseOfficeFolder();
        if (chosen === undefined) return gate.state();
        await gate.openFolder(chosen);
        settings.update({ officeFolder: gate.folder() });
        return gate.state();
      },
      tryDemo: async () => {
        noTerminal();
        await gate.tryDemo(ports.newThrowAway());
        return gate.state();
      },
      unlock: async (_context, input) => {
        await gate.unlock(
          input.way === 'passphrase' ? { passphrase: input.passphrase } : { recoveryCode: input.recoveryCode },
        );
        return gate.state();
      },
      offerRecoveryCode: async (context) => {
        noTerminal();
        await administrator(context);
        return { code: gate.offerRecoveryCode() };
      },
      confirmRecoveryCode: async (context, { typed }) => {
        noTerminal();
        await administrator(context);
        gate.confirmRecoveryCode(typed);
        return gate.state();
      },
      setPassphrase: async (context, { passphrase }) => {
        noTerminal();
        await administrator(context);
        await gate.setPassphrase(passphrase);
        return gate.state();
      },
      // As founding does: whoever sits here has the folder in hand.
      reopen: () => gate.reopen(),
      settleArrival: async (context) => {
        noTerminal();
        await administrator(context);
        gate.settleArrival();
        return gate.state();
      },
    },
    relocation: {
      state: () => relocation.state(),
      begin: async (context) => {
        noTerminal();
        await administrator(context);
        relocation.check();
        const folder = await ports.dialogs(context.windowId).chooseEmptyFolder(relocation.folderName());
        return folder === undefined ? relocation.state() : relocation.begin(folder);
      },
      stop: async (context) => {
        noTerminal();
        await administrator(context);
        return relocation.stop();
      },
    },
    restore: {
      state: () => restore.state(),
      offer: () => restore.offer(),
      begin: async (context) => {
        noTerminal();
        // At the gate whoever sits here has the folder in hand; an office that is open is closed only by an administrator.
        if (gate.state().kind === 'open') await administrator(context);
        return restore.begin();
      },
      choose: async ({ windowId }) => {
        const folder = await ports.dialogs(windowId).chooseFolder();
        return folder === undefined ? restore.state() : restore.choose(folder);
      },
      check: (_context, { stamp, secret }) => {
        if (secret === null) return restore.check(stamp, undefined);
        const { way } = secret;
        return restore.check(
          stamp,
          way === 'passphrase' ? { passphrase: secret.passphrase } : { recoveryCode: secret.recoveryCode },
        );
      },
      back: () => restore.back(),
      swap: () => restore.swap(),
      cancel: () => restore.cancel(),
    },
    keys: {
      state: () => ports.keys.state(),
      offer: ({ windowId }) => {
        noTerminal();
        if (ports.keyPermits()?.good(windowId) === undefined) throw new DomainError('KEYS_NOT_PERMITTED');
        return ports.keys.offer();
      },
      begin: ({ windowId }, { typed, passphrase }) => {
        noTerminal();
        return ports.keys.begin({ typed, passphrase: passphrase ?? undefined }, () =>
          ports.keyPermits()?.take(windowId),
        );
      },
      settle: () => ports.keys.settle(),
    },
    backups: {
      choosePlace: async (context) => {
        noTerminal();
        await administrator(context, 'backups.manage');
        const folder = await ports.dialogs(context.windowId).chooseFolder();
        return { place: folder === undefined ? ports.backups.place() : await ports.backups.give(folder) };
      },
    },
    settings: {
      get: () => ({ language: settings.get().language ?? null }),
      change: (_context, { language }) => ({
        language: settings.update({ language: language ?? undefined }).language ?? null,
      }),
    },
    windows: {
      open: (_context, { route }) => {
        ports.openWindow(route);
        return {};
      },
      kiosk: ({ windowId }, { on }) => {
        ports.setKiosk(windowId, on);
        return {};
      },
      rehearse: async (context) => {
        noTerminal();
        await administrator(context, 'launches.write');
        await ports.rehearse();
        return {};
      },
    },
    terminal: {
      state: () => terminal.state(),
      link: ({ windowId }, _input, signal) => linkReport(terminal.link(windowId), signal),
      find: () => terminal.find(),
      join: (_context, asked) => terminal.join(asked),
      moveTo: (_context, to) => terminal.moveTo(to),
      leave: ({ windowId }) => terminal.leave(windowId),
      leftOver: (_context, { accountId }) => terminal.leftOver(accountId),
      settle: (_context, { requestIds }) => {
        terminal.settle(requestIds);
        return {};
      },
    },
    host: {
      state: () => hosting.state(),
      addresses: () => hosting.addresses(),
      start: async (context, wish) => {
        noTerminal();
        await administrator(context);
        return hosting.start(wish);
      },
      stop: async (context) => {
        noTerminal();
        await administrator(context);
        return hosting.stop();
      },
    },
    printers: {
      list: async () => (await ports.printers.printers()).map((one) => ({ ...one, trays: [...one.trays] })),
      print: (_context, { content, ...order }) =>
        ports.printers.print({ ...order, bytes: Buffer.from(content, 'base64'), copies: 1 }),
      choices: () => settings.get().printers,
      choose: (_context, { kind, ...choice }) => {
        settings.update({ printers: { ...settings.get().printers, [kind]: choice } });
        return {};
      },
      withdraw: async (_context, { jobId }) => ({ withdrawn: await ports.printers.withdraw(jobId) }),
      unfinished: async (_context, { jobIds }) =>
        Array.from(await ports.printers.unfinished(jobIds), ([jobId, standing]) => ({ jobId, standing })),
    },
    files: {
      openSpreadsheet: async ({ windowId }) => {
        const chosen = await ports.dialogs(windowId).openSpreadsheet();
        return { file: chosen === undefined ? null : new File([chosen.bytes], chosen.name) };
      },
      save: async ({ windowId }, { kind, suggestedName, file }) => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        return { savedAs: (await ports.dialogs(windowId).save(kind, suggestedName, bytes)) ?? null };
      },
    },
  };
}
