import type { CaseKind } from '#shared/domain/cases/states.ts';
import { goTo, type Stage } from './stage.ts';

/** Shows the cases of a kind and chooses that of a home. */
export async function seeCaseOf(stage: Stage, kind: CaseKind, unit: string): Promise<void> {
  const { page, words } = stage;
  await goTo(stage, '/warrants');
  const { tabs } = words.cases;
  await page.getByRole('radiogroup', { name: tabs.label }).getByText(tabs[kind], { exact: true }).click();
  await page.getByRole('heading', { level: 1, name: tabs[kind], exact: true }).waitFor();
  await page.getByRole('row').filter({ hasText: unit }).first().click();
}
