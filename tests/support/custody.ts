import type { ReadDb } from '#db/access.ts';
import { printsOf, standingDocumentOf } from '#db/repositories/documents.ts';
import { prints } from '#db/schema/papers.ts';
import { fileContract, signedContract } from './contract-desk.ts';
import type { TestClient, TestOffice } from './office.ts';
import { smallestScan } from './scans.ts';

/** Nobody of outside is there. */
export const nobody = { person: '', customerId: null, byProxy: false, identityChecked: false };

/** Where each copy goes that is proposed, with whoever takes it: the buyer in person, everybody else by name. */
export async function proposedGroups(person: TestClient, contractId: number) {
  const { open, buyers } = await person.custody.ofContract({ contractId });
  const places = [...new Set(open.map(({ place }) => place))];
  return places.map((place) => ({
    place,
    copies: open.filter((copy) => copy.place === place).map(({ paper, number, copyNo }) => ({ paper, number, copyNo })),
    ...nobody,
    ...(place === 'buyer'
      ? { customerId: buyers[0]?.customerId ?? 0, identityChecked: true }
      : { person: place === 'backOffice' ? '' : '田晓雨' }),
  }));
}

/** A contract that all have signed, every copy of it out of the printer. */
export async function signedOnPaper(desk: TestOffice) {
  const deal = await signedContract(desk);
  await copiesCameOut(desk, deal.contractId);
  return deal;
}

/** Every copy of a contract that was ordered came out of the printer. */
export function copiesCameOut(desk: TestOffice, contractId: number): Promise<void> {
  return paperCameOut(desk, (db) => standingDocumentOf(db, 'saleContract', 'contracts', contractId)?.id);
}

/** Every copy of a paper that was ordered came out of the printer. */
export async function paperCameOut(desk: TestOffice, documentIdOf: (db: ReadDb) => number | undefined): Promise<void> {
  await desk.office.corridor.act({
    procedure: 'tests.copiesCameOut',
    run: ({ tx, now, happened }) => {
      const id = documentIdOf(tx) ?? 0;
      for (const { print } of printsOf(tx, [id])) tx.update(prints, print.id, { state: 'printed', printedAt: now });
      happened({ kind: 'printed', noun: 'documents', id });
    },
  });
}

/** One whose originals went to where they go by rule. */
export async function distributedContract(desk: TestOffice) {
  const deal = await signedOnPaper(desk);
  const backOffice = desk.as('backOffice');
  const { contractId } = deal;
  await backOffice.custody.distribute({ contractId, groups: await proposedGroups(backOffice, contractId) });
  return { ...deal, backOffice };
}

/** One that is filed with the city, whose buyer's papers are scanned: its set is complete. */
export async function completeContract(desk: TestOffice) {
  const deal = await distributedContract(desk);
  await fileContract(desk, deal.contractId);
  await deal.consultant.attachments.add({
    noun: 'subscriptions',
    subjectId: deal.subscriptionId,
    kind: 'identity',
    file: { name: '身份证.png', content: smallestScan },
  });
  return deal;
}

/** Opens a box of the archive. */
export async function buildBox(person: TestClient, capacity = 30): Promise<number> {
  const box = { room: '档案室', shelf: 'A 柜 2 层', capacity, note: '', closed: false };
  return (await person.custody.saveBox({ box: null, ...box })).boxId;
}

/** Copies of a contract at a place, as a move names them. */
export async function copiesAt(person: TestClient, contractId: number, place: string) {
  const { copies } = await person.custody.ofContract({ contractId });
  return copies.filter((copy) => copy.place === place).map(({ id, version }) => ({ id, version }));
}
