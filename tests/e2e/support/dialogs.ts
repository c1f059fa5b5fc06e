import type { Launched } from './launch.ts';

/** The next folder that the system's dialog gives; null when somebody closes it. */
export function chooseFolder(run: Launched, folder: string | null): Promise<void> {
  return run.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] });
  }, folder);
}
