import { homedir, hostname, networkInterfaces } from 'node:os';
import path from 'node:path';
import { app, dialog, Notification, powerMonitor, powerSaveBlocker } from 'electron';
import type { Log } from '#electron/device/log.ts';
import type { PcSettingsFile } from '#electron/device/pc-settings.ts';
import { announceHost } from '#electron/lan/discovery.ts';
import type { Language } from '#shared/i18n/index.ts';
import { setAutostart } from './autostart.ts';
import { type HostedOffice, type Hosting, hostingOf } from './hosting.ts';
import { showTray } from './tray.ts';
import { words } from './words.ts';

export type HostRolePorts = {
  readonly settings: PcSettingsFile;
  readonly office: () => HostedOffice | undefined;
  readonly isTerminal: () => boolean;
  readonly language: () => Language;
  /** The folder that the command line named. */
  readonly data: string | undefined;
  /** A test changes nothing of this PC and means what it ends. */
  readonly testing: boolean;
  readonly openWindow: () => void;
  readonly log: Log;
};

/** This PC as the host of its office: in the tray, awake, known on the network, and not quit by accident. */
export function hostRole(ports: HostRolePorts): Hosting {
  const { settings, office, isTerminal, language, testing, log } = ports;
  let hideTray: (() => void) | undefined;
  const hosting = hostingOf({
    ...{ settings, office, isTerminal, log },
    interfaces: networkInterfaces,
    announce: (known) => announceHost({ ...known, pcName: hostname(), log: (each) => log('info', each) }),
    startWithPc: (on) => {
      if (!testing) setAutostart(autostartPorts(ports), on);
    },
    keepAwake: () => {
      const blocker = powerSaveBlocker.start('prevent-app-suspension');
      return () => void powerSaveBlocker.stop(blocker);
    },
    onChange: () => {
      hideTray?.();
      hideTray = undefined;
      if (!hosting.state().running) return;
      try {
        hideTray = showTray({
          language,
          officeName: () => office()?.name() ?? '',
          terminals: () => hosting.state().terminals,
          openWindow: ports.openWindow,
          quit: () => app.quit(),
        });
      } catch (error) {
        // A desktop without a tray: starting the program again opens its window.
        log('warn', `no tray: ${String(error)}`);
      }
    },
    now: Date.now,
  });
  app.on('window-all-closed', () => {
    if (!hosting.state().running) return app.quit();
    // The terminals go on; whoever closed the last window is told where the program is.
    if (!testing && Notification.isSupported())
      new Notification({ title: words(language()).staysTitle, body: words(language()).staysText }).show();
  });
  if (!testing) askBeforeQuit(() => hosting.state().terminals, language);
  return hosting;
}

/** How this program is started with the PC: as now, without a window. */
function autostartPorts({ data, language }: HostRolePorts): Parameters<typeof setAutostart>[0] {
  return {
    platform: process.platform,
    // An AppImage runs from a place that changes with each start.
    program: process.env['APPIMAGE'] ?? process.execPath,
    args: [
      ...(app.isPackaged ? [] : [app.getAppPath()]),
      ...(data === undefined ? [] : ['--data', path.resolve(data)]),
      '--background',
    ],
    title: words(language()).product,
    configFolder: process.env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config'),
    setLoginItem: (item) => app.setLoginItemSettings(item),
  };
}

/** Whoever quits a host is asked while terminals are at work; the end of the PC itself asks nobody. */
function askBeforeQuit(terminals: () => number, language: () => Language): void {
  let meant = false;
  powerMonitor.on('shutdown', () => {
    meant = true;
  });
  app.on('before-quit', (event) => {
    const count = terminals();
    if (meant || count === 0) return;
    event.preventDefault();
    const say = words(language());
    void dialog
      .showMessageBox({
        type: 'question',
        message: say.quitAsk,
        detail: say.quitAskText.replace('{{count}}', String(count)),
        buttons: [say.stay, say.quitAnyway],
        defaultId: 0,
        cancelId: 0,
      })
      .then(({ response }) => {
        meant = response === 1;
        if (meant) app.quit();
      });
  });
}
