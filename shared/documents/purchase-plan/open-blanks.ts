import { openBlanks } from '../kit/open-blanks.ts';
import type { PurchasePlanData } from './data.ts';

/** What somebody could still enter before the plan is printed: its blanks are struck meanwhile. */
export function openBlanksOfPlan({ seller, unit }: PurchasePlanData): string[] {
  return openBlanks([
    ['联系电话', seller.phone],
    ['户型', unit.houseType],
    ['套内面积', unit.innerArea],
  ]);
}
