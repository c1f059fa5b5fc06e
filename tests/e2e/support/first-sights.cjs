// Loaded into Electron's main process before the program (`-r`): every page keeps the headings it ever showed, and how many
// progress bars stood beside each. What stands on a window for seconds only may be gone before Playwright has hold of it.
const { app } = require('electron');

const keep = `{
  globalThis.firstSights = {};
  const look = () => {
    for (const heading of document.querySelectorAll('h1, h2'))
      globalThis.firstSights[heading.textContent] ??= document.querySelectorAll('[role=progressbar]').length;
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  look();
}`;

app.on('web-contents-created', (_event, contents) => {
  contents.on('dom-ready', () => void contents.executeJavaScript(keep));
});
