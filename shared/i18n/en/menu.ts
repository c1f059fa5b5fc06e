import type { Translation } from '../translation.ts';
import type { menu as zh } from '../zh-CN/menu.ts';

/** The window's menu and the few words the main process says itself. */
export const menu = {
  product: 'Zhiye Desk',
  file: 'File',
  newWindow: 'New window',
  closeWindow: 'Close window',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  actualSize: 'Actual size',
  fullScreen: 'Full screen',
  developer: 'Developer',
  reload: 'Reload',
  developerTools: 'Developer tools',
  cannotStart: 'Zhiye Desk cannot start',
  unknownFailure:
    'The program failed while starting; the data of the office was not changed. Try again; if it happens again, ask the administrator.',
  spreadsheets: 'Spreadsheets',
  pdfFiles: 'PDF files',
  openWindow: 'Open a window',
  noTerminals: 'No terminal connected',
  oneTerminal: '1 terminal connected',
  terminals: '{{count}} terminals connected',
  quitAsk: 'Terminals are connected to this host',
  quitAskText:
    'Terminals at work: {{count}}. If you quit, they can look but do nothing until the host is started again.',
  quitAnyway: 'Quit',
  stay: 'Keep running',
  staysTitle: 'The host keeps running',
  staysText: 'The window is closed and the terminals work on. The icon in the tray opens a window again, or quits.',
} as const satisfies Translation<typeof zh>;
