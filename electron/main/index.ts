import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, powerMonitor, protocol, safeStorage, session } from 'electron';
import { backupHostOf } from '#electron/device/backup-host.ts';
import { dialogsOf } from '#electron/device/dialogs.ts';
import { headKeeper } from '#electron/device/head-file.ts';
import { servingPc } from '#electron/device/installation.ts';
import { keychainOf } from '#electron/device/keychain.ts';
import { openLog } from '#electron/device/log.ts';
import { officePaths } from '#electron/device/office-folder.ts';
import { officeGate } from '#electron/device/office-gate.ts';
import type { OpenedOffice } from '#electron/device/office-gate-types.ts';
import { lockOffice, readHolder } from '#electron/device/office-lock.ts';
import { openPcSettings } from '#electron/device/pc-settings.ts';
import { cupsPrintPort } from '#electron/device/print-cups.ts';
import { processIdentity } from '#electron/device/process-identity.ts';
import { type TerminalPairing, terminalFile } from '#electron/device/terminal-file.ts';
import { findHosts } from '#electron/lan/discovery.ts';
import { enrol } from '#electron/lan/enrol.ts';
import { isHostOf } from '#electron/lan/own-host.ts';
import type { Relocation } from '#electron/server/relocation/relocation.ts';
import { portMessage } from '#shared/api/bridge.ts';
import { languageOf } from '#shared/i18n/index.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { appProtocolHandler, appScheme } from './app-protocol.ts';
import { ownArguments, parseCommandLine } from './command-line.ts';
import { dataFolders, officePlace } from './data-folders.ts';
import { guardContents, guardSession } from './guards.ts';
import { beginHost, hostExitCode, hostExitCodes, secretsOfEnvironment } from './host-mode.ts';
import { hostRole } from './host-role.ts';
import type { HostedOffice } from './hosting.ts';
import { keyChangeHere } from './key-change-here.ts';
import { kioskWindows } from './kiosk.ts';
import { ownLine } from './link-report.ts';
import { lookNowAndThen } from './look-around.ts';
import { setMenu } from './menu.ts';
import { type OfficeOpening, passGate, receptionOf } from './office.ts';
import { isOwnTopFrame, originsOf } from './origin.ts';
import { type BackupsPorts, pcBackupsOf } from './pc-backups.ts';
import { pcHandlers } from './pc-handlers.ts';
import { rehearsalOf } from './rehearsal.ts';
import { rehearsalPc } from './rehearsal-pc.ts';
import { relocationOf } from './relocation.ts';
import { reopening } from './reopening.ts';
import { restoreHere } from './restore-here.ts';
import { serveTerminal } from './serve-terminal.ts';
import { startOffice } from './start-office.ts';
import { terminalOf } from './terminal.ts';
import { windowMaker } from './windows.ts';
import { windowsPrinters } from './windows-printers.ts';
import { startSentence, words } from './words.ts';

// Everything up to `whenReady` runs before Electron is ready, and must. Nothing here may await at the top level: in the
// real start-up that would wait for itself.
const out = path.join(import.meta.dirname, '..');
const packaged = app.isPackaged;
const testing = !packaged && process.env.ZHIYE_TEST === '1';
const line = parseCommandLine(ownArguments(process.argv, packaged));
const newTemporary = () => mkdtempSync(path.join(tmpdir(), 'zhiye-demo-'));
const folders = dataFolders(line, app.getPath('userData'), process.cwd(), newTemporary);
/** Folders of demonstrations that go when the program ends. */
const thrownAway = folders.throwAway === undefined ? [] : [folders.throwAway];
const origins = originsOf(packaged ? undefined : process.env.ELECTRON_RENDERER_URL);

