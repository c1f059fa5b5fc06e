import { openBlanks } from '../kit/open-blanks.ts';
import type { DepositReceiptData } from './data.ts';

/** What somebody could still enter before the receipt is printed; money in cash has neither slip nor account. */
export function openBlanksOfReceipt({ method, reference, account }: DepositReceiptData): string[] {
  if (method === 'cash') return [];
  return openBlanks([
    ['凭证号', reference],
    ['入账账户', account],
  ]);
}
