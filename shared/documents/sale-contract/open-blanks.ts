import { liveFields } from '#shared/domain/contracts/text/live-fields.ts';
import { contractForm } from '#shared/i18n/zh-CN/contract-form.ts';
import { openBlanks } from '../kit/open-blanks.ts';
import type { SaleContractData } from './data.ts';

/** What somebody could still enter before the contract is printed. What was struck on purpose is not missing. */
export function openBlanksOfContract({ draft, text }: SaleContractData): string[] {
  return openBlanks(
    liveFields(text, draft)
      .filter((name) => !draft.struck.includes(name))
      .map((name) => [contractForm.fields[name], draft.fields[name]] as const),
  );
}
