import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ElectronApplication } from '@playwright/test';

const COLUMNS = 3;
const CELL_WIDTH = 620;
const GAP = 8;

/** Writes a page that shows the pictures side by side, and a picture of that page. */
export async function contactSheet(
  app: ElectronApplication,
  folder: string,
  name: string,
  pictures: readonly string[],
): Promise<void> {
  const cells = pictures.map(
    (file) => `<figure><a href="${file}"><img src="${file}"></a><figcaption>${file}</figcaption></figure>`,
  );
  const html = path.join(folder, `sheet.${name}.html`);
  writeFileSync(
    html,
    `<!doctype html><meta charset="utf-8"><title>${name}</title><style>
body { margin: ${GAP}px; background: #888; font: 12px sans-serif; width: ${COLUMNS * (CELL_WIDTH + GAP) - GAP}px }
div { display: grid; grid-template-columns: repeat(${COLUMNS}, ${CELL_WIDTH}px); gap: ${GAP}px }
figure { margin: 0 } img { width: 100%; display: block } figcaption { padding: 2px 0 }
</style><div>${cells.join('\n')}</div>\n`,
  );
  const opened = app.waitForEvent('window');
  // In a session of its own: that of the program loads nothing but the program.
  await app.evaluate(
    async ({ BrowserWindow }, { address, width }) => {
      const window = new BrowserWindow({
        width,
        height: 800,
        useContentSize: true,
        webPreferences: { partition: 'contact-sheets', sandbox: true },
      });
      await window.loadURL(address);
    },
    { address: pathToFileURL(html).href, width: COLUMNS * (CELL_WIDTH + GAP) + GAP },
  );
  const page = await opened;
  await page.screenshot({ path: path.join(folder, `sheet.${name}.png`), fullPage: true });
  await page.close();
}
