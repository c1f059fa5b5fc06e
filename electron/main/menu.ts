import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Language } from '#shared/i18n/index.ts';
import { words } from './words.ts';

export type MenuPorts = {
  readonly language: Language;
  readonly mac: boolean;
  readonly developerTools: boolean;
  readonly newWindow: () => void;
};

/** The menu as data; everything of the office's work is on the screens, not here. */
export function menuTemplate(ports: MenuPorts): MenuItemConstructorOptions[] {
  const say = words(ports.language);
  const template: MenuItemConstructorOptions[] = [
    {
      label: say.file,
      submenu: [
        { id: 'new-window', label: say.newWindow, accelerator: 'CmdOrCtrl+Shift+N', click: ports.newWindow },
        { role: 'close', label: say.closeWindow },
        { type: 'separator' },
        { role: 'quit', label: say.quit },
      ],
    },
    {
      label: say.edit,
      submenu: [
        { role: 'undo', label: say.undo },
        { role: 'redo', label: say.redo },
        { type: 'separator' },
        { role: 'cut', label: say.cut },
        { role: 'copy', label: say.copy },
        { role: 'paste', label: say.paste },
        { role: 'selectAll', label: say.selectAll },
      ],
    },
    {
      label: say.view,
      submenu: [
        { role: 'zoomIn', label: say.zoomIn, accelerator: 'CmdOrCtrl+=' },
        { role: 'zoomOut', label: say.zoomOut },
        { role: 'resetZoom', label: say.actualSize },
        { type: 'separator' },
        { role: 'togglefullscreen', label: say.fullScreen },
      ],
    },
  ];
  if (ports.mac) template.unshift({ role: 'appMenu' });
  if (ports.developerTools)
    template.push({
      label: say.developer,
      submenu: [
        { role: 'reload', label: say.reload },
        { role: 'toggleDevTools', label: say.developerTools },
      ],
    });
  return template;
}

/** Sets the menu of the program. */
export function setMenu(ports: MenuPorts): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(ports)));
}