mkdirSync(folders.pc, { recursive: true, mode: 0o700 });
app.setPath('userData', folders.pc);
const log = openLog(folders.pc);
for (const each of line.ignored) log('warn', `Not understood on the command line: ${each}`);
const settings = openPcSettings(path.join(folders.pc, 'settings.json'));
const asked = line.language ?? settings.get().language;
// The page and Chromium's own words follow it too.
if (asked !== undefined) app.commandLine.appendSwitch('lang', asked);
const language = () => line.language ?? settings.get().language ?? languageOf(app.getLocale());

protocol.registerSchemesAsPrivileged([appScheme]);
// Chromium refuses to run as root in its sandbox; whoever starts it so has to say it. Pages keep `sandbox: true` even then.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
guardContents(app, origins);

if (app.requestSingleInstanceLock()) {
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      log('error', faultLine(error));
      if (line.host === true) {
        console.error(startSentence(error, language()));
        return app.exit(hostExitCode(error));
      }
      dialog.showErrorBox(words(language()).cannotStart, startSentence(error, language()));
      app.exit(1);
    });
} else if (line.host === true) {
  const { pid = 0, host = hostname() } = readHolder(officePaths(folders.office).lock) ?? {};
  console.error(startSentence(new DomainError('OFFICE_IN_USE', { host, pid }), language()));
  app.exit(hostExitCodes.inUse);
} else {
  // The one that runs opens a further window.
  app.quit();
}

