import type { Post } from '#shared/domain/accounts/posts.ts';
import type { TestClient, TestOffice } from './office.ts';

/** The version of an agreement as somebody sees it now. */
export async function agreementSeen(person: TestClient, agreementId: number) {
  const { version } = await person.agreements.detail({ agreementId });
  return { agreementId, version };
}

/** The agreement of a change that was agreed to, drafted by a consultant and passed by a second person. */
export async function approvedAgreement(desk: TestOffice, changeId: number, drafter: Post = 'backOffice') {
  const writer = desk.as(drafter);
  const { agreementId, number } = await writer.agreements.draft({ changeId });
  await writer.agreements.submit(await agreementSeen(writer, agreementId));
  const reviewer = desk.as('manager');
  await reviewer.agreements.approve({ ...(await agreementSeen(reviewer, agreementId)), opinion: '' });
  return { agreementId, number };
}

/** Its paper, issued and printed with all of its copies. */
export async function printAgreement(desk: TestOffice, agreementId: number): Promise<number> {
  const backOffice = desk.as('backOffice');
  const { row } = await backOffice.agreements.detail({ agreementId });
  const kind = row.kind === 'supplement' ? 'supplementAgreement' : 'terminationAgreement';
  const { documentId } = await backOffice.documents.issue({ kind, subjectId: agreementId, noun: 'agreements' });
  await desk.office.press.idle();
  const { document } = await backOffice.documents.detail({ documentId });
  await backOffice.documents.print({ documentId, printer: '合同室', copies: document.copiesDue, reason: '' });
  return documentId;
}

/** Everybody signs it in their order. */
export async function signAgreementByAll(desk: TestOffice, agreementId: number): Promise<void> {
  const backOffice = desk.as('backOffice');
  const { signing } = await backOffice.agreements.detail({ agreementId });
  for (const { party, customerId } of signing)
    await backOffice.agreements.sign({
      ...(await agreementSeen(backOffice, agreementId)),
      ...{ party, customerId, byProxy: false },
    });
}
