import type { Locator } from '@playwright/test';
import { button, dialog, type Stage } from './stage.ts';

/** A file that lies on somebody's desktop. */
export type DesktopFile = { readonly name: string; readonly type: string; readonly base64: string };

/** The place of the contract or agreement that is open where scans are dropped. */
export function scanPlace({ page }: Stage): Locator {
  return page.locator('[data-takes-paste]');
}

/** Lets files fall onto a place, that of scans unless told, as a hand with a mouse does. */
export async function letFall(
  stage: Stage,
  files: readonly DesktopFile[],
  place: Locator = scanPlace(stage),
): Promise<void> {
  const dataTransfer = await stage.page.evaluateHandle((given) => {
    const carried = new DataTransfer();
    for (const { name, type, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0) ?? 0);
      carried.items.add(new File([bytes], name, { type }));
    }
    return carried;
  }, files);
  const zone = button(place, stage.words.parts.files.choose).locator('xpath=ancestor::div[1]');
  await zone.dispatchEvent('drop', { dataTransfer });
}

/** Removes a scan for a reason. */
export async function removeScan({ page, words }: Stage, label: string, reason: string): Promise<void> {
  await button(page, label).click();
  const asking = dialog(page);
  await asking.getByText(words.attachments.removeConsequence).waitFor();
  await asking.getByRole('textbox').fill(reason);
  await button(asking, words.attachments.remove).click();
  await asking.waitFor({ state: 'hidden' });
}