async function start(): Promise<void> {
  guardSession(session.defaultSession, origins, !packaged);
  const newNonce = () => randomBytes(16).toString('base64');
  const fonts = path.join(out, 'resources/fonts');
  const serve = appProtocolHandler(path.join(out, 'renderer'), fonts, newNonce);
  session.defaultSession.protocol.handle(appScheme.scheme, serve);

  const migrations = path.join(out, 'resources/migrations');
  const keychain = keychainOf(safeStorage, { platform: process.platform, plainTextForTests: testing });
  /** What the windows are told of the office that is open here. */
  const own = ownLine();
  const findOthers = () => findHosts((each) => log('info', each));
  const gate = officeGate({
    ...officePlace(settings.get().officeFolder, folders.office),
    keychain,
    lock: (file) =>
      lockOffice(file, { pid: process.pid, host: hostname(), now: Date.now, token: randomUUID, processIdentity }),
    random: randomBytes,
    newOfficeId: randomUUID,
    now: Date.now,
    start: startHere,
  });
  /** What the server begins with, whether on the office or on a copy of it. */
  function openingOf(office: OpenedOffice): OfficeOpening {
    return {
      ...office,
      resources: {
        fonts,
        characterMaps: path.join(out, 'renderer/pdfjs/cmaps'),
        scanning: {
          codeReader: path.join(out, 'resources/zxing_reader.wasm'),
          decoders: path.join(out, 'renderer/pdfjs/wasm'),
        },
        migrations,
      },
      nativeBinding: process.env.APP_SQLITE_BINDING,
      version: app.getVersion(),
      heads: headHere(office.officeId),
      line: own,
      others: testing && process.env.ZHIYE_TEST_FOLLOWS !== '1' ? undefined : { find: findOthers },
      terminal: hostname(),
      serving: () => servingPc(settings, hostname()),
      log,
      onProgress: () => undefined,
      seen: windows.seen,
      pc,
      backups: backupHostOf(office.paths, settings),
      onDoubt: (refusal) => log('error', faultLine(refusal)),
    };
  }
  async function startHere(office: OpenedOffice, onProgress: (done: number) => void = () => undefined): Promise<void> {
    const begun = await startOffice({
      ...openingOf(office),
      onProgress,
      onDoubt: reopening({
        close: leaveOffice,
        open: () => startHere({ ...office, returned: false, restored: undefined }),
        failed: (error) => {
          log('error', faultLine(error));
          // The next start shows what is wrong and offers a backup; a host without a window says it to who started it.
          if (line.host === true) console.error(startSentence(error, language()));
          else app.relaunch();
          app.exit(hostExitCode(error));
        },
        log,
      }),
    });
    opened = office;
    hosted = begun.hosted;
    moving = begun.relocation;
    backed = begun.backups;
    reception.admit(begun);
    await hosting.resume();
  }
  /** Lets terminals and windows go and closes the office; both come back by themselves. */
  async function leaveOffice(): Promise<void> {
    await hosting.close();
    await rehearsal.close();
    opened = undefined;
    hosted = undefined;
    moving = undefined;
    backed = undefined;
    await reception.dismiss();
  }
  const terminal = terminalOf({
    file: terminalFile(path.join(folders.pc, 'terminal.json'), keychain),
    outboxFile: path.join(folders.pc, 'outbox'),
    pcName: hostname(),
    keychain: keychain.available,
    enrol: (asked) => enrol({ ...asked, program: app.getVersion() }),
    find: findOthers,
    own,
    proves: isHostOf,
    // Where a test moves a host about, a terminal follows it only if that is what is tested.
    nowAndThen: (look) =>
      testing && process.env.ZHIYE_TEST_FOLLOWS !== '1' ? () => undefined : lookNowAndThen(look, log),
    now: Date.now,
    log,
    serve: (pairing, outbox, follows) =>
      serveTerminal({ pairing, outbox, follows, heads: headsOf(pairing), program: app.getVersion(), pc, log }),
    admit: (host) => reception.admit(host),
    dismiss: () => void reception.dismiss(),
    gate,
  });
  /** How far the log of an office of this very PC was. */
  function headHere(officeId: string) {
    return headKeeper({ file: path.join(folders.pc, 'own-log-head'), officeId });
  }
  /** How far the log of the office was, sealed with what lets this PC in. */
  function headsOf({ officeId, outboxKey }: TerminalPairing) {
    return headKeeper({ file: path.join(folders.pc, 'log-head'), officeId, key: Buffer.from(outboxKey, 'base64') });
  }
  /** The office of this PC, once it is open. */
  let opened: OpenedOffice | undefined;
  let hosted: HostedOffice | undefined;
  let moving: Relocation | undefined;
  let backed: ReturnType<BackupsPorts['office']>;
  const hosting = hostRole({
    ...{ settings, language, log },
    // Whoever starts it without a window answers for when it starts and ends.
    testing: testing || line.host === true,
    office: () => hosted,
    isTerminal: terminal.isTerminal,
    data: line.data,
    openWindow: () => windows.focus(),
  });

  const relocation = relocationOf({
    gate,
    office: () => moving,
    officeName: () => hosted?.name() ?? '',
    pcName: hostname(),
    close: leaveOffice,
    now: Date.now,
    log,
  });
  const restore = restoreHere({
    ...{ gate, log, close: leaveOffice, migrations },
    known: () => {
      const { backups: remembered } = settings.get();
      return remembered && { ...remembered, seq: headHere(remembered.officeId).kept()?.seq };
    },
  });
  const keys = keyChangeHere({ gate, log, close: leaveOffice, backups: () => backed?.backups });

  const windows = windowMaker({
    settings,
    origins,
    preload: path.join(out, 'preload/index.cjs'),
    title: words(language()).product,
    developerTools: !packaged,
    ...(line.windowSize === undefined ? {} : { size: line.windowSize }),
    onMade: (windowId, options) => {
      if (options.rehearsal === true) rehearsal.claim(windowId);
    },
    info: (windowId, options) => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      node: process.versions.node,
      platform: process.platform,
      language: language(),
      windowId,
      demo: line.demo !== undefined,
      rehearsal: options.rehearsal === true,
      enterAs: line.demo === undefined ? null : (line.as ?? 'supervisor'),
    }),
    onClosed: (windowId) => {
      if (rehearsal.has(windowId)) void rehearsal.closeWindow(windowId);
      else reception.closeWindow(windowId);
    },
  });
  const kiosk = kioskWindows({ find: windows.find, onQuit: (then) => app.on('before-quit', then) });
  const backups = pcBackupsOf({ office: () => backed });
  const pc = pcHandlers({
    gate,
    terminal,
    hosting,
    relocation,
    restore,
    keys,
    keyPermits: () => reception.host()?.keyPermits,
    backups,
    settings,
    printers: process.platform === 'win32' ? windowsPrinters(packaged) : cupsPrintPort(),
    dialogs: (windowId) => dialogsFor(windows.find(windowId)),
    newThrowAway: () => {
      const folder = newTemporary();
      thrownAway.push(folder);
      return folder;
    },
    openWindow: (route) => void windows.openWindow(route === undefined ? {} : { route }),
    rehearse: () => rehearsal.begin(),
    setKiosk: (windowId, on) => kiosk.set(windowId, on),
    mayAdminister: (windowId, right) => reception.host()?.mayAdminister(windowId, right) ?? false,
  });
  const reception = receptionOf(pc);
  const openRehearsal = (route: string | undefined) =>
    void windows.openWindow({ rehearsal: true, ...(route === undefined ? {} : { route }) });
  const rehearsal = rehearsalOf({
    office: () => (opened === undefined || moving === undefined ? undefined : { opened, relocation: moving }),
    pcFolder: folders.pc,
    start: (copy) => startOffice({ ...openingOf(opened ?? copy), ...copy, pc: rehearsalPc(pc, openRehearsal) }),
    openWindow: openRehearsal,
    log,
  });

  ipcMain.on(portMessage, (event) => {
    const [port] = event.ports;
    const windowId = windows.numberOf(event.sender);
    if (port === undefined) return;
    if (windowId === undefined || !isOwnTopFrame(event.senderFrame, origins)) return port.close();
    if (rehearsal.has(windowId)) rehearsal.accept(port, windowId);
    else reception.accept(port, windowId);
  });
  app.on('second-instance', (_event, argv) => {
    if (parseCommandLine(ownArguments(argv, packaged)).host !== true) windows.openWindow();
  });
  app.on('activate', () => windows.focus());
  const lockScreens = () => {
    reception.host()?.lockScreens();
    rehearsal.lockScreens();
  };
  powerMonitor.on('lock-screen', lockScreens);
  powerMonitor.on('suspend', lockScreens);
  closeBeforeQuit(async () => {
    await rehearsal.close();
    await hosting.close();
    await reception.close();
    gate.release();
    for (const folder of thrownAway) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });

  setMenu({
    language: language(),
    mac: process.platform === 'darwin',
    developerTools: !packaged,
    newWindow: () => windows.openWindow(),
  });
  if (line.host === true) {
    if (await terminal.begin()) throw new DomainError('IS_A_TERMINAL');
    return beginHost({ gate, hosting, backups, settings: settings.get, secrets: secretsOfEnvironment(), line });
  }
  if (line.demo === undefined && (await terminal.begin())) return void windows.openWindow();
  await passGate(gate, line.demo !== undefined, () => {
    // Begun with the PC: the host works in the tray, unless somebody has to open the office.
    if (line.background !== true || !hosting.state().running) windows.openWindow();
  });
}

/** A fault as a line of the log. */
function faultLine(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function dialogsFor(window: BrowserWindow | undefined) {
  const { spreadsheets, pdfFiles } = words(language());
  return dialogsOf({
    showOpen: (options) => (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options)),
    showSave: (options) => (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options)),
    words: { spreadsheets, pdfFiles },
  });
}

/** Holds back the end of the program until the office is closed; a second wish to quit does not cut it short. */
function closeBeforeQuit(close: () => Promise<void>): void {
  let closing: Promise<void> | undefined;
  app.on('will-quit', (event) => {
    event.preventDefault();
    closing ??= close()
      .catch((error: unknown) => log('error', faultLine(error)))
      .then(() => app.exit());
  });
}
