import { app, BrowserWindow } from 'electron/main';

// A window with one page and nothing else: the empty Electron of a bench, or the stage of a page under measure.
const [page] = process.argv.slice(2).filter((each) => /^(file|data):/.test(each));

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    useContentSize: true,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false },
  });
  window.once('ready-to-show', () => window.show());
  return window.loadURL(page ?? 'data:text/html,<!doctype html><title>empty</title><h1>empty</h1>');
});
app.on('window-all-closed', () => app.quit());
