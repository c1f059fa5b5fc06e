import type { PriceFormula } from '#shared/domain/prices/formula.ts';
import type { TestOffice } from './office.ts';

/** Where a rule is for every home of the office. */
export const everyHome = {
  buildingIds: [],
  uses: [],
  houseTypes: [],
  orientations: [],
  floorFrom: null,
  floorTo: null,
};

/** So many ppm off or on, of every list price, rounded to yuan. */
export function byPercent(ratePpm: number): PriceFormula {
  return { rules: [{ where: everyHome, price: 'list', change: { by: 'percent', ratePpm } }], roundTo: 100 };
}

/** A batch that three have agreed to: it takes effect by itself on its day. Answers its number in the office. */
export async function agreeToBatch(desk: TestOffice, formula: PriceFormula, effectiveOn: string): Promise<number> {
  const planner = desk.as('planner');
  const draft = { batchId: null, version: null, name: '十二月调价', effectiveOn, formula };
  const { batchId, version } = await planner.prices.draft(draft);
  const { approvalId } = await planner.prices.submit({ batchId, version, reason: '按市场行情调整' });
  for (const post of ['planningManager', 'manager', 'director'] as const) {
    const person = desk.as(post);
    const { version: seen } = await person.approvals.detail({ approvalId });
    await person.approvals.decide({ approvalId, version: seen, decision: 'approve', opinion: '' });
  }
  return batchId;
}
