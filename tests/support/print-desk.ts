import { buildHomes } from './builders.ts';
import { approve, buildBuyer, subscribeHome } from './deal-builders.ts';
import { type TestClient, testOffice } from './office.ts';

/** An office with a real press and one subscription book that waits for its copies, at the desk of the back office. */
export async function bookDesk(): Promise<{ clerk: TestClient; documentId: number; close(): Promise<void> }> {
  const desk = await testOffice();
  const [home = 0] = await buildHomes(desk);
  const consultant = desk.as('consultant', '赵敏');
  const sold = await subscribeHome(consultant, home, await buildBuyer(consultant));
  await approve(desk, sold.approvalId);
  const clerk = desk.as('backOffice', '蒋雪梅');
  const { documentId } = await clerk.documents.issue({ kind: 'subscriptionBook', subjectId: sold.subscriptionId });
  await desk.office.press.idle();
  return { clerk, documentId, close: () => desk.close() };
}
