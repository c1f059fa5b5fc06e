import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Launched, launch } from './support/launch.ts';

/** The next folder that the system's dialog gives. */
function choose(run: Launched, folder: string | null): Promise<void> {
  return run.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] });
  }, folder);
}

describe('the first start', () => {
  it('offers a demonstration in the window, in which anybody may be any of its people, and which leaves nothing', async () => {
    const run = await launch();
    try {
      await run.page.getByRole('button', { name: /看演示/ }).click();
      await run.page.getByText('正在布置演示案场').waitFor();
      await run.page.getByRole('button', { name: /杜建华/ }).click({ timeout: 60_000 });
      await run.page.getByRole('main').waitFor();
      await run.page.getByText('杜建华').first().waitFor();
      expect(run.consoleErrors()).toEqual([]);
      await run.app.close();
      const again = await launch({ data: run.data });
      await again.page.getByRole('button', { name: /看演示/ }).waitFor();
      await again.close();
    } finally {
      await run.close().catch(() => undefined);
      rmSync(run.data, { recursive: true, force: true });
    }
  }, 120_000);

  it('opens the office of another folder and remembers it; a folder that holds none is refused in words', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-elsewhere-'));
    const first = await launch({ data: path.join(folder, 'first') });
    try {
      await first.page.getByRole('button', { name: /新建案场/ }).click();
      await first.page.getByLabel('案场名称').waitFor();
      await first.app.close();

      const second = await launch({ data: path.join(folder, 'second') });
      const open = second.page.getByRole('button', { name: /打开已有案场/ });
      await choose(second, null);
      await open.click();
      mkdirSync(path.join(folder, 'empty'));
      await choose(second, path.join(folder, 'empty'));
      await open.click();
      await second.page.getByText('所选文件夹里没有案场数据').waitFor();
      await choose(second, path.join(folder, 'first'));
      await open.click();
      await second.page.getByLabel('案场名称').waitFor();
      await second.app.close();
      const remembered: unknown = JSON.parse(readFileSync(path.join(folder, 'second/pc/settings.json'), 'utf8'));
      expect(remembered).toMatchObject({ officeFolder: path.join(folder, 'first/office') });

      const third = await launch({ data: path.join(folder, 'second') });
      await third.page.getByLabel('案场名称').waitFor();
      await third.app.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
